import type { Bilingual } from './language.js';

/**
 * A word of the domain. The terms of a chapter (`<chapter>.terms.ts`) are the one source of the descriptions in schema.gql, of
 * docs/glossary.md, of messages that name a state or a kind, and of the labels of a user interface.
 */
export interface Term {
  /** The Vietnamese term as it is written inside a sentence: `bản nháp`. */
  readonly vi: string;
  /** The meaning: one English clause without brackets and without its full stop. */
  readonly en: string;
  /** Further English sentences: when a value is null, what it is not, the legal basis. */
  readonly note?: string;
}

/** The terms of an enum: its own, and one for each value. */
export interface EnumTerm<Value extends string = string> extends Term {
  readonly values: Readonly<Record<Value, Term>>;
}

export type Terms = Readonly<Record<string, Term | EnumTerm>>;

export const term = (vi: string, en: string, note?: string): Term => (note === undefined ? { vi, en } : { vi, en, note });

export const enumTerm = <const V extends Readonly<Record<string, Term>>>(
  vi: string,
  en: string,
  values: V,
  note?: string,
): EnumTerm<keyof V & string> => ({ ...term(vi, en, note), values });

/** The text of a description: “Being written by the unit (bản nháp). Not yet submitted.” */
export const describe = ({ vi, en, note }: Term): string => `${en} (${vi}).${note === undefined ? '' : ` ${note}`}`;

/** The Vietnamese term in a description that `describe` or an author wrote; `undefined` when there is none. */
export const vietnameseOf = (description: string): string | undefined => /\(([^()]*[À-ỹĐđ][^()]*)\)/.exec(description)?.[1];

/** A term or a message as a label begins: “Bản nháp”. */
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A label as it is written inside a sentence: “bản nháp”. */
export const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** The names of an enum's values within a sentence. @param english the short name of each; the English of a term is its meaning. */
export const namesOf = <V extends string>({ values }: EnumTerm<V>, english: Readonly<Record<V, string>>): Readonly<Record<V, Bilingual>> =>
  Object.fromEntries(Object.entries<Term>(values).map(([value, { vi }]) => [value, { vi, en: english[value as V] }])) as Record<
    V,
    Bilingual
  >;

/** The labels of an enum's values, for a list or a heading. */
export const labelsOf = <V extends string>({ values }: EnumTerm<V>): Readonly<Record<V, string>> =>
  Object.fromEntries(Object.entries<Term>(values).map(([value, { vi }]) => [value, capitalised(vi)])) as Record<V, string>;
