import type { Tx } from '../../../platform/database/tx.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { ProposalErrors } from '../proposal.errors.js';
import { openParts } from './comment.store.js';

/** What has to be settled before a proposal is decided, or takes a reason to decide all the same. */
export async function openPoints(tx: Tx, proposalId: Id): Promise<DomainError[]> {
  const { objections, agencies } = await openParts(tx.query, proposalId);
  return [
    ...(objections > 0 ? [ProposalErrors.PROPOSAL_OBJECTIONS_OPEN({ n: objections })] : []),
    ...(agencies.length > 0 ? [ProposalErrors.PROPOSAL_CLEARANCES_OPEN({ agencies: agencies.join(', ') })] : []),
  ];
}
