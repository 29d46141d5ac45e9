import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, foldText, hasForbiddenCharacters, saysSomething } from './text.js';

describe('folding', () => {
  it.each([
    ['Quế  Sơn', 'que son'],
    ['ĐÔNG PHÚ', 'dong phu'],
    ['Tỉnh uỷ', 'tinh uy'],
    ['Tỉnh ủy'.normalize('NFD'), 'tinh uy'],
    ['hoà\u00a0thuận', 'hoa thuan'],
  ])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('does not change what is folded already', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => expect(foldText(foldText(text))).toBe(foldText(text)))));
});

it('text is kept as given, in NFC, without blanks at both ends', () => {
  expect(cleanText(' Tổ  “ba không”\u00a0'.normalize('NFD'))).toBe('Tổ  “ba không”');
});

it('marks, signs and blanks alone say nothing', () => {
  for (const text of ['', '   ', '\u0301', '…!?', '\u200b']) expect(saysSomething(text)).toBe(false);
  for (const text of ['ơ', '1', 'Tổ 9']) expect(saysSomething(text)).toBe(true);
});

it('control characters and broken decodings are forbidden, line breaks are not', () => {
  for (const text of ['a\u0000', '\ud800', 'Qu\ufffd']) expect(hasForbiddenCharacters(text)).toBe(true);
  expect(hasForbiddenCharacters('dòng 1\r\ndòng\t2')).toBe(false);
});
