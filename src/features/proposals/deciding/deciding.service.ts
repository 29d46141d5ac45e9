import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DomainError, Problems, Refusal, type Path } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { GivenReward } from '../../commendations/grants/given-recipients.js';
import { GrantsService } from '../../commendations/grants/grants.service.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import { DecisionsReader } from '../../decisions/decisions.reader.js';
import { appraisalRoundView } from '../../evaluations/rounds/appraisal-round.view.js';
import { UnitsReader } from '../../units/units.reader.js';
import { openPoints } from '../comment/open-points.js';
import { changesBetween, changesInWords } from '../proposal.content.js';
import { ProposalErrors } from '../proposal.errors.js';
import { contentOf, resultRound } from '../proposal.finder.js';
import { ProposalGuard, requireStep, type SeenProposal } from '../proposal-guard.js';
import { boundBy } from '../quotas/quota.finder.js';
import { roundInWords } from '../quotas/round-words.js';
import { changeProposal, contentWith, itemsOf, keepOutcome, type ItemRow, type ProposalRow } from '../proposal.store.js';

/** A line that the decision does not grant. */
interface LeftOut {
  readonly number: number;
  readonly reason: string;
}

/** What a leader decides. */
export interface GivenVerdict {
  /** Of the content that was approved. */
  readonly contentHash: string;
  readonly decisionId: Id | null;
  readonly decision: GivenDecision | null;
  readonly newerLawReason: string | null;
  readonly presentedOn: LocalDate | null;
  readonly leaveOut: readonly LeftOut[];
  /** Why it is decided although objections or clearances are open. */
  readonly despiteReason: string | null;
}

/** Decides proposals: grants what they propose by one decision, in one transaction. */
@Injectable()
export class DecidingService {
  constructor(
    private readonly db: Database,
    private readonly guard: ProposalGuard,
    private readonly grants: GrantsService,
    private readonly decisions: DecisionsReader,
    private readonly units: UnitsReader,
    private readonly scopes: Scopes,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  decide(actor: Actor, seen: SeenProposal, given: GivenVerdict, idempotencyKey?: string | null): Promise<Id> {
    const once = { key: idempotencyKey, command: 'decideProposal', input: { ...seen, ...given } };
    return this.db.once(actor, once, tx => this.decideIn(tx, seen, given));
  }

  private async decideIn(tx: Tx, seen: SeenProposal, given: GivenVerdict): Promise<Id> {
    const proposal = await this.guard.deciding(tx, 'commendation.grant', seen);
    requireStep(proposal, 'decide');
    const { id, issuerId, receivedOn } = proposal;
    await this.requireApproved(tx, proposal, given.contentHash);
    const items = await itemsOf(tx, id);
    const problems = new Problems();
    const leftOut = new Map(given.leaveOut.map(({ number, reason }) => [number, cleanText(reason)]));
    for (const [index, { number }] of given.leaveOut.entries())
      if (!items.some(item => item.number === number))
        problems.add(ProposalErrors.PROPOSAL_ITEM_UNKNOWN({ number }).at('leaveOut', index, 'number'));
    const granting = items.filter(({ number }) => !leftOut.has(number));
    if (granting.length === 0) problems.add(ProposalErrors.PROPOSAL_LEAVES_ALL_OUT().at('leaveOut'));
    await this.checkIssuer(tx, proposal, given, problems);
    const day = given.decision?.issuedOn ?? (await this.dayOf(tx, given.decisionId));
    if (proposal.commentTo !== null && day !== null && day <= proposal.commentTo)
      problems.add(ProposalErrors.PROPOSAL_COMMENT_STILL_OPEN({ to: proposal.commentTo, date: day }));
    await this.checkQuotas(tx, proposal, granting, problems);
    if (given.despiteReason === null) for (const open of await openPoints(tx, id)) problems.add(open.at('despiteReason'));
    problems.refuseIfAny();
    const { decisionId, decision, newerLawReason, presentedOn } = given;
    const grant = { decisionId, decision, newerLawReason, presentedOn, receivedOn, recipients: granting.map(rewardOf) };
    const granted = await atLines(granting, () => this.grants.grantIn(tx, grant));
    const byLine = new Map(granting.map((item, index) => [item.id, granted.ids[index]!]));
    await keepOutcome(
      tx,
      items.map(item => ({ id: item.id, commendationId: byLine.get(item.id) ?? null, reason: leftOut.get(item.number) ?? null })),
    );
    const despiteReason = given.despiteReason === null ? null : cleanText(given.despiteReason);
    await changeProposal(tx, proposal, { state: 'DECIDED', decisionId: granted.decisionId, despiteReason });
    // Why a line was left out can be a matter of those who decide alone: the trail has the numbers.
    const after = { state: 'DECIDED', decisionId: granted.decisionId, granted: granted.ids.length, contentHash: proposal.contentHash };
    const entry = { unitId: issuerId, before: { state: 'SENT' }, after: despiteReason === null ? after : { ...after, despiteReason } };
    await tx.audit({ action: 'proposal.decided', object: { type: 'Proposal', id }, ...entry });
    return id;
  }

  /** @throws PROPOSAL_CHANGED_SINCE_APPROVAL with every field that is not as it was approved. */
  private async requireApproved(tx: Tx, { id, contentHash }: ProposalRow, approved: string): Promise<void> {
    if (approved === contentHash) return;
    const then = await contentWith(tx, id, approved);
    if (!then) throw ProposalErrors.PROPOSAL_HASH_UNKNOWN().at('contentHash');
    const changes = changesInWords(changesBetween(then, await contentOf(tx.query, id)));
    throw ProposalErrors.PROPOSAL_CHANGED_SINCE_APPROVAL({ changes }).at('contentHash');
  }

  /** Every line of a proposal from a round takes from the quota of the round, where it has one for the form and the kind. */
  private async checkQuotas(tx: Tx, { roundId }: ProposalRow, granting: readonly ItemRow[], problems: Problems): Promise<void> {
    const without = granting.filter(({ evaluationId }) => evaluationId === null);
    if (roundId === null || without.length === 0) return;
    const bound = await boundBy(tx, roundId);
    const isSeen = await this.scopes.sees(tx, appraisalRoundView, roundId);
    const round = roundInWords(isSeen ? (await resultRound(tx.query, roundId))!.name : null);
    for (const { number, form, kind } of without)
      if (bound.some(quota => quota.form === form && quota.kind === kind))
        problems.add(ProposalErrors.PROPOSAL_ITEM_BESIDE_QUOTA({ number, round }).at('items', number - 1, 'evaluationId'));
  }

  /** The decision is of the body to which the proposal was sent. */
  private async checkIssuer(tx: Tx, proposal: ProposalRow, { decision, decisionId }: GivenVerdict, problems: Problems): Promise<void> {
    const issuerId = decision?.issuerId ?? (decisionId && (await this.decisions.decisionIn(tx, decisionId, 'update'))?.issuerId);
    if (!issuerId || issuerId === proposal.issuerId) return;
    const [sent, issuer] = await this.units.onDay(tx, [proposal.issuerId!, issuerId], tx.today);
    const params = { sent: sent?.fullName ?? '?', issuer: issuer?.fullName ?? '?' };
    problems.add(ProposalErrors.PROPOSAL_ISSUER_DIFFERS(params).at(decision ? 'decision' : 'decisionId'));
  }

  private async dayOf(tx: Tx, decisionId: Id | null): Promise<LocalDate | null> {
    return decisionId === null ? null : ((await this.decisions.decisionIn(tx, decisionId))?.issuedFrom ?? null);
  }
}

const rewardOf = (item: ItemRow): GivenReward => {
  const { form, kind, modelId, unitId, personId, name, post, unitName, count, reason, evaluationId, periodFrom, periodTo } = item;
  // What names the recipient is what was approved; a unit that is itself commended is named as it is called on the day of the decision.
  const isUnitItself = kind === 'COLLECTIVE' && personId === null && count === null && unitName === null;
  return {
    form,
    kind,
    modelId,
    unitId,
    personId,
    post,
    unitName,
    count,
    reason,
    evaluationId,
    periodFrom,
    periodTo,
    name: isUnitItself ? null : name,
  };
};

/** Problems of the decision’s lines are shown at the lines of the proposal. */
async function atLines<Answer>(granting: readonly ItemRow[], work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const placed = (path: Path): Path =>
      path[0] === 'recipients' ? ['items', granting[path[1] as number]!.number - 1, ...path.slice(2)] : path;
    throw new Refusal(error.errors.map(one => new DomainError(one.code, one.category, one.text, one.params, placed(one.field))));
  }
}
