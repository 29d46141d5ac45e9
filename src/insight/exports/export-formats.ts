import type { ExportFormat } from './exports.graphql.js';
import { valueAt, type ColumnPath } from './export-columns.js';

/** How a file begins, how a row is written, and how it ends: with the number of its rows, so that one that was cut off shows it. */
interface Written {
  readonly mediaType: string;
  readonly ending: string;
  begin(columns: readonly ColumnPath[]): string;
  row(row: unknown, columns: readonly ColumnPath[]): string;
  end(rows: number): string;
}

const NEWLINE = '\r\n';

export const FORMATS: Readonly<Record<ExportFormat, Written>> = {
  JSONL: {
    mediaType: 'application/jsonl; charset=utf-8',
    ending: 'jsonl',
    begin: () => '',
    row: row => `${JSON.stringify(row)}\n`,
    end: rows => `${JSON.stringify({ rows })}\n`,
  },
  CSV: {
    mediaType: 'text/csv; charset=utf-8',
    ending: 'csv',
    // Without the mark, spreadsheet programs take the file for another encoding.
    begin: columns => `\ufeff${line(columns.map(path => path.join('.')))}`,
    row: (row, columns) => line(columns.map(path => textOf(valueAt(row, path)))),
    end: rows => line(['#rows', String(rows)]),
  },
};

const line = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}${NEWLINE}`;

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every(each => typeof each !== 'object')) return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A spreadsheet program runs a cell that begins with one of these as a formula, also in quotation marks, after blanks, and in full width. An apostrophe
 * makes it a text.
 */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@|%＝＋－＠｜％]/;

export function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
