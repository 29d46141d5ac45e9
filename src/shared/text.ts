import { withPlainSigns } from './signs.js';

/**
 * Vietnamese text. Texts are stored as written, in NFC and in plain signs; they are folded only for searching and for finding duplicates.
 * The database has the same functions for its own texts (`plain_text()`, `unmarked()`, `fold()`): a test compares them.
 */

/** NFC in plain signs, without blanks at both ends. Blanks inside are kept. */
export function cleanText(text: string): string {
  return withPlainSigns(text).normalize('NFC').trim();
}

/** The text in plain signs, each form of a letter or digit as the common one: “Ａ１” and “A¹” become “A1”. The base of every comparison. */
export const plainText = (text: string): string => withPlainSigns(withPlainSigns(text).normalize('NFKC'));

/** Lower-case text without diacritics, đ as d. */
export const unmarked = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .replaceAll('đ', 'd');

/** Quotation marks and dashes of print, and those of a keyboard in their place. */
const PRINT = { "'": /[‘’‚‛′]/gu, '"': /[“”„‟«»]/gu, '-': /[‐‒–—―−]/gu } as const;

/** Lower case, without diacritics, đ as d, keyboard quotes and dashes, blanks collapsed: “Quế  Sơn” and “QUE SON” fold to “que son”. */
export function foldText(text: string): string {
  const folded = unmarked(plainText(text).toLowerCase());
  return Object.entries(PRINT)
    .reduce((given, [typed, printed]) => given.replaceAll(printed, typed), folded)
    .replaceAll(/[ \t\n\r\f\v]+/g, ' ')
    .replaceAll(/^ | $/g, '');
}

/** Whether the text contains at least one letter or digit, not only punctuation, blanks or invisible characters. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(withPlainSigns(text));
}

/** Whether the text contains control characters, a lone surrogate, or the replacement character of a failed decoding: no keyboard types them, and PostgreSQL may refuse them. */
export function hasForbiddenCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\ufffd]/u.test(text.replaceAll(/[\t\n\r]/g, ''));
}
