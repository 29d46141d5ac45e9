import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const decisionTerms = {
  Decision: term('quyết định, văn bản', 'An official document that decides or announces something, as its paper states it'),
  DecisionKind: enumTerm(
    'loại văn bản',
    'Class of an official document',
    {
      DECISION: term('quyết định', 'Decision, usually with QĐ in its symbol'),
      RESOLUTION: term('nghị quyết', 'Resolution, usually with NQ in its symbol'),
      PLAN: term('kế hoạch', 'Plan, usually with KH in its symbol'),
      GUIDANCE: term('hướng dẫn', 'Guidance, usually with HD in its symbol'),
      SCHEME: term('đề án', 'Scheme, usually with ĐA in its symbol'),
      NOTICE: term('thông báo', 'Notice, usually with TB in its symbol'),
      OTHER: term('văn bản khác', 'Document of another class'),
    },
    'A working list: the classes of 30/2020/NĐ-CP and 36-HD/VPTW that the movement uses. Each issuer numbers each class separately.',
  ),
  DecisionState: enumTerm('trạng thái văn bản', 'What became of a decision', {
    DRAFT: term('dự thảo', 'Not issued yet; seen by those who reach its issuer'),
    ISSUED: term('đã ban hành', 'Issued, or entered from its paper'),
    AMENDED: term('đã được sửa đổi', 'Amended by another decision'),
    REVOKED: term('đã thu hồi', 'Revoked, with what it carried'),
  }),
  RevocationGround: enumTerm('căn cứ thu hồi', 'Why a decision or a commendation is revoked, by the law 06/2022/QH15', {
    FALSE_DECLARATION: term('kê khai gian dối', 'False declaration'),
    FORGED_FILE: term('cung cấp thông tin sai, hồ sơ giả', 'False information or a forged dossier by others'),
    APPRAISAL_AGAINST_RULES: term('thẩm định trái quy định', 'Appraisal against the rules'),
    VIOLATION: term('có kết luận vi phạm', 'A conclusion of violation'),
  }),
  DecisionPreviewed: term('xem trước quyết định', 'What a decision carries, and the state of its draft'),
  DecisionCarries: term('nội dung kéo theo', 'What a decision carries, and what becomes of it when the decision is revoked'),
  DecisionContentChange: term('thay đổi sau phê duyệt', 'A difference between what was approved and what a draft says now'),
  DecisionOrder: enumTerm('thứ tự văn bản', 'Order of a list of decisions', {
    ISSUED_ON: term('theo ngày ban hành', 'By the last possible day of issue, the earliest first, those not known last'),
    ISSUED_ON_DESC: term('theo ngày ban hành, mới nhất trước', 'By the last possible day of issue, the latest first, those not known last'),
    NUMBER: term('theo số', 'By number as a value, 9 before 10, those not known last'),
    NUMBER_DESC: term('theo số, giảm dần', 'By number, descending, those not known last'),
  }),
  DECISION_SCAN: term('bản quét văn bản', 'The scanned paper of a decision'),
} as const satisfies Terms;
