import { namesOf } from '../../shared/terms.js';
import { decisionTerms } from './decision.terms.js';

/** The names of classes of documents within a sentence. */
export const DECISION_KIND_NAMES = namesOf(decisionTerms.DecisionKind, {
  DECISION: 'decision',
  RESOLUTION: 'resolution',
  PLAN: 'plan',
  GUIDANCE: 'guidance',
  SCHEME: 'scheme',
  NOTICE: 'notice',
  OTHER: 'document of another class',
});

export const DECISION_STATE_NAMES = namesOf(decisionTerms.DecisionState, {
  DRAFT: 'draft',
  ISSUED: 'issued',
  AMENDED: 'amended',
  REVOKED: 'revoked',
});
