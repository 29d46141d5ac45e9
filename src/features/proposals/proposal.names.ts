import { namesOf } from '../../shared/terms.js';
import { proposalTerms } from './proposal.terms.js';

/** The states of a proposal, within a sentence. */
export const PROPOSAL_STATE_NAMES = namesOf(proposalTerms.ProposalState, {
  DRAFT: 'a draft',
  SENT: 'sent',
  RETURNED: 'returned',
  DECIDED: 'decided',
});

/** The parts of a dossier, as the paths of its content name them. */
export const DOSSIER_PART_NAMES = namesOf(proposalTerms.DossierPart, {
  REQUEST: 'the request',
  MINUTES: 'the minutes',
  ACHIEVEMENT_REPORT: 'the report of the achievement',
  OTHER: 'another paper',
});
