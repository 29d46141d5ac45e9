import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Notice } from '../../platform/graphql/mutation.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { newId, toGlobalId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { MovementErrors } from './movement.errors.js';
import type { SeenRecord } from './movements.service.js';
import { isBackwards, nearestDayIn, rangeLiteral, type Period } from './period.js';
import { ReceivingAuthorityEntity } from './receiving-authority.entity.js';
import { lockRule, lockWholeRule, ruleDuring, selfReceiver, type GivenAuthority } from './receiving-authority.store.js';
import { levelFacts } from '../sectors/recognition-level.js';
import { validityDuring, refuseUnlessCovered } from './unit-validity.reader.js';

export type AuthorityCorrection = Change<Omit<GivenAuthority, 'unitId' | 'line'>>;

/** Sets, corrects and ends the rules about which offices receive and recognise models. */
@Injectable()
export class ReceivingAuthoritiesService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  setReceivingAuthority(actor: Actor, given: GivenAuthority, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'setReceivingAuthority', input: given }, async tx => {
      await this.rights.require(tx, 'receivingAuthority.edit', given.unitId);
      const period = periodOf(given);
      await checkRule(tx, given, null);
      const { validFrom, validTo, ...rest } = given;
      const id = newId();
      const row = { ...rest, basis: cleanText(given.basis) };
      await tx.manager.insert(ReceivingAuthorityEntity, { id, ...row, validity: rangeLiteral(period) });
      await tx.audit({
        action: 'receivingAuthority.set',
        object: { type: 'ReceivingAuthority', id },
        unitId: given.unitId,
        after: { ...row, validFrom, validTo },
      });
      return id;
    });
  }

  /** Corrects what was entered wrongly, as if it had always been so. Its unit and line remain: a rule for others is another rule. */
  correctReceivingAuthority(actor: Actor, { id, expectedVersion, reason }: SeenRecord, changes: AuthorityCorrection): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const rule = await lockWholeRule(tx, id);
      if (!rule) throw MovementErrors.RECEIVING_AUTHORITY_NOT_FOUND({ id });
      const { version, ...before } = rule;
      await this.rights.require(tx, 'receivingAuthority.edit', before.unitId);
      requireVersion(expectedVersion, version);
      const given = changed<GivenAuthority>(before, changes);
      const after = { ...given, basis: cleanText(given.basis) };
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      await checkRule(tx, after, id);
      const { validFrom: _from, validTo: _to, ...row } = after;
      await tx.manager.update(ReceivingAuthorityEntity, { id }, { ...row, validity: rangeLiteral(periodOf(after)), version: version + 1 });
      const object = { type: 'ReceivingAuthority', id };
      await tx.audit({ action: 'receivingAuthority.corrected', object, unitId: before.unitId, before, after, reason: cleanText(reason) });
      return id;
    });
  }

  /** Models of a unit that receives for itself are examined by nobody else. Offices do so, so it is no refusal. */
  async warningsAbout(id: Id): Promise<Notice[]> {
    const unit = await selfReceiver(this.db.rows, id);
    if (!unit) return [];
    return [{ warning: MovementErrors.RECEIVING_FROM_ITSELF({ unit: unit.name }).at('receiverId'), ids: [toGlobalId('Unit', unit.id)] }];
  }

  endReceivingAuthority(actor: Actor, { id, expectedVersion, reason }: SeenRecord, validTo: LocalDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const rule = await lockRule(tx, id);
      if (!rule) throw MovementErrors.RECEIVING_AUTHORITY_NOT_FOUND({ id });
      await this.rights.require(tx, 'receivingAuthority.edit', rule.unitId);
      requireVersion(expectedVersion, rule.version);
      if (validTo === rule.last) return tx.unchanged(id);
      refuseBackwards({ first: rule.first, last: validTo });
      if (rule.last !== null && validTo > rule.last)
        throw MovementErrors.RECEIVING_AUTHORITY_ALREADY_ENDS({ date: rule.last }).at('validTo');
      const validity = rangeLiteral({ first: rule.first, last: validTo });
      await tx.manager.update(ReceivingAuthorityEntity, { id }, { validity, version: rule.version + 1 });
      const entry = { before: { validTo: rule.last }, after: { validTo } };
      const object = { type: 'ReceivingAuthority', id };
      const { unitId } = rule;
      await tx.audit({ action: 'receivingAuthority.ended', object, unitId, ...entry, reason: cleanText(reason) });
      return id;
    });
  }
}

const periodOf = ({ validFrom, validTo }: Pick<GivenAuthority, 'validFrom' | 'validTo'>): Period => ({ first: validFrom, last: validTo });

/** @param self the rule itself, where one is corrected. @throws Refusal with all problems. */
async function checkRule(tx: Tx, given: GivenAuthority, self: Id | null): Promise<void> {
  const period = periodOf(given);
  refuseBackwards(period);
  const problems = new Problems();
  const { lastDay } = levelFacts(given.level);
  if (lastDay !== undefined && (given.validTo === null || given.validTo > lastDay))
    problems.add(MovementErrors.RECOGNITION_LEVEL_ENDED({ level: given.level, date: lastDay }).at('validTo'));
  await checkUnits(tx, given, period, problems);
  await refuseTaken(tx, given, period, self, problems);
  problems.refuseIfAny();
}

/** Checked first, because PostgreSQL rejects a range with such bounds. */
function refuseBackwards(period: Period): void {
  if (!isBackwards(period)) return;
  const { first, last } = period as Record<keyof Period, LocalDate>;
  throw MovementErrors.RECEIVING_AUTHORITY_ENDS_BEFORE_IT_STARTS({ first, last }).at('validTo');
}

/** The unit and both offices have to be in force for as long as the rule. If its start is not known, they are checked from the day of the rule nearest to today. */
async function checkUnits(tx: Tx, given: GivenAuthority, period: Period, problems: Problems): Promise<void> {
  const knownPeriod = { first: period.first ?? nearestDayIn(period, tx.today), last: period.last };
  const { unitId, receiverId, recogniserId, line } = given;
  const named = Object.entries({ unitId, receiverId, ...(recogniserId !== null && { recogniserId }) });
  const ids = named.map(([, id]) => id);
  const units = await validityDuring(tx, ids, knownPeriod);
  named.forEach(([path, id], i) => refuseUnlessCovered(problems, units[i], id, knownPeriod, path));
  const [ruleUnit] = units;
  if (ruleUnit && ruleUnit.line !== 'TERRITORY' && ruleUnit.line !== line)
    problems.add(MovementErrors.RECEIVING_AUTHORITY_OTHER_LINE({ unit: ruleUnit.fullName, own: ruleUnit.line, line }).at('line'));
}

async function refuseTaken(tx: Tx, { unitId, line }: GivenAuthority, period: Period, self: Id | null, problems: Problems): Promise<void> {
  const taken = await ruleDuring(tx, unitId, line, period, self);
  if (!taken) return;
  const [receiver] = await validityDuring(tx, [taken.receiverId], taken);
  const params = { receiver: receiver!.fullName, period: rangeLiteral(taken) };
  problems.add(MovementErrors.RECEIVING_AUTHORITY_TAKEN(params).at('validFrom'));
}
