import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const auditTerms = {
  AuditEntry: term('dòng nhật ký', 'One line of the audit trail: who did what to which object, when and why'),
  AuditEntryOrder: enumTerm('thứ tự nhật ký', 'Order of the audit trail', {
    AT: term('cũ nhất trước', 'By moment, the earliest first'),
    AT_DESC: term('mới nhất trước', 'By moment, the latest first'),
  }),
} as const satisfies Terms;
