import { describe, expect, it } from '@jest/globals';
import { atOnce } from '../../../shared/turns.js';
import type { CodeReading } from './list.codes.js';
import { readSuccessions } from './succession.file.js';
import { readUnitList } from './unit-list.file.js';
import { ListFindings } from './unit-list.findings.js';

/** A list as offices keep it, and as a spreadsheet writes it after it read the codes as numbers. */
const ROWS: readonly (readonly [code: string, name: string, type: string, parent: string])[] = [
  ['04', 'Tỉnh Cao Bằng', 'Tỉnh', ''],
  ['79', 'Thành phố Hồ Chí Minh', 'Thành phố Trung ương', ''],
  ['01273', 'Phường Thục Phán', 'Phường', '04'],
  ['01279', 'Phường Nùng Trí Cao', 'Phường', '04'],
  ['01288', 'Phường Tân Giang', 'Phường', '04'],
  ['01290', 'Xã Quảng Lâm', 'Xã', '04'],
  ['01294', 'Xã Nam Quang', 'Xã', '04'],
  ['00004', 'Xã Lý Quốc', 'Xã', '04'],
  ['26740', 'Phường Sài Gòn', 'Phường', '79'],
];
const asNumber = (code: string): string => code && String(Number(code));
const asDecimal = (code: string): string => code && `${Number(code)}.0`;

const csv = (lines: readonly (readonly string[])[]): { name: string; content: Buffer } => ({
  name: 'a.csv',
  content: Buffer.from(lines.map(line => line.join(',')).join('\n')),
});

function read(write: (code: string) => string, { parents = write, reading = null as CodeReading | null, rows = ROWS } = {}) {
  const findings = new ListFindings();
  const lines = rows.map(([code, name, type, parent]) => [write(code), name, type, parents(parent)]);
  const list = atOnce(readUnitList(csv([['code', 'name', 'type', 'parent_code'], ...lines]), findings, reading));
  return {
    codes: list?.entries.map(({ code, parentCode }) => [code, parentCode ?? '']),
    found: findings.problems.map(({ row, column, code }) => [row, column, code]),
    says: findings.problems.map(({ vi }) => vi),
  };
}

function readPassing(write: (code: string) => string, reading: CodeReading | null = null) {
  const findings = new ListFindings();
  const lines = ROWS.map(([code, name]) => ['', write(code), name, write(code), name, 'full']);
  const list = atOnce(
    readSuccessions(csv([['level', 'old_code', 'old_name', 'new_code', 'new_name', 'extent'], ...lines]), findings, reading),
  );
  return { codes: list?.entries.map(({ oldCode, newCode }) => [oldCode, newCode]), found: findings.problems.map(({ code }) => code) };
}

const whole = ROWS.map(([code, , , parent]) => [code, parent]);
const same = ROWS.map(([code]) => [code, code]);

describe('codes that lost their zeros are noticed, and nothing is said of what follows from it', () => {
  it('in most of a level: “4”, “1273”', () => {
    const { codes, found, says } = read(asNumber);
    expect(codes).toBeUndefined();
    expect(found).toEqual([
      [2, 'code', 'LIST_CODE_SHORT'],
      [4, 'code', 'LIST_CODES_WITHOUT_ZEROS'],
    ]);
    expect(says[1]).toContain('6 trong 7 mã cấp xã ngắn hơn 5 chữ số, ví dụ “1273”');
    expect(says[1]).toContain('“1273” thành “01273”');
  });

  it('throughout a level, where no comparison within the file shows it', () => {
    const { codes, found } = read(asNumber, { rows: ROWS.filter(([, , , parent]) => parent !== '79') });
    expect(codes).toBeUndefined();
    expect(found.map(([, , code]) => code)).toEqual(['LIST_CODE_SHORT', 'LIST_CODES_WITHOUT_ZEROS']);
    expect(read(asNumber, { rows: ROWS.slice(0, 1) }).found).toEqual([[2, 'code', 'LIST_CODES_WITHOUT_ZEROS']]);
  });

  it('as decimals: “97.0”, in the column of codes or of parents', () => {
    expect(read(asDecimal)).toMatchObject({ codes: undefined, found: [[2, 'code', 'LIST_CODES_DECIMAL']] });
    const parents = read(code => code, { parents: asDecimal });
    expect(parents).toMatchObject({ codes: undefined, found: [[4, 'parent_code', 'LIST_CODES_DECIMAL']] });
  });

  it('in the successions', () => {
    expect(readPassing(asNumber)).toEqual({ codes: undefined, found: ['LIST_CODE_SHORT', 'LIST_CODES_WITHOUT_ZEROS'] });
    expect(readPassing(asDecimal)).toEqual({ codes: undefined, found: ['LIST_CODES_DECIMAL'] });
  });
});

it.each([asNumber, asDecimal])('a person has the zeros restored, each code by its level', write => {
  expect(read(write, { reading: 'RESTORE_ZEROS' })).toMatchObject({ codes: whole, found: [] });
  expect(readPassing(write, 'RESTORE_ZEROS')).toEqual({ codes: same, found: [] });
});

it('a person confirms that codes are short; a decimal is never a code', () => {
  const written = ROWS.map(([code, , , parent]) => [asNumber(code), asNumber(parent)]).filter(([code]) => code !== '4');
  const { codes, found } = read(asNumber, { reading: 'AS_WRITTEN', rows: ROWS.filter(([code]) => code !== '00004') });
  expect({ codes: codes?.slice(1), found }).toEqual({ codes: written, found: [] });
  expect(read(asDecimal, { reading: 'AS_WRITTEN' }).found).toEqual([[2, 'code', 'LIST_CODES_DECIMAL']]);
});

it('a few short codes of a level are reported each at its row, and the rest is read', () => {
  const { codes, found } = read(code => (code === '01290' ? '1290' : code));
  expect(found).toEqual([[7, 'code', 'LIST_CODE_SHORT']]);
  expect(codes).toHaveLength(ROWS.length);
});
