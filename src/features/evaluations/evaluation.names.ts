import { namesOf } from '../../shared/terms.js';
import { evaluationTerms } from './evaluation.terms.js';

/** The names of states and reasons within a sentence. */
export const ROUND_STATE_NAMES = namesOf(evaluationTerms.AppraisalRoundState, { OPEN: 'open', CLOSED: 'closed' });
export const CONFLICT_NAMES = namesOf(evaluationTerms.ConflictReason, {
  OWN_UNIT: 'the entry is of their own unit',
  PARENT_UNIT: 'the entry is of the unit above their own',
  SUCCESSOR_UNIT: 'the entry is of the successor of their own unit',
  JOINT_OWNER: 'their own unit carries it out jointly',
  SUBJECT: 'the model is about them',
  FAMILY: 'family',
  WORK: 'common work',
  OTHER: 'another reason',
});
