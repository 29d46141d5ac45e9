import { describe, expect, it } from '@jest/globals';
import { FORMATS, cellOf } from './export-formats.js';

const COLUMNS = [['id'], ['unit', 'name'], ['themes']];

describe('a CSV', () => {
  it('has a byte order mark, a header, a row a line, and its number of rows at the end', () => {
    const { begin, row, end } = FORMATS.CSV;
    const text = [
      begin(COLUMNS),
      row({ id: 'a', unit: { name: 'Xã “A”, B' }, themes: ['x', 'y'] }, COLUMNS),
      row({ id: 'b', unit: null, themes: [{ n: 1 }] }, COLUMNS),
      end(2),
    ].join('');
    expect(text).toBe('\ufeffid,unit.name,themes\r\na,"Xã “A”, B","x; y"\r\nb,,"[{""n"":1}]"\r\n#rows,2\r\n');
  });

  it('runs no text as a formula, and leaves numbers alone', () => {
    for (const text of ['=1+1', '+84 905', '-a', '@sum', '\t=1', ' =HYPERLINK("x")', '%x', '|cmd']) expect(cellOf(text)).toContain("'");
    for (const sign of '＝＋－＠｜％')
      for (const blank of ['', ' ', '\u3000']) expect(cellOf(`${blank}${sign}1`)).toContain(`'${blank}${sign}1`);
    for (const sign of ['\t', '\r', '\n', '\r\n']) expect(cellOf(`${sign}A1`)).toBe(`"'${sign}A1"`);
    expect(cellOf('=A1')).toBe("'=A1");
    expect(['-12', '-12.50', '83', 'Mô hình - một'].map(cellOf)).toEqual(['-12', '-12.50', '83', 'Mô hình - một']);
  });
});

it('a JSONL has an object a line and its number of rows at the end', () => {
  const { begin, row, end } = FORMATS.JSONL;
  expect([begin([]), row({ a: 'x\ny' }, []), end(1)].join('')).toBe('{"a":"x\\ny"}\n{"rows":1}\n');
});
