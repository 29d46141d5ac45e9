import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { LocalDate } from '../../shared/dates.js';
import { addDays } from '../../shared/dates.js';
import type { Unit, UnitSpan, UnitSuccession } from './unit.graphql.js';
import { fullName, type UnitKind, type UnitLine } from './unit-kinds.js';
import { nearestSpan } from './unit-sql.js';

/** A unit looked at on a day. */
export interface UnitOn {
  readonly id: Id;
  readonly asOf: LocalDate;
}

export interface UnitRecord {
  readonly id: Id;
  readonly asOf: LocalDate;
  readonly name: string;
  readonly kind: UnitKind;
  readonly line: UnitLine;
  readonly code: string | null;
  readonly parentId: Id | null;
  readonly territoryId: Id | null;
  readonly inForce: boolean;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly source: string | null;
  readonly version: number;
}

/** The columns of a `UnitRecord`, from unit `u` and its span `s`. */
export const unitColumns = (day: string): string =>
  `u.id, ${day}::date as "asOf", s.name, s.kind, u.line, s.code, s.parent_id as "parentId", s.territory_id as "territoryId",
   u.validity @> ${day}::date as "inForce", u.starts, u.ends, u.source, u.version`;

export function toUnit(record: UnitRecord): Unit {
  const { id, starts, ends, ...rest } = record;
  return { ...rest, id: toGlobalId('Unit', id), rowId: id, fullName: fullName(record.kind, record.name), validFrom: starts, validTo: ends };
}

/**
 * Narrow questions about units on days. Every question takes many keys and answers in their order with one statement.
 * Each is one function object, so that all fields of a GraphQL answer that ask it share a batch (`context.batch(reader.paths, key)`).
 */
@Injectable()
export class UnitsReader {
  constructor(@Inject(Database) private readonly db: Pick<Database, 'rows'>) {}

  /** `asOf` as the transaction sees it, for a command that will write by the answer. */
  asOfIn(tx: Tx, keys: readonly UnitOn[]): Promise<(Unit | undefined)[]> {
    return new UnitsReader({ rows: (text, values) => tx.query(text, values) }).asOf(keys);
  }

  /** How each unit stood on its day, or nearest to it; `undefined` for an unknown id. */
  readonly asOf = (keys: readonly UnitOn[]): Promise<(Unit | undefined)[]> =>
    this.each<UnitRecord, Unit>(
      keys,
      `select q.n, ${unitColumns('q.day')} from ${QUESTIONS} join unit u on u.id = q.id cross join lateral ${nearestSpan('q.day')}`,
      toUnit,
    );

  /**
   * From the top down, as people say it: “Tỉnh Quảng Nam / Huyện Quế Sơn / Xã Quế Hiệp”. An organisation without a parent stands under its territory.
   * Each step up is taken on a day of the span below it, so a unit that has ended keeps the path it had.
   */
  readonly paths = async (keys: readonly UnitOn[]): Promise<string[]> => {
    const steps = await this.ask<{ n: string; depth: number; name: string; kind: UnitKind }>(
      keys,
      `with recursive climb (n, depth, id, day) as (
         select q.n, 0, q.id, q.day from ${QUESTIONS}
         union all
         select c.n, c.depth + 1, coalesce(s.parent_id, s.territory_id),
                greatest(least(c.day, coalesce(upper(s.validity) - 1, c.day)), coalesce(lower(s.validity), c.day))
           from climb c join unit u on u.id = c.id cross join lateral ${nearestSpan('c.day')}
          where coalesce(s.parent_id, s.territory_id) is not null and c.depth < 50)
       select c.n, c.depth, s.name, s.kind from climb c join unit u on u.id = c.id cross join lateral ${nearestSpan('c.day')} order by c.depth desc`,
    );
    const names = keys.map((): string[] => []);
    for (const { n, name, kind } of steps) names[Number(n) - 1]!.push(fullName(kind, name));
    return names.map(path => path.join(' / '));
  };

  /** The units each passed to, wholly or in parts; none is a legal answer. */
  readonly successors = (keys: readonly UnitOn[]): Promise<UnitSuccession[][]> => this.successions(keys, 'predecessor_id', 'successor_id');

  readonly predecessors = (keys: readonly UnitOn[]): Promise<UnitSuccession[][]> =>
    this.successions(keys, 'successor_id', 'predecessor_id');

  /**
   * The unit that stands on the day for each: itself while it lives, else its whole successor, followed on; `null` where it ended without one
   * or only in parts (its figures stay its own and are never divided).
   */
  readonly restated = async (keys: readonly UnitOn[]): Promise<(Id | null)[]> => {
    const rows = await this.ask<{ n: string; id: Id }>(
      keys,
      `with recursive follow (n, id, day) as (
         select q.n, q.id, q.day from ${QUESTIONS}
         union
         select f.n, c.successor_id, f.day from follow f
           join unit_succession c on c.predecessor_id = f.id and c.whole and c.effective_on <= f.day)
       select f.n, f.id from follow f join unit u on u.id = f.id where u.validity @> f.day`,
    );
    const found = new Map(rows.map(row => [Number(row.n), row.id]));
    return keys.map((_, i) => found.get(i + 1) ?? null);
  };

  /** Every span of each unit, in order of time. */
  readonly histories = (keys: readonly UnitOn[]): Promise<UnitSpan[][]> =>
    this.groups<Omit<UnitSpan, 'shownAsOf'> & { upper: LocalDate | null; day: LocalDate }, UnitSpan>(
      keys,
      `select q.n, q.day, lower(s.validity) as "from", upper(s.validity) as upper, s.name, s.kind, s.code, s.parent_id as "parentId", s.territory_id as "territoryId"
         from ${QUESTIONS} join unit_span s on s.unit_id = q.id order by q.n, lower(s.validity) nulls first`,
      ({ upper, day, ...span }) => ({
        ...span,
        to: upper === null ? null : addDays(upper, -1),
        // What stood above it is shown as of the last day of the span, or of the day asked for while the span goes on.
        shownAsOf: upper === null || upper > day ? day : addDays(upper, -1),
      }),
    );

  private successions(keys: readonly UnitOn[], from: string, to: string): Promise<UnitSuccession[][]> {
    return this.groups<UnitSuccession, UnitSuccession>(
      keys,
      `select q.n, q.day as "asOf", c.${to} as "otherId", c.whole, c.effective as date, e.act_number as act
         from ${QUESTIONS} join unit_succession c on c.${from} = q.id join unit_event e on e.id = c.event_id
        order by q.n, c.effective_on, c.whole desc, c.id`,
      succession => succession,
    );
  }

  private async each<Row, T>(keys: readonly UnitOn[], text: string, make: (row: Row) => T): Promise<(T | undefined)[]> {
    return (await this.groups<Row, T>(keys, text, make)).map(([only]) => only);
  }

  private async groups<Row, T>(keys: readonly UnitOn[], text: string, make: (row: Row) => T): Promise<T[][]> {
    const rows = await this.ask<Row & { n: string }>(keys, text);
    const answers = keys.map((): T[] => []);
    for (const { n, ...row } of rows) answers[Number(n) - 1]!.push(make(row as Row));
    return answers;
  }

  private ask<Row>(keys: readonly UnitOn[], text: string): Promise<Row[]> {
    return this.db.rows<Row>(text, [keys.map(key => key.id), keys.map(key => key.asOf)]);
  }
}

/** The keys of a question as rows: `n` counts from one, so that answers find back to their place. */
const QUESTIONS = `unnest($1::uuid[], $2::date[]) with ordinality q (id, day, n)`;
