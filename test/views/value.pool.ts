import { addDays, isLocalDate, type LocalDate } from '../../src/shared/dates.js';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { foldText } from '../../src/shared/text.js';
import type { Random } from '../support/random.js';
import type { CursorBook } from './cursor.book.js';
import type { Rows } from './oracle.rows.js';
import { oracleNodes } from './oracle.table.js';

/** Strings that would do harm where text is put into text. */
export const HOSTILE: readonly string[] = [
  `' or 1=1 --`,
  `"; drop table unit; --`,
  `1'; select pg_sleep(5); --`,
  `\\'; truncate unit; --`,
  '$1',
  ':asOf',
  '%1%',
  '_1',
  '\\1',
  'a%\\_b',
  '{"$ne": 1}',
  "E'\\\\x41'",
  '$$a$$',
  'a\u2028b',
  '𠀀 1',
  '${1+1}',
];

const MALFORMED = ['x', '5', 'VW5pdDo', 'Unit:1', toGlobalId('Unit', 'not-a-uuid'), toGlobalId('Nothing', newId()), '__proto__'];

/** Columns whose words people search for. */
const WORDS = new Set(['name', 'title', 'number', 'abstract']);

/** The values that documents ask with: what there is, in whatever table, what is nearly there, and what is not. */
export class ValuePool {
  readonly days: readonly LocalDate[];
  /** Moments at which something happened. */
  readonly moments: readonly string[];
  /** What columns hold that are asked for by their very words: codes, actions. */
  private readonly spoken = new Map<string, string[]>();
  /** Each id as often as rows speak of it: what much hangs on is asked about more. */
  private readonly ids: ReadonlyMap<string, readonly string[]>;
  private readonly texts: readonly string[];

  constructor(
    rows: Rows,
    today: LocalDate,
    private readonly cursors: CursorBook,
  ) {
    const all: [string, unknown][] = Object.values(rows).flatMap((table: readonly object[]) => table.flatMap(row => Object.entries(row)));
    const texts = all.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const edges = texts.map(([, text]) => text).filter(isLocalDate);
    const beside = edges.flatMap(day => [addDays(day, -1), day, addDays(day, 1)]);
    this.days = [...new Set([...beside, today, '1000-01-01', '1945-09-02', '9998-12-31'])];
    this.texts = texts.filter(([column]) => WORDS.has(column)).map(([, text]) => text);
    this.moments = [...new Set(all.flatMap(([, value]) => (value instanceof Date ? [value.toISOString()] : [])))];
    for (const column of ['code', 'action', 'object_type', 'request_id']) {
      this.spoken.set(column, [...new Set(texts.filter(([name]) => name === column).map(([, text]) => text))]);
    }
    const spokenOf = texts.filter(([column]) => /(^|_)id$/.test(column)).map(([, id]) => id);
    this.ids = new Map(
      Object.entries(oracleNodes).map(([type, table]) => {
        const own = new Set(table(rows).map(({ id }) => id));
        return [type, spokenOf.filter(id => own.has(id)).map(id => toGlobalId(type, id))];
      }),
    );
  }

  get types(): string[] {
    return [...this.ids.keys()];
  }

  /** The words of the column behind a field of this name, where it is asked for by them. */
  wordsOf(field: string): readonly string[] | undefined {
    return this.spoken.get(field.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));
  }

  /** An id of this type: nearly always one that there is. */
  id(random: Random, type: string): string {
    const known = this.ids.get(type) ?? [];
    return known.length === 0 || random.chance(0.06) ? toGlobalId(type, newId()) : random.pick(known);
  }

  /** What is no id of this type. */
  wrongId(random: Random, type: string): string {
    const others = this.types.filter(other => other !== type);
    return random.chance(0.5) ? this.id(random, random.pick(others)) : random.pick(MALFORMED);
  }

  /** Any id at all, as `node` takes. */
  anyId(random: Random): string {
    return random.chance(0.1) ? random.pick(MALFORMED) : this.id(random, random.pick(this.types));
  }

  /** Words to search for: a piece of what there is, in some spelling. */
  words(random: Random): string {
    if (random.chance(0.15)) return random.pick(HOSTILE);
    const text = random.pick(this.texts);
    const from = random.below(text.length);
    const piece = random.chance(0.3) ? text : text.slice(from, from + random.between(1, 6));
    if (!/[\p{L}\p{N}]/u.test(piece) || /\p{Cs}/u.test(piece)) return 'a';
    return random.pick([piece, piece, foldText(piece), piece.toUpperCase(), piece.normalize('NFD')]) || 'a';
  }

  /** A cursor of this order that an answer has shown. */
  cursor(random: Random, order: string): string | undefined {
    const seen = this.cursors.seen().filter(known => known.order === order);
    return seen.length > 0 ? random.pick(seen).cursor : undefined;
  }

  wrongCursor(random: Random, order: string): string {
    const others = this.cursors.seen().filter(known => known.order !== order);
    const wrong = ['', 'x', 'a.b.c', `${random.pick(HOSTILE)}.x`, ...(others.length > 0 ? [random.pick(others).cursor] : [])];
    return random.pick(wrong);
  }
}
