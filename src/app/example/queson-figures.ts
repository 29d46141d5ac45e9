/** The figures of Quế Sơn's review of 13/10/2022 exactly as the report prints them, and what it says of the review itself. */
export interface ExampleFigure {
  readonly code: string;
  readonly name: string;
  readonly measure: string;
  readonly raw: string;
  /** Where the report has used another mark for thousands before: read by the group of three digits, as people of the paper do. */
  readonly reading?: string;
}

export const reviewedFigures: readonly ExampleFigure[] = [
  { code: 'CITIZEN_RECEPTION_SESSIONS', name: 'Lượt tiếp công dân', measure: 'lượt', raw: '777' },
  { code: 'CITIZENS_RECEIVED', name: 'Người được tiếp', measure: 'người', raw: '777' },
  { code: 'PETITIONS_SETTLED', name: 'Đơn thư khiếu nại, tố cáo đã giải quyết', measure: 'đơn', raw: '39' },
  { code: 'PROCEDURES_CUT_TO_SAME_DAY', name: 'Thủ tục hành chính cắt giảm, giải quyết trong ngày', measure: 'thủ tục', raw: '07' },
  { code: 'PROCEDURES_CUT_OVER_10PCT', name: 'Thủ tục hành chính cắt giảm trên 10% thời gian', measure: 'thủ tục', raw: '07' },
  { code: 'PROCEDURES_PUBLISHED_DISTRICT', name: 'Thủ tục hành chính cấp huyện công khai', measure: 'thủ tục', raw: '266' },
  { code: 'PROCEDURES_PUBLISHED_COMMUNE', name: 'Thủ tục hành chính cấp xã công khai', measure: 'thủ tục', raw: '95' },
  { code: 'FILES_ON_TIME', name: 'Hồ sơ giải quyết đúng hạn', measure: 'hồ sơ', raw: '33,838' },
  { code: 'FILES_TOTAL', name: 'Tổng hồ sơ', measure: 'hồ sơ', raw: '43,479' },
  { code: 'FILES_SETTLED_LATE', name: 'Hồ sơ trễ hạn đã giải quyết', measure: 'hồ sơ', raw: '8.552', reading: '8552' },
  { code: 'FILES_PENDING_LATE', name: 'Hồ sơ trễ hạn đang giải quyết', measure: 'hồ sơ', raw: '374' },
];

export const onTimeShare = {
  code: 'FILES_ON_TIME_SHARE',
  name: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
  measure: 'phần trăm (%)',
  numerator: 'FILES_ON_TIME',
  denominator: 'FILES_TOTAL',
} as const;

export const filesIdentity = {
  name: 'Hồ sơ đúng hạn, trễ hạn đã giải quyết và trễ hạn đang giải quyết cộng lại bằng tổng hồ sơ',
  total: 'FILES_TOTAL',
  parts: ['FILES_ON_TIME', 'FILES_SETTLED_LATE', 'FILES_PENDING_LATE'],
  note: 'Trong báo cáo sơ kết Quế Sơn 2022 còn thiếu 715 hồ sơ; văn bản không cho biết vì sao.',
} as const;

/** The day is that of the conference; the day up to which was counted is not given, and so it is that one at the latest. */
export const reviewEvent = {
  name: 'Sơ kết 03 năm thực hiện mô hình “Dân vận khéo”',
  theme: 'công tác tiếp dân, giải quyết thủ tục hành chính đối với tổ chức và công dân',
  period: '03 năm, “từ năm 2019 đến nay”',
  starts: '2019',
  ends: '..2022-10-13',
  organisers: ['UBND-QS', 'BDV-QS'],
  note: 'Tại hội nghị đã tặng Giấy khen của Chủ tịch UBND huyện cho 05 tập thể và 10 cá nhân; văn bản không nêu tên, số và ngày quyết định, cũng không nối với sáu mô hình.',
} as const;

export const nextPeriodTasks: readonly string[] = [
  'quán triệt chủ trương, gắn với học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'nghiên cứu, tổng hợp, phổ biến kinh nghiệm; duy trì và nhân rộng mô hình hiệu quả',
  'xây dựng mô hình mới, thiết thực, đặc thù theo chức năng của đơn vị',
  'tuyên truyền điển hình',
  'định kỳ sơ kết, tổng kết; rà soát, bổ sung tiêu chí đánh giá',
  'biểu dương, nhân rộng điển hình hằng năm',
];
