import { searchWords } from './search-words.js';

/** An abbreviation and its long form, both as people write them: “TTHC”, “thủ tục hành chính”. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/** One way to read a search text: its words without diacritics. */
export type Reading = readonly string[];

/** A text full of abbreviations has very many readings; this number is enough for what people write. */
const MAX_READINGS = 12;

/** A Vietnamese syllable without diacritics. */
const SYLLABLE = /^[b-df-hj-np-tvx]{0,3}[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?$/;

/**
 * Whether a short form could also be a word: “CA” (công an) could be “cá” or “cà”. Such a form is expanded only where it is written in capitals, and
 * never put in place of its long form.
 */
export const looksLikeWord = (short: string): boolean => SYLLABLE.test(searchWords(short));

/** “U.B.N.D.”, “T.X”: letters that are each followed by a full stop. */
const DOTTED = /(?<![\p{L}\p{Nd}])\p{L}(?:\.\p{L}(?![\p{L}\p{Nd}]))+\.?/gu;
/** “P5”, “Q.10”: a phường or a quận that has a number for a name. */
const NUMBERED = /(?<![\p{L}\p{Nd}])([PQ])\.?(?=\d{1,2}(?![\p{L}\p{Nd}]))/giu;

/** The text with the short forms that people write in other ways written as abbreviations are: “T.X. Điện Bàn” becomes “TX Điện Bàn”. */
export const withShortForms = (text: string): string =>
  text.replaceAll(DOTTED, letters => `${letters.replaceAll('.', '')} `).replaceAll(NUMBERED, '$1 ');

/**
 * All readings of a text: first as it is written, then with short forms expanded and long forms abbreviated, in every combination.
 * @param abbreviations those that may occur in the text.
 */
export function readingsOf(text: string, abbreviations: readonly Abbreviation[]): Reading[] {
  const shortened = withShortForms(text.normalize('NFC'));
  const written = new Set(shortened.split(/[^\p{L}\p{Nd}]+/u));
  const replacements = abbreviations.flatMap(({ short, long }) => {
    // One letter is the kind of the unit that is named behind it, “P. Hòa Hải”, and an initial or a typed beginning elsewhere.
    if (isInitial(short)) return [replacement(short, long, true)];
    if (!looksLikeWord(short)) return [replacement(short, long), replacement(long, short)];
    return written.has(short) ? [replacement(short, long)] : [];
  });
  const readings = new Set([padded(text), padded(shortened)]);
  // Iterating over a set includes what is added meanwhile, so replacements are applied to earlier results, too.
  for (const reading of readings) {
    for (const { from, to, inFront } of replacements)
      if (readings.size < MAX_READINGS && reading.slice(0, inFront ? -1 : undefined).includes(from))
        readings.add(reading.replace(from, to));
  }
  return [...readings].map(reading => reading.trim().split(' '));
}

const padded = (text: string): string => ` ${searchWords(text)} `;
const isInitial = (short: string): boolean => searchWords(short).length === 1;

interface Replacement {
  readonly from: string;
  readonly to: string;
  /** Only in front of another word. */
  readonly inFront: boolean;
}
const replacement = (from: string, to: string, inFront = false): Replacement => ({ from: padded(from), to: padded(to), inFront });

/**
 * A `tsquery` for all words of some reading, in any order. The text index holds words, and each word with its neighbour (`lexemes()`): `tiep`, `dan`,
 * `tiep_dan`.
 */
export const allWords = (readings: readonly Reading[]): string => anyOf(readings, all);

/** The same while the last word may be incomplete: it is then a prefix, and must follow the word before it directly. */
export const allWordsSoFar = (readings: readonly Reading[]): string =>
  anyOf(readings, words => `${all(words)} | ${[...words.slice(0, -2).map(quoted), `${quoted(words.slice(-2).join('_'))}:*`].join(' & ')}`);

/** A `tsquery` for some reading as a phrase. */
export const asPhrase = (readings: readonly Reading[]): string => anyOf(readings, phrase);

/** A `tsquery` for some reading as two phrases, cut at any word, in any order. */
export const inTwoPieces = (readings: readonly Reading[]): string =>
  anyOf(readings, words =>
    cutsOf(words)
      .map(pieces => pieces.map(phrase).join(' & '))
      .join(' | '),
  );

/** A reading cut in two phrases, at each word; a single word is not cut. */
export const cutsOf = (words: Reading): Reading[][] =>
  words.length === 1 ? [[words]] : words.slice(1).map((_, i) => [words.slice(0, i + 1), words.slice(i + 1)]);

/** Needs no escaping: words consist of letters and digits. */
const quoted = (word: string): string => `'${word}'`;
const all = (words: Reading): string => words.map(quoted).join(' & ');
const phrase = (words: Reading): string => (words.length === 1 ? all(words) : all(words.slice(1).map((word, i) => `${words[i]!}_${word}`)));

const anyOf = (readings: readonly Reading[], query: (words: Reading) => string): string =>
  readings
    .filter(([first]) => first !== '')
    .map(words => `(${query(words)})`)
    .join(' | ');
