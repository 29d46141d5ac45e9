/**
 * Vietnamese text. Texts are stored as written, in NFC; they are folded only for searching and for finding duplicates.
 * The database has its own `fold()`, which the index needs; `foldText` gives the same result for Vietnamese letters.
 */

/** NFC, without blanks at both ends. Blanks inside are kept, also non-breaking ones. */
export function cleanText(text: string): string {
  return text.normalize('NFC').trim();
}

/** Lower case, without diacritics, đ as d, blanks collapsed: “Quế  Sơn” and “QUE SON” fold to “que son”. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Whether the text contains at least one letter or digit, not only punctuation, blanks or invisible characters. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether the text contains control characters, a lone surrogate, or the replacement character of a failed decoding: no keyboard types them, and PostgreSQL may refuse them. */
export function hasForbiddenCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\ufffd]/u.test(text.replaceAll(/[\t\n\r]/g, ''));
}
