import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sectors (lĩnh vực) as dated data, and free themes (chuyên đề). The four sectors are the usual division of the movement; we know of no act that fixes their wording. */
export class Sectors1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sector (
        id uuid constraint sector_pk primary key,
        code text not null constraint sector_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
        name text not null constraint sector_name check (length(name) between 1 and 300),
        validity daterange not null constraint sector_validity check (not isempty(validity)),
        basis text not null,
        ordinal integer not null,
        version integer not null default 1,
        constraint sector_code_taken exclude using gist (code with =, validity with &&)
      );
      -- Which of the usual sectors a merged or added one is compared with.
      create table sector_mapping (
        sector_id uuid not null constraint sector_mapping_sector_fk references sector,
        compares_with_id uuid not null constraint sector_mapping_other_fk references sector,
        constraint sector_mapping_pk primary key (sector_id, compares_with_id),
        constraint sector_mapping_itself check (sector_id <> compares_with_id)
      );
      insert into sector (id, code, name, validity, basis, ordinal) values
        ('01920000-0000-7000-8000-000000000001', 'ECONOMY', 'Kinh tế', '(,)', 'Thông lệ của phong trào; chưa xác minh văn bản', 1),
        ('01920000-0000-7000-8000-000000000002', 'CULTURE_SOCIETY', 'Văn hóa - xã hội', '(,)', 'Thông lệ của phong trào; chưa xác minh văn bản', 2),
        ('01920000-0000-7000-8000-000000000003', 'DEFENCE_SECURITY', 'Quốc phòng - an ninh', '(,)', 'Thông lệ của phong trào; chưa xác minh văn bản', 3),
        ('01920000-0000-7000-8000-000000000004', 'POLITICAL_SYSTEM', 'Xây dựng hệ thống chính trị', '(,)', 'Thông lệ của phong trào; chưa xác minh văn bản', 4);

      create table theme (
        id uuid constraint theme_pk primary key,
        name text not null constraint theme_name check (length(name) between 1 and 300),
        folded text generated always as (public.fold(name)) stored constraint theme_taken unique,
        version integer not null default 1
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table theme, sector_mapping, sector`);
  }
}
