import { namesOf } from '../../shared/terms.js';
import { sectorTerms } from '../sectors/sector.terms.js';
import { modelTerms } from './model.terms.js';

/** The names of states and subjects within a sentence: “bản nháp”, “draft”. */
export const MODEL_STATE_NAMES = namesOf(modelTerms.ModelState, {
  DRAFT: 'draft',
  SUBMITTED: 'submitted',
  RETURNED: 'returned',
  RECEIVED: 'received',
  UNDER_APPRAISAL: 'under appraisal',
  RECOGNISED: 'recognised',
  NOT_RECOGNISED: 'not recognised',
  WITHDRAWN: 'withdrawn',
  REVOKED: 'revoked',
});

export const RUNNING_STATE_NAMES = namesOf(modelTerms.RunningState, {
  PLANNED: 'planned',
  ACTIVE: 'active',
  NEEDS_STRENGTHENING: 'in need of strengthening',
  STOPPED: 'stopped',
});

export const SUBJECT_KIND_NAMES = namesOf(sectorTerms.SubjectKind, {
  COLLECTIVE: 'collective',
  INDIVIDUAL: 'individual',
  HOUSEHOLD: 'household',
});
