import type { Id } from '../../../shared/ids.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Establish, UnitChange } from '../unit-changes.js';
import { fullName } from '../unit-kinds.js';
import type { SpanRow, UnitLedger } from '../unit-ledger.js';
import { UnitListErrors } from './unit-list.errors.js';
import { entryName, type ListEntry } from './unit-list.file.js';
import { UnitListNotes } from './unit-list.notes.js';
import { isSpelledOtherwise } from './units-on-day.js';
import { NO_POSITION, type ListFindings, type FilePosition } from './unit-list.findings.js';

/** The counts of an import, in rows, units or successions. */
export interface ListCounts {
  /** Rows of the list of units. */
  readonly unitRows: number;
  /** Rows of the successions. */
  readonly successionRows: number;
  /** Listed units that are recorded as listed. */
  readonly matched: number;
  /** Listed units whose recorded name is spelled otherwise. Each has a note. */
  readonly spelledOtherwise: number;
  /** Listed units that are established. */
  readonly established: number;
  /** Listed units that continue through a reorganisation. */
  readonly goingOn: number;
  /** Units whose parent changes, or becomes known. */
  readonly moved: number;
  readonly endedWhole: number;
  readonly endedInParts: number;
  readonly endedWithoutSuccessor: number;
  /** Successions that are added. */
  readonly successions: number;
  /** Rows of the successions that were recorded already. */
  readonly recorded: number;
  /** Units that passed to others than the registry had, and whose recorded successions are corrected. Each has a note. */
  readonly corrected: number;
  /** Units that, as listed, passed to others than the registry has, which is kept. Each has a note. */
  readonly leftAlone: number;
  /** Units that, as recorded, begin on the day, and that the list does not have. Each has a note. */
  readonly notListed: number;
}

export const NO_COUNTS: ListCounts = {
  unitRows: 0,
  successionRows: 0,
  matched: 0,
  spelledOtherwise: 0,
  established: 0,
  goingOn: 0,
  moved: 0,
  endedWhole: 0,
  endedInParts: 0,
  endedWithoutSuccessor: 0,
  successions: 0,
  recorded: 0,
  corrected: 0,
  leftAlone: 0,
  notListed: 0,
};

/** Collects the changes of a draft, each with the position in the files that it comes from. */
export class DraftedChanges {
  readonly changes: UnitChange[] = [];
  readonly origins: FilePosition[] = [];

  add(change: UnitChange, origin: FilePosition = NO_POSITION): void {
    this.changes.push(change);
    this.origins.push(origin);
  }

  count(kind: UnitChange['kind']): number {
    return this.changes.filter(change => change.kind === kind).length;
  }
}

/** The change that establishes the unit of a listed row under `id`. */
export function establishListed(entry: ListEntry, id: Id, parent: Id | null, terms: Pick<Establish, 'starts' | 'source'>): Establish {
  const { code, name, kind: unitKind } = entry;
  return { kind: 'establish', id, line: 'TERRITORY', unitKind, name, code, parent, territory: null, ends: null, ...terms };
}

/**
 * Notes that a recorded unit is written otherwise in the list.
 * @returns whether it is.
 */
export function noteSpelling(span: SpanRow, entry: ListEntry, file: string, findings: ListFindings): boolean {
  if (!isSpelledOtherwise(span.name, entry.name)) return false;
  const params = { recorded: fullName(span.kind, span.name), listed: entryName(entry) };
  findings.note({ file, row: entry.row, column: 'name' }, UnitListNotes.spelledOtherwise(params));
  return true;
}

/** Reports that the code of a row belongs to another unit, on the date or later. */
export function reportCodeHolder(
  ledger: UnitLedger,
  holder: SpanRow,
  entry: ListEntry,
  source: { file: string; date: LocalDate },
  findings: ListFindings,
): void {
  const { file, date } = source;
  const { from } = holder.range;
  const later = from !== null && from > date;
  const params = { code: entry.code, unit: ledger.nameOf(holder.unitId, later ? from : date), listed: entryName(entry) };
  findings.problem(
    { file, row: entry.row, column: 'code' },
    later ? UnitListErrors.LIST_CODE_HELD_LATER({ ...params, from }) : UnitListErrors.LIST_CODE_HELD({ ...params, date }),
  );
}
