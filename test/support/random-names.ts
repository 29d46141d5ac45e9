/**
 * Names as people write them, rightly and wrongly: every tone mark, both spellings of “hoà” and “uỷ”, đ next to d, numbers that sort as
 * numbers, the special characters of patterns, strings and JSON, decomposed letters, odd blanks.
 */
export const NAMES: readonly string[] = [
  'Quế Hiệp',
  'Quế Sơn',
  'QUẾ SƠN',
  'Que Son',
  'Hòa Bình',
  'Hoà Bình',
  'Hoa Binh',
  'Thuận Hoà'.normalize('NFD'),
  'Đông Phú',
  'đông phú',
  'Dong Phu',
  'Ủy ban xã',
  'Uỷ ban xã',
  'Tổ 9',
  'Tổ 10',
  'Tổ 09',
  'Tổ 1',
  '1',
  'Ái Nghĩa',
  'Ăn Hải',
  'Ân Thi',
  'Anh Sơn',
  'Ý Yên',
  'Ơ Đu',
  'Ô Môn',
  'Ưng Hòa',
  "Ea H'Leo",
  '50% hộ',
  'a_b',
  String.raw`c\d`,
  'Nói "không" với rác',
  'Tổ “ba không”',
  'Hòa  Bình 2',
  'Hòa\u00a0Bình 3',
  'x; drop table unit; --',
  "1' or '1'='1",
  '$1 :asOf {{x}}',
  '</script>🌾',
];

/** Titles, sources and notes. */
export const SENTENCES: readonly string[] = [
  'Dân vận khéo tại bộ phận một cửa',
  'Dân vận khéo trong tiếp dân, giải quyết đơn thư',
  'Mô hình “Dân vận khéo” – năm 2024…',
  'Xây dựng tuyến đường hoa 1,5 km; 100% hộ tham gia',
  'Đường quê sáng – xanh – sạch – đẹp',
  'đường quê sáng',
  'Tổ tự quản số 9',
  'Tổ tự quản số 10',
  'Giữ gìn an ninh trật tự',
  'Làm căn cước công dân tại nhà cho người già, đau ốm',
  'Khuyến học: "mỗi nhà một cử nhân" \\ 2020',
  'Biên bản số 5/BB\tngày 01/02\nbản sao',
  'Truyền thông\u2028hai dòng',
];

/** Today in every random registry. */
export const TODAY = '2025-09-15';

/** Few days, so that acts fall on the same day, on the next, and are recorded after later ones. */
export const DAYS = ['2012-03-01', '2012-03-02', '2016-02-29', '2020-01-01', '2023-04-10', '2025-01-01', '2025-07-01', TODAY, '2026-06-01'];
export const PAST_DAYS = DAYS.filter(day => day <= TODAY);
export const PARTIAL_DAYS = ['2016', '2020-01', '..2020-01-01', '2023-01-01..2023-04-10', '2025-07'];
