import type { RestingKind } from '../../platform/records/record-kind.js';
import { renameScorer } from './results/renamed-scorers.js';
import { evaluationView } from './evaluation.view.js';
import { appraisalRoundView } from './rounds/appraisal-round.view.js';

/** What of this chapter rests on councils, sessions, people and criteria: it is counted in entries and rounds. */
export const evaluationsAtRest: RestingKind = {
  type: 'Evaluation',
  table: 'evaluation',
  links: {
    score_sheet: 'evaluation_id',
    appraisal_assignment: 'evaluation_id',
    appraisal_conflict: 'evaluation_id',
    appraisal_evidence: 'evaluation_id',
    appraisal_complaint: 'evaluation_id',
  },
  name: { vi: 'kết quả thẩm định', en: 'evaluations' },
  seenBy: evaluationView,
  afterMerge: renameScorer,
};

export const roundsAtRest: RestingKind = {
  type: 'AppraisalRound',
  table: 'appraisal_round',
  name: { vi: 'đợt thẩm định', en: 'appraisal rounds' },
  seenBy: appraisalRoundView,
};
