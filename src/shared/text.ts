/**
 * Vietnamese text. What people write is kept as given, in NFC; only for *searching* and for telling near-duplicates apart is it folded.
 * The database folds by its own `fold()` (the index needs that); `foldText` answers the same for the letters of Vietnamese.
 */

/** NFC, without blanks at both ends. Blanks inside, non-breaking ones included, are the writer's. */
export function cleanText(text: string): string {
  return text.normalize('NFC').trim();
}

/** Lower case, without marks, đ as d, runs of blanks as one: “Quế  Sơn” and “QUE SON” fold to “que son”. */
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

/** Whether the text says anything: at least one letter or digit, not only marks, blanks or invisible characters. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether the text holds control characters, a lone half of a character, or the sign of a broken decoding, which no keyboard types and PostgreSQL may refuse. */
export function hasForbiddenCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}\ufffd]/u.test(text.replaceAll(/[\t\n\r]/g, ''));
}

/** A `like` pattern for folded text that holds these words; the signs of patterns stand for themselves. */
export const containing = (text: string): string => `%${foldText(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
