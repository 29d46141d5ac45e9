import { searchWords } from './search-words.js';

/** A short form with what it stands for, both as people write them: “TTHC”, “thủ tục hành chính”. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/** One way to read what a person asks for: its words, without marks. */
export type Reading = readonly string[];

/** A text full of abbreviations could be read in very many ways; these are enough for what people write. */
const MAX_READINGS = 8;

/** The shape of a Vietnamese syllable without marks. */
const SYLLABLE = /^[b-df-hj-np-tvx]{0,3}[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?$/;

/** “CA” is also cá, cà, ca: such a short form counts only where it is written in capitals, and is not looked for where marks are gone. */
export const looksLikeWord = (short: string): boolean => SYLLABLE.test(searchWords(short));

/**
 * The ways to read a text: as it stands first, then with short forms written out and long forms shortened, in any mixture.
 * @param abbreviations those that may occur in it.
 */
export function readingsOf(text: string, abbreviations: readonly Abbreviation[]): Reading[] {
  const written = new Set(text.normalize('NFC').split(/[^\p{L}\p{Nd}]+/u));
  const replacements = abbreviations.flatMap(({ short, long }) => {
    if (!looksLikeWord(short)) return [replacement(short, long), replacement(long, short)];
    return written.has(short) ? [replacement(short, long)] : [];
  });
  const readings = new Set([padded(text)]);
  // A set is walked to its end while it grows, so changes go on from what earlier ones have made.
  for (const reading of readings) {
    for (const [from, to] of replacements)
      if (readings.size < MAX_READINGS && reading.includes(from)) readings.add(reading.replace(from, to));
  }
  return [...readings].map(reading => reading.trim().split(' '));
}

const padded = (text: string): string => ` ${searchWords(text)} `;
const replacement = (from: string, to: string): readonly [string, string] => [padded(from), padded(to)];

/**
 * Questions that the text index answers. It holds words, and each word with its neighbour (`lexemes()`).
 * All words of some reading, in any order.
 */
export const allWords = (readings: readonly Reading[]): string => anyOf(readings, all);

/** The same, or what may become it while the last word is being typed: then it stands right behind the one before. */
export const allWordsSoFar = (readings: readonly Reading[]): string =>
  anyOf(readings, words => `${all(words)} | ${[...words.slice(0, -2).map(quoted), `${quoted(words.slice(-2).join('_'))}:*`].join(' & ')}`);

/** Some reading as a phrase. */
export const asPhrase = (readings: readonly Reading[]): string => anyOf(readings, phrase);

/** Some reading as two phrases, cut at any place, wherever they stand. */
export const inTwoPieces = (readings: readonly Reading[]): string =>
  anyOf(readings, words =>
    cutsOf(words)
      .map(pieces => pieces.map(phrase).join(' & '))
      .join(' | '),
  );

/** A reading in two phrases, cut at each place; a single word stands alone. */
export const cutsOf = (words: Reading): Reading[][] =>
  words.length === 1 ? [[words]] : words.slice(1).map((_, i) => [words.slice(0, i + 1), words.slice(i + 1)]);

/** Words hold letters and digits only. */
const quoted = (word: string): string => `'${word}'`;
const all = (words: Reading): string => words.map(quoted).join(' & ');
const phrase = (words: Reading): string => (words.length === 1 ? all(words) : all(words.slice(1).map((word, i) => `${words[i]!}_${word}`)));

const anyOf = (readings: readonly Reading[], query: (words: Reading) => string): string =>
  readings
    .filter(([first]) => first !== '')
    .map(words => `(${query(words)})`)
    .join(' | ');
