import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { foldText } from '../../../shared/text.js';
import type { Id } from '../../../shared/ids.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { changeCommendation, rewardsOfDecision } from '../commendation.store.js';
import { dayOfDecision } from '../commendation.finder.js';
import { TRACKS } from '../forms/authority.js';
import { formFacts, type CommendationIssuer } from '../forms/forms.js';
import { trackOf } from '../forms/issuers.js';
import { RulesReader, type IssuerOnDay } from '../forms/rules.reader.js';
import type { GrantingDecision } from '../grants/granting-decisions.js';
import type { GivenReward, Recipient } from '../grants/given-recipients.js';
import { amountOf, moneyOf, paidAtOnce, type GivenAtOnce, type MoneyBasis, type MoneyRules } from './award-money.js';

/** A line of a decision after all checks, before its money. */
export interface CheckedReward {
  readonly given: GivenReward;
  readonly recipient: Recipient;
  readonly issuerClass: CommendationIssuer | null;
}

/** The money of what one decision gives: by the rules of its date, and by all that it gives to one recipient. */
@Injectable()
export class GrantedMoney {
  constructor(private readonly rules: RulesReader) {}

  /**
   * The money of new lines, in their order. A title that the decision gave before and that is lower than a new one for the same time is no longer
   * paid: both are of one decision, and so of one time.
   */
  async ofRewards(
    tx: Tx,
    rewards: readonly CheckedReward[],
    issuer: IssuerOnDay,
    { id, issuedOn }: GrantingDecision,
  ): Promise<MoneyBasis[]> {
    const rules = await this.rules.moneyRules(tx.query, issuedOn);
    const track = trackOf(issuer) ?? 'STATE';
    const alone = rewards.map(({ given, issuerClass }): GivenAtOnce => ({
      form: given.form,
      period: given.periodFrom === null && given.periodTo === null ? null : { from: given.periodFrom, to: given.periodTo },
      basis: moneyOf({ track, issuerClass, form: given.form, kind: given.kind }, rules),
    }));
    const earlier = (await rewardsOfDecision(tx, id)).filter(one => one.revokedOn === null && one.form !== null && one.money !== null);
    const money: MoneyBasis[] = [];
    for (const [index, { recipient }] of rewards.entries()) {
      const before = earlier.filter(one => isSame(one, recipient));
      const together = rewards.flatMap((other, n) => (n === index || isSame(other.recipient, recipient) ? [n] : []));
      const paid = paidAtOnce([...before.map(atOnce), ...together.map(n => alone[n]!)]);
      money.push(paid[before.length + together.indexOf(index)]!);
      for (const [n, one] of before.entries()) await this.lower(tx, one, paid[n]!);
    }
    return money;
  }

  /** Pays the titles that a decision gives to one recipient anew, after one of them was revoked, stands again or was removed. */
  async payAnew(tx: Tx, { decisionId, form, ...recipient }: CommendationEntity): Promise<void> {
    if (decisionId === null || form === null || !formFacts(form).title) return;
    const titles = (await rewardsOfDecision(tx, decisionId)).filter(
      one => one.revokedOn === null && one.money !== null && formFacts(one.form!).title && isSame(one, recipient),
    );
    const rules = await this.rules.moneyRules(tx.query, (await dayOfDecision(tx.query, decisionId))!);
    const paid = paidAtOnce(
      titles.map(one => (one.money!.is === 'LOWER_TITLE' ? { ...atOnce(one), basis: byItself(one, rules) } : atOnce(one))),
    );
    for (const [n, one] of titles.entries()) await this.pay(tx, one, paid[n]!);
  }

  private async lower(tx: Tx, one: CommendationEntity, basis: MoneyBasis): Promise<void> {
    if (basis.is === 'LOWER_TITLE') await this.pay(tx, one, basis);
  }

  private async pay(tx: Tx, one: CommendationEntity, basis: MoneyBasis): Promise<void> {
    if (isDeepStrictEqual(basis, one.money)) return;
    const [before, after] = [{ amount: one.amount }, { amount: amountOf(basis) }];
    await changeCommendation(tx, one, { ...after, money: basis });
    await tx.audit({ action: 'commendation.paidOnce', object: { type: 'Commendation', id: one.id }, unitId: one.issuerId, before, after });
  }
}

/** The money of a title by itself: by the rules of the day, and as whom its issuer granted it. */
const byItself = ({ form, issuerClass, recipientKind }: CommendationEntity, rules: MoneyRules): MoneyBasis =>
  moneyOf({ track: issuerClass === null ? 'STATE' : TRACKS[issuerClass], issuerClass, form: form!, kind: recipientKind! }, rules);

interface Named {
  readonly personId: Id | null;
  readonly unitId: Id | null;
  readonly name: string | null;
  readonly statedCount: number | null;
}

/** Whether both are the same recipient, who is named. */
function isSame(one: Named, other: Named): boolean {
  if (one.statedCount !== null || other.statedCount !== null) return false;
  if (one.personId !== null || other.personId !== null) return one.personId === other.personId;
  return one.unitId === other.unitId && foldText(one.name ?? '') === foldText(other.name ?? '');
}

const atOnce = ({ form, period, money }: CommendationEntity): GivenAtOnce => {
  const [from, before] = period === null ? [] : period.slice(1, -1).split(',');
  // An upper bound is the first day after: for an overlap of whole periods the day before it is the last.
  const last = before ? new Date(Date.parse(`${before}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) : null;
  return { form: form!, period: period === null ? null : { from: from || null, to: last }, basis: money! };
};
