import { plainText, unmarked } from './text.js';

/**
 * Words as the search compares them. The database has the same functions for its own texts (`spelled()`, `unmarked()`, `search_words()`: a test
 * compares them). The result is never stored in place of the original text.
 */

/** Open syllables with two spellings of the tone: “hoà” in the new style, “hòa” in the old. After q the u belongs to the consonant: “quý” has one. */
const NEW_STYLE = new Map(
  'oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|oẽ õe|oẹ ọe|uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy'
    .split('|')
    .map(pair => pair.split(' ') as [newStyle: string, oldStyle: string]),
);
const OPEN = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?= |$)/g;

/** The words of a text in lower case, without punctuation, separated by one blank, the tone of “oa, oe, uy” in the old style. */
export function spelled(text: string): string {
  const words = plainText(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
  return words.replaceAll(OPEN, open => NEW_STYLE.get(open)!);
}

/** The words of a text without diacritics: “Tiếp dân, Huyện uỷ” becomes “tiep dan huyen uy”. */
export const searchWords = (text: string): string => unmarked(spelled(text));

/** How many letters and digits a text has. */
export const lettersIn = (text: string): number => Array.from(spelled(text).replaceAll(' ', '')).length;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** Every word that `word` may be a typo of, the likelier first: two letters swapped, one too many, one missing, one wrong. */
export function typosOf(word: string): string[] {
  const positions = Array.from(word, (_, i) => i);
  const typos = new Set([
    ...positions.slice(1).map(i => word.slice(0, i - 1) + word[i]! + word[i - 1]! + word.slice(i + 1)),
    ...positions.map(i => word.slice(0, i) + word.slice(i + 1)),
    ...[...positions, word.length].flatMap(i => Array.from(ALPHABET, letter => word.slice(0, i) + letter + word.slice(i))),
    ...positions.flatMap(i => Array.from(ALPHABET, letter => word.slice(0, i) + letter + word.slice(i + 1))),
  ]);
  typos.delete(word);
  typos.delete('');
  return [...typos];
}
