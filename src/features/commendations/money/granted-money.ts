import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { CommendationEntity } from '../commendation.entity.js';
import { changeCommendation, lockCommendation } from '../commendation.store.js';
import { dayOfDecision } from '../commendation.finder.js';
import { TRACKS } from '../forms/authority.js';
import type { CommendationIssuer } from '../forms/forms.js';
import { trackOf } from '../forms/issuers.js';
import { RulesReader, type IssuerOnDay } from '../forms/rules.reader.js';
import type { GrantingDecision } from '../grants/granting-decisions.js';
import type { GivenReward, Recipient } from '../grants/given-recipients.js';
import { amountOf, moneyOf, type MoneyBasis } from './award-money.js';
import { holdRules } from './money-rules.store.js';
import { standingTitles, type StandingTitle, type TitledRecipient } from './title.finder.js';
import { keyOf } from './title.store.js';
import { aloneOf, isTitle, paidInAll, periodAsGiven, type TitleGiven } from './titles.js';

/** A line of a decision after all checks, before its money. */
export interface CheckedReward {
  /** What its commendation will have. */
  readonly id: Id;
  readonly given: GivenReward;
  readonly recipient: Recipient;
  readonly issuerClass: CommendationIssuer | null;
}

/** The money of what decisions give: by the rules of the date of each, and of titles by all that a recipient was given. */
@Injectable()
export class GrantedMoney {
  constructor(private readonly rules: RulesReader) {}

  /**
   * The money of new lines, in their order; the caller has locked the titles of their recipients. A title that the decision gave before and that is lower
   * than a new one for the same time is no longer paid: both are of one decision, and so of one time. What other decisions gave is not changed.
   */
  async ofRewards(tx: Tx, rewards: readonly CheckedReward[], issuer: IssuerOnDay, decision: GrantingDecision): Promise<MoneyBasis[]> {
    await holdRules(tx);
    const rules = await this.rules.moneyRules(tx.query, decision.issuedOn);
    const track = trackOf(issuer) ?? 'STATE';
    const money = rewards.map(({ given, issuerClass }) => moneyOf({ track, issuerClass, form: given.form, kind: given.kind }, rules));
    const titled = rewards.flatMap(({ given, recipient }, index) => (isTitled(given.form, recipient) ? [index] : []));
    for (const key of new Set(titled.map(index => keyOf(rewards[index]!.recipient)))) {
      const own = titled.filter(index => keyOf(rewards[index]!.recipient) === key);
      const before = await standingTitles(tx, rewards[own[0]!]!.recipient);
      const added = own.map((index): TitleGiven => ({
        id: rewards[index]!.id,
        form: rewards[index]!.given.form,
        period: periodOf(rewards[index]!.given),
        basis: money[index]!,
        decisionId: decision.id,
      }));
      const paid = paidInAll([...(await this.asGiven(tx, before)), ...added]);
      for (const [n, index] of own.entries()) money[index] = paid[before.length + n]!;
      for (const [n, title] of before.entries()) await this.pay(tx, title, paid[n]!);
    }
    return money;
  }

  /** Pays the titles of the recipients anew, after one of them was added, revoked, put in force again or removed. The caller has locked them. */
  async payAnew(tx: Tx, rows: readonly Pick<CommendationEntity, 'form' | 'statedCount' | keyof TitledRecipient>[]): Promise<void> {
    await this.payTitlesOf(
      tx,
      rows.filter(row => row.form !== null && isTitled(row.form, row)),
    );
  }

  /** The same for the recipients themselves. */
  async payTitlesOf(tx: Tx, titled: readonly TitledRecipient[]): Promise<void> {
    for (const recipient of new Map(titled.map(row => [keyOf(row), row])).values()) {
      const titles = await standingTitles(tx, recipient);
      for (const [n, basis] of paidInAll(await this.asGiven(tx, titles)).entries()) await this.pay(tx, titles[n]!, basis);
    }
  }

  private asGiven(tx: Tx, titles: readonly StandingTitle[]): Promise<TitleGiven[]> {
    return Promise.all(
      titles.map(async title => ({
        id: title.id,
        form: title.form!,
        period: periodAsGiven(title.period),
        basis: title.money === null ? { is: 'STATED', amount: title.amount! } : (aloneOf(title.money) ?? (await this.byItself(tx, title))),
        decisionId: title.decisionId,
      })),
    );
  }

  /** The money of a title that was not paid, where an earlier version did not keep what it was by itself: by the rules of its day. */
  private async byItself(tx: Tx, { decisionId, form, issuerClass, recipientKind }: StandingTitle): Promise<MoneyBasis> {
    const rules = await this.rules.moneyRules(tx.query, (await dayOfDecision(tx.query, decisionId!))!);
    const track = issuerClass === null ? 'STATE' : TRACKS[issuerClass];
    return moneyOf({ track, issuerClass, form: form!, kind: recipientKind! }, rules);
  }

  /** What a paper states, or a person decided, stays. */
  private async pay(tx: Tx, { id, money, issuerId }: StandingTitle, basis: MoneyBasis): Promise<void> {
    if (money === null || isDeepStrictEqual(basis, money)) return;
    const row = (await lockCommendation(tx, id))!;
    const [before, after] = [{ amount: row.amount }, { amount: amountOf(basis) }];
    await changeCommendation(tx, row, { ...after, money: basis });
    await tx.audit({ action: 'commendation.paidOnce', object: { type: 'Commendation', id }, unitId: issuerId, before, after });
  }
}

const isTitled = (form: GivenReward['form'], { statedCount }: Pick<Recipient, 'statedCount'>): boolean =>
  isTitle(form) && statedCount === null;

const periodOf = ({ periodFrom, periodTo }: GivenReward): TitleGiven['period'] =>
  periodFrom === null && periodTo === null ? null : { from: periodFrom, to: periodTo };
