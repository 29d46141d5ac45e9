import { GraphQLError } from 'graphql';
import type { LocalDate } from '../../src/shared/dates.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { foldText } from '../../src/shared/text.js';
import type { CursorBook } from './cursor.book.js';
import type { AnyRow, Row, Rows } from './oracle.rows.js';

/** What an answer of the oracle is made from. */
export interface World {
  /** What the asker sees. */
  readonly rows: Rows;
  /** What there is. */
  readonly all: Rows;
  /** Whether the asker’s right to read reaches the unit. */
  readonly reaches: (unitId: string | null) => boolean;
  readonly today: LocalDate;
  readonly cursors: CursorBook;
}

export type Arguments = Readonly<Record<string, any>>;

/** A row as it is shown on a day, with the name of its type. */
export interface Shown<R extends Row = AnyRow> {
  readonly type: string;
  readonly row: R;
  readonly day: LocalDate;
}

/** Answers one field from what its parent is: whole tables and plain loops. */
export type Answer = (parent: any, args: Arguments, world: World) => unknown;

/** How the things of one list are found, told apart and put in order. */
export interface ListOracle<Thing extends Shown<any> = any> {
  things(world: World, day: LocalDate): Thing[];
  /** Which things a filter's field keeps, given its value, which may be refused. */
  readonly filter: Readonly<Record<string, (given: any, world: World, day: LocalDate) => (thing: Thing) => boolean>>;
  /** Which are kept where the client leaves the field out. */
  readonly otherwise?: Readonly<Record<string, (thing: Thing) => boolean>>;
  readonly order: Readonly<Record<string, OrderOracle<Thing>>>;
}

export interface OrderOracle<Thing = any> {
  readonly key: (thing: Thing) => string | number | null;
  readonly compare: (a: any, b: any) => number;
  readonly descending?: boolean;
}

/** What the oracle knows of one chapter: a new field, filter or order has its one place here, and is missed until it stands there. */
export interface Chapter {
  readonly fields: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly lists?: Readonly<Record<string, ListOracle>>;
  /** The tables of things with an id. */
  readonly nodes?: Readonly<Record<string, (rows: Rows) => readonly Row[]>>;
}

const VIETNAMESE = new Intl.Collator('vi-u-kn-true');

export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
/** As the database does, bytes decide between texts that are one to the collation. */
export const byVietnamese = (a: string, b: string): number => VIETNAMESE.compare(a, b) || byBytes(a, b);
export const byNumber = (a: number, b: number): number => a - b;

/** An order and the same the other way round. */
export const bothWays = <Thing>(
  name: string,
  key: (thing: Thing) => string | number | null,
  compare: OrderOracle['compare'],
): Record<string, OrderOracle<Thing>> => ({ [name]: { key, compare }, [`${name}_DESC`]: { key, compare, descending: true } });

export const holds = (text: string, words: string): boolean => foldText(text).includes(foldText(words));

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(word => word !== '');

/**
 * Whether all the words asked for stand in the texts, in any order; or all but the last, and that as far as it is typed, right behind the one
 * before. The texts here hold no abbreviations.
 */
export function holdsWords(texts: readonly (string | null)[], asked: string): boolean {
  const parts = texts.map(text => wordsOf(text ?? ''));
  const words = wordsOf(asked);
  const there = new Set(parts.flat());
  const [last, before] = [words.at(-1), words.at(-2)];
  if (last === undefined || !words.slice(0, -1).every(word => there.has(word))) return false;
  const typing = (part: readonly string[]): boolean =>
    part.some((word, i) => word.startsWith(last) && (before === undefined || part[i - 1] === before));
  return there.has(last) || parts.some(typing);
}

export const refused = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } });

/** The row behind an id that must be of this type. */
export function rowId(type: string, globalId: string): string {
  const found = fromGlobalId(globalId);
  if (found?.type !== type) throw refused('ID_INVALID');
  return found.id;
}

/** What is shown of the row with this id. */
export function shownIn<R extends Row>(type: string, rows: readonly R[], id: string | null, day: LocalDate): Shown<R> | null {
  const row = rows.find(known => known.id === id);
  return row ? { type, row, day } : null;
}

export const shownAll = <R extends Row>(type: string, rows: readonly R[], day: LocalDate): Shown<R>[] =>
  rows.map(row => ({ type, row, day }));

export const idOf: Answer = ({ type, row }: Shown) => toGlobalId(type, row.id);

/** Fields that are columns of the row under these names. */
export const columns = (names: Readonly<Record<string, string>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(names).map(([field, column]) => [field, ({ row }: Shown): unknown => row[column]]));

/** A condition of a filter: the column refers to the thing of this type with the given id. */
export const is =
  (column: string, type: string) =>
  (id: string): ((shown: Shown) => boolean) => {
    const wanted = rowId(type, id);
    return ({ row }) => row[column] === wanted;
  };

/** The thing that a column refers to, if it is among these rows. */
export const thing =
  (type: string, rowsOf: (rows: Rows) => readonly AnyRow[], column: string): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    shownIn(type, rowsOf(rows), row[column], day);

/** A moment, as the contract shows it. */
export const moment =
  (column: string): Answer =>
  ({ row }: Shown) =>
    (row[column] as Date | null)?.toISOString() ?? null;

/** “Trần Văn An” as it is sorted: by its last word first. */
export const givenNameFirst = (name: string): string => `${/[^ ]+$/.exec(name)![0]} ${name}`;
