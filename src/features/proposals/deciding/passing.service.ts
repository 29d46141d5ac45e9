import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { authorityFor } from '../../commendations/forms/authority.js';
import { RulesReader } from '../../commendations/forms/rules.reader.js';
import { UnitsReader } from '../../units/units.reader.js';
import { ProposalErrors } from '../proposal.errors.js';
import { resultRound } from '../proposal.finder.js';
import { ProposalGuard, requireStep, type SeenProposal } from '../proposal-guard.js';
import { changeProposal, itemsOf, type ProposalRow } from '../proposal.store.js';

/** Where a proposal goes, and when it arrived. */
export interface Sending {
  readonly issuerId: Id;
  readonly sentOn: LocalDate;
  /** The day on which the dossier was received for appraisal. */
  readonly receivedOn: LocalDate;
}

/** Sends proposals to the body that has the power, whatever its level and track, and returns them. */
@Injectable()
export class PassingService {
  constructor(
    private readonly db: Database,
    private readonly guard: ProposalGuard,
    private readonly units: UnitsReader,
    private readonly rules: RulesReader,
  ) {}

  /** @param sending of what is not given: today, and the day on which it was sent. */
  send(
    actor: Actor,
    seen: SeenProposal,
    { issuerId, sentOn, receivedOn }: { readonly issuerId: Id; readonly sentOn: LocalDate | null; readonly receivedOn: LocalDate | null },
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.writing(tx, seen);
      requireStep(proposal, 'send');
      const sending = { issuerId, sentOn: sentOn ?? tx.today, receivedOn: receivedOn ?? sentOn ?? tx.today };
      const problems = new Problems();
      await this.checkDays(tx, proposal, sending, problems);
      await this.checkPower(tx, proposal, sending, problems);
      problems.refuseIfAny();
      await changeProposal(tx, proposal, { ...sending, state: 'SENT' });
      const { id, proposerId, state } = proposal;
      const after = { ...sending, state: 'SENT', contentHash: proposal.contentHash };
      await tx.audit({ action: 'proposal.sent', object: { type: 'Proposal', id }, unitId: proposerId, before: { state }, after });
      return id;
    });
  }

  return(actor: Actor, seen: SeenProposal, given: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const proposal = await this.guard.deciding(tx, 'proposal.return', seen);
      requireStep(proposal, 'return');
      const reason = cleanText(given);
      await changeProposal(tx, proposal, { state: 'RETURNED', returnedOn: tx.today, returnReason: reason });
      const { id, issuerId: unitId } = proposal;
      const entry = { unitId, before: { state: 'SENT' }, after: { state: 'RETURNED' }, reason };
      await tx.audit({ action: 'proposal.returned', object: { type: 'Proposal', id }, ...entry });
      return id;
    });
  }

  private async checkDays(tx: Tx, { roundId }: ProposalRow, { sentOn, receivedOn }: Sending, problems: Problems): Promise<void> {
    for (const [field, day] of [
      ['sentOn', sentOn],
      ['receivedOn', receivedOn],
    ] as const)
      if (day > tx.today) problems.add(ProposalErrors.PROPOSAL_DAY_IN_FUTURE({ date: day }).at(field));
    if (receivedOn < sentOn)
      problems.add(ProposalErrors.PROPOSAL_RECEIVED_BEFORE_SENT({ received: receivedOn, sent: sentOn }).at('receivedOn'));
    const round = roundId === null ? undefined : await resultRound(tx.query, roundId);
    if (!round) return;
    if (round.closedOn === null) problems.add(ProposalErrors.PROPOSAL_ROUND_OPEN({ round: round.name }));
    else if (sentOn < round.closedOn)
      problems.add(ProposalErrors.PROPOSAL_SENT_BEFORE_ROUND_CLOSED({ date: sentOn, closed: round.closedOn }).at('sentOn'));
  }

  /** The body is in force, and may grant every form that is proposed. The issuers that may are named. */
  private async checkPower(tx: Tx, { id }: ProposalRow, { issuerId, sentOn }: Sending, problems: Problems): Promise<void> {
    const [unit] = await this.units.onDay(tx, [issuerId], sentOn);
    const issuer = unit && (await this.rules.issuer(tx.query, issuerId, sentOn));
    if (!unit || !issuer) return problems.add(ProposalErrors.PROPOSAL_UNIT_UNKNOWN({ id: issuerId }).at('issuerId'));
    if (!unit.inForce) {
      const params = { unit: unit.fullName, date: sentOn };
      return problems.add(ProposalErrors.PROPOSAL_UNIT_NOT_IN_FORCE(params).at('issuerId'));
    }
    const forms = [...new Set((await itemsOf(tx, id)).map(({ form }) => form))];
    const powers = await this.rules.authorities(tx.query, forms);
    for (const form of forms) {
      const power = authorityFor(form, issuer, sentOn, powers);
      if (power instanceof DomainError) problems.add(power.at('issuerId'));
    }
  }
}
