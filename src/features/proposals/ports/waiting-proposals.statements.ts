import { sql } from '../../../platform/database/sql.js';
import { declareWaitingRows as waits } from '../../models/waiting/waiting-rows.statements.js';
import { Hold } from '../holds/hold.graphql.js';
import { Proposal } from '../proposal.graphql.js';
import { proposalTerms } from '../proposal.terms.js';

/** Holds whose review is so near are listed. A convenience; no regulation asks for it. */
const SOON_DAYS = 14;

/** Says what of this chapter waits for whom; called where its module is loaded, before the schema is made. */
export function declareWaiting(): void {
  const ofProposals = { thing: { name: 'Proposal', type: Proposal }, table: sql`proposal` };

  waits({
    ...ofProposals,
    step: 'decideProposal',
    label: { vi: 'Quyết định theo tờ trình', en: 'Decide the proposal' },
    term: proposalTerms['WaitingStepName.DECIDE_PROPOSAL'],
    action: 'commendation.grant',
    at: sql`issuer_id`,
    since: sql`sent_on`,
    where: day => sql`x.state = 'SENT' and x.sent_on <= ${day}`,
  });

  waits({
    ...ofProposals,
    step: 'sendProposal',
    label: { vi: 'Bổ sung, trình lại', en: 'Correct and send again' },
    term: proposalTerms['WaitingStepName.SEND_PROPOSAL'],
    action: 'proposal.draft',
    at: sql`proposer_id`,
    since: sql`returned_on`,
    where: day => sql`x.state = 'RETURNED' and x.returned_on <= ${day}`,
  });

  waits({
    step: 'reviewHold',
    label: { vi: 'Xem lại lý do chưa khen thưởng', en: 'Review the hold' },
    term: proposalTerms['WaitingStepName.REVIEW_HOLD'],
    action: 'hold.place',
    thing: { name: 'Hold', type: Hold },
    table: sql`commendation_hold`,
    at: sql`body_id`,
    since: sql`review_on`,
    where: day => sql`x.lifted_on is null and x.review_on <= ${day} + ${SOON_DAYS}`,
  });
}
