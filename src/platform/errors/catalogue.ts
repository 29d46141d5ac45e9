import { isUuid, toGlobalId } from '../../shared/ids.js';
import type { Language, NamedValue } from '../../shared/language.js';
import type { Writer } from '../../shared/writing.js';
import { DomainError, type Category, type Params } from './domain-error.js';

export interface Definition {
  readonly category: Category;
  /** What is wrong, where, and what to do, in one language at a time. `{name}` stands for a parameter. */
  readonly vi: string;
  readonly en: string;
  /** How each parameter is written in the sentence: a date, a number, the word for a state. Required for each that a sentence names. */
  readonly params?: Readonly<Record<string, Writer<never>>>;
  /** The type of the thing that `id` names: it is shown by the id that the client knows, not by that of its row. */
  readonly of?: string;
}

/** A value for a sentence. Programs find it in `extensions.params` as it is; of a term its value. */
export type Given = Readonly<Record<string, string | number | readonly string[] | NamedValue>>;

/** The names in braces of a message. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Value<D extends Definition, Name> =
  D['params'] extends Readonly<Record<Name & string, Writer<infer V>>> ? V : Name extends 'id' ? string : never;
type ParamsOf<D extends Definition> = [Names<D['vi'] | D['en']> | keyof NonNullable<D['params']>] extends [never]
  ? []
  : [params: { readonly [Name in Names<D['vi'] | D['en']>]: Value<D, Name> }];
type Makers<D extends Record<string, Definition>> = { readonly [Code in keyof D]: (...params: ParamsOf<D[Code]>) => DomainError };

const all = new Map<string, Definition>();

/** Each code stands for itself: the object behind the GraphQL enum `ErrorCode`, complete once all chapters are loaded. */
export const ErrorCode: Record<string, string> = {};

/** The description of each code in the schema: its English sentence with the Vietnamese one in brackets. */
export const errorDescriptions: Record<string, { readonly description: string }> = {};

/** The errors of one chapter. Codes are unique in the whole program; two chapters that choose the same stop it at load. */
export function errors<const D extends Record<string, Definition>>(definitions: D): Makers<D> {
  const makers: Record<string, (params?: Given) => DomainError> = {};
  for (const [code, definition] of Object.entries(definitions)) {
    if (all.has(code)) throw new Error(`Error code ${code} is defined twice.`);
    checkWriters(code, definition);
    all.set(code, definition);
    ErrorCode[code] = code;
    errorDescriptions[code] = { description: `${definition.en} (${definition.vi})` };
    makers[code] = params => errorOf(code, params);
  }
  return makers as Makers<D>;
}

/** A sentence whose parameters nobody knows how to write stops the program at load: a date or a state would be shown as its code. */
function checkWriters(code: string, { vi, en, params = {}, of }: Definition): void {
  for (const [, name] of `${vi}${en}`.matchAll(/\{(\w+)\}/g)) {
    if (!Object.hasOwn(params, name!) && !(of !== undefined && name === 'id'))
      throw new Error(`Error code ${code} does not say how {${name}} is written.`);
  }
}

/** What stands in a sentence for a value that is not known: a rule of the database names the constraint, not the row. */
const UNKNOWN = '?';

/** The error for a code known only at run time (a lifecycle's reason, a constraint of the database). */
export function errorOf(code: string, params: Given = {}): DomainError {
  const definition = all.get(code);
  if (!definition) throw new Error(`No error has the code ${code}.`);
  const given = definition.of === undefined ? params : { ...params, id: shownId(definition.of, String(params.id)) };
  const write = (name: string, language: Language): string => {
    const value = given[name];
    if (value === undefined) return UNKNOWN;
    const writer = definition.params?.[name] as Writer<typeof value> | undefined;
    return writer ? writer(value, language) : String(value);
  };
  const fill = (language: Language): string => definition[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => write(name, language));
  return new DomainError(code, definition.category, { vi: fill('vi'), en: fill('en') }, rawOf(given));
}

const rawOf = (given: Given): Params =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'object' && 'value' in value ? value.value : value]),
  );

/** What came as something else than an id is shown as it came. */
const shownId = (type: string, id: string): string => (isUuid(id) ? toGlobalId(type, id) : id);

/** Every definition, by code: for `docs/errors.md`. */
export function catalogue(): ReadonlyMap<string, Definition> {
  return new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
