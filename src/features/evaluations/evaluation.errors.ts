import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, listOf } from '../../shared/writing.js';
import { CONFLICT_NAMES } from './evaluation.names.js';

export const EvaluationErrors = errors({
  APPRAISAL_ROUND_NOT_FOUND: {
    category: 'notFound',
    of: 'AppraisalRound',
    vi: 'Không tìm thấy đợt thẩm định “{id}”.',
    en: 'There is no appraisal round “{id}”.',
  },
  EVALUATION_NOT_FOUND: {
    category: 'notFound',
    of: 'Evaluation',
    vi: 'Không tìm thấy kết quả thẩm định “{id}”.',
    en: 'There is no evaluation “{id}”.',
  },
  APPRAISAL_VERSION_NOT_PUBLISHED: {
    category: 'conflict',
    params: { number: count },
    vi: 'Phiên bản {number} của bộ tiêu chí không đang hiệu lực (bản nháp, hoặc đã được thay thế). Hãy chọn phiên bản đã ban hành.',
    en: 'Version {number} of the criteria set is not in force: it is a draft, or superseded. Choose the published version.',
  },
  APPRAISAL_VERSION_OF_ANOTHER_THING: {
    category: 'conflict',
    vi: 'Bộ tiêu chí này không dùng để chấm đối tượng của đợt (mô hình đăng ký, hay đơn vị trong năm). Hãy chọn bộ khác.',
    en: 'The criteria set does not grade what the round appraises (registrations, or units in a year). Choose another set.',
  },
  APPRAISAL_ROUND_NOT_CLOSED: {
    category: 'conflict',
    vi: 'Đợt chưa khóa nên chưa có kết quả để chấm lại. Hãy khóa đợt trước, hoặc xem tạm tính (appraisalAdvice).',
    en: 'The round is not closed, so there are no results to study. Close it first, or look at what is provisional (appraisalAdvice).',
  },
  APPRAISAL_MERGE_CHANGES_RESULT: {
    category: 'conflict',
    params: { round: asGiven, number: count },
    vi: 'Gộp hai người này sẽ làm thay đổi kết quả đã khóa của đợt “{round}”, trường hợp số {number}. Hãy mở lại đợt đó, gộp, rồi khóa lại.',
    en: 'Merging the two would change the stored result of round “{round}”, entry {number}. Reopen that round, merge, and close it again.',
  },
  APPRAISAL_UNIT_WITHHELD: {
    category: 'forbidden',
    vi: 'Đợt đang chấm kín danh nên người chấm không làm thay đơn vị của trường hợp này. Hãy để đơn vị đó tự làm.',
    en: 'The round is being scored blind, so who scores in it does not act for the unit of an entry. Leave it to that unit.',
  },
  APPRAISAL_BLIND_NEEDS_MODELS: {
    category: 'conflict',
    vi: 'Chỉ chấm kín danh được đợt chấm mô hình đăng ký: đơn vị thì ai cũng nhận ra qua việc đã làm. Hãy bỏ chọn “blind”.',
    en: 'Only registrations of models can be scored blind: a unit is recognised by what it did. Leave `blind` out.',
  },
  APPRAISAL_VERSION_NOT_SCORED: {
    category: 'conflict',
    vi: 'Phiên bản này không có tiêu chí nào chấm được (chỉ là nội dung gợi ý, hoặc chưa có điểm tối đa). Hãy chọn phiên bản khác.',
    en: 'The version has no criterion that can be scored: it only gives guidance, or has no maxima. Choose another.',
  },
  APPRAISAL_VERSION_OF_ANOTHER_PERIOD: {
    category: 'conflict',
    params: { year: asGiven, first: date },
    vi: 'Bộ tiêu chí chấm từ {first}, nên không dùng cho năm {year}. Hãy chọn phiên bản áp dụng cho năm đó.',
    en: 'The criteria are scored from {first} on, so not for {year}. Choose the version that applies to that year.',
  },
  APPRAISAL_VERSION_ENDED: {
    category: 'conflict',
    params: { year: asGiven, last: date },
    vi: 'Bộ tiêu chí hết hiệu lực {last}, trước năm {year}. Hãy chọn phiên bản áp dụng cho năm đó.',
    en: 'The criteria ended on {last}, before {year}. Choose the version that applies to that year.',
  },
  APPRAISAL_VERSION_OF_ANOTHER_LEVEL: {
    category: 'conflict',
    vi: 'Bộ tiêu chí dành cho cấp khác với cấp của đợt thẩm định.',
    en: 'The criteria are for another level than the round.',
  },
  APPRAISAL_VERSION_OF_ANOTHER_SUBJECT: {
    category: 'conflict',
    params: { title: asGiven },
    vi: 'Bộ tiêu chí không dành cho loại đối tượng của “{title}” (tập thể, cá nhân, hộ gia đình). Hãy chấm trường hợp này ở đợt khác.',
    en: 'The criteria are not for the subject of “{title}” (collective, individual, household). Appraise it in another round.',
  },
  APPRAISAL_VERSION_OF_ANOTHER_SECTOR: {
    category: 'conflict',
    params: { title: asGiven },
    vi: 'Bộ tiêu chí dành cho lĩnh vực khác với lĩnh vực của “{title}”.',
    en: 'The criteria are for another sector than that of “{title}”.',
  },
  APPRAISAL_MUST_BE_ILLUSTRATIVE: {
    category: 'conflict',
    vi: 'Bộ tiêu chí minh họa chỉ dùng cho đợt minh họa (illustrative).',
    en: 'An illustrative criteria set is only for an illustrative round.',
  },
  APPRAISAL_CLOSES_EARLIER: {
    category: 'invalid',
    params: { date },
    vi: 'Hạn chấm {date} đã qua. Hãy đặt hạn từ hôm nay.',
    en: 'The last day to score, {date}, is over. Set one from today on.',
  },
  APPRAISAL_NO_ENTRY: {
    category: 'invalid',
    vi: 'Đợt thẩm định cần ít nhất một trường hợp: hãy nêu registrationIds, registrationRoundId hoặc unitIds đúng với đối tượng của đợt.',
    en: 'A round needs an entry: give registrationIds, registrationRoundId or unitIds, as what it appraises requires.',
  },
  APPRAISAL_ENTRY_TWICE: {
    category: 'invalid',
    vi: 'Trường hợp này được nêu hai lần. Hãy bỏ một.',
    en: 'This entry is named twice. Leave one out.',
  },
  APPRAISAL_REGISTRATION_NOT_FOUND: {
    category: 'notFound',
    of: 'Registration',
    vi: 'Không tìm thấy lần đăng ký “{id}”.',
    en: 'There is no registration “{id}”.',
  },
  APPRAISAL_ENTRY_ELSEWHERE: {
    category: 'conflict',
    params: { title: asGiven, round: asGiven },
    vi: '“{title}” đang được chấm ở đợt “{round}”. Hãy khóa đợt đó trước.',
    en: '“{title}” is being scored in the round “{round}”. Close that round first.',
  },
  APPRAISAL_ENTRY_LEFT: {
    category: 'conflict',
    params: { number: count, reason: asGiven },
    vi: 'Trường hợp số {number} đã rời đợt thẩm định ({reason}) nên không chấm nữa.',
    en: 'Entry {number} has left the round ({reason}) and is no longer scored.',
  },
  APPRAISAL_WITHOUT_ENTRIES: {
    category: 'conflict',
    vi: 'Đợt thẩm định không còn trường hợp nào.',
    en: 'The round has no entry left.',
  },
  APPRAISAL_SHEETS_AWAITED: {
    category: 'conflict',
    params: { n: count },
    vi: 'Còn chờ {n} phiếu, và quy tắc của đợt là phải chờ. Hãy nộp phiếu, hoặc ghi người không chấm (abstainAppraisal) nếu quy tắc cho phép.',
    en: 'Sheets are awaited ({n}), and the rule of the round is to wait. Have them submitted, or record who abstains (abstainAppraisal) if the rule allows it.',
  },
  APPRAISAL_NEEDS_SESSION: {
    category: 'conflict',
    vi: 'Đợt này có hội đồng: hãy nêu phiên họp đã thông qua kết quả (sessionId).',
    en: 'The round has a council: give the session that adopted the results (sessionId).',
  },
  APPRAISAL_SESSION_OF_ANOTHER_COUNCIL: {
    category: 'invalid',
    vi: 'Phiên họp này không phải của hội đồng của đợt thẩm định.',
    en: 'The session is not one of the council of the round.',
  },
  APPRAISAL_SESSION_EARLIER: {
    category: 'invalid',
    params: { held: date, opened: date },
    vi: 'Phiên họp ngày {held} diễn ra trước ngày mở đợt thẩm định {opened}.',
    en: 'The session of {held} was held before the round was opened on {opened}.',
  },
  APPRAISAL_NO_QUORUM: {
    category: 'conflict',
    params: { why: asGiven },
    vi: 'Phiên họp không đủ điều kiện nên không khóa được đợt thẩm định. {why}',
    en: 'The session has no quorum, so the round cannot be closed. {why}',
  },
  APPRAISAL_NEEDS_REASON: {
    category: 'conflict',
    vi: 'Hãy nêu lý do mở lại (khiếu nại, quy định áp dụng).',
    en: 'Give the reason for opening it again: the complaint, and the rule.',
  },
  APPRAISAL_ENTRY_OF_ANOTHER_ROUND: {
    category: 'invalid',
    vi: 'Trường hợp này thuộc đợt thẩm định khác.',
    en: 'This entry is of another round.',
  },
  APPRAISAL_PERSON_NOT_FOUND: {
    category: 'notFound',
    of: 'Person',
    vi: 'Không tìm thấy người “{id}”.',
    en: 'There is no person “{id}”.',
  },
  APPRAISAL_NOT_A_MEMBER: {
    category: 'invalid',
    params: { person: asGiven, day: date },
    vi: '“{person}” không phải thành viên đương nhiệm của hội đồng ngày {day}. Hãy chọn thành viên khác, hoặc cập nhật nhiệm kỳ.',
    en: '“{person}” is no member in term of the council on {day}. Choose another, or update the term.',
  },
  APPRAISAL_TOO_FEW_JUDGES: {
    category: 'conflict',
    params: { number: count, free: count, needed: count },
    vi: 'Trường hợp số {number} chỉ có {free} người chấm được (không xung đột lợi ích), cần {needed}. Hãy giảm số người chấm mỗi trường hợp, hoặc bổ sung người.',
    en: 'For entry {number} only {free} people may score (without a conflict of interest), and {needed} are needed. Ask for fewer, or add people.',
  },
  APPRAISAL_IN_CONFLICT: {
    category: 'conflict',
    params: { person: asGiven, reasons: listOf(CONFLICT_NAMES) },
    vi: '“{person}” có xung đột lợi ích với trường hợp này ({reasons}) nên không chấm. Hãy phân công người khác, hoặc để lãnh đạo là người thứ hai chấp thuận kèm lý do (overrideConflict).',
    en: '“{person}” has a conflict of interest with this entry ({reasons}) and does not score it. Assign somebody else, or have a leader, as a second person, override it with a reason (overrideConflict).',
  },
  APPRAISAL_NO_CONFLICT: {
    category: 'invalid',
    params: { person: asGiven },
    vi: '“{person}” không có xung đột lợi ích nào với trường hợp này để chấp thuận.',
    en: '“{person}” has no conflict of interest with this entry that could be overridden.',
  },
  APPRAISAL_OVERRIDE_BY_ANOTHER: {
    category: 'conflict',
    vi: 'Người chấp thuận phải là người thứ hai: không phải người có xung đột, cũng không phải người đã khai báo.',
    en: 'A second person overrides it: neither the one in conflict nor the one who declared it.',
  },
  APPRAISAL_NOT_ASSIGNED: {
    category: 'conflict',
    params: { person: asGiven, number: count },
    vi: '“{person}” không được phân công chấm trường hợp số {number}. Hãy đề nghị phân công (assignAppraisals).',
    en: '“{person}” is not assigned to entry {number}. Ask for an assignment (assignAppraisals).',
  },
  APPRAISAL_WHO_ARE_YOU: {
    category: 'conflict',
    vi: 'Tài khoản của bạn chưa gắn với người nào nên không biết bạn là thành viên nào. Hãy nhờ quản trị gắn (linkAccountToPerson), hoặc nhờ thư ký nhập phiếu đã ký.',
    en: 'It is not known which person your account is, so not which member you are. Ask an administrator to link it (linkAccountToPerson), or have the secretary enter your signed sheet.',
  },
  APPRAISAL_ANSWER_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Bộ tiêu chí không hỏi điều nào mang mã “{code}”.',
    en: 'The criteria ask nothing with the code “{code}”.',
  },
  APPRAISAL_NOTHING_TO_ADJUST: {
    category: 'invalid',
    vi: 'Bộ tiêu chí không có điểm thưởng, điểm trừ này.',
    en: 'The criteria have no such bonus or penalty.',
  },
  APPRAISAL_TEXT_DECIDES: {
    category: 'conflict',
    params: { grade: asGiven },
    vi: 'Văn bản đã cho kết quả (“{grade}”) nên không quyết định khác được. Nếu có khiếu nại, hãy mở lại đợt (reopenAppraisalRound).',
    en: 'The text gives the result (“{grade}”), so nothing else is decided. After a complaint, reopen the round (reopenAppraisalRound).',
  },
  APPRAISAL_GRADE_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven },
    vi: 'Bộ tiêu chí không có xếp loại mang mã “{code}”.',
    en: 'The criteria have no grade with the code “{code}”.',
  },
  APPRAISAL_NOT_TIED: {
    category: 'conflict',
    vi: 'Các trường hợp này không cùng một hạng còn để ngỏ. Hãy nêu đủ các trường hợp bằng nhau của một hạng, theo thứ tự quyết định.',
    en: 'These entries do not share one rank that is left open. Name all equal entries of a rank, in the order decided.',
  },
});

constraintError('evaluation_registration_once', 'APPRAISAL_ENTRY_TWICE');
constraintError('evaluation_unit_once', 'APPRAISAL_ENTRY_TWICE');
