/** The languages in which the registry speaks to people. */
export type Language = 'vi' | 'en';

/** The same words in each language: one of them is chosen where an answer leaves the registry, never both. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A value of a vocabulary with its words: programs read `value`, people the words. */
export interface NamedValue extends Bilingual {
  readonly value: string;
}

/** What is the same in each language: a number, a path, a code to type. */
export const inEach = (text: string): Bilingual => ({ vi: text, en: text });

/** “bản nháp” → “Bản nháp”: at the beginning of a sentence, or alone on a button. */
export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Joins what is said in both languages, language by language. */
export const joined = (parts: readonly Bilingual[], separator: string): Bilingual => ({
  vi: parts.map(({ vi }) => vi).join(separator),
  en: parts.map(({ en }) => en).join(separator),
});
