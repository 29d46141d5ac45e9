import { constraintError } from '../../platform/database/database-errors.js';
import { errors } from '../../platform/errors/catalogue.js';
import { asGiven, date, wordFor, type Writer } from '../../shared/writing.js';
import { DECISION_STATE_NAMES } from './decision.names.js';

const listed: Writer<readonly string[]> = items => items.join('; ');

export const DecisionErrors = errors({
  DECISION_NOT_FOUND: { category: 'notFound', of: 'Decision', vi: 'Không tìm thấy quyết định “{id}”.', en: 'There is no decision “{id}”.' },
  DECISION_NUMBER_TAKEN: {
    category: 'conflict',
    params: { issuer: asGiven, number: asGiven, date },
    vi: '“{issuer}” đã có văn bản cùng loại số “{number}”, ban hành: {date}, trong năm đó. Hãy dùng văn bản ấy, hoặc kiểm tra lại số.',
    en: '“{issuer}” already has a paper of this kind with the number “{number}”, issued: {date}, in that year. Use that one, or check the number.',
  },
  DECISION_IN_FUTURE: {
    category: 'invalid',
    params: { date },
    vi: 'Ngày ban hành {date} ở tương lai. Hãy ghi ngày trên văn bản.',
    en: 'The day of issue, {date}, lies in the future. Give the day that is written on the paper.',
  },
  DECISION_AFTER_EFFECT: {
    category: 'conflict',
    params: { date },
    vi: 'Đã có việc làm theo quyết định này từ ngày {date}, nên ngày ban hành không thể muộn hơn. Hãy xem lại ngày trên văn bản; nếu ngày mới là đúng, hãy sửa những việc ấy trước.',
    en: 'Things were done by this decision from {date} on, so it cannot have been issued later. Check the day that is written on the paper; if it is right, correct those things first.',
  },
  DECISION_NOT_APPROVED: {
    category: 'conflict',
    vi: 'Dự thảo chưa được phê duyệt. Hãy phê duyệt trước khi ban hành (approveDecision).',
    en: 'The draft is not approved. Approve it before it is issued (approveDecision).',
  },
  DECISION_CHANGED_SINCE_APPROVAL: {
    category: 'conflict',
    params: { changes: listed },
    vi: 'Dự thảo đã thay đổi sau khi phê duyệt: {changes}. Hãy xem lại và phê duyệt lần nữa (approveDecision).',
    en: 'The draft was changed after it was approved: {changes}. Look at it and approve it again (approveDecision).',
  },
  DECISION_IN_OTHER_STATE: {
    category: 'conflict',
    params: { state: wordFor(DECISION_STATE_NAMES) },
    vi: 'Không làm được với văn bản ở trạng thái “{state}”. Hãy tải lại để xem trạng thái hiện nay.',
    en: 'This cannot be done with a decision in the state “{state}”. Load it again to see its present state.',
  },
  DECISION_REVOKED_ALREADY: {
    category: 'conflict',
    params: { date },
    vi: 'Văn bản này đã bị thu hồi, hủy bỏ ngày {date}, nên không thu hồi lần nữa. Nếu việc thu hồi ấy ghi nhầm, hãy bỏ nó trước (takeBackDecisionRevocation).',
    en: 'The decision was revoked on {date}, and is not revoked again. If that revocation was entered by mistake, take it back first (takeBackDecisionRevocation).',
  },
  DECISION_NOT_IN_FORCE: {
    category: 'conflict',
    params: { state: wordFor(DECISION_STATE_NAMES) },
    vi: 'Văn bản đang ở trạng thái “{state}”, nên chưa hoặc không còn là căn cứ. Hãy chọn văn bản đang có hiệu lực.',
    en: 'The decision is in the state “{state}”, and so no basis for this. Choose one that is in force.',
  },
  DECISION_REVOKED_BEFORE: {
    category: 'invalid',
    params: { date, issued: date },
    vi: 'Ngày thu hồi {date} trước ngày ban hành ({issued}). Hãy kiểm tra lại.',
    en: 'It is revoked on {date}, before it was issued ({issued}). Check the days.',
  },
  DECISION_UNKNOWN_OTHER: {
    category: 'invalid',
    params: { id: asGiven },
    vi: 'Không có văn bản khác “{id}”. Hãy nhập văn bản ấy trước (recordDecision).',
    en: 'There is no other decision “{id}”. Enter it first (recordDecision).',
  },
  DECISION_NEEDS_SOURCE: {
    category: 'invalid',
    vi: 'Chưa rõ số hoặc ngày ban hành của văn bản. Hãy ghi nguồn cho biết có văn bản này (ví dụ báo cáo, danh sách), hoặc ghi đủ số và ngày.',
    en: 'The number or the exact day of issue is not known. Say where this paper is known from (for example a report or a list), or give both.',
  },
});

// Should two people record the same paper at one moment, the second still gets the sentence.
constraintError('decision_number_taken', 'DECISION_NUMBER_TAKEN');
constraintError('decision_incomplete_has_source', 'DECISION_NEEDS_SOURCE');
