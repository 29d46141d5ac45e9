import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const replicationTerms = {
  Replication: term(
    'lần nhân rộng',
    'An actual copy of a model by another',
    'A model copies one other, so replications make trees. Those who see the copy see the replication.',
  ),
  ReplicationOrder: enumTerm('thứ tự lần nhân rộng', 'Order of a list of replications', {
    STARTED_ON_DESC: term('mới bắt đầu trước', 'By the day on which the copying began, the latest first; those without a day last'),
    STARTED_ON: term('bắt đầu sớm trước', 'By the day on which the copying began, the earliest first; those without a day last'),
  }),
  ReplicationPlan: term(
    'kế hoạch nhân rộng',
    'A unit is assigned to copy a model by a day',
    'What was done under it are its `replications`.',
  ),
  ReplicationPlanState: enumTerm('tình trạng kế hoạch nhân rộng', 'State of an assigned plan on the day', {
    OPEN: term('trong hạn', 'Not done, and its last day has not passed'),
    OVERDUE: term('quá hạn', 'Not done, and its last day has passed'),
    DONE: term('đã thực hiện', 'There is a replication under it'),
  }),
  ReplicationPlanOrder: enumTerm('thứ tự kế hoạch nhân rộng', 'Order of a list of plans', {
    DUE_ON: term('hạn sớm trước', 'By the last day, the earliest first'),
    DUE_ON_DESC: term('hạn muộn trước', 'By the last day, the latest first'),
  }),
  Spread: term('độ lan tỏa', 'How far a model has spread', 'Only models that you see are counted.'),
  SpreadSurvival: term(
    'tỷ lệ duy trì',
    'What became of the copies a number of years after they began',
    'Every copy that is old enough is counted in exactly one of the three numbers.',
  ),
} as const satisfies Terms;
