import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of commendation as dated data (acts, who may grant which form, coefficients, base salaries, rounding), each with its act and how well it is known;
 * and commendations themselves.
 */
export class Commendations1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commendation_act (
        number text constraint commendation_act_pk primary key constraint commendation_act_number check (length(number) between 1 and 100),
        name text not null constraint commendation_act_name check (length(name) between 1 and 300),
        law boolean not null,
        valid_from date not null,
        valid_to date,
        mark text not null constraint commendation_act_mark check (mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')),
        note text,
        loaded boolean not null,
        constraint commendation_act_forwards check (valid_from <= valid_to)
      );
      create table commendation_authority (
        id uuid constraint commendation_authority_pk primary key,
        issuer_class text not null constraint commendation_authority_issuer check (issuer_class in ('PRIME_MINISTER', 'MINISTER', 'PROVINCE_CHAIR', 'PROVINCE_AGENCY', 'DISTRICT_CHAIR', 'COMMUNE_CHAIR', 'ENTERPRISE', 'CENTRAL_BOARD', 'PARTY_PROVINCE', 'PARTY_DISTRICT', 'PARTY_COMMUNE', 'FRONT')),
        form text not null constraint commendation_authority_form check (form in ('GIAY_KHEN', 'BANG_KHEN', 'CO_THI_DUA_TINH', 'CO_THI_DUA_CHINH_PHU', 'KY_NIEM_CHUONG', 'BIEU_DUONG', 'THU_KHEN', 'OWN_CERTIFICATE', 'CHIEN_SI_THI_DUA_TOAN_QUOC', 'CHIEN_SI_THI_DUA_TINH', 'CHIEN_SI_THI_DUA_CO_SO', 'LAO_DONG_TIEN_TIEN', 'TAP_THE_LAO_DONG_XUAT_SAC', 'TAP_THE_LAO_DONG_TIEN_TIEN', 'XA_PHUONG_DAC_KHU_TIEU_BIEU', 'THON_TDP_VAN_HOA', 'GIA_DINH_VAN_HOA')),
        validity daterange not null constraint commendation_authority_validity check (not isempty(validity)),
        act text not null,
        mark text not null constraint commendation_authority_mark check (mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')),
        note text,
        constraint commendation_authority_taken exclude using gist (issuer_class with =, form with =, validity with &&)
      );
      create table commendation_rate (
        id uuid constraint commendation_rate_pk primary key,
        track text not null constraint commendation_rate_track check (track in ('STATE', 'PARTY', 'FRONT')),
        form text not null constraint commendation_rate_form check (form in ('GIAY_KHEN', 'BANG_KHEN', 'CO_THI_DUA_TINH', 'CO_THI_DUA_CHINH_PHU', 'KY_NIEM_CHUONG', 'BIEU_DUONG', 'THU_KHEN', 'OWN_CERTIFICATE', 'CHIEN_SI_THI_DUA_TOAN_QUOC', 'CHIEN_SI_THI_DUA_TINH', 'CHIEN_SI_THI_DUA_CO_SO', 'LAO_DONG_TIEN_TIEN', 'TAP_THE_LAO_DONG_XUAT_SAC', 'TAP_THE_LAO_DONG_TIEN_TIEN', 'XA_PHUONG_DAC_KHU_TIEU_BIEU', 'THON_TDP_VAN_HOA', 'GIA_DINH_VAN_HOA')),
        issuer_class text constraint commendation_rate_issuer check (issuer_class in ('PRIME_MINISTER', 'MINISTER', 'PROVINCE_CHAIR', 'PROVINCE_AGENCY', 'DISTRICT_CHAIR', 'COMMUNE_CHAIR', 'ENTERPRISE', 'CENTRAL_BOARD', 'PARTY_PROVINCE', 'PARTY_DISTRICT', 'PARTY_COMMUNE', 'FRONT')),
        recipient_kind text constraint commendation_rate_recipient check (recipient_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
        permille integer not null constraint commendation_rate_permille check (permille > 0),
        validity daterange not null constraint commendation_rate_validity check (not isempty(validity)),
        act text not null,
        mark text not null constraint commendation_rate_mark check (mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')),
        source text,
        constraint commendation_rate_taken exclude using gist
          (track with =, form with =, coalesce(issuer_class, '') with =, coalesce(recipient_kind, '') with =, validity with &&)
      );
      create table base_salary (
        id uuid constraint base_salary_pk primary key,
        amount integer not null constraint base_salary_amount check (amount > 0),
        validity daterange not null constraint base_salary_validity check (not isempty(validity)),
        act text not null,
        mark text not null constraint base_salary_mark check (mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')),
        constraint base_salary_taken exclude using gist (validity with &&)
      );
      create table money_rounding (
        id uuid constraint money_rounding_pk primary key,
        step integer not null constraint money_rounding_step check (step > 0),
        validity daterange not null constraint money_rounding_validity check (not isempty(validity)),
        act text not null,
        mark text not null constraint money_rounding_mark check (mark in ('SOURCED', 'INFERRED', 'NOT_VERIFIED')),
        note text,
        constraint money_rounding_taken exclude using gist (validity with &&)
      );
      insert into commendation_act (number, name, law, valid_from, valid_to, mark, note, loaded) values
        ('06/2022/QH15', 'Luật Thi đua, khen thưởng', true, '2024-01-01', null, 'SOURCED', 'Khen thưởng: Điều 8; hình thức: Điều 9; Giấy khen: Điều 75; thẩm quyền: Điều 80', true),
        ('06/2026/QH16', 'Luật sửa đổi, bổ sung Luật Thi đua, khen thưởng', true, '2026-10-01', null, 'NOT_VERIFIED', 'Hồ sơ nhận trước 01/10/2026 theo quy định cũ, trừ khi quy định mới có lợi hơn. Chưa đọc được văn bản', false),
        ('91/2017/NĐ-CP', 'Nghị định thi hành Luật Thi đua, khen thưởng (trước 2024)', false, '2017-10-01', '2023-12-31', 'NOT_VERIFIED', null, false),
        ('98/2023/NĐ-CP', 'Nghị định thi hành Luật Thi đua, khen thưởng', false, '2024-01-01', '2025-06-30', 'SOURCED', 'Được thay bằng 152/2025/NĐ-CP (Điều 59)', true),
        ('152/2025/NĐ-CP', 'Nghị định về phân cấp, phân quyền và thi hành Luật Thi đua, khen thưởng', false, '2025-07-01', null, 'SOURCED', 'Ký ngày 14/6/2025; thay 98/2023/NĐ-CP', true),
        ('129/2025/NĐ-CP', 'Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp', false, '2025-07-01', null, 'SOURCED', 'Thẩm quyền của Chủ tịch UBND cấp huyện chuyển cho Chủ tịch UBND cấp xã', true),
        ('06-HD/TW', 'Hướng dẫn khen thưởng tổ chức đảng và đảng viên', false, '2025-06-09', null, 'SOURCED', 'Tuyến Đảng', true),
        ('56-HD/VPTW', 'Hướng dẫn tiền thưởng của Đảng', false, '2015-01-01', null, 'NOT_VERIFIED', 'Năm 2015, không rõ ngày; có thể đã được thay thế', true);
      insert into commendation_authority (id, issuer_class, form, validity, act, mark, note) values
        ('01920000-0000-7000-8000-0000000c0001', 'PROVINCE_CHAIR', 'BANG_KHEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0002', 'PROVINCE_CHAIR', 'CO_THI_DUA_TINH', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0003', 'PROVINCE_CHAIR', 'CHIEN_SI_THI_DUA_TINH', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0004', 'PROVINCE_CHAIR', 'TAP_THE_LAO_DONG_XUAT_SAC', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0005', 'PROVINCE_AGENCY', 'GIAY_KHEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0006', 'PROVINCE_AGENCY', 'CHIEN_SI_THI_DUA_CO_SO', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0007', 'PROVINCE_AGENCY', 'LAO_DONG_TIEN_TIEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0008', 'PROVINCE_AGENCY', 'TAP_THE_LAO_DONG_TIEN_TIEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0009', 'DISTRICT_CHAIR', 'GIAY_KHEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000a', 'DISTRICT_CHAIR', 'CHIEN_SI_THI_DUA_CO_SO', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000b', 'DISTRICT_CHAIR', 'LAO_DONG_TIEN_TIEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000c', 'DISTRICT_CHAIR', 'TAP_THE_LAO_DONG_TIEN_TIEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000d', 'DISTRICT_CHAIR', 'THON_TDP_VAN_HOA', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000e', 'COMMUNE_CHAIR', 'GIAY_KHEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c000f', 'COMMUNE_CHAIR', 'LAO_DONG_TIEN_TIEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0010', 'COMMUNE_CHAIR', 'GIA_DINH_VAN_HOA', daterange('2024-01-01', '2025-06-30', '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0011', 'COMMUNE_CHAIR', 'GIAY_KHEN', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0012', 'COMMUNE_CHAIR', 'LAO_DONG_TIEN_TIEN', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0013', 'COMMUNE_CHAIR', 'GIA_DINH_VAN_HOA', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0014', 'COMMUNE_CHAIR', 'CHIEN_SI_THI_DUA_CO_SO', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0015', 'COMMUNE_CHAIR', 'TAP_THE_LAO_DONG_TIEN_TIEN', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0016', 'COMMUNE_CHAIR', 'THON_TDP_VAN_HOA', daterange('2025-07-01', null, '[]'), '129/2025/NĐ-CP', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0017', 'ENTERPRISE', 'GIAY_KHEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0018', 'PRIME_MINISTER', 'BANG_KHEN', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0019', 'PRIME_MINISTER', 'CO_THI_DUA_CHINH_PHU', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c001a', 'PRIME_MINISTER', 'CHIEN_SI_THI_DUA_TOAN_QUOC', daterange('2024-01-01', null, '[]'), 'Điều 80, 06/2022/QH15', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c001b', 'PARTY_PROVINCE', 'GIAY_KHEN', daterange('2024-01-01', null, '[]'), 'Quy định khen thưởng của Đảng (06-HD/TW từ 09/6/2025)', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c001c', 'PARTY_PROVINCE', 'BANG_KHEN', daterange('2024-01-01', null, '[]'), 'Quy định khen thưởng của Đảng (06-HD/TW từ 09/6/2025)', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c001d', 'PARTY_DISTRICT', 'GIAY_KHEN', daterange('2024-01-01', '2025-06-30', '[]'), 'Quy định khen thưởng của Đảng', 'SOURCED', 'Ví dụ: Giấy khen của Ban Thường vụ Huyện ủy Phong Điền'),
        ('01920000-0000-7000-8000-0000000c001e', 'PARTY_COMMUNE', 'GIAY_KHEN', daterange('2024-01-01', null, '[]'), 'Quy định khen thưởng của Đảng (06-HD/TW từ 09/6/2025)', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c001f', 'CENTRAL_BOARD', 'KY_NIEM_CHUONG', daterange('2024-01-01', null, '[]'), 'Kỷ niệm chương “Vì sự nghiệp dân vận”', 'SOURCED', null),
        ('01920000-0000-7000-8000-0000000c0020', 'FRONT', 'OWN_CERTIFICATE', daterange('2024-01-01', null, '[]'), 'Quy định của Mặt trận, đoàn thể', 'NOT_VERIFIED', null);
      insert into commendation_rate (id, track, form, issuer_class, recipient_kind, permille, validity, act, mark, source) values
        ('01920000-0000-7000-8000-0000000c0021', 'STATE', 'GIAY_KHEN', null, 'INDIVIDUAL', 300, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'INFERRED', 'Bằng nửa mức tập thể; bản đọc được chỉ ghi mức tập thể'),
        ('01920000-0000-7000-8000-0000000c0022', 'STATE', 'GIAY_KHEN', null, 'COLLECTIVE', 600, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'SOURCED', '152/2025/NĐ-CP (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0023', 'STATE', 'GIAY_KHEN', null, 'HOUSEHOLD', 450, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54 (1.5 × individual)', 'INFERRED', 'Quy tắc hộ gia đình có nguồn; mức cá nhân suy ra'),
        ('01920000-0000-7000-8000-0000000c0024', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'INDIVIDUAL', 1500, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'SOURCED', 'giadinh.suckhoedoisong.vn 11/8/2025'),
        ('01920000-0000-7000-8000-0000000c0025', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'COLLECTIVE', 3000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'SOURCED', '152/2025/NĐ-CP (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0026', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'HOUSEHOLD', 2250, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54 (1.5 × individual)', 'SOURCED', 'Tính từ hai giá trị có nguồn'),
        ('01920000-0000-7000-8000-0000000c0027', 'STATE', 'BANG_KHEN', 'PRIME_MINISTER', 'INDIVIDUAL', 3500, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'SOURCED', 'giadinh.suckhoedoisong.vn 11/8/2025'),
        ('01920000-0000-7000-8000-0000000c0028', 'STATE', 'BANG_KHEN', 'PRIME_MINISTER', 'COLLECTIVE', 7000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54', 'SOURCED', '152/2025/NĐ-CP (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0029', 'STATE', 'BANG_KHEN', 'PRIME_MINISTER', 'HOUSEHOLD', 5250, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 54 (1.5 × individual)', 'SOURCED', 'Tính từ hai giá trị có nguồn'),
        ('01920000-0000-7000-8000-0000000c002a', 'STATE', 'KY_NIEM_CHUONG', 'MINISTER', 'INDIVIDUAL', 600, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP (mức tối đa)', 'SOURCED', 'Mức tối đa'),
        ('01920000-0000-7000-8000-0000000c002b', 'STATE', 'CHIEN_SI_THI_DUA_TOAN_QUOC', null, 'INDIVIDUAL', 4500, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c002c', 'STATE', 'CHIEN_SI_THI_DUA_TINH', null, 'INDIVIDUAL', 3000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c002d', 'STATE', 'CHIEN_SI_THI_DUA_CO_SO', null, 'INDIVIDUAL', 1000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c002e', 'STATE', 'LAO_DONG_TIEN_TIEN', null, 'INDIVIDUAL', 300, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c002f', 'STATE', 'TAP_THE_LAO_DONG_XUAT_SAC', null, 'COLLECTIVE', 1500, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0030', 'STATE', 'TAP_THE_LAO_DONG_TIEN_TIEN', null, 'COLLECTIVE', 800, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0031', 'STATE', 'XA_PHUONG_DAC_KHU_TIEU_BIEU', null, 'COLLECTIVE', 2000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0032', 'STATE', 'THON_TDP_VAN_HOA', null, 'COLLECTIVE', 1500, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0033', 'STATE', 'CO_THI_DUA_CHINH_PHU', null, 'COLLECTIVE', 12000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0034', 'STATE', 'CO_THI_DUA_TINH', null, 'COLLECTIVE', 8000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 50', 'SOURCED', '152/2025/NĐ-CP Điều 49-54 (bản sao thứ cấp)'),
        ('01920000-0000-7000-8000-0000000c0035', 'STATE', 'GIAY_KHEN', 'DISTRICT_CHAIR', 'INDIVIDUAL', 300, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c0036', 'STATE', 'GIAY_KHEN', 'DISTRICT_CHAIR', 'COLLECTIVE', 600, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c0037', 'STATE', 'GIAY_KHEN', 'COMMUNE_CHAIR', 'INDIVIDUAL', 150, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c0038', 'STATE', 'GIAY_KHEN', 'COMMUNE_CHAIR', 'COLLECTIVE', 300, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c0039', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'INDIVIDUAL', 1000, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c003a', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'COLLECTIVE', 2000, daterange('2017-10-01', '2023-12-31', '[]'), '91/2017/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c003b', 'STATE', 'GIAY_KHEN', 'DISTRICT_CHAIR', 'INDIVIDUAL', 300, daterange('2024-01-01', '2025-06-30', '[]'), '98/2023/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c003c', 'STATE', 'GIAY_KHEN', 'COMMUNE_CHAIR', 'INDIVIDUAL', 150, daterange('2024-01-01', '2025-06-30', '[]'), '98/2023/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c003d', 'STATE', 'BANG_KHEN', 'PROVINCE_CHAIR', 'INDIVIDUAL', 1500, daterange('2024-01-01', '2025-06-30', '[]'), '98/2023/NĐ-CP', 'NOT_VERIFIED', null),
        ('01920000-0000-7000-8000-0000000c003e', 'PARTY', 'GIAY_KHEN', 'PARTY_COMMUNE', null, 300, daterange('2015-01-01', null, '[]'), '56-HD/VPTW', 'NOT_VERIFIED', 'Không ghi mức này cho tập thể hay cá nhân; có thể đã được thay thế'),
        ('01920000-0000-7000-8000-0000000c003f', 'PARTY', 'GIAY_KHEN', 'PARTY_DISTRICT', null, 1000, daterange('2015-01-01', null, '[]'), '56-HD/VPTW', 'NOT_VERIFIED', 'Không ghi mức này cho tập thể hay cá nhân; có thể đã được thay thế'),
        ('01920000-0000-7000-8000-0000000c0040', 'PARTY', 'BANG_KHEN', 'PARTY_PROVINCE', null, 1500, daterange('2015-01-01', null, '[]'), '56-HD/VPTW', 'NOT_VERIFIED', 'Không ghi mức này cho tập thể hay cá nhân; có thể đã được thay thế');
      insert into base_salary (id, amount, validity, act, mark) values
        ('01920000-0000-7000-8000-0000000c0041', 1490000, daterange('2019-07-01', '2023-06-30', '[]'), '38/2019/NĐ-CP', 'NOT_VERIFIED'),
        ('01920000-0000-7000-8000-0000000c0042', 1800000, daterange('2023-07-01', '2024-06-30', '[]'), '24/2023/NĐ-CP', 'NOT_VERIFIED'),
        ('01920000-0000-7000-8000-0000000c0043', 2340000, daterange('2024-07-01', '2026-06-30', '[]'), '73/2024/NĐ-CP', 'SOURCED'),
        ('01920000-0000-7000-8000-0000000c0044', 2530000, daterange('2026-07-01', null, '[]'), '161/2026/NĐ-CP ngày 15/5/2026', 'SOURCED');
      insert into money_rounding (id, step, validity, act, mark, note) values
        ('01920000-0000-7000-8000-0000000c0045', 10000, daterange('2024-01-01', '2025-06-30', '[]'), '98/2023/NĐ-CP', 'NOT_VERIFIED', 'Hiểu biết chung, chưa xác minh'),
        ('01920000-0000-7000-8000-0000000c0046', 10000, daterange('2025-07-01', null, '[]'), '152/2025/NĐ-CP Điều 49', 'SOURCED', 'Có bản tổng quan in 702.000 đ cho 0,3 × 2.340.000 đ, không làm tròn; quy tắc cho 710.000 đ. Đề nghị kế toán xác nhận');

      create table commendation (
        id uuid constraint commendation_pk primary key,
        form text constraint commendation_form check (form in ('GIAY_KHEN', 'BANG_KHEN', 'CO_THI_DUA_TINH', 'CO_THI_DUA_CHINH_PHU', 'KY_NIEM_CHUONG', 'BIEU_DUONG', 'THU_KHEN', 'OWN_CERTIFICATE', 'CHIEN_SI_THI_DUA_TOAN_QUOC', 'CHIEN_SI_THI_DUA_TINH', 'CHIEN_SI_THI_DUA_CO_SO', 'LAO_DONG_TIEN_TIEN', 'TAP_THE_LAO_DONG_XUAT_SAC', 'TAP_THE_LAO_DONG_TIEN_TIEN', 'XA_PHUONG_DAC_KHU_TIEU_BIEU', 'THON_TDP_VAN_HOA', 'GIA_DINH_VAN_HOA')),
        recipient_kind text constraint commendation_recipient check (recipient_kind in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
        level text constraint commendation_level check (level in ('GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL')),
        decision_id uuid constraint commendation_decision_fk references decision,
        issuer_id uuid constraint commendation_issuer_fk references unit,
        issuer_class text constraint commendation_issuer_class check (issuer_class in ('PRIME_MINISTER', 'MINISTER', 'PROVINCE_CHAIR', 'PROVINCE_AGENCY', 'DISTRICT_CHAIR', 'COMMUNE_CHAIR', 'ENTERPRISE', 'CENTRAL_BOARD', 'PARTY_PROVINCE', 'PARTY_DISTRICT', 'PARTY_COMMUNE', 'FRONT')),
        from_paper boolean not null,
        source text constraint commendation_source check (length(source) between 1 and 1000),
        presented_on date,
        on_day date,
        model_id uuid constraint commendation_model_fk references emulation_model,
        evaluation_id uuid constraint commendation_evaluation_fk references evaluation,
        unit_id uuid constraint commendation_unit_fk references unit,
        person_id uuid constraint commendation_person_fk references person,
        name text constraint commendation_name check (length(name) between 1 and 300),
        post text constraint commendation_post check (length(post) between 1 and 300),
        unit_name text constraint commendation_unit_name check (length(unit_name) between 1 and 500),
        count integer constraint commendation_count check (count between 0 and 100000),
        stated_count integer constraint commendation_stated_count check (stated_count between 1 and 100000),
        part_of_id uuid constraint commendation_part_of_fk references commendation,
        reason text constraint commendation_reason check (length(reason) between 1 and 2000),
        period daterange constraint commendation_period check (not isempty(period)),
        received_on date,
        law_act text constraint commendation_law_fk references commendation_act,
        law_reason text constraint commendation_law_reason check (law_reason in ('IN_FORCE', 'RECEIVED_BEFORE', 'CHOSEN')),
        law_verified boolean,
        chosen_by text constraint commendation_chosen_by check (length(chosen_by) between 1 and 300),
        chosen_reason text constraint commendation_chosen_reason check (length(chosen_reason) between 1 and 1000),
        amount integer constraint commendation_amount check (amount >= 0),
        money jsonb,
        certificate_code text constraint commendation_certificate_taken unique constraint commendation_certificate check (certificate_code ~ '^[0-9A-Z]{26}$'),
        revoked_on date,
        revoked_ground text constraint commendation_ground check (revoked_ground in ('FALSE_DECLARATION', 'FORGED_FILE', 'APPRAISAL_AGAINST_RULES', 'VIOLATION')),
        revoked_reason text constraint commendation_revoked_reason check (length(revoked_reason) between 1 and 1000),
        revoked_by_id uuid constraint commendation_revoked_by_fk references decision,
        certificate_due boolean not null default false,
        certificate_recovered_on date,
        money_due boolean not null default false,
        money_recovered_on date,
        recorded_on date not null,
        version integer not null default 1,
        place_id uuid generated always as (coalesce(issuer_id, unit_id)) stored,
        recipient_key text generated always as (case when count is null or count > 1 or stated_count is not null then null
          when person_id is not null then 'p' || person_id::text
          when name is not null then 'n' || md5(coalesce(unit_id::text, '') || coalesce(recipient_kind, '') || public.fold(name))
          else 'u' || unit_id::text end) stored,
        achievement_key text generated always as (coalesce('m' || model_id::text, 't' || md5(public.fold(reason)))) stored,
        constraint commendation_once exclude using gist
          (recipient_key with =, form with =, achievement_key with =, (coalesce(period, daterange(null, null))) with &&) where (revoked_on is null),
        constraint commendation_of_a_paper check (from_paper = (source is not null)),
        constraint commendation_granted check (from_paper or (form is not null and recipient_kind is not null and decision_id is not null
          and issuer_id is not null and count is not null and reason is not null and law_act is not null)),
        constraint commendation_named check (stated_count is null or (person_id is null and part_of_id is null and count <= stated_count)),
        constraint commendation_part check (part_of_id is null or count = 1),
        constraint commendation_chosen check ((coalesce(law_reason, '') = 'CHOSEN') = (chosen_reason is not null) and (chosen_by is null) = (chosen_reason is null)),
        constraint commendation_revoked check ((revoked_on is null) = (revoked_ground is null) and (revoked_on is null) = (revoked_reason is null)
          and (revoked_on is not null or (revoked_by_id is null and not certificate_due and not money_due))
          and (certificate_due or certificate_recovered_on is null) and (money_due or money_recovered_on is null))
      );
      -- What the draft of a decision would grant.
      create table commendation_draft (
        decision_id uuid constraint commendation_draft_pk primary key constraint commendation_draft_decision_fk references decision,
        given jsonb not null
      );
      create index commendation_decision on commendation (decision_id) where decision_id is not null;
      create index commendation_revoked_by on commendation (revoked_by_id) where revoked_by_id is not null;
      create index commendation_issuer on commendation (issuer_id);
      create index commendation_unit on commendation (unit_id);
      create index commendation_person on commendation (person_id) where person_id is not null;
      create index commendation_model on commendation (model_id) where model_id is not null;
      create index commendation_evaluation on commendation (evaluation_id) where evaluation_id is not null;
      create index commendation_part_of on commendation (part_of_id) where part_of_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table commendation_draft, commendation, money_rounding, base_salary, commendation_rate, commendation_authority, commendation_act`,
    );
  }
}
