import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionEffects, type CarriedRecords, type FallenDecision } from '../decision-effects.port.js';
import { DecisionErrors } from '../decision.errors.js';
import type { DecisionState } from '../decision-states.js';
import { changeDecision, columnsOf, daysOfIssue, lockDecision, standingOf, revocationOf, type StoredDecision } from '../decision.store.js';
import { refusalAsBasis } from '../decisions.reader.js';
import { DecisionsService } from '../decisions.service.js';
import { changesBetween, contentOf, hashOf, type ContentChange } from './decision-content.js';

export interface SeenDecision {
  readonly id: Id;
  readonly expectedVersion: number;
}

/** What a decision carries, and how far a draft of one has come. */
export interface DecisionPreview {
  readonly state: DecisionState;
  readonly carries: readonly CarriedRecords[];
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  /** The hash of what was approved; `null`: nothing was. */
  readonly approvedHash: string | null;
  readonly changes: readonly ContentChange[];
}

/** Takes decisions through their life: approved, issued, amended, revoked. What they carry goes with them. */
@Injectable()
export class DecisionLifecycle {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly effects: DecisionEffects,
    private readonly decisions: DecisionsService,
  ) {}

  /** What the decision carries, or would carry, and what would fall with it. @throws DECISION_NOT_FOUND, OUT_OF_REACH */
  async preview(actor: Actor, id: Id): Promise<DecisionPreview> {
    const caller = { actor, query: this.db.rows, today: this.db.today() };
    const standing = await standingOf(this.db.rows, id);
    if (!standing || !(await this.decisions.sees(caller, id))) throw DecisionErrors.DECISION_NOT_FOUND({ id });
    await this.rights.requireToRead(actor, 'decision.preview', standing.issuerId);
    const { state, approvedBy, approvedAt, approvedHash, approvedContent } = standing;
    const now = contentOf(standing, await this.effects.draftedFor(this.db.rows, id));
    return {
      state,
      carries: await this.effects.carriedBy(caller, id),
      approvedBy,
      approvedAt,
      approvedHash,
      changes: approvedContent === null || state !== 'DRAFT' ? [] : changesBetween(approvedContent, now),
    };
  }

  /** Approves what the draft says and would carry now. A later change asks for a new approval. */
  approve(actor: Actor, seen: SeenDecision): Promise<Id> {
    return this.change(actor, seen, 'decision.approve', ['DRAFT'], async (tx, decision) => {
      const content = contentOf(decision, await this.effects.draftedFor(tx.query, seen.id));
      const approvedHash = hashOf(content);
      await changeDecision(tx, seen.id, decision.version, {
        approvedHash,
        approvedContent: content,
        approvedBy: tx.actor.name,
        approvedAt: tx.now,
      });
      return { action: 'approved', after: { approvedHash, ...content } };
    });
  }

  /** Gives the draft its number and day, and carries out what it holds. @throws DECISION_CHANGED_SINCE_APPROVAL with each difference. */
  issue(actor: Actor, seen: SeenDecision, number: string, issuedOn: LocalDate): Promise<Id> {
    return this.change(actor, seen, 'decision.approve', ['DRAFT'], async (tx, decision) => {
      const { approvedHash, approvedContent } = (await standingOf(tx.query, seen.id))!;
      if (approvedContent === null) throw DecisionErrors.DECISION_NOT_APPROVED();
      const now = contentOf(decision, await this.effects.draftedFor(tx.query, seen.id));
      const changes = changesBetween(approvedContent, now);
      if (hashOf(now) !== approvedHash)
        throw DecisionErrors.DECISION_CHANGED_SINCE_APPROVAL({
          changes: changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`),
        });
      const { version, state: _, ...given } = decision;
      const issued = { ...given, number: cleanText(number), issuedOn };
      await this.decisions.check(tx, issued, { id: seen.id, issuedOn: given.issuedOn });
      await changeDecision(tx, seen.id, version, { ...columnsOf(issued), state: 'ISSUED' });
      await this.effects.carryOut(tx, seen.id);
      return { action: 'issued', after: { number: issued.number, issuedOn } };
    });
  }

  /** Notes that another decision amends this one. What it carries stays. */
  amend(actor: Actor, seen: SeenDecision, byId: Id, reason: string): Promise<Id> {
    return this.change(actor, seen, 'decision.approve', ['ISSUED', 'AMENDED'], async (tx, decision) => {
      await this.requireOther(tx, seen.id, byId, tx.today);
      await changeDecision(tx, seen.id, decision.version, { state: 'AMENDED', amendedById: byId });
      return {
        action: 'amended',
        before: { state: decision.state },
        after: { state: 'AMENDED', amendedById: byId },
        reason: cleanText(reason),
      };
    });
  }

  /** Revokes the decision, and with it everything that it carries. */
  revoke(actor: Actor, seen: SeenDecision, fallen: FallenDecision): Promise<Id> {
    return this.change(actor, seen, 'decision.revoke', ['ISSUED', 'AMENDED'], async (tx, decision) => {
      const { on, byId } = fallen;
      if (on > tx.today) throw DecisionErrors.DECISION_IN_FUTURE({ date: on }).at('on');
      if (decision.issuedOn !== null && on < decision.issuedOn.slice(0, 10))
        throw DecisionErrors.DECISION_REVOKED_BEFORE({ date: on, issued: decision.issuedOn }).at('on');
      if (byId !== null) await this.requireOther(tx, seen.id, byId, on);
      const reason = cleanText(fallen.reason);
      await this.effects.fall(tx, seen.id, { ...fallen, reason });
      await changeDecision(tx, seen.id, decision.version, { state: 'REVOKED', revokedOn: on, revokedReason: reason, revokedById: byId });
      return { action: 'revoked', before: { state: decision.state }, after: { state: 'REVOKED', on, byId }, reason };
    });
  }

  /** As if the decision had never been revoked: what fell with it is in force again. What was revoked by itself before stays revoked. */
  takeBackRevocation(actor: Actor, seen: SeenDecision, given: string): Promise<Id> {
    return this.change(actor, seen, 'decision.revoke', ['REVOKED'], async (tx, decision) => {
      const mistake = cleanText(given);
      const { state, ...revocation } = await revocationOf(tx, seen.id);
      await this.effects.standAgain(tx, seen.id, { ...revocation, mistake });
      const again = { state, revokedOn: null, revokedReason: null, revokedById: null };
      await changeDecision(tx, seen.id, decision.version, again);
      return { action: 'revocationTakenBack', before: { state: 'REVOKED' }, after: { state }, reason: mistake };
    });
  }

  /** The decision that does it is another one, in force, and issued by the day on which it does. */
  private async requireOther(tx: Tx, id: Id, byId: Id, on: LocalDate): Promise<void> {
    const other = byId === id || !(await this.decisions.sees(tx, byId)) ? undefined : await lockDecision(tx, byId, 'share');
    if (!other) throw DecisionErrors.DECISION_UNKNOWN_OTHER({ id: byId }).at('byId');
    const refusal = refusalAsBasis(other);
    if (refusal) throw refusal.at('byId');
    const { first } = daysOfIssue(other);
    if (first !== null && first > on) throw DecisionErrors.DECISION_AFTER_EFFECT({ date: on }).at('byId');
  }

  /** @param from the states in which the step is possible. */
  private change(
    actor: Actor,
    { id, expectedVersion }: SeenDecision,
    right: string,
    from: readonly DecisionState[],
    work: (tx: Tx, decision: StoredDecision) => Promise<{ action: string; before?: object; after: object; reason?: string }>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const decision = await lockDecision(tx, id);
      if (!decision || (decision.state === 'DRAFT' && !(await this.decisions.sees(tx, id))))
        throw DecisionErrors.DECISION_NOT_FOUND({ id });
      await this.rights.require(tx, right, decision.issuerId);
      requireVersion(expectedVersion, decision.version);
      if (decision.state === 'REVOKED' && right === 'decision.revoke' && !from.includes('REVOKED'))
        throw DecisionErrors.DECISION_REVOKED_ALREADY({ date: (await revocationOf(tx, id)).on });
      if (!from.includes(decision.state)) throw DecisionErrors.DECISION_IN_OTHER_STATE({ state: decision.state });
      const { action, ...entry } = await work(tx, decision);
      await tx.audit({ action: `decision.${action}`, object: { type: 'Decision', id }, unitId: decision.issuerId, ...entry });
      return id;
    });
  }
}
