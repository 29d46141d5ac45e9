import { describe, expect, it } from '@jest/globals';
import { atOnce } from '../../../shared/turns.js';
import { readCsv } from './csv.reader.js';
import { ListFindings } from './unit-list.findings.js';

const COLUMNS = ['code', 'name'] as const;

function read(content: string | Buffer) {
  const findings = new ListFindings();
  const rows = atOnce(readCsv({ name: 'a.csv', content: Buffer.from(content) }, COLUMNS, findings));
  return { rows: rows?.map(({ row, cells }) => [row, cells.code, cells.name]), problems: findings.problems };
}

describe('a CSV file', () => {
  it('is read with or without byte order mark, with either line ending and with its columns in any order', () => {
    const expected = [[2, '01', 'Hà Nội']];
    expect(read('code,name\n01,Hà Nội\n').rows).toEqual(expected);
    expect(read('\ufeffcode,name\r\n01,Hà Nội').rows).toEqual(expected);
    expect(read(' Name ,other,CODE\r\nHà Nội,x,01\r\n').rows).toEqual(expected);
  });

  it('is read as Excel writes it: with semicolons or tabs, a first line that says so, codes as formulas, and without empty ends', () => {
    const expected = [[2, '01', 'Hà Nội, thủ đô']];
    expect(read('code;name\n01;Hà Nội, thủ đô\n').rows).toEqual(expected);
    expect(read('code\tname\n01\tHà Nội, thủ đô\n').rows).toEqual(expected);
    expect(read('\ufeffsep=;\ncode;name\n="01";Hà Nội, thủ đô\n').rows).toEqual([[3, '01', 'Hà Nội, thủ đô']]);
    expect(read('name,other,code,rest\n"Hà Nội, thủ đô",,01\n').rows).toEqual(expected);
    expect(read('code,name\n01,"Hà Nội, thủ đô",,\n').rows).toEqual(expected);
  });

  it('counts rows as a spreadsheet does, over empty rows and cells of several lines', () => {
    const { rows } = read('code,name\r\n01,a\r\n\r\n,\r\n02,"b\r\nc"\r\n03,d\r\n');
    expect(rows).toEqual([
      [2, '01', 'a'],
      [5, '02', 'b\nc'],
      [7, '03', 'd'],
    ]);
  });

  it('of many rows takes a carriage return within a cell for a blank, and counts no row for it', () => {
    const rows = Array.from({ length: 8_000 }, (_, i) => [i + 2, '01', 'Hà Nội']);
    const { rows: found, problems } = read(
      ['code,name', ...rows.map(([, code, name], i) => `${code},${i === 6_500 ? 'Hà\rNội' : name}`)].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(found).toEqual(rows);
  });

  it('in another encoding is refused at the first row that is not UTF-8', () => {
    const rows = ['code,name', '01,Ha Noi', '02,Hà Giang', '03,Cao Bằng', ''].join('\n');
    const { rows: none, problems } = read(Buffer.concat([Buffer.from('code,name\n01,Ha Noi\n'), Buffer.from('02,Hà Giang\n', 'latin1')]));
    expect(none).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'LIST_ENCODING_WRONG', row: 3 }]);
    expect(read(Buffer.from(rows, 'utf16le')).problems).toMatchObject([{ code: 'LIST_ENCODING_WRONG', row: 1 }]);
  });

  it.each([
    ['', null, 'LIST_FILE_EMPTY'],
    ['code,name\n\n', null, 'LIST_FILE_EMPTY'],
    ['code|name\n01|a', 1, 'LIST_COLUMN_MISSING'],
    ['code,code,name\n01,02,a', 1, 'LIST_COLUMN_DOUBLED'],
    ['code,name\n01,"a', 2, 'LIST_CSV_BROKEN'],
    ['code,name\n01,a,b', 2, 'LIST_ROW_RAGGED'],
    [`code,name\n01,${'a'.repeat(10_000_000)}`, null, 'LIST_FILE_TOO_LARGE'],
  ])('%#: a problem is reported with its row', (content, row, code) => {
    expect(read(content).problems).toContainEqual(expect.objectContaining({ file: 'a.csv', row, code }));
  });

  it('without a required column is refused, naming each missing column and the columns found', () => {
    const { problems } = read('ma,ten\n01,a');
    expect(problems.map(({ column }) => column)).toEqual(['code', 'name']);
    expect(problems[0]!.vi).toContain('ma, ten');
  });
});
