import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { UnitListErrors } from './unit-list.errors.js';
import type { ListFindings } from './unit-list.findings.js';

export interface CsvFile {
  /** Its name without folders, as shown in findings and in the audit trail. */
  readonly name: string;
  readonly content: Uint8Array;
}

export interface CsvRow<Column extends string> {
  /** Counted as in a spreadsheet: the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Whether the row has as many cells as the header. If not, a problem is reported already, and cells may be in the wrong columns. */
  readonly complete: boolean;
}

const MAX_MB = 10;
const MB = 1_000_000;
const LINE_FEED = 0x0a;

/**
 * Reads the given columns of a CSV file in UTF-8, with or without byte order mark, with LF or CRLF; other columns are ignored.
 * Of `optional` columns that the file does not have, every cell is empty.
 * @returns `undefined` when the whole file cannot be read. Problems are added to `findings`.
 */
export function readCsv<Column extends string>(
  file: CsvFile,
  columns: readonly Column[],
  findings: ListFindings,
  optional: readonly Column[] = [],
): CsvRow<Column>[] | undefined {
  const lines = decode(file, findings);
  if (!lines) return undefined;
  const [first, ...rest] = lines.filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  const header = (first?.cells ?? []).map(name => name.trim().toLowerCase());
  if (first && !hasColumns(file, header, columns, findings)) return undefined;
  if (rest.length === 0) {
    findings.problem({ file: file.name, row: null, column: null }, UnitListErrors.LIST_FILE_EMPTY());
    return undefined;
  }
  return rest.map(({ row, cells }) => {
    const complete = cells.length === header.length;
    if (!complete) {
      const error = UnitListErrors.LIST_ROW_RAGGED({ found: cells.length, expected: header.length });
      findings.problem({ file: file.name, row, column: null }, error);
    }
    const picked = [...columns, ...optional].map(column => [column, cells[header.indexOf(column)] ?? '']);
    return { row, cells: Object.fromEntries(picked) as Record<Column, string>, complete };
  });
}

interface CsvLine {
  readonly row: number;
  readonly cells: readonly string[];
}

function decode(file: CsvFile, findings: ListFindings): CsvLine[] | undefined {
  const at = (row: number | null) => ({ file: file.name, row, column: null });
  if (file.content.length > MAX_MB * MB) {
    const size = Math.ceil(file.content.length / MB);
    findings.problem(at(null), UnitListErrors.LIST_FILE_TOO_LARGE({ size, limit: MAX_MB }));
    return undefined;
  }
  const wrong = rowsNotInUtf8(file.content);
  if (wrong.length > 0) {
    findings.problem(at(wrong[0]!), UnitListErrors.LIST_ENCODING_WRONG({ count: wrong.length }));
    return undefined;
  }
  // The parser counts a CRLF inside a cell as two lines, which would shift all later row numbers.
  const text = new TextDecoder('utf-8').decode(file.content).replaceAll('\r\n', '\n');
  try {
    const records = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ row: info.lines - record.join('').split('\n').length + 1, cells: record }));
  } catch (error) {
    findings.problem(at((error as { lines?: number }).lines ?? null), UnitListErrors.LIST_CSV_BROKEN());
    return undefined;
  }
}

/** Also reports zero bytes: they are valid UTF-8, but in practice mean that the file is UTF-16. */
function rowsNotInUtf8(content: Uint8Array): number[] {
  const rows: number[] = [];
  for (let start = 0, row = 1; start < content.length; row++) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found < 0 ? content.length : found;
    const line = content.subarray(start, end);
    if (line.includes(0) || !isUtf8(line)) rows.push(row);
    start = end + 1;
  }
  return rows;
}

function hasColumns(file: CsvFile, header: readonly string[], columns: readonly string[], findings: ListFindings): boolean {
  const position = { file: file.name, row: 1 };
  const missing = columns.filter(column => !header.includes(column));
  for (const column of missing) {
    findings.problem({ ...position, column }, UnitListErrors.LIST_COLUMN_MISSING({ column, found: header.join(', ') || '–' }));
  }
  const duplicated = columns.filter(column => header.indexOf(column) !== header.lastIndexOf(column));
  for (const column of duplicated) findings.problem({ ...position, column }, UnitListErrors.LIST_COLUMN_DOUBLED({ column }));
  return missing.length === 0 && duplicated.length === 0;
}
