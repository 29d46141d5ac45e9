/**
 * Words as search compares them. The database makes the same of what it holds (`spelled()`, `unmarked()`, `search_words()`: a test compares),
 * so that question and answer meet. Nothing here is ever stored in place of what a person wrote.
 */

/** Open syllables whose tone has two places: “hoà” in the new style, “hòa” in the old. After q the u belongs to the consonant: “quý” has one. */
const NEW_STYLE = new Map(
  'oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|oẽ õe|oẹ ọe|uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy'
    .split('|')
    .map(pair => pair.split(' ') as [newStyle: string, oldStyle: string]),
);
const OPEN = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?= |$)/g;

/** The words of a text as they are spelled: lower case, signs left out, one blank between, the tone of “oa, oe, uy” in one place whichever the writer likes. */
export function spelled(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
  return words.replaceAll(OPEN, open => NEW_STYLE.get(open)!);
}

/** Spelled words without marks, đ as d. */
export function unmarked(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .replaceAll('đ', 'd');
}

/** The words of a text without marks: “Tiếp dân, Huyện uỷ” is “tiep dan huyen uy”. */
export const searchWords = (text: string): string => unmarked(spelled(text));

/** How many letters and digits a text has. */
export const lettersIn = (text: string): number => Array.from(spelled(text).replaceAll(' ', '')).length;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** Every word one slip of the finger away, the likelier first: two letters changed about, one too many, one too few, one wrong. */
export function slipsOf(word: string): string[] {
  const places = Array.from(word, (_, i) => i);
  const found = new Set([
    ...places.slice(1).map(i => word.slice(0, i - 1) + word[i]! + word[i - 1]! + word.slice(i + 1)),
    ...places.map(i => word.slice(0, i) + word.slice(i + 1)),
    ...[...places, word.length].flatMap(i => Array.from(ALPHABET, letter => word.slice(0, i) + letter + word.slice(i))),
    ...places.flatMap(i => Array.from(ALPHABET, letter => word.slice(0, i) + letter + word.slice(i + 1))),
  ]);
  found.delete(word);
  found.delete('');
  return [...found];
}
