import { contains, type LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { UnitErrors } from './unit.errors.js';
import type { UnitEffect } from './unit-ledger.editor.js';
import type { SpanRow, UnitAttributes, UnitLedger } from './unit-ledger.js';

/** What can be misprinted. Where a unit is placed is a fact of its history, which events state. */
export type Misprint = Partial<Pick<UnitAttributes, 'name' | 'kind' | 'code'>>;

/**
 * Corrects what was misprinted, as if it had always been so: on all days around `on` on which the same wrong value is recorded. Days with
 * another value are another name, and remain. Spans that say the same afterwards become one: a name that somebody “renamed” to correct a misprint leaves no
 * trace in the unit’s history.
 * @returns `undefined` if everything is so already. @throws UNIT_NOT_IN_FORCE
 */
export function correctMisprint(ledger: UnitLedger, id: Id, on: LocalDate, right: Misprint): UnitEffect | undefined {
  const spans = ledger.spansOf(id);
  const at = spans.findIndex(span => contains(span.range, on));
  if (at === -1) throw UnitErrors.UNIT_NOT_IN_FORCE({ unit: ledger.nameOf(id, on), date: on });
  const wrong = spans[at]!;
  const keys = (Object.keys(right) as (keyof Misprint)[]).filter(key => right[key] !== wrong[key]);
  if (keys.length === 0) return undefined;
  const corrected = [...spans];
  for (const key of keys) {
    const isWrong = (i: number): boolean => spans[i]?.[key] === wrong[key];
    let first = at;
    let last = at;
    while (isWrong(first - 1)) first--;
    while (isWrong(last + 1)) last++;
    for (let i = first; i <= last; i++) corrected[i] = { ...corrected[i]!, [key]: right[key] };
  }
  const written = (values: Misprint): string => keys.map(key => values[key] ?? '–').join(', ');
  const effect = { kind: 'CORRECTED', unitId: id, unit: ledger.nameOf(id, on), before: written(wrong), after: written(right) } as const;
  putUnited(ledger, spans, corrected);
  return effect;
}

/** Puts the spans back, neighbours that say the same as one. */
function putUnited(ledger: UnitLedger, before: readonly SpanRow[], spans: readonly SpanRow[]): void {
  const united: SpanRow[] = [];
  for (const span of spans) {
    const previous = united.at(-1);
    if (previous && saysTheSame(previous, span)) {
      united[united.length - 1] = { ...previous, range: { from: previous.range.from, to: span.range.to } };
      ledger.removeSpan(span);
    } else united.push(span);
  }
  for (const span of united) if (!before.includes(span)) ledger.putSpan(span);
}

const saysTheSame = (left: SpanRow, right: SpanRow): boolean =>
  left.range.to === right.range.from &&
  (['name', 'kind', 'code', 'parentId', 'territoryId'] as const).every(key => left[key] === right[key]);
