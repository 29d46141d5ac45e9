import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import type { Steps } from '../../../shared/turns.js';
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
  /** Whether the row has no more cells than the header. If it has, a problem is reported already, and cells may be in the wrong columns. */
  readonly complete: boolean;
}

const MAX_MB = 10;
const MB = 1_000_000;
const LINE_FEED = 0x0a;
/** A country has some forty thousand units; more rows, or longer ones, are no list of units, and reading them would hold up everybody. */
const MAX_ROWS = 60_000;
const MAX_ROW_LENGTH = 20_000;
const MAX_COLUMNS = 100;
const BYTES_OF_LETTER = 4;
/** So many letters are parsed in one step. */
const PART = 50_000;

/**
 * Reads the given columns of a CSV file in UTF-8, with or without byte order mark, with LF or CRLF; other columns are ignored.
 * Of `optional` columns that the file does not have, every cell is empty.
 * @returns `undefined` when the whole file cannot be read. Problems are added to `findings`.
 */
export function* readCsv<Column extends string>(
  file: CsvFile,
  columns: readonly Column[],
  findings: ListFindings,
  optional: readonly Column[] = [],
): Steps<CsvRow<Column>[] | undefined> {
  const lines = yield* decode(file, findings);
  if (!lines) return undefined;
  const [first, ...rest] = lines.filter(({ cells }) => cells.some(cell => cell.trim() !== ''));
  const header = (first?.cells ?? []).map(name => name.trim().toLowerCase());
  if (first && !hasColumns(file, header, columns, findings)) return undefined;
  if (rest.length === 0) {
    findings.problem({ file: file.name, row: null, column: null }, UnitListErrors.LIST_FILE_EMPTY());
    return undefined;
  }
  const places = [...columns, ...optional].map(column => [column, header.indexOf(column)] as const);
  const rows: CsvRow<Column>[] = [];
  for (const { row, cells } of rest) {
    yield;
    // Excel leaves out empty cells at the end of a row, or adds some.
    const complete = cells.length <= header.length || cells.slice(header.length).every(cell => cell.trim() === '');
    if (!complete && !findings.isFull) {
      const error = UnitListErrors.LIST_ROW_RAGGED({ found: cells.length, expected: header.length });
      findings.problem({ file: file.name, row, column: null }, error);
    }
    const picked = places.map(([column, place]) => [column, cells[place] ?? '']);
    rows.push({ row, cells: Object.fromEntries(picked) as Record<Column, string>, complete });
  }
  return rows;
}

interface CsvLine {
  readonly row: number;
  readonly cells: readonly string[];
}

function* decode(file: CsvFile, findings: ListFindings): Steps<CsvLine[] | undefined> {
  const at = (row: number | null) => ({ file: file.name, row, column: null });
  const refused = (row: number | null, error: DomainError): undefined => {
    findings.problem(at(row), error);
    return undefined;
  };
  if (file.content.length > MAX_MB * MB) {
    const size = Math.ceil(file.content.length / MB);
    return refused(null, UnitListErrors.LIST_FILE_TOO_LARGE({ size, limit: MAX_MB }));
  }
  const rows = countOf(file.content, LINE_FEED) + 1;
  if (rows > MAX_ROWS) return refused(null, UnitListErrors.LIST_ROWS_TOO_MANY({ rows, limit: MAX_ROWS }));
  const long = rowLongerThan(file.content, MAX_ROW_LENGTH * BYTES_OF_LETTER);
  if (long !== undefined) return refused(long, UnitListErrors.LIST_ROW_TOO_LONG({ limit: MAX_ROW_LENGTH, columns: MAX_COLUMNS }));
  const wrong = rowsNotInUtf8(file.content);
  if (wrong.length > 0) return refused(wrong[0]!, UnitListErrors.LIST_ENCODING_WRONG({ count: wrong.length }));
  const { text, delimiter, skipped } = dialectOf(withLineFeeds(new TextDecoder('utf-8').decode(file.content)));
  const options = { info: true, relax_column_count: true, skip_empty_lines: true, delimiter, max_record_size: MAX_ROW_LENGTH } as const;
  const read: CsvLine[] = [];
  let before = skipped;
  try {
    for (const part of partsOf(text)) {
      yield;
      const records = parse(part, options) as unknown as { record: string[]; info: { lines: number } }[];
      const wide = records.find(({ record }) => record.length > MAX_COLUMNS);
      if (wide) return refused(before + wide.info.lines, UnitListErrors.LIST_ROW_TOO_LONG({ limit: MAX_ROW_LENGTH, columns: MAX_COLUMNS }));
      for (const { record, info } of records)
        read.push({ row: before + info.lines - record.join('').split('\n').length + 1, cells: record });
      before += part.split('\n').length - 1;
    }
    return read;
  } catch (error) {
    const { lines, code } = error as { lines?: number; code?: string };
    return refused(
      lines === undefined ? null : before + lines,
      code === 'CSV_MAX_RECORD_SIZE'
        ? UnitListErrors.LIST_ROW_TOO_LONG({ limit: MAX_ROW_LENGTH, columns: MAX_COLUMNS })
        : UnitListErrors.LIST_CSV_BROKEN(),
    );
  }
}

/** Rows end with a line feed; a carriage return is a blank. To the parser it would be a line of its own, which shifts all later row numbers. */
function withLineFeeds(text: string): string {
  const lines = text.replaceAll(/\r+\n/g, '\n');
  return lines.replaceAll('\r', lines.includes('\n') ? ' ' : '\n');
}

const DELIMITERS = [',', ';', '\t'] as const;
const DECLARED = /^\ufeff?sep=([,;\t])\n/i;
/** How Excel keeps the zeros of a code: `="00097"`. */
const FORMULA_OF_TEXT = /(^|[,;\t\n])="([^"\n]*)"(?=[,;\t\n]|$)/g;

/** Spreadsheets in Vietnamese separate cells by semicolons or tabs, and may say so in a first line of their own. */
function dialectOf(text: string): { text: string; delimiter: string; skipped: number } {
  const declared = DECLARED.exec(text);
  const rest = (declared ? text.slice(declared[0].length) : text).replace(/^\ufeff/, '').replace(FORMULA_OF_TEXT, '$1"$2"');
  const [header = ''] = rest.split('\n', 1);
  const delimiter = declared?.[1] ?? DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0]!;
  return { text: rest, delimiter, skipped: declared ? 1 : 0 };
}

/** Parts of the text that are parsed on their own: each ends with a line outside quotation marks. */
function* partsOf(text: string): Iterable<string> {
  const after = (sign: string, at: number): number => text.indexOf(sign, at) + 1 || text.length + 1;
  let quote = after('"', 0);
  for (let start = 0, end = 0, quoted = false; start < text.length; start = end) {
    do {
      end = Math.min(after('\n', end), text.length);
      for (; quote <= end; quote = after('"', quote)) quoted = !quoted;
    } while (end < text.length && (quoted || end - start < PART));
    yield text.slice(start, end);
  }
}

/** The first row with more bytes. The parser counts no separators, so a row of nothing else would pass its limit. */
function rowLongerThan(content: Uint8Array, limit: number): number | undefined {
  for (let start = 0, row = 1; start < content.length; row++) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found < 0 ? content.length : found;
    if (end - start > limit) return row;
    start = end + 1;
  }
  return undefined;
}

function countOf(content: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = content.indexOf(byte); at >= 0; at = content.indexOf(byte, at + 1)) count++;
  return count;
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
