import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { CommendationErrors } from '../commendation.errors.js';
import { formFacts } from '../forms/forms.js';
import { usedBy } from './money-rule-uses.finder.js';
import { MoneyRuleErrors } from './money-rule.errors.js';
import {
  correctRule,
  deleteRule,
  insertRule,
  markRule,
  neighbourOf,
  type GivenMoneyRule,
  type MoneyRuleKey,
  type NeighbouringRule,
} from './money-rules.store.js';

/** Enters rules of money from new acts. What was decided keeps the money of its day. */
@Injectable()
export class MoneyRulesService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** The rule before it ends on the day before. It is marked as not verified. @throws MONEY_RULE_TAKEN for a day on which one begins already */
  record(actor: Actor, given: GivenMoneyRule, idempotencyKey?: string | null): Promise<boolean> {
    return this.db.once(actor, { key: idempotencyKey, command: 'recordMoneyRule', input: given }, async tx => {
      await this.rights.require(tx, 'commendation.rules', null);
      refuseOddThing(given);
      const before = await neighbourOf(tx, given);
      if (before?.validFrom === given.validFrom) throw MoneyRuleErrors.MONEY_RULE_TAKEN({ date: given.validFrom }).at('validFrom');
      const rule = { ...given, act: cleanText(given.act) };
      await insertRule(tx, rule, before);
      await audit(tx, 'recorded', { after: { ...rule, mark: 'NOT_VERIFIED' } });
      return true;
    });
  }

  /** Somebody has compared it with its act. */
  confirm(actor: Actor, key: MoneyRuleKey, reason: string): Promise<boolean> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'commendation.rules', null);
      refuseOddThing(key);
      const rule = await this.known(tx, key);
      if (rule.mark === 'SOURCED') return tx.unchanged(true);
      await markRule(tx, key.kind, rule.id, 'SOURCED');
      await audit(tx, 'confirmed', { before: { ...key, mark: rule.mark }, after: { ...key, mark: 'SOURCED' }, reason: cleanText(reason) });
      return true;
    });
  }

  /** Corrects what was mistyped of a rule; compared with its act it is again not. @throws MONEY_RULE_USED where a decision has its money from it */
  replace(actor: Actor, given: GivenMoneyRule, reason: string): Promise<boolean> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'commendation.rules', null);
      refuseOddThing(given);
      const { id, value, act, mark } = await this.known(tx, given);
      const after = { value: given.value, act: cleanText(given.act) };
      if (value === after.value && act === after.act) return tx.unchanged(true);
      await refuseUsed(tx, given, id);
      await correctRule(tx, given.kind, id, after);
      const before = { ...given, value, act, mark };
      await audit(tx, 'corrected', { before, after: { ...given, ...after, mark: 'NOT_VERIFIED' }, reason: cleanText(reason) });
      return true;
    });
  }

  /**
   * Removes a rule that was entered by mistake: the rule before it goes on as if it had never been entered.
   * @throws MONEY_RULE_CONFIRMED; MONEY_RULE_USED where a decision has its money from it
   */
  remove(actor: Actor, key: MoneyRuleKey, reason: string): Promise<boolean> {
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'commendation.rules', null);
      refuseOddThing(key);
      const { id, value, act, mark } = await this.known(tx, key);
      if (mark !== 'NOT_VERIFIED') throw MoneyRuleErrors.MONEY_RULE_CONFIRMED({ date: key.validFrom }).at('validFrom');
      await refuseUsed(tx, key, id);
      await deleteRule(tx, key, id);
      await audit(tx, 'removed', { before: { ...key, value, act, mark }, reason: cleanText(reason) });
      return true;
    });
  }

  /** @throws MONEY_RULE_UNKNOWN where none begins on the day */
  private async known(tx: Tx, key: MoneyRuleKey): Promise<NeighbouringRule> {
    const rule = await neighbourOf(tx, key);
    if (rule?.validFrom !== key.validFrom) throw MoneyRuleErrors.MONEY_RULE_UNKNOWN({ date: key.validFrom }).at('validFrom');
    return rule;
  }
}

const audit = (tx: Tx, done: string, entry: { before?: object; after?: object; reason?: string }): Promise<void> =>
  tx.audit({ action: `moneyRule.${done}`, object: { type: 'MoneyRule', id: null }, ...entry });

/** What a decision has its money from stays. Who enters rules does so for the whole registry, and sees every recipient. @throws MONEY_RULE_USED */
async function refuseUsed(tx: Tx, { kind, validFrom }: MoneyRuleKey, id: Id): Promise<void> {
  const used = await usedBy(tx, kind, id);
  if (used) throw MoneyRuleErrors.MONEY_RULE_USED({ date: validFrom, ...used }).at('validFrom');
}

/** A coefficient says of which form, track and recipient; the other rules are for all. */
function refuseOddThing({ kind, track, form, issuer, recipient }: MoneyRuleKey): void {
  const whole = track !== null && form !== null && recipient !== null;
  const none = track === null && form === null && recipient === null && issuer === null;
  if (kind === 'COEFFICIENT' ? !whole : !none) throw MoneyRuleErrors.MONEY_RULE_OF_WHAT().at('kind');
  if (form !== null && recipient !== null && !formFacts(form).for.includes(recipient))
    throw CommendationErrors.COMMENDATION_NOT_FOR_KIND({ form, kinds: formFacts(form).for }).at('recipient');
}
