import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { refuseBackwards } from './council-days.js';
import { CouncilRuleEntity } from './council.entity.js';
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import type { SessionKind } from './council-kinds.js';
import { rangeOf, rulesOf, sessionDaysIn, type Days } from './council.store.js';
import type { SeenRecord } from './councils.service.js';
import { isFraction, type SessionRule } from './quorum.js';

export interface GivenRule extends Days {
  readonly councilId: Id;
  readonly sessionKind: SessionKind;
  readonly rule: SessionRule;
  readonly basis: string;
}

/** The rules of a council for each kind of session, from a day to a day. */
@Injectable()
export class CouncilRulesService {
  constructor(
    private readonly db: Database,
    private readonly guard: CouncilGuard,
  ) {}

  /** @returns the council. @throws Refusal with all problems; then nothing is written. */
  set(actor: Actor, given: GivenRule, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'setCouncilRule', input: given }, tx => this.setIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async setIn(tx: Tx, given: GivenRule): Promise<Id> {
    const { councilId, sessionKind, rule } = given;
    const { unitId } = await this.guard.require(tx, councilId);
    const problems = new Problems();
    for (const name of ['presence', 'majority'] as const) {
      const { numerator, denominator } = rule[name];
      if (!isFraction(rule[name])) problems.add(CouncilErrors.COUNCIL_FRACTION_WRONG({ numerator, denominator }).at(name));
    }
    refuseBackwards(problems, given);
    problems.refuseIfAny();
    const taken = (await rulesOf(tx.query, councilId)).find(
      other =>
        other.sessionKind === sessionKind &&
        (other.validTo === null || given.validFrom <= other.validTo) &&
        (given.validTo === null || other.validFrom <= given.validTo),
    );
    if (taken) throw CouncilErrors.COUNCIL_RULE_TAKEN({ kind: sessionKind, period: rangeOf(taken) }).at('sessionKind');
    const id = newId();
    const basis = cleanText(given.basis);
    await tx.manager.insert(CouncilRuleEntity, { id, councilId, unitId, sessionKind, ...columnsOf(rule), validity: rangeOf(given), basis });
    const after = { ruleId: id, sessionKind, ...rule, validFrom: given.validFrom, validTo: given.validTo, basis };
    await tx.audit({ action: 'council.ruleSet', object: { type: 'Council', id: councilId }, unitId, after });
    return councilId;
  }

  /** Sets the last day on which a rule is in force. @returns the council. */
  end(actor: Actor, { id, expectedVersion, reason }: SeenRecord, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const council = await this.guard.requireOf(tx, 'council_rule', id);
      const rule = (await rulesOf(tx.query, council.id)).find(one => one.id === id);
      if (!rule) throw CouncilErrors.COUNCIL_RULE_NOT_FOUND({ id });
      requireVersion(expectedVersion, rule.version);
      if (validTo === rule.validTo) return tx.unchanged(council.id);
      if (rule.validTo !== null && rule.validTo < validTo) throw CouncilErrors.COUNCIL_ENDS_ALREADY({ date: rule.validTo }).at('validTo');
      const days = { validFrom: rule.validFrom, validTo };
      const problems = new Problems();
      refuseBackwards(problems, days);
      const { last } = await sessionDaysIn(tx, 'rule_id', id);
      if (last !== null && last > validTo) problems.add(CouncilErrors.COUNCIL_RULE_APPLIED({ date: last }).at('validTo'));
      problems.refuseIfAny();
      await tx.manager.update(CouncilRuleEntity, { id }, { validity: rangeOf(days), version: rule.version + 1 });
      const entry = { before: { ruleId: id, validTo: rule.validTo }, after: { ruleId: id, validTo }, reason: cleanText(reason) };
      await tx.audit({ action: 'council.ruleEnded', object: { type: 'Council', id: council.id }, unitId: council.unitId, ...entry });
      return council.id;
    });
  }
}

const columnsOf = ({ presence, majority, ...rest }: SessionRule): Partial<CouncilRuleEntity> => ({
  presenceNumerator: presence.numerator,
  presenceDenominator: presence.denominator,
  presenceMoreThan: presence.moreThan,
  majorityNumerator: majority.numerator,
  majorityDenominator: majority.denominator,
  majorityMoreThan: majority.moreThan,
  ...rest,
});
