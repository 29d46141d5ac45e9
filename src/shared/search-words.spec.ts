import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lettersIn, searchWords, typosOf, spelled } from './search-words.js';
import { unmarked } from './text.js';

const word = fc.string({ unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxy'), minLength: 2, maxLength: 7 });
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

const parts = (text: string): string[] => Array.from(text.normalize('NFD')).toSorted();

describe('the tone of an open syllable', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['uỷ', 'ủy'],
    ['thuý', 'thúy'],
    ['xoá', 'xóa'],
    ['loè loẹt', 'lòe loẹt'],
    ['Huyện uỷ', 'huyện ủy'],
  ])('“%s” of the new style and “%s” of the old are spelled alike', (newStyle, oldStyle) => {
    expect(spelled(newStyle)).toBe(oldStyle);
    expect(spelled(oldStyle)).toBe(oldStyle);
  });

  it.each(['quý', 'quỳ', 'hoàn', 'toán', 'ngoài', 'khuỷu', 'thuỷnh', 'quả', 'oái', 'giữ'])('stays where it is in “%s”', given =>
    expect(spelled(given)).toBe(given),
  );

  it('is all that changes: the letters and the marks stay the same ones', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('hoà', 'khoẻ', 'uỷ', 'quý', 'hoàn', 'xã', 'Đảng'), { minLength: 1 }), given => {
        const text = given.join(' ').toLowerCase();
        expect(parts(spelled(text))).toEqual(parts(text));
        expect(unmarked(spelled(text))).toBe(unmarked(text));
      }),
    ));
});

describe('the words of a text', () => {
  it.each([
    ['Tiếp dân, “Huyện uỷ”', 'tiep dan huyen uy'],
    ['ĐÔNG PHÚ - 2022', 'dong phu 2022'],
    ['hoà\u00a0thuận', 'hoa thuan'],
    ['Bộ phận 1 cửa', 'bo phan 1 cua'],
    ['…!', ''],
  ])('of “%s” are “%s”', (text, words) => expect(searchWords(text)).toBe(words));

  it('are the same in NFC and in NFD', () =>
    fc.assert(fc.property(anyText, text => expect(searchWords(text.normalize('NFD'))).toBe(searchWords(text.normalize('NFC'))))));

  it('hold letters, digits and single blanks only, and are their own words', () =>
    fc.assert(
      fc.property(anyText, text => {
        expect(spelled(text)).toMatch(/^([\p{L}\p{Nd}]+( [\p{L}\p{Nd}]+)*)?$/u);
        expect(spelled(spelled(text))).toBe(spelled(text));
      }),
    ));

  it('count letters and digits, not signs, blanks and marks', () => {
    expect(lettersIn('“Tổ 9”')).toBe(3);
    expect(lettersIn('Tổ'.normalize('NFD'))).toBe(2);
    expect(lettersIn('… !')).toBe(0);
  });
});

describe('slips of a finger', () => {
  it.each([
    ['dna', 'dan'],
    ['hiepp', 'hiep'],
    ['hep', 'hiep'],
    ['hien', 'hiep'],
  ])('“%s” may be “%s”', (typed, meant) => expect(typosOf(typed)).toContain(meant));

  it('go both ways and never lead to the word itself', () =>
    fc.assert(
      fc.property(word, given => {
        for (const slip of typosOf(given)) {
          expect(slip).not.toBe(given);
          expect(typosOf(slip)).toContain(given);
        }
      }),
      { numRuns: 10 },
    ));

  it('take letters changed about for the likeliest', () => expect(typosOf('dna').slice(0, 2)).toEqual(['nda', 'dan']));
});
