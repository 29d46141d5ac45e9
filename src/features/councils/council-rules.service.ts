import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { refuseBackwards } from './council-days.js';
import { CouncilRuleEntity } from './council.entity.js';
import { CouncilErrors } from './council.errors.js';
import { CouncilGuard } from './council-guard.js';
import type { SessionKind } from './council-kinds.js';
import { factsIn, votedUnder } from './council-session.store.js';
import { includes, overlap, rangeOf, rulesOf, sessionDaysIn, type CouncilRow, type Days, type RuleRow } from './council.store.js';
import type { SeenRecord } from './councils.service.js';
import { isFraction, quorumOf, type SessionRule } from './quorum.js';

/** What people enter of a rule. */
type RuleContent = SessionRule & Days & { readonly basis: string };

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

  /** @throws Refusal with all problems; then nothing is written. */
  set(actor: Actor, given: GivenRule, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'setCouncilRule', input: given }, tx => this.setIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async setIn(tx: Tx, { councilId, sessionKind, rule, ...given }: GivenRule): Promise<Id> {
    const { unitId } = await this.guard.require(tx, councilId);
    const content = cleaned({ ...rule, ...given });
    const problems = new Problems();
    await check(tx, { councilId, sessionKind, id: null }, content, problems);
    problems.refuseIfAny();
    const id = newId();
    await tx.manager.insert(CouncilRuleEntity, { id, councilId, unitId, sessionKind, ...columnsOf(content) });
    await tx.audit({
      action: 'councilRule.set',
      object: { type: 'CouncilRule', id },
      unitId,
      after: { councilId, sessionKind, ...content },
    });
    return id;
  }

  /** Corrects what was entered wrongly, as if it had always been so. A session that has voted keeps its quorum. */
  correct(actor: Actor, seen: SeenRecord, changes: Change<RuleContent>): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { council, row } = await this.require(tx, seen);
      const before = contentOf(row);
      const after = cleaned(changed(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(seen.id);
      const problems = new Problems();
      await check(tx, { councilId: council.id, sessionKind: row.sessionKind, id: row.id }, after, problems);
      await refuseWithoutQuorum(tx, row.id, after, problems);
      problems.refuseIfAny();
      await tx.manager.update(CouncilRuleEntity, { id: row.id }, { ...columnsOf(after), version: row.version + 1 });
      return done(tx, 'councilRule.corrected', council, seen, { before, after });
    });
  }

  /** Sets the last day on which a rule is in force. */
  end(actor: Actor, seen: SeenRecord, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { council, row } = await this.require(tx, seen);
      if (validTo === row.validTo) return tx.unchanged(row.id);
      if (row.validTo !== null && row.validTo < validTo) throw CouncilErrors.COUNCIL_ENDS_ALREADY({ date: row.validTo }).at('validTo');
      const days = { validFrom: row.validFrom, validTo };
      const problems = new Problems();
      refuseBackwards(problems, days);
      await refuseAppliedOutside(tx, row.id, days, problems);
      problems.refuseIfAny();
      await tx.manager.update(CouncilRuleEntity, { id: row.id }, { validity: rangeOf(days), version: row.version + 1 });
      return done(tx, 'councilRule.ended', council, seen, { before: { validTo: row.validTo }, after: { validTo } });
    });
  }

  private async require(tx: Tx, { id, expectedVersion }: SeenRecord): Promise<{ council: CouncilRow; row: RuleRow }> {
    const council = await this.guard.requireOf(tx, 'council_rule', id);
    const row = (await rulesOf(tx.query, council.id)).find(one => one.id === id);
    if (!row) throw CouncilErrors.COUNCIL_RULE_NOT_FOUND({ id });
    requireVersion(expectedVersion, row.version);
    return { council, row };
  }
}

interface RuleOf {
  readonly councilId: Id;
  readonly sessionKind: SessionKind;
  /** The rule itself, where it exists. */
  readonly id: Id | null;
}

async function check(tx: Tx, { councilId, sessionKind, id }: RuleOf, content: RuleContent, problems: Problems): Promise<void> {
  for (const name of ['presence', 'majority'] as const) {
    const { numerator, denominator } = content[name];
    if (!isFraction(content[name])) problems.add(CouncilErrors.COUNCIL_FRACTION_WRONG({ numerator, denominator }).at(name));
  }
  refuseBackwards(problems, content);
  problems.refuseIfAny();
  const others = (await rulesOf(tx.query, councilId)).filter(other => other.id !== id && other.sessionKind === sessionKind);
  const taken = others.find(other => overlap(other, content));
  if (taken) problems.add(CouncilErrors.COUNCIL_RULE_TAKEN({ kind: sessionKind, period: rangeOf(taken) }).at('validFrom'));
  if (id !== null) await refuseAppliedOutside(tx, id, content, problems);
}

async function refuseAppliedOutside(tx: Tx, id: Id, days: Days, problems: Problems): Promise<void> {
  const { first, last } = await sessionDaysIn(tx, 'rule_id', id);
  for (const day of new Set([first, last]))
    if (day !== null && !includes(days, day)) problems.add(CouncilErrors.COUNCIL_RULE_APPLIED({ date: day }).at('validTo'));
}

async function refuseWithoutQuorum(tx: Tx, id: Id, rule: SessionRule, problems: Problems): Promise<void> {
  for (const sessionId of await votedUnder(tx.query, id)) {
    const facts = (await factsIn(tx.query, sessionId))!;
    const { counted, needed, met } = quorumOf(rule, facts);
    const params = { counted, inTerm: facts.inTerm, needed, date: facts.heldOn };
    if (!met) problems.add(CouncilErrors.COUNCIL_NO_QUORUM(params).at('presence'));
  }
}

const contentOf = ({ rule, validFrom, validTo, basis }: RuleRow): RuleContent => ({ ...rule, validFrom, validTo, basis });

const cleaned = (content: RuleContent): RuleContent => ({ ...content, basis: cleanText(content.basis) });

const columnsOf = ({ presence, majority, validFrom, validTo, ...rest }: RuleContent): Partial<CouncilRuleEntity> => ({
  presenceNumerator: presence.numerator,
  presenceDenominator: presence.denominator,
  presenceMoreThan: presence.moreThan,
  majorityNumerator: majority.numerator,
  majorityDenominator: majority.denominator,
  majorityMoreThan: majority.moreThan,
  validity: rangeOf({ validFrom, validTo }),
  ...rest,
});

async function done(
  tx: Tx,
  action: string,
  { unitId }: CouncilRow,
  { id, reason }: SeenRecord,
  entry: { readonly before: object; readonly after: object },
): Promise<Id> {
  await tx.audit({ action, object: { type: 'CouncilRule', id }, unitId, ...entry, reason: cleanText(reason) });
  return id;
}
