import { addDays, isLocalDate, parsePartialDate } from './dates.js';
import type { Bilingual, Language, NamedValue } from './language.js';

/**
 * How a value is written inside a sentence. Each parameter of an error names its writer, so that no sentence shows a code of the schema or a
 * date as programs write it: `2026-11-29` is `29/11/2026` in Vietnamese and `29 November 2026` in English.
 */
export type Writer<Value> = (value: Value, language: Language) => string;

/** Written unchanged: names, numbers of documents, codes of units, file names. */
export const asGiven: Writer<string | number> = value => String(value);

/** A name in quotation marks; it is empty where the person who reads the sentence does not see what it names. */
export const nameIfSeen: Writer<string> = (name, language) =>
  name === '' ? { vi: '(ngoài phạm vi của bạn)', en: '(outside your reach)' }[language] : `“${name}”`;

/** Several names, each in quotation marks. */
export const namesOf: Writer<readonly string[]> = names => names.map(name => `“${name}”`).join(', ');

/** 43.479 in Vietnamese, 43,479 in English (domain.md §5). */
export const count: Writer<number> = (value, language) => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayOf = (text: string, language: Language): string => {
  const [year, month, day] = text.split('-').map(Number);
  return language === 'vi' ? `${day}/${month}/${year}` : `${day} ${MONTHS[month! - 1]} ${year}`;
};

function monthOf(text: string, language: Language): string {
  const [year, month] = text.split('-').map(Number);
  return language === 'vi' ? `tháng ${month}/${year}` : `${MONTHS[month! - 1]} ${year}`;
}

/** A day or a partial date: “tháng 7/2025”, “năm 2025”, “từ 1/1/2025 đến 30/6/2025”. A text that is no date is written unchanged. */
/** A day of something named by `nameIfSeen`: empty where that is not seen. */
export const dateIfSeen: Writer<string> = (value, language) =>
  value === '' ? { vi: 'ngày không hiện với bạn', en: 'on a day that is not shown to you' }[language] : date(value, language);

export const date: Writer<string> = (value, language) => {
  if (isLocalDate(value)) return dayOf(value, language);
  if (!parsePartialDate(value)) return value;
  const [earliest, latest] = value.split('..');
  if (latest !== undefined) return days({ first: earliest || null, last: latest }, language);
  if (/^\d{4}-\d{2}$/.test(value)) return monthOf(value, language);
  return language === 'vi' ? `năm ${value}` : value;
};

/** Days from `first` to `last`, both included. `null`: an unknown start, or no end. */
function days({ first, last }: { readonly first: string | null; readonly last: string | null }, language: Language): string {
  const [from, to] = [first, last].map(day => (day === null ? null : dayOf(day, language)));
  if (from && to) return language === 'vi' ? `từ ${from} đến ${to}` : `from ${from} to ${to}`;
  if (from) return language === 'vi' ? `từ ${from}` : `from ${from} on`;
  if (to) return language === 'vi' ? `đến ${to}` : `until ${to}`;
  return language === 'vi' ? 'không giới hạn thời gian' : 'without limit in time';
}

/** A range of days as PostgreSQL writes it, `[2025-01-01,2025-07-01)`: “từ 1/1/2025 đến 30/6/2025”. */
export const period: Writer<string> = (value, language) => {
  const found = /^\[?\(?([\d-]*),([\d-]*)([)\]])$/.exec(value);
  if (!found) return value;
  const [, from, to, end] = found;
  const last = to ? (end === ')' ? addDays(to, -1) : to) : null;
  return days({ first: from || null, last }, language);
};

/** A value of a closed vocabulary: a state, a kind, a level. An unknown value is written unchanged. */
export const wordFor =
  <Value extends string>(words: Readonly<Record<Value, Bilingual>>): Writer<Value> =>
  (value, language) =>
    words[value]?.[language] ?? value;

const OR: Bilingual = { vi: ' hoặc ', en: ' or ' };

/** Several such values, of which any will do: “thủ trưởng đơn vị hoặc cán bộ ban”. */
export const anyOf =
  <Value extends string>(words: Readonly<Record<Value, Bilingual>>): Writer<readonly Value[]> =>
  (values, language) => {
    const said = values.map(value => wordFor(words)(value, language));
    return said.length < 3 ? said.join(OR[language]) : `${said.slice(0, -1).join(', ')}${OR[language]}${said.at(-1)}`;
  };

/** A value that carries its own name in both languages. */
export const itsWords: Writer<NamedValue> = (value, language) => value[language];

/** Several values of a vocabulary, one after another. */
export const listOf =
  <Value extends string>(words: Readonly<Record<Value, Bilingual>>): Writer<readonly Value[]> =>
  (values, language) =>
    values.map(value => wordFor(words)(value, language)).join(', ') || '–';

/** A sentence in each language with `{name}` where a value is to stand, and how each value is written. */
export interface Message extends Bilingual {
  readonly params?: Readonly<Record<string, Writer<never>>>;
}

/** The values of a message. Of a named value, its name is written. */
export type Given = Readonly<Record<string, string | number | readonly string[] | NamedValue>>;

/** What is written for a value that is not known: a constraint of the database names itself, not the row. */
const UNKNOWN = '?';

/** The message with its values. */
export function write({ vi, en, params = {} }: Message, given: Given): Bilingual {
  const fill = (text: string, language: Language): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = given[name] ?? UNKNOWN;
      const writer = params[name] as Writer<typeof value> | undefined;
      return value === UNKNOWN || !writer ? String(value) : writer(value, language);
    });
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
}

/** The names in a message for which no writer is given: a date or a state would be shown as its code. */
export const unwritable = ({ vi, en, params = {} }: Message): string[] =>
  [...`${vi}${en}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter(name => !Object.hasOwn(params, name));
