import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const indicatorTerms = {
  Indicator: term(
    'chỉ tiêu thống kê',
    'What figures are reported about: its name, unit of measure and rule of adding up',
    'What it means can change from a day on; each figure is read by the definition of its last day.',
  ),
  IndicatorDefinition: term('định nghĩa chỉ tiêu', 'What an indicator means from a day to a day'),
  IndicatorOrder: enumTerm('thứ tự chỉ tiêu', 'Order of a list of indicators', {
    CODE: term('theo mã', 'By code'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  RollUp: enumTerm('cách tổng hợp', 'How figures of an indicator are put together over units and periods', {
    SUM: term('cộng', 'Figures of units and of periods are added'),
    LAST: term('số cuối kỳ', 'Figures of units are added; of several periods of a unit the last one counts'),
    RATIO_OF_SUMS: term('tỷ số của hai tổng', 'The total of the numerator over the total of the denominator, never a mean of shares'),
    NOT_ADDITIVE: term('không cộng', 'Figures are never put together'),
  }),
  Figure: term(
    'số liệu',
    'A reported value of an indicator for a unit and a period, as printed and as read',
    'It is never repaired. Only an approved one is part of a total.',
  ),
  FigureOrder: enumTerm('thứ tự số liệu', 'Order of a list of figures', {
    ENDS_DESC: term('theo kỳ, mới nhất trước', 'By the last day of the period, the latest first'),
    ENDS: term('theo kỳ', 'By the last day of the period, the earliest first'),
  }),
  FigureQualifier: enumTerm('mức độ chính xác', 'How close the printed number is to the true one', {
    EXACT: term('đúng bằng', 'As printed'),
    AT_LEAST: term('ít nhất', 'At least this number', 'The text says “trên”, “hơn”, “ít nhất” or the like.'),
    ABOUT: term('khoảng', 'About this number', 'The text says “khoảng”, “gần” or the like.'),
  }),
  FigureState: enumTerm('trạng thái số liệu', 'How far a figure has come', {
    REPORTED: term('đã báo cáo', 'Reported, and not part of totals'),
    APPROVED: term('đã duyệt', 'Approved, and part of totals'),
    RETURNED: term('bị trả lại', 'Returned to the unit with a reason'),
  }),
  FigureCoverage: enumTerm('phạm vi số liệu', 'What of the unit a figure is about', {
    WHOLE: term('toàn địa bàn', 'The unit with all units below it', 'Figures of those are not added to it.'),
    OWN: term('riêng đơn vị', 'The work of the unit itself'),
  }),
  FigureTarget: term(
    'mức giao của chỉ tiêu',
    'What the figure of an indicator, a unit and a period should reach',
    'It is compared with the approved figure of exactly this indicator, unit, coverage and period.',
  ),
  FigureTargetOrder: enumTerm('thứ tự mức giao', 'Order of a list of targets', {
    ENDS_DESC: term('theo kỳ, mới nhất trước', 'By the last day of the period, the latest first'),
    ENDS: term('theo kỳ', 'By the last day of the period, the earliest first'),
  }),
  TargetDirection: enumTerm('chiều so sánh', 'On which side of a target a figure should be', {
    AT_LEAST: term('từ mức giao trở lên', 'The number or more'),
    AT_MOST: term('không quá mức giao', 'The number or less'),
  }),
  'WaitingStepName.FOLLOW_UP_FIGURE': term(
    'xem lại số liệu theo ý kiến',
    'Do what a remark about a figure asks for, and say what came of it',
  ),
  FigureRemark: term('ý kiến về số liệu', 'What somebody said about a figure', 'It changes nothing of the figure.'),
  FigureOutlier: term(
    'số liệu khác thường',
    'That a figure is less than half of the smallest, or more than twice the largest, of the unit’s own earlier figures',
    'At least three approved figures of the same indicator and coverage and of an equally long period (within three days) are needed. It is advice: nothing is corrected or refused.',
  ),
  ApprovedFigure: term('số liệu đã duyệt', 'A figure that was approved'),
  FigureTotal: term('tổng hợp số liệu', 'Figures of a unit and of all that it reaches, put together by the rule of the indicator'),
  FigureTotalRow: term('dòng tổng hợp', 'What the units that one unit directly below reaches contribute to a total'),
  FigureResidual: term('số dư', 'A figure that a total cannot contain, and why', 'It is never divided.'),
  FigureResidualReason: enumTerm('lý do số dư', 'Why a figure is not part of a total', {
    DIVIDED: term('đơn vị đã chia', 'Its unit passed in parts, one of them to a unit of the total'),
    LATER: term('đơn vị về sau', 'Its unit belongs to the unit of the total only later'),
    OVERLAPPING: term('kỳ báo cáo chồng lấn', 'Its period overlaps that of another figure of the same unit in part'),
  }),
  FigureTotalIdentity: term('số dư của đẳng thức trong tổng hợp', 'What the figures of a total leave open of an identity'),
  FigureBasis: enumTerm('cơ sở đơn vị', 'By the units of which day figures are put together', {
    AS_REPORTED: term('như báo cáo', 'By the units of the last day of each figure’s period'),
    RESTATED: term('theo đơn vị của ngày xem', 'By the units of the day asked about, through whole successors'),
  }),
  Identity: term('đẳng thức kiểm tra', 'What figures of one unit and period must agree on', 'A residual is shown and never corrected.'),
  IdentityKind: enumTerm('loại đẳng thức', 'What an identity states', {
    PARTS_TOTAL: term('tổng các phần bằng tổng số', 'The parts add up to the total', 'A figure after “trong đó” is no such part.'),
    CHILDREN_PARENT: term('tổng đơn vị dưới bằng đơn vị trên', 'The figures of the units directly below add up to that of the unit'),
    CLOSE_OPEN: term('cuối kỳ trước bằng đầu kỳ sau', 'The figure at the end of a period is that at the beginning of the next'),
    NOT_MORE: term(
      'phần không lớn hơn tổng số',
      'The parts together are not more than the total',
      'For “trong đó”, and for recognised and registered.',
    ),
    WHOLE_SHARE: term('tỷ lệ phần trăm của số nguyên', 'The percentage is that of a whole number out of its base'),
  }),
  IdentityOrder: enumTerm('thứ tự đẳng thức', 'Order of a list of identities', {
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  IdentityResult: term('kết quả đẳng thức', 'Whether an identity holds for a unit and a period, and what is left open'),
} as const satisfies Terms;
