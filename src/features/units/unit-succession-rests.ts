import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { addDays } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { inEach, joined, type Bilingual } from '../../shared/language.js';
import { UnitDependents } from './unit-dependents.port.js';
import type { PlannedCorrection } from './unit-event.plan.js';
import type { UnitLedger } from './unit-ledger.js';
import { eventsAfter, standingSuccessions, type LaterEvent } from './unit-succession-rests.reader.js';
import { UnitErrors } from './unit.errors.js';

/**
 * What rests on successions that an event corrects: later events that moved or ended units which had followed, and the records of chapters above
 * (`UnitDependents`). Only whole successions carry something: nothing is divided, so nothing follows the parts of a unit.
 */
@Injectable()
export class SuccessionRests {
  constructor(private readonly dependents: UnitDependents) {}

  /** A problem for each succession on which something rests, as the database has them. */
  async against(query: QueryRows, ledger: UnitLedger, corrections: readonly PlannedCorrection[]): Promise<DomainError[]> {
    const whole = corrections.flatMap(({ removed, ...correction }) =>
      removed.filter(row => row.whole).map(succession => ({ ...correction, succession })),
    );
    if (whole.length === 0) return [];
    const followers = whole.flatMap(({ succession, followers: spans }) =>
      spans.map(({ id }) => ({ successionId: succession.id, spanId: id })),
    );
    const rests = new Map<Id, Bilingual[]>(whole.map(({ predecessorId }) => [predecessorId, []]));
    for (const event of await eventsAfter(query, followers)) rests.get(event.predecessorId)!.push(eventText(event));
    const standing = await standingSuccessions(
      query,
      whole.map(({ succession }) => succession.id),
    );
    for (const { predecessorId, text } of await this.dependents.restingOn(query, standing)) rests.get(predecessorId)!.push(text);
    return whole.flatMap(({ predecessorId, succession: { successorId, effectiveOn }, path }) => {
      const found = shortened(rests.get(predecessorId)!);
      if (found.length === 0) return [];
      const text = joined(found, '; ');
      const unit = ledger.nameOf(predecessorId, addDays(effectiveOn, -1));
      const params = { unit, successor: ledger.nameOf(successorId, effectiveOn), rests: { value: text.en, ...text } };
      return [UnitErrors.UNIT_SUCCESSION_RESTED_ON(params).at(...path)];
    });
  }
}

const MAX_NAMED = 5;
const shortened = <T extends Bilingual>(found: readonly T[]): Bilingual[] =>
  found.length > MAX_NAMED ? [...found.slice(0, MAX_NAMED), inEach('…')] : [...found];

const eventText = ({ name, units }: LaterEvent): Bilingual => ({
  vi: `biến động “${name}” (${shortened(units.map(inEach))
    .map(({ vi }) => vi)
    .join(', ')})`,
  en: `event “${name}” (${shortened(units.map(inEach))
    .map(({ en }) => en)
    .join(', ')})`,
});
