import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oddSignIn, SIGN_KINDS, withNamedSigns, withPlainSigns } from './signs.js';

const signsOf = (kinds: typeof SIGN_KINDS): string[] =>
  kinds.flatMap(({ ranges }) =>
    ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))),
  );
const all = signsOf(SIGN_KINDS);
const anyText = fc.array(fc.oneof(fc.constantFrom(...all), fc.string({ unit: 'grapheme', maxLength: 3 }))).map(parts => parts.join(''));

describe('signs that nobody sees, or that look like others', () => {
  it('are all those that Unicode calls ignorable, and all its blanks', () => {
    const table = new Set(all);
    const known = Array.from({ length: 0xe1000 }, (_, code) => (code >= 0xd800 && code <= 0xdfff ? ' ' : String.fromCodePoint(code)));
    expect(known.filter(sign => /(?! )[\p{Default_Ignorable_Code_Point}\p{Zs}\p{Zl}\p{Zp}]/u.test(sign) && !table.has(sign))).toEqual([]);
  });

  it('belong to one kind each', () => expect(new Set(all).size).toBe(all.length));

  it('are none after entry, and nothing else has changed', () =>
    fc.assert(
      fc.property(anyText, text => {
        const plain = withPlainSigns(text);
        expect(all.filter(sign => plain.includes(sign))).toEqual([]);
        expect(withPlainSigns(plain)).toBe(plain);
        const others = Array.from(text).filter(sign => !all.includes(sign));
        const kept = Array.from(plain).filter(sign => ![' ', '\n', 'Đ', 'đ'].includes(sign));
        expect(kept).toEqual(others.filter(sign => ![' ', '\n', 'Đ', 'đ'].includes(sign)));
      }),
    ));

  it.each([
    ['Mô\u00adhình\u200b', 'Môhình'],
    ['\u202eQuế Sơn\u202c', 'Quế Sơn'],
    ['Quế\u00a0Sơn', 'Quế Sơn'],
    ['Ðại Lộc, ðội ɖân, Ɖảng', 'Đại Lộc, đội đân, Đảng'],
    ['dòng 1\u2028dòng 2', 'dòng 1\ndòng 2'],
    ['Gi\u0301p đỡ “ba không” – 50 % ½', 'Gi\u0301p đỡ “ba không” – 50 % ½'],
  ])('%j is entered as %j', (given, plain) => expect(withPlainSigns(given)).toBe(plain));
});

describe('a code', () => {
  it.each(['2579/QĐ-UBND', '06/2021/QĐ-UBND', '29-HD/ĐUK', '12/qđ-ubnd', '249/MTTQ-BTT', '20641', 'can.bo@vi-du.vn', 'QĐ 12 (bản 2)'])(
    '“%s” has only signs that are what they look like',
    code => expect(oddSignIn(code)).toBeUndefined(),
  );

  it('with a sign of the table is named with it', () => {
    for (const sign of all) {
      expect([sign, oddSignIn(`12${sign}/QĐ`)?.code]).toEqual([sign, expect.stringMatching(/^U\+[0-9A-F]{4,5}$/)]);
      expect(withNamedSigns(`12${sign}/QĐ`)).toMatch(/^12‹U\+[0-9A-F]{4,5}›\/QĐ$/);
    }
  });

  it.each([
    ['１２/QĐ', 'U+FF11'],
    ['12／QĐ', 'U+FF0F'],
    ['12/Q\u0110-\u0421A', 'U+0421'],
    ['\u{1d7cf}2', 'U+1D7CF'],
    ['\u06612', 'U+0661'],
  ])('“%s” has a sign of another alphabet', (code, sign) => expect(oddSignIn(code)?.code).toBe(sign));
});
