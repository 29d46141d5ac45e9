import { addDays, intersection, type LocalDate, type PartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { SpanRow, UnitLedger } from './unit-ledger.js';

/** Where a unit is placed over a range of days. */
export type Placement = Pick<SpanRow, 'range' | 'parentId' | 'territoryId'>;

export const wholeSuccessorOf = (ledger: UnitLedger, id: Id): Id | null =>
  ledger.successionsOf(id).find(succession => succession.whole)?.successorId ?? null;

/**
 * A place over a range of days, piece by piece. Before the parent or the territory began, the place is not known (`null`). A parent that never was
 * in force at the same time as the unit is kept here and refused by the checks.
 * @param follows whether a place that ends is replaced by its whole successor, or is not known without one; otherwise a move has to be stated.
 */
export function placementsOf(ledger: UnitLedger, { range, parentId, territoryId }: Placement, follows: boolean): Placement[] {
  const everTogether = [parentId, territoryId].every(id => id === null || intersection(ledger.unit(id)?.range ?? range, range));
  if (!everTogether) return [{ range, parentId, territoryId }];
  const changeDays = new Set([...placeChangeDays(ledger, parentId, follows), ...placeChangeDays(ledger, territoryId, follows)]);
  const cuts = [...changeDays].filter(day => (range.from === null || day > range.from) && (range.to === null || day < range.to)).toSorted();
  return [range.from, ...cuts].map((from, i) => ({
    range: { from, to: cuts[i] ?? range.to },
    parentId: placeOn(ledger, parentId, from, follows),
    territoryId: placeOn(ledger, territoryId, from, follows),
  }));
}

/** The place, from the given day on, of a unit that is entered under `id`. */
function placeOn(ledger: UnitLedger, id: Id | null, day: LocalDate | null, follows: boolean): Id | null {
  const place = id === null ? undefined : ledger.unit(id);
  if (!place || (place.range.from !== null && (day === null || day < place.range.from))) return null;
  const ended = place.range.to !== null && day !== null && day >= place.range.to;
  return ended && follows ? placeOn(ledger, wholeSuccessorOf(ledger, place.id), day, follows) : place.id;
}

/** The days on which the result of `placeOn` changes. */
function placeChangeDays(ledger: UnitLedger, id: Id | null, follows: boolean): LocalDate[] {
  const place = id === null ? undefined : ledger.unit(id);
  if (!place) return [];
  const { from, to } = place.range;
  const start = from === null ? [] : [from];
  return to === null || !follows ? start : [...start, to, ...placeChangeDays(ledger, wholeSuccessorOf(ledger, place.id), follows)];
}

/** The exclusive end of a validity: the day after the last day that `ends` can mean. */
export const dayAfter = (ends: PartialDate | null): LocalDate | null => (ends === null ? null : addDays(ends.latest, 1));

/** The end of a unit for which the event’s day is the first day without it. The text keeps the precision of the event: a month or a year stays one. */
export function endByEvent(effective: PartialDate): { to: LocalDate; text: string } {
  const dayBefore = addDays(effective.latest, -1);
  if (effective.earliest === effective.latest) return { to: effective.latest, text: dayBefore };
  if (effective.text.includes('..')) {
    const from = effective.earliest === null ? '' : addDays(effective.earliest, -1);
    return { to: effective.latest, text: `${from}..${dayBefore}` };
  }
  return { to: addDays(effective.latest, 1), text: effective.text };
}
