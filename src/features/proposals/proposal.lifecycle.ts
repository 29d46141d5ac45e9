import { lifecycle } from '../../shared/lifecycle.js';
import { PROPOSAL_STATE_NAMES } from './proposal.names.js';

export const ProposalState = { DRAFT: 'DRAFT', SENT: 'SENT', RETURNED: 'RETURNED', DECIDED: 'DECIDED' } as const;
export type ProposalState = keyof typeof ProposalState;

/** The life of a proposal. One that is returned is corrected and sent again, to the same body or to another that has the power. */
export const proposalLifecycle = lifecycle<ProposalState, undefined>()('proposal', PROPOSAL_STATE_NAMES, {
  send: { from: ['DRAFT', 'RETURNED'], to: 'SENT', label: { vi: 'Trình', en: 'Send' }, needs: [] },
  return: { from: ['SENT'], to: 'RETURNED', label: { vi: 'Trả lại', en: 'Return' }, needs: [] },
  decide: { from: ['SENT'], to: 'DECIDED', label: { vi: 'Quyết định', en: 'Decide' }, needs: [] },
});

export type ProposalAction = keyof typeof proposalLifecycle.transitions;
