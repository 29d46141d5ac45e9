import { namesOf } from '../../shared/terms.js';
import { criteriaTerms } from './criteria.terms.js';

/** The names of states within a sentence. */
export const VERSION_STATE_NAMES = namesOf(criteriaTerms.CriteriaSetVersionState, {
  DRAFT: 'draft',
  PUBLISHED: 'published',
  SUPERSEDED: 'superseded',
});
