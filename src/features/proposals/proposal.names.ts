import { namesOf } from '../../shared/terms.js';
import { proposalTerms } from './proposal.terms.js';

/** The states of a proposal, within a sentence. */
export const PROPOSAL_STATE_NAMES = namesOf(proposalTerms.ProposalState, {
  DRAFT: 'a draft',
  SENT: 'sent',
  RETURNED: 'returned',
  DECIDED: 'decided',
});
