import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const reviewTerms = {
  Review: term(
    'sơ kết, tổng kết',
    'A review of a unit’s period: figures, exemplary models, and tasks for the next period',
    'Its figures are those of its units within its period.',
  ),
  ReviewKind: enumTerm('loại hội nghị', 'Whether the movement goes on after a review', {
    INTERIM: term('sơ kết', 'A review on the way'),
    FINAL: term('tổng kết', 'A review at the end'),
  }),
  ReviewOrder: enumTerm('thứ tự sơ kết, tổng kết', 'Order of a list of reviews', {
    ENDS_DESC: term('theo kỳ, mới nhất trước', 'By the end of the period, the latest first'),
    NAME: term('theo tên', 'By name in Vietnamese order'),
  }),
  ReviewUnit: term('đơn vị báo cáo', 'A unit that reports for a review, and whether it has'),
  SubmissionState: enumTerm('tình trạng nộp', 'Whether a unit has sent in its figures for a review', {
    AWAITED: term('chưa đến hạn', 'Not yet, and its day has not passed'),
    EXTENDED: term('được gia hạn', 'Not yet, and its day was put off'),
    OVERDUE: term('quá hạn', 'Not yet, though its day has passed'),
    SUBMITTED: term('đã nộp đúng hạn', 'Sent in on time'),
    LATE: term('nộp trễ', 'Sent in after its day'),
  }),
  ReviewTask: term('nhiệm vụ kỳ tới', 'A task that a review sets for the next period'),
  ReviewTaskState: enumTerm('trạng thái nhiệm vụ', 'How far a task has come', {
    OPEN: term('đang thực hiện', 'To be done'),
    DONE: term('đã xong', 'Done'),
    DROPPED: term('thôi thực hiện', 'No longer to be done'),
  }),
  ReviewBasis: enumTerm('cơ sở đơn vị', 'By the units of which day the statistics of a review are counted', {
    AS_REPORTED: term('như báo cáo', 'By the units of the day of each event'),
    RESTATED: term('theo đơn vị của ngày chốt', 'By the units of the day on which it was frozen, through whole successors'),
  }),
  ReviewComparison: term('so với kỳ trước', 'A figure of a review next to that of the review before'),
  ReviewFreeze: term('bản chốt số liệu', 'The numbers of a review as they were at a moment', 'It is never changed.'),
  FrozenNumber: term('số thống kê đã chốt', 'A number of the statistics as it was frozen, with the filter of the list that it counted'),
  FrozenFigure: term('số liệu đã chốt', 'A figure as it was frozen'),
  FrozenIdentity: term('đẳng thức đã chốt', 'What an identity left open when it was frozen'),
  ReviewMove: term('biến động sau khi chốt', 'A number that is another now than it was when frozen'),
} as const satisfies Terms;
