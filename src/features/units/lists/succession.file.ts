import type { Steps } from '../../../shared/turns.js';
import { foldBlanks } from '../unit-rules.js';
import { readCsv, type CsvFile, type CsvRow } from './csv.reader.js';
import { levelOfFullName, reportLostZeros, withZeros, type CodeReading } from './list.codes.js';
import { UnitListErrors } from './unit-list.errors.js';
import type { ListFindings } from './unit-list.findings.js';

/** One row of a successions file: an old unit passes to a new one, as a whole or in part. */
export interface SuccessionEntry {
  readonly row: number;
  readonly oldCode: string;
  /** With the label of its kind, as in the file. */
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
  readonly whole: boolean;
}

export interface SuccessionList {
  readonly file: string;
  readonly entries: readonly SuccessionEntry[];
  /** Every old code in the file, including those of refused rows. */
  readonly oldCodes: ReadonlySet<string>;
  readonly rows: number;
}

const COLUMNS = ['old_code', 'old_name', 'new_code', 'new_name', 'extent'] as const;
type SuccessionColumn = (typeof COLUMNS)[number] | 'level';

/** @returns `undefined` when the whole file cannot be read, or when its codes lost their zeros: then no row would find its units. */
export function* readSuccessions(
  file: CsvFile,
  findings: ListFindings,
  reading: CodeReading | null = null,
): Steps<SuccessionList | undefined> {
  const given = yield* readCsv<SuccessionColumn>(file, COLUMNS, findings, ['level']);
  if (
    !given ||
    reportLostZeros(
      given.flatMap(row => codesOf(file.name, row)),
      reading,
      findings,
    )
  )
    return undefined;
  const rows = reading === 'RESTORE_ZEROS' ? given.map(restoreCodes) : given;
  const read: SuccessionEntry[] = [];
  for (const row of rows) {
    yield;
    const entry = row.complete && !findings.isFull ? readEntry(file.name, row, findings) : undefined;
    if (entry) read.push(entry);
  }
  return {
    file: file.name,
    entries: consistent(file.name, read, findings),
    oldCodes: new Set(rows.map(row => row.cells.old_code.trim())),
    rows: rows.length,
  };
}

const levelIn = ({ level, ...names }: Record<SuccessionColumn, string>, side: 'old' | 'new') =>
  levelOfFullName(names[`${side}_name`], level);

const codesOf = (file: string, { row, cells }: CsvRow<SuccessionColumn>) =>
  (['old', 'new'] as const).map(side => ({
    code: cells[`${side}_code`].trim(),
    level: levelIn(cells, side),
    position: { file, row, column: `${side}_code` },
  }));

function restoreCodes(row: CsvRow<SuccessionColumn>): CsvRow<SuccessionColumn> {
  const restored = (side: 'old' | 'new'): string => withZeros(row.cells[`${side}_code`], levelIn(row.cells, side));
  return { ...row, cells: { ...row.cells, old_code: restored('old'), new_code: restored('new') } };
}

function readEntry(file: string, { row, cells }: CsvRow<SuccessionColumn>, findings: ListFindings): SuccessionEntry | undefined {
  const at = (column: SuccessionColumn) => ({ file, row, column });
  const extent = cells.extent.trim().toLowerCase();
  const known = extent === 'full' || extent === 'partial';
  if (!known) findings.problem(at('extent'), UnitListErrors.LIST_EXTENT_UNKNOWN({ extent }));
  const empty = (['old_code', 'new_code'] as const).filter(column => cells[column].trim() === '');
  for (const column of empty) findings.problem(at(column), UnitListErrors.LIST_CODE_INVALID({ code: '' }));
  if (!known || empty.length > 0) return undefined;
  return {
    row,
    oldCode: cells.old_code.trim(),
    oldName: foldBlanks(cells.old_name),
    newCode: cells.new_code.trim(),
    newName: foldBlanks(cells.new_name),
    whole: extent === 'full',
  };
}

/** Refuses duplicate rows, and further rows about a unit that passes as a whole to another. */
function consistent(file: string, entries: readonly SuccessionEntry[], findings: ListFindings): SuccessionEntry[] {
  const pairs = new Map<string, number>();
  const wholes = new Map(
    entries
      .filter(entry => entry.whole)
      .toReversed()
      .map(entry => [entry.oldCode, entry]),
  );
  return entries.filter(entry => {
    const position = { file, row: entry.row, column: 'old_code' };
    const pair = JSON.stringify([entry.oldCode, entry.newCode]);
    const first = pairs.get(pair);
    pairs.set(pair, first ?? entry.row);
    if (first !== undefined) {
      findings.problem(position, UnitListErrors.LIST_SUCCESSION_DOUBLED({ first, old: entry.oldName, new: entry.newName }));
      return false;
    }
    const whole = wholes.get(entry.oldCode);
    if (whole && whole !== entry) {
      findings.problem(position, UnitListErrors.LIST_SUCCESSION_MIXED({ old: entry.oldName, whole: whole.row }));
      return false;
    }
    return true;
  });
}
