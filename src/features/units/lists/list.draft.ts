import type { Id } from '../../../shared/ids.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Establish, UnitChange } from '../unit-changes.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry } from './unit-list.file.js';
import { NOWHERE, type Findings, type Place } from './unit-list.findings.js';

/** What a list comes to. Rows of a file, units, or successions, as each line says. */
export interface ListCounts {
  /** Rows of the list of units. */
  readonly unitRows: number;
  /** Rows of the successions. */
  readonly successionRows: number;
  /** Listed units that stand already as listed, and stood the day before or begin on the very day. */
  readonly matched: number;
  /** Listed units that are entered. */
  readonly established: number;
  /** Listed units that a reorganisation leaves being what they are. */
  readonly goingOn: number;
  /** Units whose parent changes, or becomes known. */
  readonly moved: number;
  readonly endedWhole: number;
  readonly endedInParts: number;
  readonly endedWithoutSuccessor: number;
  /** Successions that are entered. */
  readonly successions: number;
  /** Rows of the successions that the registry already had. */
  readonly recorded: number;
  /** Rows of the successions that were not followed, because the registry knows otherwise. Each is a note. */
  readonly leftAlone: number;
}

export const NO_COUNTS: ListCounts = {
  unitRows: 0,
  successionRows: 0,
  matched: 0,
  established: 0,
  goingOn: 0,
  moved: 0,
  endedWhole: 0,
  endedInParts: 0,
  endedWithoutSuccessor: 0,
  successions: 0,
  recorded: 0,
  leftAlone: 0,
};

/** Takes the changes of a draft down, each with the place it comes from. */
export class DraftedChanges {
  readonly changes: UnitChange[] = [];
  readonly origins: Place[] = [];

  add(change: UnitChange, origin: Place = NOWHERE): void {
    this.changes.push(change);
    this.origins.push(origin);
  }

  count(kind: UnitChange['kind']): number {
    return this.changes.filter(change => change.kind === kind).length;
  }
}

/** The unit that a row of a list means, entered under `id`. */
export function establishListed(entry: ListEntry, id: Id, parent: Id | null, terms: Pick<Establish, 'starts' | 'source'>): Establish {
  const { code, name, kind: unitKind } = entry;
  return { kind: 'establish', id, line: 'TERRITORY', unitKind, name, code, parent, territory: null, ends: null, ...terms };
}

/** Says that the code of a row belongs to another unit, now or later. */
export function tellHolder(
  ledger: UnitLedger,
  holder: SpanRow,
  entry: ListEntry,
  at: { file: string; date: LocalDate },
  findings: Findings,
): void {
  const { file, date } = at;
  const { from } = holder.range;
  const later = from !== null && from > date;
  const told = { code: entry.code, unit: ledger.nameOf(holder.unitId, later ? from : date), listed: entryName(entry) };
  findings.problem(
    { file, row: entry.row, column: 'code' },
    later ? UnitListErrors.LIST_CODE_HELD_LATER({ ...told, from }) : UnitListErrors.LIST_CODE_HELD({ ...told, date }),
  );
}
