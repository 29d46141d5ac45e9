import { isUuid, toGlobalId } from '../../shared/ids.js';
import { DomainError, type Category, type Language, type Params } from './domain-error.js';

export interface Definition {
  readonly category: Category;
  /** What is wrong, where, and what to do. `{name}` stands for a parameter. */
  readonly vi: string;
  readonly en: string;
  /** The type of the thing that `id` names: it is told by the id that the client knows, not by that of its row. */
  readonly of?: string;
}

/** The names in braces of a message. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type ParamsOf<D extends Definition> = [Names<D['vi'] | D['en']>] extends [never]
  ? []
  : [params: Record<Names<D['vi'] | D['en']>, string | number>];
type Makers<D extends Record<string, Definition>> = { readonly [Code in keyof D]: (...params: ParamsOf<D[Code]>) => DomainError };

const all = new Map<string, Definition>();

/** Each code stands for itself: the object behind the GraphQL enum `ErrorCode`, complete once all chapters are loaded. */
export const ErrorCode: Record<string, string> = {};

/** The description of each code in the schema: its English sentence with the Vietnamese one in brackets. */
export const errorDescriptions: Record<string, { readonly description: string }> = {};

/** The errors of one chapter. Codes are unique in the whole program; two chapters that choose the same stop it at load. */
export function errors<const D extends Record<string, Definition>>(definitions: D): Makers<D> {
  const makers: Record<string, (params?: Params) => DomainError> = {};
  for (const [code, definition] of Object.entries(definitions)) {
    if (all.has(code)) throw new Error(`Error code ${code} is defined twice.`);
    all.set(code, definition);
    ErrorCode[code] = code;
    errorDescriptions[code] = { description: `${definition.en} (${definition.vi})` };
    makers[code] = params => errorOf(code, params);
  }
  return makers as Makers<D>;
}

/** The error for a code known only at run time (a lifecycle's reason). */
export function errorOf(code: string, given: Params = {}): DomainError {
  const definition = all.get(code);
  if (!definition) throw new Error(`No error has the code ${code}.`);
  const params = definition.of === undefined ? given : { ...given, id: shownId(definition.of, String(given.id)) };
  const fill = (language: Language): string =>
    definition[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return new DomainError(code, definition.category, { vi: fill('vi'), en: fill('en') }, params);
}

/** What came as something else than an id is told as it came. */
const shownId = (type: string, id: string): string => (isUuid(id) ? toGlobalId(type, id) : id);

/** Every definition, by code: for `docs/errors.md`. */
export function catalogue(): ReadonlyMap<string, Definition> {
  return new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
