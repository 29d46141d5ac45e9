import { isUuid, toGlobalId } from '../../shared/ids.js';
import { unwritable, write, type Given, type Message, type Writer } from '../../shared/writing.js';
import { DomainError, type Category, type Params } from './domain-error.js';

/** What is wrong, where, and what to do, in one language at a time. Each value in a sentence has a writer. */
export interface Definition extends Message {
  readonly category: Category;
  /** The type of the thing that `id` names: it is shown by the id that the client knows, not by that of its row. */
  readonly of?: string;
}

/** The names in braces of a message. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Value<D extends Definition, Name> =
  D['params'] extends Readonly<Record<Name & string, Writer<infer V>>> ? V : Name extends 'id' ? string : never;
type ParamsOf<D extends Definition> = [Names<D['vi'] | D['en']> | keyof NonNullable<D['params']>] extends [never]
  ? []
  : [params: { readonly [Name in Names<D['vi'] | D['en']>]: Value<D, Name> }];
type Makers<D extends Record<string, Definition>> = { readonly [Code in keyof D]: (...params: ParamsOf<D[Code]>) => DomainError };

const all = new Map<string, Definition>();

/** Each code with itself as its value: the object behind the GraphQL enum `ErrorCode`, complete once all chapters are loaded. */
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

/** A sentence with a value that has no writer stops the program at load: a date or a state would be shown as its code. */
function checkWriters(code: string, definition: Definition): void {
  const mute = unwritable(definition).filter(name => definition.of === undefined || name !== 'id');
  if (mute.length > 0) throw new Error(`Error code ${code} does not say how ${mute.join(', ')} is written.`);
}

/** The error for a code known only at run time (a lifecycle's reason, a constraint of the database). */
export function errorOf(code: string, params: Given = {}): DomainError {
  const definition = all.get(code);
  if (!definition) throw new Error(`No error has the code ${code}.`);
  const given = definition.of === undefined ? params : { ...params, id: shownId(definition.of, String(params.id)) };
  return new DomainError(code, definition.category, write(definition, given), rawOf(given));
}

/** The values as programs read them in `extensions.params`; of a named value, the value. */
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
