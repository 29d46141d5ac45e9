import { identifier, list, parameter, sql, words, type Sql } from '../database/sql.js';
import { statementName } from '../database/prepared-statements.js';
import type { Row, RunContext, StatementText, ValueSource } from './run.js';
import { SKEWED, type LateralRow, type Spread } from './view.js';

/** Placeholder for the day of the answer: it becomes a parameter only where some expression uses it. */
export const AS_OF = sql`:as_of`;

/**
 * How many joins one select takes. PostgreSQL's planning time grows faster than their square: 40 joins take half a second, 120 thirteen
 * seconds. What is joined beyond that becomes a nested select, which is planned by itself.
 */
const MOST_JOINS = 8;

/** A function of PostgreSQL takes at most 100 arguments. */
const MOST_ARGUMENTS = 100;

/** The parameters and aliases of one statement, shared by its select and all selects nested in it. */
export class StatementParts {
  private readonly sources: ValueSource[] = [];
  private readonly bound = new Map<string, Sql>();
  private aliases = 0;
  private spread: Spread | undefined;

  constructor(
    /** How many parameters are given before the statement's own. */
    private readonly reserved = 0,
    private readonly day?: ValueSource,
    /** How it is planned as long as it has no other parameters than those that are given. */
    private readonly alone?: Spread,
  ) {}

  alias(): Sql {
    return identifier(`t${this.aliases++}`);
  }

  /** @returns the parameter of the statement for a value that each request gives */
  bind(source: ValueSource, spread?: Spread): Sql {
    if (this.spread !== SKEWED) this.spread = spread ?? this.spread;
    this.sources.push(source);
    return parameter(this.reserved + this.sources.length);
  }

  /** A value that several conditions use is one parameter. */
  bindOnce(name: string, source: ValueSource): Sql {
    let known = this.bound.get(name);
    if (known === undefined) this.bound.set(name, (known = this.bind(source)));
    return known;
  }

  /** Ends the statement; call once. @param text with `AS_OF` where the day of the question goes */
  statement(text: Sql): Statement {
    let complete: string = text;
    if (this.day && text.includes(AS_OF)) complete = text.replaceAll(AS_OF, `${this.bind(this.day)}::date`);
    return new Statement(complete, [...this.sources], this.sources.length === 0 ? this.alone : this.spread);
  }
}

/** One select in the making: its columns and joins. */
export class SelectBuilder {
  private readonly columns: Sql[] = [];
  private readonly joins: Sql[] = [];
  private readonly lateralRows = new Map<Sql, Sql>();

  constructor(readonly parts: StatementParts) {}

  alias(): Sql {
    return this.parts.alias();
  }

  /** @returns the column's index. An expression that is selected already is not selected twice. */
  column(expression: Sql): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  get isFull(): boolean {
    return this.joins.length >= MOST_JOINS;
  }

  /** @param table a lateral table expression with its alias */
  join(table: Sql): void {
    this.joins.push(sql`left join lateral ${table} on true`);
  }

  /** The alias of a lateral row, joined once; `undefined` where the select has enough joins. */
  lateral(rows: LateralRow, row: Sql, day: Sql): Sql | undefined {
    const key = rows(sql`lateral_row`, row, day);
    let alias = this.lateralRows.get(key);
    if (alias === undefined && !this.isFull) {
      alias = this.alias();
      this.lateralRows.set(key, alias);
      this.join(rows(alias, row, day));
    }
    return alias;
  }

  /** A select nested in this one: it can use this one's rows, and its result is a column of it (`jsonRows`). */
  nested(): SelectBuilder {
    return new SelectBuilder(this.parts);
  }

  /** The select. @param tail what follows the joins. */
  text(from: Sql, tail: Sql): Sql {
    const columns = this.columns.length > 0 ? list(this.columns) : sql`1`;
    return this.selecting(columns, from, tail);
  }

  /**
   * The select as one value: a JSON array of rows, each an array of its columns. JSON carries texts, dates, integers, booleans and lists of
   * these as the driver reads them from plain rows; a moment or a `numeric` it does not (see `planValue`).
   */
  jsonRows(from: Sql, tail: Sql): Sql {
    const chunks = this.chunks().map(chunk => sql`json_build_array(${list(chunk)})`);
    const row = chunks.length === 1 ? chunks[0]! : sql`json_build_array(${list(chunks)})`;
    return sql`array_to_json(array(${this.selecting(row, from, tail)}))`;
  }

  /** The rows in a value of `jsonRows`. */
  readJsonRows(value: unknown): readonly Row[] {
    const rows = value as readonly Row[];
    return this.columns.length > MOST_ARGUMENTS ? rows.map(chunks => (chunks as Row[]).flat()) : rows;
  }

  private selecting(columns: Sql, from: Sql, tail: Sql): Sql {
    return sql`select ${columns} from ${words([from, ...this.joins, tail])}`;
  }

  private chunks(): Sql[][] {
    const count = Math.max(1, Math.ceil(this.columns.length / MOST_ARGUMENTS));
    return Array.from({ length: count }, (_, i) => this.columns.slice(i * MOST_ARGUMENTS, (i + 1) * MOST_ARGUMENTS));
  }
}

/** A compiled statement. */
export class Statement implements StatementText {
  readonly name: string;

  constructor(
    readonly text: string,
    private readonly sources: readonly ValueSource[],
    readonly spread: Spread | undefined,
  ) {
    this.name = statementName(text);
  }

  /** @param given the values of the reserved parameters. */
  async read(run: RunContext, given: readonly unknown[] = []): Promise<Row[]> {
    // Each source becomes a promise, also one that throws: else the others, already begun, would fail unhandled, which ends the process.
    const values = await Promise.all(this.sources.map(async source => source(run)));
    return run.query(this, [...given, ...values]);
  }
}

const SIMPLE = /^[\w.:$]+$/;

/**
 * The day for rows of a nested select. An expression becomes a column of the nested select's own: written out at every place that needs it,
 * its text would double with each level of a document that goes down through a history.
 */
export function nestedDay(nested: SelectBuilder, day: Sql): { readonly day: Sql; readonly from: (rows: Sql) => Sql } {
  if (SIMPLE.test(day)) return { day, from: rows => rows };
  const alias = nested.alias();
  return { day: sql`${alias}.day`, from: rows => sql`(select ${day} as day) ${alias} cross join lateral ${rows}` };
}
