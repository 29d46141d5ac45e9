import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, namesOf } from '../../shared/writing.js';

export const IndicatorErrors = errors({
  INDICATOR_NOT_FOUND: {
    category: 'notFound',
    of: 'Indicator',
    vi: 'Không tìm thấy chỉ tiêu “{id}”.',
    en: 'There is no indicator “{id}”.',
  },
  IDENTITY_NOT_FOUND: {
    category: 'notFound',
    of: 'Identity',
    vi: 'Không tìm thấy đẳng thức kiểm tra “{id}”.',
    en: 'There is no identity “{id}”.',
  },
  FIGURE_NOT_FOUND: { category: 'notFound', of: 'Figure', vi: 'Không tìm thấy số liệu “{id}”.', en: 'There is no figure “{id}”.' },
  INDICATOR_CODE_INVALID: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã “{code}” không dùng được: cần chữ in hoa không dấu, số và dấu gạch dưới, bắt đầu bằng chữ. Ví dụ FILES_TOTAL.',
    en: 'The code “{code}” cannot be used: it has capital letters without marks, digits and underscores, a letter first. For example FILES_TOTAL.',
  },
  INDICATOR_CODE_TAKEN: {
    category: 'conflict',
    params: { code: asGiven },
    vi: 'Đã có chỉ tiêu với mã “{code}”. Hãy dùng chỉ tiêu ấy, hoặc đặt mã khác.',
    en: 'There is an indicator with the code “{code}” already. Use that one, or choose another code.',
  },
  INDICATOR_RATIO_INCOMPLETE: {
    category: 'invalid',
    vi: 'Tỷ số của hai tổng cần cả tử số và mẫu số; cách tổng hợp khác thì không ghi hai mục này.',
    en: 'A ratio of sums needs a numerator and a denominator; any other rule has neither.',
  },
  INDICATOR_RATIO_OF_RATIO: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Chỉ tiêu “{code}” không cộng được, nên không làm tử số hay mẫu số. Hãy chọn chỉ tiêu cộng được.',
    en: 'The indicator “{code}” is not added up, and so is neither numerator nor denominator. Choose one that is added up.',
  },
  INDICATOR_USED: {
    category: 'conflict',
    params: { figures: count, others: count },
    vi: 'Chỉ tiêu đang được dùng: {figures} số liệu, {others} đẳng thức hoặc tỷ số. Hãy gỡ những mục ấy trước.',
    en: 'The indicator is in use: {figures} figures, {others} identities or ratios. Remove those first.',
  },
  INDICATOR_REDEFINED_BACKWARDS: {
    category: 'conflict',
    params: { date, last: date },
    vi: 'Định nghĩa mới có hiệu lực từ {date}, nhưng định nghĩa hiện nay bắt đầu từ {last}. Hãy ghi ngày sau đó, hoặc đính chính định nghĩa hiện nay (correctIndicator).',
    en: 'The new definition is in force from {date}, but the present one begins on {last}. Give a later day, or correct the present one (correctIndicator).',
  },
  IDENTITY_NAME_TAKEN: {
    category: 'conflict',
    params: { name: asGiven },
    vi: 'Đã có đẳng thức “{name}”. Hãy dùng đẳng thức ấy, hoặc đặt tên khác.',
    en: 'There is an identity “{name}” already. Use that one, or choose another name.',
  },
  IDENTITY_PARTS_WRONG: {
    category: 'invalid',
    vi: 'Đẳng thức với đơn vị dưới không có phần nào; tỷ lệ phần trăm và đầu kỳ - cuối kỳ có đúng một phần; các loại khác có từ một phần. Tổng số không là phần của chính nó.',
    en: 'An identity with units below has no parts; a percentage, and an opening with its closing, has exactly one; any other kind has one or more. The total is no part of itself.',
  },
  RESIDUAL_NOTHING_TO_EXPLAIN: {
    category: 'conflict',
    vi: 'Đẳng thức khớp, hoặc còn thiếu số liệu: không có số dư để giải trình.',
    en: 'The identity holds, or figures are missing: there is no residual to explain.',
  },
  FIGURE_UNREADABLE: {
    category: 'invalid',
    params: { raw: asGiven },
    vi: '“{raw}” không đọc được thành số của chỉ tiêu này. Hãy chép đúng con số trên giấy, ví dụ 33.838, 77,83 hay “trên 1.000”; số lẻ chỉ khi chỉ tiêu có số thập phân.',
    en: '“{raw}” cannot be read as a number of this indicator. Copy the number on the paper, such as 33.838, 77,83 or “trên 1.000”; decimals only where the indicator has them.',
  },
  FIGURE_READING_UNSURE: {
    category: 'conflict',
    params: { raw: asGiven, readings: namesOf, source: asGiven },
    vi: '“{raw}” có thể đọc là {readings}, nhưng nguồn “{source}” chưa viết số theo cách ấy. Hãy đối chiếu giấy và ghi số đọc được vào ô “reading”; hệ thống sẽ nhớ cho nguồn này.',
    en: '“{raw}” may be read as {readings}, but the source “{source}” has not written numbers in this way. Compare the paper and state the number in “reading”; it is remembered for this source.',
  },
  FIGURE_READING_OTHER: {
    category: 'invalid',
    params: { raw: asGiven, reading: asGiven, readings: namesOf },
    vi: '“{raw}” không đọc được là “{reading}”, chỉ có thể là {readings}. Số trên giấy không được sửa: nếu chép sai, hãy chép lại.',
    en: '“{raw}” cannot be read as “{reading}”, only as {readings}. A printed number is not corrected: if it was copied wrongly, copy it again.',
  },
  FIGURE_PERCENT_TOO_LARGE: {
    category: 'invalid',
    params: { raw: asGiven },
    vi: 'Tỷ lệ “{raw}” lớn hơn 100 %. Hãy kiểm tra lại con số và đơn vị tính.',
    en: 'The share “{raw}” is more than 100 %. Check the number and the unit of measure.',
  },
  FIGURE_TAKEN: {
    category: 'conflict',
    vi: 'Đơn vị đã báo cáo chỉ tiêu này cho đúng kỳ và phạm vi ấy. Hãy đính chính số liệu đã có (correctFigure).',
    en: 'The unit has reported this indicator for exactly this period and coverage. Correct that figure (correctFigure).',
  },
  FIGURE_PERIOD_BACKWARDS: {
    category: 'invalid',
    params: { starts: date, ends: date },
    vi: 'Kỳ báo cáo kết thúc ({ends}) trước khi bắt đầu ({starts}).',
    en: 'The period ends ({ends}) before it starts ({starts}).',
  },
  FIGURE_PERIOD_IN_FUTURE: {
    category: 'invalid',
    params: { ends: date },
    vi: 'Kỳ báo cáo kết thúc {ends}, ở tương lai. Hãy ghi kỳ đã qua, hoặc ngày chốt số liệu.',
    en: 'The period ends {ends}, which lies in the future. Give a period that has passed, or the day up to which was counted.',
  },
  FIGURE_APPROVED_BY_REPORTER: {
    category: 'conflict',
    vi: 'Bạn đã báo cáo hoặc đính chính số liệu này, nên người khác duyệt hoặc trả lại.',
    en: 'You reported or corrected this figure, so somebody else approves or returns it.',
  },
  FIGURE_TARGET_NOT_FOUND: {
    category: 'notFound',
    of: 'FigureTarget',
    vi: 'Không tìm thấy mức giao “{id}”.',
    en: 'There is no target “{id}”.',
  },
  FIGURE_REMARK_NOT_FOUND: {
    category: 'notFound',
    of: 'FigureRemark',
    vi: 'Không tìm thấy ý kiến “{id}”.',
    en: 'There is no remark “{id}”.',
  },
  FIGURE_TARGET_TAKEN: {
    category: 'conflict',
    params: { value: asGiven },
    vi: 'Chỉ tiêu này của đơn vị, kỳ và phạm vi ấy đã có mức giao {value}. Hãy đính chính mức đã giao (correctFigureTarget).',
    en: 'This indicator of the unit, period and coverage has the target {value} already. Correct that one (correctFigureTarget).',
  },
  FIGURE_TARGET_VALUE_INVALID: {
    category: 'invalid',
    params: { value: asGiven, decimals: count },
    vi: 'Mức giao “{value}” không dùng được: cần số không âm, nhiều nhất {decimals} chữ số thập phân theo chỉ tiêu.',
    en: 'The target “{value}” cannot be used: it is at least 0, with at most {decimals} decimals as the indicator has.',
  },
  FIGURE_REMARK_OF_OTHERS: {
    category: 'forbidden',
    params: { author: asGiven },
    vi: 'Ý kiến này của {author}: người ấy, cán bộ ban hoặc lãnh đạo của đơn vị ghi kết quả xử lý; chỉ người ấy gỡ bỏ.',
    en: 'This remark is that of {author}: they, board staff or a leader of the unit say what came of it, and only they remove it.',
  },
  FIGURE_REMARK_NOT_OPEN: {
    category: 'conflict',
    vi: 'Ý kiến này không cần theo dõi, hoặc đã xử lý xong.',
    en: 'This remark is not to be followed up, or it is settled already.',
  },
  FIGURE_TOTAL_UNIT_NOT_IN_FORCE: {
    category: 'invalid',
    params: { unit: asGiven, day: date },
    vi: 'Đơn vị “{unit}” không còn vào ngày {day}, và không có đơn vị kế thừa toàn bộ để tính lại theo. Hãy tổng hợp theo đơn vị như báo cáo, hoặc hỏi đơn vị của ngày ấy.',
    en: 'The unit “{unit}” is not in force on {day}, and nothing can be restated to it. Ask by the units as reported, or ask a unit of that day.',
  },
});

constraintError('indicator_code_taken', 'INDICATOR_CODE_TAKEN');
constraintError('identity_name_taken', 'IDENTITY_NAME_TAKEN');
constraintError('figure_taken', 'FIGURE_TAKEN');
constraintError('figure_target_taken', 'FIGURE_TARGET_TAKEN', { value: '…' });
