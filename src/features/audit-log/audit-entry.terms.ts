import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const auditTerms = {
  AuditEntry: term('dòng nhật ký', 'One line of the audit trail: who did what to which object, when and why'),
  AuditFault: enumTerm('chỗ hỏng của nhật ký', 'What is wrong at a position of the audit trail', {
    ALTERED: term('bị sửa', 'The entry differs from what was sealed'),
    MISSING: term('bị mất', 'The entry or its seal is gone'),
    SMUGGLED: term('chèn lén', 'An entry has no seal and does not wait for one'),
  }),
  AuditVerification: term(
    'kết quả kiểm tra nhật ký',
    'Whether the audit trail is as it was sealed',
    'Each verification reads the whole trail.',
  ),
  AuditEntryOrder: enumTerm('thứ tự nhật ký', 'Order of the audit trail', {
    AT: term('cũ nhất trước', 'By moment, the earliest first'),
    AT_DESC: term('mới nhất trước', 'By moment, the latest first'),
  }),
} as const satisfies Terms;
