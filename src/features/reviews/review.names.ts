import { namesOf } from '../../shared/terms.js';
import { reviewTerms } from './review.terms.js';

/** The names of states within a sentence. */
export const TASK_STATE_NAMES = namesOf(reviewTerms.ReviewTaskState, { OPEN: 'open', DONE: 'done', DROPPED: 'dropped' });
