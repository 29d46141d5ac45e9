import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import { Exact } from '../../shared/exact.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { UnitsReader } from '../units/units.reader.js';
import { FigureGuard } from './figure-guard.js';
import type { FigurePlace } from './figure-place.js';
import { FigureTargetEntity } from './figure-target.entity.js';
import { targetLike, type TargetContent } from './figure.store.js';
import { IndicatorErrors } from './indicator.errors.js';
import { indicatorOn } from './indicator.store.js';

export type GivenTarget = TargetContent & FigurePlace;

/** What figures of units should reach. A period may be one to come. */
@Injectable()
export class FigureTargetsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly guard: FigureGuard,
    private readonly units: UnitsReader,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  setFigureTarget(actor: Actor, given: GivenTarget, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'setFigureTarget', input: given }, async tx => {
      const { indicatorId, unitId, covers } = given;
      await this.rights.require(tx, 'figure.target', unitId);
      const [starts, ends] = [given.starts?.text ?? null, given.ends.text];
      const [first, last] = [given.starts?.earliest ?? null, given.ends.latest];
      const problems = new Problems();
      const isBackwards = first !== null && first > last;
      if (isBackwards) problems.add(IndicatorErrors.FIGURE_PERIOD_BACKWARDS({ starts: starts!, ends }).at('ends'));
      const unit = await this.units.within(tx, unitId, { first: isBackwards ? null : first, last });
      if (!unit) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId'));
      else if (!unit.inForce) problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: unit.fullName, date: ends }).at('unitId'));
      const content = cleaned(given);
      await checkValue(tx, indicatorId, last, content, problems);
      const value = await targetLike(tx, { indicatorId, unitId, covers, starts, ends });
      if (value !== undefined) problems.add(IndicatorErrors.FIGURE_TARGET_TAKEN({ value }).at('indicatorId'));
      problems.refuseIfAny();
      const id = newId();
      const row = { indicatorId, unitId, covers, starts, ends, ...content };
      await tx.manager.insert(FigureTargetEntity, { id, ...row, period: `[${first ?? ''},${last}]` });
      await tx.audit({ action: 'figureTarget.set', object: { type: 'FigureTarget', id }, unitId, after: row });
      return id;
    });
  }

  correctFigureTarget(
    actor: Actor,
    { id, expectedVersion, reason }: { readonly id: Id; readonly expectedVersion: number; readonly reason: string },
    changes: Change<TargetContent>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { indicatorId, unitId, lastDay, version, value, direction, basis } = await this.guard.requireTarget(tx, id);
      requireVersion(expectedVersion, version);
      const before = cleaned({ value, direction, basis });
      const after = cleaned(changed<TargetContent>(before, changes));
      if (isDeepStrictEqual(after, before)) return tx.unchanged(id);
      const problems = new Problems();
      await checkValue(tx, indicatorId, lastDay, after, problems);
      problems.refuseIfAny();
      await tx.manager.update(FigureTargetEntity, { id }, { ...after, version: version + 1 });
      const entry = { unitId, before, after, reason: cleanText(reason) };
      await tx.audit({ action: 'figureTarget.corrected', object: { type: 'FigureTarget', id }, ...entry });
      return id;
    });
  }
}

/** A target is a number that a figure of the indicator can be. */
async function checkValue(tx: Tx, indicatorId: Id, day: LocalDate, { value }: TargetContent, problems: Problems): Promise<void> {
  const indicator = await indicatorOn(tx.query, indicatorId, day);
  if (!indicator) throw IndicatorErrors.INDICATOR_NOT_FOUND({ id: indicatorId });
  const [number, { decimals }] = [Exact.read(value), indicator];
  if (number.compare(Exact.ZERO) < 0 || !number.round(decimals).equals(number))
    problems.add(IndicatorErrors.FIGURE_TARGET_VALUE_INVALID({ value, decimals }).at('value'));
  else if (indicator.measure.includes('%') && number.compare(Exact.of(100)) > 0)
    problems.add(IndicatorErrors.FIGURE_PERCENT_TOO_LARGE({ raw: value }).at('value'));
}

const cleaned = ({ value, direction, basis }: TargetContent): TargetContent => ({
  value: Exact.read(value).toString(),
  direction,
  basis: cleanText(basis),
});
