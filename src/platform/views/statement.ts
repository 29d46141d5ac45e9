import type { LocalDate } from '../../shared/dates.js';
import type { Ask, Beside, SKEWED, Sql } from './view.js';

/** A row in array mode. Behind its columns, at slots of their own, stand the rows of nested lists once they are read. */
export type Row = unknown[];

/** What a run of a plan needs from outside. */
export interface RunContext {
  readonly today: LocalDate;
  /** The coerced arguments of a field of the plan. */
  argumentsOf(field: ArgumentSource): Readonly<Record<string, unknown>>;
  /** @param skewed its values differ too much for one plan. */
  query(text: string, values: readonly unknown[], skewed: boolean): Promise<Row[]>;
  /** The units that the asker's right to an action reaches. */
  unitsOf(action: string): Promise<string>;
  /** The same, or that it is for the whole registry. */
  reach(action: string): Promise<'everywhere' | string>;
  /** The same with the asker’s own id among them. */
  unitsAndOneself(action: string): Promise<string>;
  /** The same for what is asked beside statements; one and the same function in all of a run. */
  readonly ask: Ask;
}

/** A field of the document whose arguments are worked out once a run. */
export interface ArgumentSource {
  read(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** A value of a statement, or a promise of it, known only when it runs. */
export type Binder = (run: RunContext) => unknown;

/** A nested list: its own statement for all parents at once. */
export interface Nested {
  /** The column of the parent's key and of the day of its answer. */
  readonly parent: number;
  readonly day: number;
  /** Where the answer is put in the parent's row, counted from behind its columns. */
  readonly slot: number;
  /** Reads the rows of all parents; one answer a parent, in order. */
  readAll(run: RunContext, parents: readonly unknown[], days: readonly unknown[]): Promise<readonly unknown[]>;
}

/** Stands in a statement for the day of the answer until it is known whether anything asks for it. */
export const DAY = ':asOf';

/**
 * The keys and days of all parents as rows; `n` counts from one, so that answers find back to their place. The arrays stand in queries of
 * their own to keep their length from PostgreSQL: for one that it knows to be short it would plan anew at each run, at three times the cost.
 */
export const PARENTS = 'unnest((select $1::uuid[]), (select $2::date[])) with ordinality q (id, day, n)';

/**
 * How many joins a statement takes. Planning grows with more than their square: at 40 it takes half a second, at 120 thirteen, at 360 the
 * server process dies of it, and a client needs five hundred bytes to ask for as many.
 */
const MOST_JOINS = 8;

/** One SELECT in the making: its columns, joins, conditions and values. */
export class StatementBuilder {
  private readonly columns: Sql[] = [];
  private readonly joins: Sql[] = [];
  private readonly binders: Binder[] = [];
  private aliases = 0;
  private skewed = false;
  private readonly once = new Map<string, Sql>();
  private readonly rowsBeside = new Map<Sql, Sql>();
  private readonly nested: Nested[] = [];
  private slots = 0;

  constructor(
    /** Makes aliases of one statement differ from another's in logs. */
    private readonly letter: string,
    /** How many values stand before this statement's own: the keys of its parents. */
    private readonly reserved = 0,
    private readonly day?: Binder,
  ) {}

  alias(): Sql {
    return `${this.letter}${this.aliases++}`;
  }

  /** The column's index; a column that is there already is not read twice. */
  column(expression: Sql): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  get isFull(): boolean {
    return this.joins.length >= MOST_JOINS;
  }

  join(table: Sql): void {
    this.joins.push(`left join lateral ${table} on true`);
  }

  /** The row beside `t`, joined once; `undefined` where the statement has joined enough. */
  beside(row: Beside, t: Sql, day: Sql): Sql | undefined {
    const found = row('b', t, day);
    let alias = this.rowsBeside.get(found);
    if (alias === undefined && !this.isFull) {
      alias = this.alias();
      this.rowsBeside.set(found, alias);
      this.join(row(alias, t, day));
    }
    return alias;
  }

  bind(binder: Binder, spread?: typeof SKEWED): Sql {
    if (spread) this.skewed = true;
    this.binders.push(binder);
    return `$${this.reserved + this.binders.length}`;
  }

  /** A value that is asked for in several places stands once. */
  bindOnce(name: string, binder: Binder): Sql {
    let known = this.once.get(name);
    if (known === undefined) this.once.set(name, (known = this.bind(binder)));
    return known;
  }

  /** A nested list of this statement's rows. @returns how its answer is found in a row, once the statement is built and read. */
  nest(nested: Omit<Nested, 'slot'>): (row: Row) => unknown {
    const slot = this.slots++;
    this.nested.push({ ...nested, slot });
    return row => row[this.columns.length + slot];
  }

  /** @param rest everything behind the joins, and `from` what stands before them. */
  build(from: Sql, rest: Sql): Statement {
    const text = `select ${this.columns.join(', ') || '1'} from ${from} ${this.joins.join(' ')} ${rest}`.trimEnd();
    return this.finish(text);
  }

  private finish(given: string): Statement {
    const binders = [...this.binders];
    let text = given;
    if (this.day && text.includes(DAY)) {
      binders.push(this.day);
      text = text.replaceAll(DAY, `$${this.reserved + binders.length}::date`);
    }
    return new Statement(text, binders, this.nested, this.columns.length, this.skewed);
  }
}

/** A compiled statement with the nested lists of its rows. */
export class Statement {
  constructor(
    readonly text: string,
    private readonly binders: readonly Binder[],
    private readonly nested: readonly Nested[],
    private readonly width: number,
    private readonly skewed: boolean,
  ) {}

  /** Its rows, each with its nested lists behind its columns. One statement a nested list, however many rows. */
  async read(run: RunContext, keys: readonly unknown[] = []): Promise<Row[]> {
    const values = await Promise.all(this.binders.map(binder => binder(run)));
    const rows = await run.query(this.text, [...keys, ...values], this.skewed);
    await Promise.all(this.nested.map(nested => this.fill(run, nested, rows)));
    return rows;
  }

  private async fill(run: RunContext, { parent, day, slot, readAll }: Nested, rows: readonly Row[]): Promise<void> {
    const parents = rows.filter(row => row[parent] !== null);
    if (parents.length === 0) return;
    const answers = await readAll(
      run,
      parents.map(row => row[parent]),
      parents.map(row => row[day]),
    );
    parents.forEach((row, i) => (row[this.width + slot] = answers[i]));
  }
}

/** The rows of each parent, in order; `number` is the column that counts parents from one. */
export function grouped(rows: readonly Row[], number: number, parents: number): Row[][] {
  const groups = Array.from({ length: parents }, (): Row[] => []);
  for (const row of rows) groups[(row[number] as number) - 1]!.push(row);
  return groups;
}
