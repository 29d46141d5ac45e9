/** The languages of messages to people. */
export type Language = 'vi' | 'en';

/** The same text in both languages. One of the two is chosen where an answer leaves the registry, never both. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A value of a vocabulary with its name in both languages: programs read `value`, people the name. */
export interface NamedValue extends Bilingual {
  readonly value: string;
}

/** A text that is the same in both languages: a number, a path, a command. */
export const inEach = (text: string): Bilingual => ({ vi: text, en: text });

/** “bản nháp” → “Bản nháp”: at the beginning of a sentence, or alone on a button. */
export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/** Joins bilingual texts, language by language. */
export const joined = (parts: readonly Bilingual[], separator: string): Bilingual => ({
  vi: parts.map(({ vi }) => vi).join(separator),
  en: parts.map(({ en }) => en).join(separator),
});
