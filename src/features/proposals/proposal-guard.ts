import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { errorOf } from '../../platform/errors/catalogue.js';
import { Refusal } from '../../platform/errors/domain-error.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { ProposalErrors } from './proposal.errors.js';
import { proposalLifecycle, type ProposalAction } from './proposal.lifecycle.js';
import { lockProposal, type ProposalRow } from './proposal.store.js';
import { proposalView } from './proposal.view.js';

/** A proposal, and the version of it that the sender has read. */
export interface SeenProposal {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** Checks the rights of an actor for every command on one proposal. */
@Injectable()
export class ProposalGuard {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** For the staff of the proposing body: it writes the proposal until it is decided. @throws as `seen`; PROPOSAL_DECIDED */
  async writing(tx: Tx, { id, expectedVersion }: SeenProposal): Promise<ProposalRow> {
    const proposal = await this.seen(tx, id);
    await this.rights.require(tx, 'proposal.draft', proposal.proposerId);
    requireVersion(expectedVersion, proposal.version);
    if (proposal.state === 'DECIDED') throw ProposalErrors.PROPOSAL_DECIDED();
    return proposal;
  }

  /** For the body that decides. */
  async deciding(tx: Tx, action: 'proposal.return' | 'commendation.grant', { id, expectedVersion }: SeenProposal): Promise<ProposalRow> {
    const proposal = await this.seen(tx, id);
    await this.rights.require(tx, action, proposal.issuerId ?? proposal.proposerId);
    requireVersion(expectedVersion, proposal.version);
    return proposal;
  }

  /** @throws PROPOSAL_NOT_FOUND for one that the actor does not see, exactly as for an unknown id. */
  async seen(tx: Tx, id: Id): Promise<ProposalRow> {
    if (!(await this.scopes.sees(tx, proposalView, id))) throw ProposalErrors.PROPOSAL_NOT_FOUND({ id });
    return (await lockProposal(tx, id))!;
  }
}

/** What the table of the lifecycle says against an action. @throws Refusal */
export function requireStep({ state }: ProposalRow, action: ProposalAction): void {
  const blocked = proposalLifecycle.check(action, state, undefined);
  if (blocked.length > 0) throw new Refusal(blocked.map(({ code, params }) => errorOf(code, params)));
}
