import { namesOf } from '../../shared/terms.js';
import { indicatorTerms } from './indicator.terms.js';

/** The names of states within a sentence. */
export const FIGURE_STATE_NAMES = namesOf(indicatorTerms.FigureState, { REPORTED: 'reported', APPROVED: 'approved', RETURNED: 'returned' });
