import { CODE_DIGITS, LEVELS } from '../unit-rules.js';
import { UNIT_KINDS, kindFacts, kindOfListType, type AdministrativeLevel } from '../unit-kinds.js';
import type { CsvRow } from './csv.reader.js';
import { UnitListErrors } from './unit-list.errors.js';
import type { FilePosition, ListFindings } from './unit-list.findings.js';

/**
 * What a person decided about codes that look like numbers of a spreadsheet (`4`, `1273`, `97.0` instead of `04`, `01273`, `00097`).
 * RESTORE_ZEROS: each numeric code has the digits of its level. AS_WRITTEN: the codes are right. `null`: not decided, so such codes are refused.
 */
export type CodeReading = 'RESTORE_ZEROS' | 'AS_WRITTEN';

/** A number as spreadsheets write it, with or without decimals. */
const NUMBER = /^(\d+)(?:\.0+)?$/;
const hasDecimals = (code: string): boolean => NUMBER.test(code) && code.includes('.');

/** A code in a file, with the level of its unit as far as the file shows it, and where it is. */
export interface CodeInFile {
  readonly code: string;
  readonly level: AdministrativeLevel | undefined;
  readonly position: FilePosition;
}

/** The code with the digits of its level. What is no number, or long enough, is unchanged. */
export function withZeros(code: string, level: AdministrativeLevel | undefined): string {
  const digits = NUMBER.exec(code.trim())?.[1];
  return digits === undefined || level === undefined ? code : digits.padStart(CODE_DIGITS[level], '0');
}

/** So many short codes of a level are reported one by one: each may be a slip of its own. */
const FEW = 5;

/**
 * Reports codes of a file that lost their zeros. Where a spreadsheet read the column as numbers, one finding for the level says so: its short codes
 * are taken for those of other units, and every further finding would be about that.
 * @returns whether the file has to be read otherwise.
 */
export function reportLostZeros(codes: readonly CodeInFile[], reading: CodeReading | null, findings: ListFindings): boolean {
  if (reading === 'RESTORE_ZEROS') return false;
  const decimal = codes.find(({ code }) => hasDecimals(code));
  if (decimal) findings.problem(decimal.position, UnitListErrors.LIST_CODES_DECIMAL({ code: decimal.code }));
  if (reading === 'AS_WRITTEN') return decimal !== undefined;
  const lost = LEVELS.filter(level => reportShort(level, codes, findings));
  return decimal !== undefined || lost.length > 0;
}

function reportShort(level: AdministrativeLevel, codes: readonly CodeInFile[], findings: ListFindings): boolean {
  const numbers = [
    ...new Map(codes.filter(each => each.level === level && /^\d+$/.test(each.code)).map(each => [each.code, each] as const)).values(),
  ];
  const digits = numbers.reduce((most, { code }) => Math.max(most, code.length), CODE_DIGITS[level]);
  const short = numbers.filter(({ code }) => code.length < digits);
  const [first] = short;
  if (!first) return false;
  if (short.length < numbers.length && short.length <= FEW) {
    for (const { code, position } of short) findings.problem(position, UnitListErrors.LIST_CODE_SHORT({ code, length: digits }));
    return false;
  }
  const params = { code: first.code, level, short: short.length, count: numbers.length, digits, restored: withZeros(first.code, level) };
  findings.problem(first.position, UnitListErrors.LIST_CODES_WITHOUT_ZEROS(params));
  return true;
}

type UnitCells = CsvRow<'code' | 'name' | 'type' | 'parent_code'>;

/** The level of the unit of a row, by its type. */
export const levelOfRow = ({ cells }: UnitCells): AdministrativeLevel | undefined => {
  const kind = kindOfListType(cells.type);
  return kind && kindFacts(kind).level;
};

/** The rows of a list of units with restored codes. Communes are under districts if the list has any, otherwise under provinces. */
export function restoreCodes<Row extends UnitCells>(rows: readonly Row[]): Row[] {
  const hasDistricts = rows.some(row => levelOfRow(row) === 'DISTRICT');
  return rows.map(row => {
    const level = levelOfRow(row);
    const above = level === 'COMMUNE' && hasDistricts ? 'DISTRICT' : 'PROVINCE';
    const cells = { ...row.cells, code: withZeros(row.cells.code, level), parent_code: withZeros(row.cells.parent_code, above) };
    return { ...row, cells };
  });
}

/** The level of a unit by the word for its kind before its name. A “Thành phố” is of two levels: then `stated`, the column `level`, decides. */
export function levelOfFullName(name: string, stated: string): AdministrativeLevel | undefined {
  const words = `${name.normalize('NFC').trim().toLowerCase()} `;
  const levels = new Set(
    Object.values(UNIT_KINDS).flatMap(facts =>
      'level' in facts && words.startsWith(`${facts.label.toLowerCase()} `) ? [facts.level] : [],
    ),
  );
  if (levels.size === 1) return [...levels][0];
  const known = LEVELS.find(level => level === stated.trim().toUpperCase());
  return levels.size === 0 || (known && levels.has(known)) ? known : 'PROVINCE';
}
