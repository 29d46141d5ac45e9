import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import type { FallenDecision } from '../../decisions/decision-effects.port.js';
import { DecisionErrors } from '../../decisions/decision.errors.js';
import { DecisionsReader, issuedAfter, refusalAsBasis } from '../../decisions/decisions.reader.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { CommendationErrors } from '../commendation.errors.js';
import { CommendationGuard, type SeenCommendation } from '../commendation-guard.js';
import { changeCommendation, earlierReward, NOT_REVOKED, partsOf, rewardsOfDecision, type CommendationRow } from '../commendation.store.js';
import { dayOf } from '../commendation-day.js';
import { GrantedMoney } from '../money/granted-money.js';
import { lockTitles, titledByDecision } from '../money/title.store.js';
import type { RevocationGround } from '../../decisions/decision-states.js';
import { GrantingDecisions } from '../grants/granting-decisions.js';
import { GrantConditions, type ConditionedLine } from '../grants/grant-conditions.port.js';
import type { Recoverable } from './grounds.js';

export interface GivenRevocation {
  readonly on: LocalDate;
  readonly ground: RevocationGround;
  readonly reason: string;
  /** The decision that revokes it, where there is one in the registry. */
  readonly decisionId: Id | null;
}

/** Revokes commendations, and follows what has to be recovered until it is. */
@Injectable()
export class RevocationsService {
  constructor(
    private readonly db: Database,
    private readonly guard: CommendationGuard,
    private readonly decisions: DecisionsReader,
    private readonly conditions: GrantConditions,
    private readonly money: GrantedMoney,
    private readonly granting: GrantingDecisions,
  ) {}

  /** A list is revoked with its names. What has to be recovered follows: the certificate where there is one, the money where any was or may have been paid. */
  revoke(actor: Actor, seen: SeenCommendation, given: GivenRevocation): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await this.guard.require(tx, 'commendation.revoke', seen);
      this.guard.refuseRevoked(row);
      await this.check(tx, row, given);
      await this.revokeRow(tx, row, given);
      const parts = (await partsOf(tx, row.id)).filter(({ revokedOn }) => revokedOn === null);
      for (const part of parts) await this.revokeRow(tx, part, given);
      await this.money.payAnew(tx, [row, ...parts]);
      return row.id;
    });
  }

  /** As if the revocation had never been entered. The names of a list that were revoked with it are in force again, too. */
  takeBack(actor: Actor, seen: SeenCommendation & { readonly reason: string }): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await this.guard.require(tx, 'commendation.revoke', seen);
      if (row.revokedOn === null) throw CommendationErrors.COMMENDATION_NOT_REVOKED();
      const decision = row.decisionId === null ? undefined : await this.decisions.decisionIn(tx, row.decisionId);
      const refusal = decision && refusalAsBasis(decision);
      if (refusal) throw refusal;
      if (row.partOfId !== null) this.guard.refuseRevoked(await this.guard.lock(tx, row.partOfId));
      const together = (await partsOf(tx, row.id)).filter(part => isSameRevocation(part, row));
      await this.conditions.checkAgain(tx, [row, ...together].map(lineOf), (await dayOf(tx, row)) ?? tx.today);
      await this.restore(tx, [row, ...together], seen.reason);
      return row.id;
    });
  }

  /** Marks the certificate or the money as recovered. */
  markRecovered(actor: Actor, seen: SeenCommendation, what: Recoverable, on: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const row = await this.guard.require(tx, 'commendation.record', seen);
      if (row.revokedOn === null) throw CommendationErrors.COMMENDATION_NOT_REVOKED();
      const isDue =
        what === 'CERTIFICATE' ? row.certificateDue && row.certificateRecoveredOn === null : row.moneyDue && row.moneyRecoveredOn === null;
      if (!isDue) throw CommendationErrors.COMMENDATION_NOTHING_DUE().at('what');
      if (on > tx.today) throw CommendationErrors.COMMENDATION_DAY_IN_FUTURE({ date: on }).at('on');
      if (on < row.revokedOn) throw CommendationErrors.COMMENDATION_REVOKED_BEFORE_GIVEN({ date: on, given: row.revokedOn }).at('on');
      const after = what === 'CERTIFICATE' ? { certificateRecoveredOn: on } : { moneyRecoveredOn: on };
      await changeCommendation(tx, row, after);
      await this.audit(tx, row, 'recovered', { after });
      return row.id;
    });
  }

  /** Revokes everything that the decision grants, because it is revoked itself. */
  async fall(tx: Tx, decisionId: Id, { on, ground, reason, byId }: FallenDecision): Promise<void> {
    await lockTitles(tx, await titledByDecision(tx, decisionId));
    const standing = (await rewardsOfDecision(tx, decisionId)).filter(({ revokedOn }) => revokedOn === null);
    for (const row of standing) await this.revokeRow(tx, row, { on, ground, reason, decisionId: byId }, true);
    await this.money.payAnew(tx, standing);
  }

  /** What fell with the decision is in force again, now that its revocation is taken back. What was revoked before stays revoked. */
  async standAgain(tx: Tx, decisionId: Id, reason: string): Promise<void> {
    await lockTitles(tx, await titledByDecision(tx, decisionId));
    const fallen = (await rewardsOfDecision(tx, decisionId)).filter(({ fellWithDecision }) => fellWithDecision);
    if (fallen.length > 0) await this.conditions.checkAgain(tx, fallen.map(lineOf), (await dayOf(tx, fallen[0]!)) ?? tx.today);
    await this.restore(tx, fallen, reason);
  }

  private async restore(tx: Tx, rows: readonly CommendationEntity[], reason: string): Promise<void> {
    for (const row of rows) {
      if (await earlierReward(tx, row)) throw await this.granting.givenAlready(tx, row);
      await changeCommendation(tx, row, NOT_REVOKED);
      await this.audit(tx, row, 'revocationTakenBack', { before: stateOf(row), reason });
    }
    await this.money.payAnew(tx, rows);
  }

  private async check(tx: Tx, row: CommendationEntity, { on, decisionId }: GivenRevocation): Promise<void> {
    if (on > tx.today) throw CommendationErrors.COMMENDATION_DAY_IN_FUTURE({ date: on }).at('on');
    const given = await dayOf(tx, row);
    if (given !== null && on < given) throw CommendationErrors.COMMENDATION_REVOKED_BEFORE_GIVEN({ date: on, given }).at('on');
    if (decisionId === null) return;
    const decision = await this.decisions.decisionIn(tx, decisionId);
    if (!decision) throw CommendationErrors.COMMENDATION_DECISION_UNKNOWN({ id: decisionId }).at('decisionId');
    const refusal = refusalAsBasis(decision);
    if (refusal) throw refusal.at('decisionId');
    if (issuedAfter(decision, on)) throw DecisionErrors.DECISION_AFTER_EFFECT({ date: on }).at('decisionId');
  }

  private async revokeRow(
    tx: Tx,
    row: CommendationEntity,
    { on, ground, reason, decisionId }: GivenRevocation,
    fellWithDecision = false,
  ): Promise<void> {
    const after: Partial<CommendationRow> = {
      revokedOn: on,
      revokedGround: ground,
      revokedReason: cleanText(reason),
      revokedById: decisionId,
      fellWithDecision,
      certificateDue: row.certificateCode !== null || row.fromPaper,
      moneyDue: row.amount === null || row.amount > 0,
    };
    await changeCommendation(tx, row, after);
    await this.audit(tx, row, 'revoked', { after, reason: cleanText(reason) });
  }

  private audit(tx: Tx, row: CommendationEntity, done: string, more: { before?: object; after?: object; reason?: string }): Promise<void> {
    const object = { type: 'Commendation', id: row.id };
    return tx.audit({ action: `commendation.${done}`, object, unitId: row.placeId, ...more });
  }
}

const isSameRevocation = (part: CommendationEntity, whole: CommendationEntity): boolean =>
  part.revokedOn === whole.revokedOn && part.revokedGround === whole.revokedGround && part.revokedReason === whole.revokedReason;

/** A commendation that is in force again, as conditions count it. */
const lineOf = (row: CommendationEntity): ConditionedLine => ({
  given: { ...row, form: row.form!, kind: row.recipientKind!, reason: row.reason ?? '', periodFrom: null, periodTo: null },
  recipient: row,
  grantedBefore: true,
});

const stateOf = ({ revokedOn, revokedGround, certificateRecoveredOn, moneyRecoveredOn }: CommendationEntity): object => ({
  revokedOn,
  revokedGround,
  certificateRecoveredOn,
  moneyRecoveredOn,
});
