import { errorOf, errors } from '../../platform/errors/catalogue.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { asGiven, count } from '../../shared/writing.js';
import type { Finding } from './rules/version-content.js';

/** What the rules find in a version or a sheet, as the error with its sentences. */
export const errorOfFinding = ({ code, params, path }: Pick<Finding, 'code' | 'params' | 'path'>): DomainError =>
  errorOf(code, params).at(...path);

errors({
  CRITERIA_NONE: {
    category: 'invalid',
    vi: 'Chưa có tiêu chí nào.',
    en: 'There are no criteria yet.',
  },
  CRITERIA_TOO_MANY: {
    category: 'invalid',
    params: { count, max: count },
    vi: 'Có {count} tiêu chí; một phiên bản có nhiều nhất {max}. Hãy kiểm tra lại tệp.',
    en: 'There are {count} criteria; a version has at most {max}. Check the file.',
  },
  CRITERIA_TOO_DEEP: {
    category: 'invalid',
    params: { code: asGiven, max: count },
    vi: 'Tiêu chí “{code}” nằm sâu hơn {max} cấp. Hãy gộp bớt cấp.',
    en: 'The criterion “{code}” is deeper than {max} levels. Use fewer levels.',
  },
  CRITERION_CODE_TWICE: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã tiêu chí “{code}” có hai lần. Mỗi mã dùng một lần trong phiên bản.',
    en: 'The code “{code}” is used by two criteria. A code is used once in a version.',
  },
  CRITERION_PARENT_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven, parent: asGiven },
    vi: 'Tiêu chí “{code}” thuộc “{parent}”, nhưng không có mã ấy.',
    en: 'The criterion “{code}” is below “{parent}”, and there is no such code.',
  },
  CRITERION_BELOW_ITSELF: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Tiêu chí “{code}” nằm dưới chính nó (vòng lặp). Hãy sửa mã cấp trên (parentCode).',
    en: 'The criterion “{code}” is below itself (a circle). Correct its parentCode.',
  },
  CRITERION_BEFORE_ITS_PARENT: {
    category: 'invalid',
    params: { code: asGiven, parent: asGiven },
    vi: 'Tiêu chí “{code}” đứng trước “{parent}” là cấp trên của nó. Hãy xếp theo thứ tự đọc.',
    en: 'The criterion “{code}” comes before “{parent}”, which is above it. List them in reading order.',
  },
  CRITERION_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Không có tiêu chí mang mã “{code}”.',
    en: 'There is no criterion with the code “{code}”.',
  },
  CRITERIA_SUM_DIFFERS: {
    category: 'invalid',
    params: { sum: asGiven, maximum: asGiven },
    vi: 'Tổng điểm tối đa của các nhóm là {sum}, khác điểm tối đa của bộ là {maximum}.',
    en: 'The maxima of the groups add up to {sum}, and the maximum of the version is {maximum}.',
  },
  CRITERION_SUM_DIFFERS: {
    category: 'invalid',
    params: { code: asGiven, sum: asGiven, maximum: asGiven },
    vi: 'Tổng điểm tối đa bên dưới “{code}” là {sum}, khác điểm tối đa của nó là {maximum}.',
    en: 'The maxima below “{code}” add up to {sum}, and its own maximum is {maximum}.',
  },
  CRITERIA_TOTAL_MISSING: {
    category: 'invalid',
    vi: 'Chưa có điểm tối đa của cả bộ.',
    en: 'The maximum of the whole version is missing.',
  },
  CRITERIA_MAXIMA_MISSING: {
    category: 'invalid',
    vi: 'Chưa tiêu chí nào có điểm tối đa, nên chưa chấm được.',
    en: 'No criterion has a maximum, so nothing can be scored.',
  },
  CRITERION_MAXIMUM_MISSING: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Tiêu chí “{code}” chưa có điểm tối đa, trong khi tiêu chí cùng cấp đã có.',
    en: 'The criterion “{code}” has no maximum, and the others of its group have.',
  },
  CRITERIA_MAXIMUM_ZERO: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Điểm tối đa của “{code}” phải lớn hơn 0.',
    en: 'The maximum of “{code}” has to be more than zero.',
  },
  CRITERIA_POINTS_UNEXPECTED: {
    category: 'invalid',
    vi: 'Phiên bản này không chấm điểm nên không ghi điểm ở đây. Hãy bỏ điểm, hoặc chọn cách chấm điểm.',
    en: 'The version is not scored by points, so none are given here. Remove them, or let it be scored by points.',
  },
  POINTS_NOT_READABLE: {
    category: 'invalid',
    params: { text: asGiven, places: count },
    vi: 'Không đọc được điểm “{text}”. Hãy viết bằng chữ số, phần lẻ sau dấu chấm và không quá {places} chữ số, ví dụ 8 hoặc 8.5; không dùng dấu phẩy, dấu trừ hay chữ e.',
    en: 'The points “{text}” cannot be read. Write digits, with at most {places} decimals after a point, such as 8 or 8.5; no comma, sign or exponent.',
  },
  CRITERION_LEVEL_BACKWARDS: {
    category: 'invalid',
    params: { level: asGiven },
    vi: 'Mức “{level}” có điểm thấp nhất lớn hơn điểm cao nhất.',
    en: 'The level “{level}” starts above its end.',
  },
  CRITERION_LEVEL_ABOVE_MAXIMUM: {
    category: 'invalid',
    params: { level: asGiven, code: asGiven, maximum: asGiven },
    vi: 'Mức “{level}” của “{code}” vượt điểm tối đa {maximum}.',
    en: 'The level “{level}” of “{code}” is above its maximum, {maximum}.',
  },
  GRADES_NONE: { category: 'invalid', vi: 'Chưa có xếp loại nào.', en: 'There are no grades yet.' },
  GRADES_WITHOUT_POINTS: {
    category: 'invalid',
    vi: 'Ngưỡng xếp loại chỉ dùng cho bộ chấm điểm.',
    en: 'Grades have thresholds in points; this version has none.',
  },
  GRADE_CODE_TWICE: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã xếp loại “{code}” có hai lần.',
    en: 'The code “{code}” is used by two grades.',
  },
  GRADE_BOUNDS_EMPTY: {
    category: 'invalid',
    params: { grade: asGiven },
    vi: 'Không số điểm nào thuộc loại “{grade}”: ngưỡng dưới cao hơn ngưỡng trên.',
    en: 'No points are within “{grade}”: its lower bound is above its upper.',
  },
  GRADES_OVERLAP: {
    category: 'invalid',
    params: { grade: asGiven, other: asGiven },
    vi: 'Loại “{grade}” và “{other}” trùng điểm nhau. Hãy sửa ngưỡng.',
    en: 'The grades “{grade}” and “{other}” share points. Correct the bounds.',
  },
  GRADES_NOT_FROM_THE_BEST: {
    category: 'invalid',
    params: { grade: asGiven },
    vi: 'Xếp loại phải liệt kê từ cao xuống thấp; “{grade}” đứng sai chỗ.',
    en: 'Grades are listed from the best to the lowest; “{grade}” is not in its place.',
  },
  GRADES_OPEN_BELOW: {
    category: 'invalid',
    params: { grade: asGiven, at: asGiven },
    vi: 'Dưới {at} điểm không thuộc loại nào (“{grade}” là loại thấp nhất). Hãy thêm loại, hoặc nêu lý do để trống (gradeGap).',
    en: 'Below {at} points there is no grade (“{grade}” is the lowest). Add one, or state why it is left open (gradeGap).',
  },
  GRADES_OPEN_ABOVE: {
    category: 'invalid',
    params: { grade: asGiven, at: asGiven },
    vi: 'Trên {at} điểm không thuộc loại nào (“{grade}” là loại cao nhất). Hãy bỏ ngưỡng trên, hoặc nêu lý do để trống (gradeGap).',
    en: 'Above {at} points there is no grade (“{grade}” is the best). Remove its upper bound, or state why it is left open (gradeGap).',
  },
  GRADES_OPEN_BETWEEN: {
    category: 'invalid',
    params: { grade: asGiven, other: asGiven },
    vi: 'Có số điểm nằm giữa “{grade}” và “{other}” không thuộc loại nào. Hãy sửa ngưỡng, hoặc nêu lý do để trống (gradeGap).',
    en: 'Points between “{grade}” and “{other}” have no grade. Correct the bounds, or state why they are left open (gradeGap).',
  },
  GRADE_CONDITION_LEAVES_A_GAP: {
    category: 'invalid',
    params: { grade: asGiven },
    vi: 'Đủ điểm loại “{grade}” mà không đạt điều kiện kèm theo thì không thuộc loại nào. Hãy nêu điều đó và lý do (gradeGap).',
    en: 'Points of “{grade}” without its conditions have no grade. State so, with the reason (gradeGap).',
  },
  GRADE_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Không có xếp loại mang mã “{code}”.',
    en: 'There is no grade with the code “{code}”.',
  },
  ANSWER_CODE_TWICE: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Mã “{code}” dùng cho hai điều khác nhau.',
    en: 'The code “{code}” is used for two different facts.',
  },
  CONDITION_WITHOUT_CODE: {
    category: 'invalid',
    vi: 'Điều kiện do người trả lời cần có mã (code).',
    en: 'A condition that people answer needs a code.',
  },
  QUOTA_OF_ITSELF: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Tỷ lệ của loại “{code}” phải tính trên số của một loại khác.',
    en: 'The quota of the grade “{code}” has to be a share of another grade.',
  },
  QUOTA_ABOVE_ALL: { category: 'invalid', vi: 'Tỷ lệ không quá 100 %.', en: 'A share is at most 100 %.' },
  CHECKLIST_RULE_MISSING: {
    category: 'invalid',
    vi: 'Chưa nêu một mục đạt theo đa số nào, và phải đạt tất cả hay ít nhất bao nhiêu mục (checklist).',
    en: 'By which majority an item is met, and whether all or at least a number of them have to be, is missing (checklist).',
  },
  CHECKLIST_RULE_UNEXPECTED: {
    category: 'invalid',
    vi: 'Quy tắc đạt (checklist) chỉ dùng cho bộ chấm đạt, không đạt.',
    en: 'The rule of a checklist is only for a version that is one.',
  },
  CHECKLIST_SHARE_NOT_READABLE: {
    category: 'invalid',
    params: { text: asGiven },
    vi: 'Đa số “{text}” không hợp lệ. Hãy viết phân số không quá 1, ví dụ 1/2 hoặc 2/3; “quá” 1/1 thì không bao giờ đạt.',
    en: 'The majority “{text}” is not valid. Write a fraction of at most one, such as 1/2 or 2/3; more than 1/1 is never reached.',
  },
  CHECKLIST_NEEDS_TOO_MANY: {
    category: 'invalid',
    params: { count, items: count },
    vi: 'Cần đạt {count} mục, trong khi bộ này có {items} mục.',
    en: 'So many items have to be met: {count}; the version has {items}.',
  },
  SHEET_CRITERION_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Phiếu có “{code}”, không phải tiêu chí được chấm của phiên bản này.',
    en: 'The sheet has “{code}”, which is no scored criterion of this version.',
  },
  SHEET_CRITERION_MISSING: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Phiếu chưa chấm tiêu chí “{code}”. Tiêu chí bỏ trống không được tính là 0 điểm.',
    en: 'The sheet does not score the criterion “{code}”. What is left out is not taken for zero.',
  },
  SHEET_ABOVE_MAXIMUM: {
    category: 'invalid',
    params: { code: asGiven, points: asGiven, maximum: asGiven },
    vi: 'Tiêu chí “{code}” chấm {points} điểm, vượt điểm tối đa {maximum}.',
    en: 'The criterion “{code}” is given {points} points; its maximum is {maximum}.',
  },
});
