import { addDays, intersection, type DateRange, type LocalDate } from '../../shared/dates.js';
import type { Problems } from '../../platform/errors/domain-error.js';
import type { Steps } from '../../shared/turns.js';
import { UnitErrors } from './unit.errors.js';
import type { SpanRow, UnitLedger, UnitRow } from './unit-ledger.js';

/**
 * Checks the invariants for every span that an event inserted or updated. The database enforces the same ones (exclusion constraints and
 * triggers of the units migration), but stops at the first; here every violation is reported at once, with the name of its unit.
 */
export function* checkTouched(ledger: UnitLedger, day: LocalDate, problems: Problems): Steps<void> {
  const { insert, update } = ledger.changes();
  for (const span of [...insert.spans, ...update.spans]) {
    yield;
    checkPlace(ledger, span, day, problems);
    checkCode(ledger, span, day, problems);
  }
}

function checkPlace(ledger: UnitLedger, span: SpanRow, day: LocalDate, problems: Problems): void {
  const unit = ledger.unit(span.unitId)!;
  const name = ledger.nameOf(span.unitId, day);
  for (const [placeId, isTerritory] of [
    [span.parentId, false],
    [span.territoryId, true],
  ] as const) {
    const place = placeId === null ? undefined : ledger.unit(placeId);
    if (placeId === null || !place) continue;
    const placeName = ledger.nameOf(placeId, addDays(day, -1));
    if (!isAllowedLine(unit, place, isTerritory)) problems.add(UnitErrors.UNIT_PLACE_OF_OTHER_LINE({ place: placeName }).at('changes'));
    else if (!covers(place.range, span.range))
      problems.add(UnitErrors.UNIT_PLACE_NOT_IN_FORCE({ place: placeName, unit: name }).at('changes'));
  }
  if (ledger.formsCycle(span)) problems.add(UnitErrors.UNIT_WOULD_CIRCLE({ unit: name }).at('changes'));
}

const isAllowedLine = (unit: UnitRow, place: UnitRow, isTerritory: boolean): boolean =>
  isTerritory ? place.line === 'TERRITORY' && unit.line !== 'TERRITORY' : place.line === unit.line;

function covers(outer: DateRange, inner: DateRange): boolean {
  const startsInTime = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  return startsInTime && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

function checkCode(ledger: UnitLedger, span: SpanRow, day: LocalDate, problems: Problems): void {
  if (span.code === null) return;
  const holder = ledger.spansWithCode(span.code).find(other => other.unitId !== span.unitId && intersection(other.range, span.range));
  if (holder) problems.add(UnitErrors.UNIT_CODE_TAKEN({ code: span.code, unit: ledger.nameOf(holder.unitId, day) }).at('changes'));
}
