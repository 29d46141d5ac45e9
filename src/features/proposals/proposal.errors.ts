import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, count, date, itsWords, wordFor } from '../../shared/writing.js';
import { FORM_NAMES } from '../commendations/forms/forms.js';
import { SUBJECT_NAMES } from '../commendations/commendation.names.js';

const form = wordFor(FORM_NAMES);
const kind = wordFor(SUBJECT_NAMES);

export const ProposalErrors = errors({
  PROPOSAL_NOT_FOUND: { category: 'notFound', of: 'Proposal', vi: 'Không tìm thấy tờ trình “{id}”.', en: 'There is no proposal “{id}”.' },
  PROPOSAL_UNIT_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có đơn vị “{id}”. Hãy chọn đơn vị trong danh mục.',
    en: 'There is no unit “{id}”. Choose one of the registry.',
  },
  PROPOSAL_UNIT_NOT_IN_FORCE: {
    category: 'conflict',
    params: { unit: asGiven, date },
    vi: '“{unit}” không hoạt động vào ngày {date}. Hãy trình cơ quan kế thừa đang có thẩm quyền.',
    en: '“{unit}” is not in force on {date}. Send it to the body that succeeds it and has the power.',
  },
  PROPOSAL_ROUND_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Bạn không thấy đợt thẩm định “{id}”. Hãy chọn đợt khác.',
    en: 'You see no appraisal round “{id}”. Choose another.',
  },
  PROPOSAL_ROUND_OPEN: {
    category: 'conflict',
    params: { round: asGiven },
    vi: 'Đợt thẩm định “{round}” chưa đóng, nên chưa có kết quả làm căn cứ khen thưởng. Hãy đóng đợt (closeAppraisalRound) rồi lập tờ trình.',
    en: 'The round “{round}” is not closed, so it has no results to propose from. Close it first (closeAppraisalRound).',
  },
  PROPOSAL_ENTRY_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Đợt này không có kết quả “{id}”, hoặc mục ấy đã rút. Hãy chọn kết quả của đợt.',
    en: 'The round has no result “{id}”, or its entry has left. Choose one of the round.',
  },
  PROPOSAL_ENTRY_UNDECIDED: {
    category: 'conflict',
    params: { number: count },
    vi: 'Kết quả số {number} còn chỗ văn bản để ngỏ. Lãnh đạo cần quyết định trước (decideGrade, decideTie).',
    en: 'The result of entry {number} is still open by the text. A leader decides it first (decideGrade, decideTie).',
  },
  PROPOSAL_WITHOUT_ITEMS: {
    category: 'invalid',
    vi: 'Tờ trình chưa đề nghị khen ai. Hãy nêu đối tượng, hoặc đợt thẩm định có kết quả.',
    en: 'The proposal names nobody. Give its lines, or a round that has results.',
  },
  PROPOSAL_CONDITION_UNKNOWN: {
    category: 'invalid',
    params: { code: asGiven, form, known: asGiven },
    vi: 'Tiêu chuẩn {form} không có điều kiện “{code}”. Các điều kiện: {known}.',
    en: 'The standard of {form} has no condition “{code}”. Its conditions: {known}.',
  },
  PROPOSAL_DECIDED: {
    category: 'conflict',
    vi: 'Tờ trình đã được quyết định, nội dung đã duyệt không đổi nữa. Muốn khen thêm, hãy lập tờ trình mới.',
    en: 'The proposal is decided, and what was approved stays. For more, draft another one.',
  },
  PROPOSAL_DAY_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày {date} ở tương lai. Hãy ghi sau khi việc đã xảy ra.',
    en: 'The day {date} lies in the future. Enter it once it has happened.',
  },
  PROPOSAL_RECEIVED_BEFORE_SENT: {
    category: 'invalid',
    params: { received: date, sent: date },
    vi: 'Ngày nhận hồ sơ {received} trước ngày trình {sent}. Hãy kiểm tra lại: ngày nhận quyết định luật áp dụng.',
    en: 'The dossier was received on {received}, before it was sent on {sent}. Check both: the day decides which law governs.',
  },
  PROPOSAL_SENT_BEFORE_ROUND_CLOSED: {
    category: 'invalid',
    params: { date, closed: date },
    vi: 'Ngày trình {date} trước ngày đóng đợt thẩm định {closed}. Hãy kiểm tra lại ngày.',
    en: 'It was sent on {date}, before the round was closed on {closed}. Check the day.',
  },
  PROPOSAL_ISSUER_DIFFERS: {
    category: 'conflict',
    params: { sent: asGiven, issuer: asGiven },
    vi: 'Tờ trình gửi “{sent}”, quyết định lại của “{issuer}”. Hãy trả lại (returnProposal) rồi trình đúng cơ quan ban hành.',
    en: 'The proposal was sent to “{sent}”, and the decision is of “{issuer}”. Return it (returnProposal) and send it to the body that issues.',
  },
  PROPOSAL_CHANGED_SINCE_APPROVAL: {
    category: 'conflict',
    params: { changes: asGiven },
    vi: 'Nội dung đã đổi sau khi duyệt: {changes}. Hãy xem lại và duyệt nội dung hiện tại.',
    en: 'The content has changed since it was approved: {changes}. Read it again and approve what it says now.',
  },
  PROPOSAL_HASH_UNKNOWN: {
    category: 'invalid',
    vi: 'Mã nội dung được duyệt không phải của tờ trình này. Hãy đọc lại tờ trình (contentHash).',
    en: 'The approved hash is of no content of this proposal. Read the proposal again (contentHash).',
  },
  PROPOSAL_COMMENT_STILL_OPEN: {
    category: 'conflict',
    params: { to: date, date },
    vi: 'Đang lấy ý kiến công khai đến hết ngày {to}, chưa thể quyết định ngày {date}. Hãy chờ hết thời hạn.',
    en: 'It is public for comment until {to}, so it cannot be decided on {date}. Wait until that is over.',
  },
  PROPOSAL_HOLIDAYS_NOT_ENTERED: {
    category: 'warning',
    params: { years: asGiven },
    vi: 'Lịch nghỉ năm {years} chưa được nhập (Tết, nghỉ bù, hoán đổi), nên ngày cuối công khai có thể sai. Hãy nhập lịch rồi mở lại thời gian công khai.',
    en: 'The days off of {years} are not entered (the lunar new year, days in lieu, swaps), so the last day for comment can be wrong. Enter them, and open it anew.',
  },
  PROPOSAL_COMMENT_BEGUN: {
    category: 'conflict',
    params: { first: date, last: date },
    vi: 'Thời gian công khai đã bắt đầu từ {first} (đến hết {last}), không dời được ngày đầu. Hãy bỏ trống ngày đầu để tính từ ngày ấy, hoặc mở đợt mới sau ngày {last}.',
    en: 'It is public since {first} (until {last}), and that first day stays. Leave the first day out to count from it, or open another period after {last}.',
  },
  PROPOSAL_COMMENT_FROM_EARLIER: {
    category: 'conflict',
    params: { date },
    vi: 'Thời gian công khai tính từ hôm nay. Nếu đề nghị đã được công khai từ {date}, hãy nêu giấy tờ thể hiện ngày ấy (source).',
    en: 'The time of public comment counts from today. If the proposal was made public on {date}, name the paper that shows that day (source).',
  },
  PROPOSAL_COMMENT_SHORTENED: {
    category: 'conflict',
    params: { days: count, promised: count },
    vi: 'Đã công khai với thời hạn {promised} ngày làm việc, không rút xuống {days}. Hãy giữ hoặc kéo dài thời hạn.',
    en: 'It is public for {promised} working days, and that is not cut to {days}. Keep the time or make it longer.',
  },
  PROPOSAL_NOT_A_DRAFT: {
    category: 'conflict',
    vi: 'Tờ trình đã được trình, nên không gỡ được: cơ quan nhận đã thấy nội dung. Hãy để cơ quan nhận trả lại (returnProposal), hoặc sửa rồi trình lại.',
    en: 'The proposal was sent, so it is not removed: the body that received it has seen it. Let that body return it (returnProposal), or edit it and send it again.',
  },
  PROPOSAL_COMMENT_CLOSED: {
    category: 'conflict',
    vi: 'Ý kiến chỉ ghi trong thời gian công khai. Hãy mở thời gian công khai trước (openPublicComment), hoặc kiểm tra lại ngày nhận.',
    en: 'Objections are taken while the proposal is public. Open it first (openPublicComment), or check the day.',
  },
  PROPOSAL_OBJECTIONS_OPEN: {
    category: 'conflict',
    params: { n: count },
    vi: 'Còn {n} ý kiến phản ánh chưa trả lời. Hãy trả lời (answerObjection), hoặc nêu lý do vẫn quyết định.',
    en: '{n} objections are not answered. Answer them (answerObjection), or give the reason to decide all the same.',
  },
  PROPOSAL_CLEARANCES_OPEN: {
    category: 'conflict',
    params: { agencies: asGiven },
    vi: 'Chưa có ý kiến đồng thuận của {agencies}. Hãy ghi câu trả lời (answerClearance), hoặc nêu lý do vẫn quyết định.',
    en: 'There is no clear answer of {agencies}. Enter it (answerClearance), or give the reason to decide all the same.',
  },
  PROPOSAL_PART_NOT_FOUND: {
    category: 'notFound',
    vi: 'Tờ trình không có ý kiến hay văn bản hỏi này.',
    en: 'The proposal has no such objection or question.',
  },
  PROPOSAL_ANSWERED_ALREADY: {
    category: 'conflict',
    vi: 'Mục này đã có trả lời.',
    en: 'This has been answered already.',
  },
  PROPOSAL_ANSWERED_EARLIER: {
    category: 'invalid',
    params: { date, asked: date },
    vi: 'Ngày trả lời {date} trước ngày hỏi {asked}. Hãy kiểm tra lại hai ngày.',
    en: 'It was answered on {date}, before it was asked on {asked}. Check both days.',
  },
  PROPOSAL_LEAVES_ALL_OUT: {
    category: 'invalid',
    vi: 'Quyết định không khen ai. Hãy trả lại tờ trình (returnProposal).',
    en: 'The decision would grant nothing. Return the proposal instead (returnProposal).',
  },
  PROPOSAL_ITEM_UNKNOWN: {
    category: 'invalid',
    params: { number: asGiven },
    vi: 'Tờ trình không có dòng số {number}.',
    en: 'The proposal has no line {number}.',
  },
  COMMENDATION_QUOTA_EXCEEDED: {
    category: 'conflict',
    params: { form, kind, block: asGiven, most: count, granted: count, given: count, basis: asGiven },
    vi: 'Vượt hạn mức {form} cho {kind}, khối “{block}”: {basis} cho {most}, đã tặng {granted}, quyết định này thêm {given}. Hãy bỏ bớt dòng, hoặc sửa hạn mức của đợt nếu nhập sai (setCommendationQuotas).',
    en: 'More {form} for {kind} than the quota of the block “{block}”: {basis} allows {most}, {granted} are granted, and this decision adds {given}. Leave lines out, or mend the quota of the round if it was entered wrongly (setCommendationQuotas).',
  },
  COMMENDATION_RESULT_NOT_NAMED: {
    category: 'conflict',
    params: { result: itsWords },
    vi: 'Đối tượng hoặc mô hình này có {result}, đợt có hạn mức cho hình thức này. Hãy ghi kết quả ấy (evaluationId) để tính vào hạn mức (tên trong danh sách không ghi kết quả: tặng bằng một dòng riêng); nếu là thành tích sau đợt, hãy ghi thời gian của thành tích (periodFrom).',
    en: 'This recipient or model has {result}, which has a quota for this form. Name that result (evaluationId), so that the quota counts it (a name of a list without a result: grant it in a line of its own); for an achievement after the round, give its time (periodFrom).',
  },
  PROPOSAL_ITEM_BESIDE_QUOTA: {
    category: 'conflict',
    params: { number: count, round: itsWords },
    vi: 'Dòng {number} không ghi kết quả nào của {round}, trong khi đợt có hạn mức cho hình thức và đối tượng này. Hãy ghi kết quả (evaluationId), hoặc bỏ dòng này và đề nghị trong tờ trình khác không theo đợt.',
    en: 'Line {number} names no result of {round}, which has a quota for this form and kind. Name the result (evaluationId), or leave the line out and propose it in another proposal that is of no round.',
  },
  COMMENDATION_QUOTA_BELOW_GRANTED: {
    category: 'conflict',
    params: { form, kind, block: asGiven, most: count, granted: count },
    vi: 'Hạn mức {most} {form} cho {kind}, khối “{block}”, thấp hơn số đã tặng là {granted}. Hãy ghi đúng hạn mức, hoặc thu hồi trước.',
    en: 'A quota of {most} {form} for {kind} in the block “{block}” is below the {granted} that are granted. Give the right number, or revoke first.',
  },
  COMMENDATION_QUOTA_TWICE: {
    category: 'invalid',
    params: { form, kind, block: asGiven },
    vi: 'Hạn mức {form} cho {kind}, khối “{block}”, được ghi hai lần. Hãy giữ một dòng.',
    en: 'The quota of {form} for {kind} in the block “{block}” is given twice. Keep one line.',
  },
  COMMENDATION_QUOTA_ACT_UNKNOWN: {
    category: 'invalid',
    params: { act: asGiven, date },
    vi: 'Sổ đăng ký không có hạn mức theo “{act}” vào ngày {date}. Hãy nhập từng dòng (lines).',
    en: 'The registry knows no quotas by “{act}” on {date}. Give the lines themselves (lines).',
  },
  COMMENDATION_HELD: {
    category: 'conflict',
    params: { recipient: asGiven, review: date },
    vi: '“{recipient}” đang thuộc diện chưa khen thưởng (152/2025/NĐ-CP, Điều 4), ngày xem lại {review}. Hãy để dòng này lại, và khen khi đã hết lý do (liftHold).',
    en: '“{recipient}” cannot be granted now (Article 4 of Decree 152/2025); it is reviewed on {review}. Leave this line out, and grant it once the hold is lifted (liftHold).',
  },
  HOLD_NOT_FOUND: {
    category: 'notFound',
    of: 'Hold',
    vi: 'Không tìm thấy ghi nhận chưa khen thưởng “{id}”.',
    en: 'There is no hold “{id}”.',
  },
  HOLD_NEEDS_RECIPIENT: {
    category: 'invalid',
    vi: 'Chưa rõ ai chưa được khen. Hãy ghi người, hoặc đơn vị kèm tên nếu không phải chính đơn vị.',
    en: 'Who is held is not said. Give a person, or a unit, with a name where it is not the unit itself.',
  },
  HOLD_PERSON_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có người “{id}” trong danh bạ. Hãy thêm người trước (recordPerson), hoặc ghi đơn vị và tên.',
    en: 'There is no person “{id}”. Add the person first (recordPerson), or give unit and name.',
  },
  HOLD_COUNCIL_UNKNOWN: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có hội đồng “{id}”. Hãy chọn hội đồng khác.',
    en: 'There is no council “{id}”. Choose another.',
  },
  HOLD_REVIEW_NOT_LATER: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày xem lại {date} phải sau hôm nay: một lý do chưa khen không kéo dài mà không xem lại.',
    en: 'The day of review {date} has to lie ahead: nobody is held without a review.',
  },
  HOLD_LIFTED_ALREADY: {
    category: 'conflict',
    params: { date },
    vi: 'Đã hết diện chưa khen thưởng từ ngày {date}.',
    en: 'The hold was lifted on {date}.',
  },
});

constraintError('commendation_quota_taken', 'COMMENDATION_QUOTA_TWICE', { form: '?', kind: '?', block: '?' });
