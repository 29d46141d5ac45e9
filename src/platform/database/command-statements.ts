import type { ClientBase, QueryResult } from 'pg';
import { isAfterAnError } from './database-errors.js';
import type { FrequentStatements } from './prepared-statements.js';

/** So many statements are under way before a command waits for them: an import of thousands of rows does not pile them up in memory. */
const MOST_UNDER_WAY = 50;

const ENDED = 'The command has ended.';

/**
 * The statements of one command, on its connection, in the order in which they are sent. What only writes is not waited for: it shares the round trip
 * of the next statement that is read, or of the commit. There its refusal is thrown, and nothing after it has been done.
 */
export class CommandStatements {
  private underWay: Promise<void>[] = [];
  private failure: unknown;
  private ended = false;
  private gathers = false;
  private held: HeldStatements[] = [];

  /** @param frequent counts the statements that are prepared; absent: none is. */
  constructor(
    private readonly client: ClientBase,
    private readonly frequent?: FrequentStatements,
  ) {}

  /** Sends a statement and waits for its rows. @throws its error, or that of an earlier statement that was not waited for. */
  async rows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    try {
      return (await this.send(text, values)).rows as Row[];
    } catch (error) {
      throw this.failure ?? error;
    }
  }

  /** Sends a statement without waiting for it. */
  async write(text: string, values: readonly unknown[]): Promise<void> {
    this.dispatch(text, values);
    if (this.underWay.length >= MOST_UNDER_WAY) await this.settle();
  }

  /**
   * Inserts a row, held back until something else is sent: rows of different tables in one go are one statement. None of them sees the others;
   * foreign keys are checked at its end.
   */
  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    // Rows of one table are inserted one after the other: the trail counts its entries.
    if (this.held.some(({ parts }) => table in parts)) this.sendHeld();
    const columns = Object.keys(row);
    const text = `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`;
    await this.hold({ parts: { [table]: text }, values: Object.values(row) });
  }

  /**
   * Changes rows in one go with what is inserted next; it sees all that was written before it.
   * @param parts statements by name: each may read what an earlier one returns, as parts of `with` do. @param values for all of them together.
   */
  async change(parts: Readonly<Record<string, string>>, values: readonly unknown[]): Promise<void> {
    this.sendHeld();
    await this.hold({ parts, values });
  }

  private async hold(statements: HeldStatements): Promise<void> {
    this.held.push(statements);
    if (this.underWay.length >= MOST_UNDER_WAY) await this.settle();
  }

  private sendHeld(): void {
    const held = this.held;
    this.held = [];
    if (held.length > 0)
      this.dispatch(
        together(held),
        held.flatMap(({ values }) => values),
      );
  }

  /** Waits for everything that was written. @throws the first error. */
  async settle(): Promise<void> {
    this.sendHeld();
    const sent = this.underWay;
    this.underWay = [];
    await Promise.all(sent);
    if (this.failure !== undefined) throw this.failure;
  }

  /** What made the command fail: PostgreSQL refuses everything after an error, so that such a refusal says nothing of its own. */
  causeOf(error: unknown): unknown {
    return isAfterAnError(error) ? (this.failure ?? error) : error;
  }

  /** The same connection for TypeORM, whose statements come in their order, too; nor does it send any once the command has ended. */
  forTypeOrm(): ClientBase {
    const query = (text: string, values?: unknown[]): Promise<QueryResult> => {
      if (this.ended) return Promise.reject(new Error(ENDED));
      this.sendHeld();
      return this.client.query(text, values);
    };
    return new Proxy(this.client, {
      get: (client, name) => (name === 'query' ? query : (Reflect.get(client, name) as unknown)),
    });
  }

  /** @param now the time of the command, for triggers that keep when something was changed. */
  begin(now: Date): Promise<void> {
    return this.write(`begin; set local registry.now = '${now.toISOString()}'`, []);
  }

  /** Sent together with what was written before it: where PostgreSQL has refused any of that, it rolls back instead. @throws the first error. */
  async commit(): Promise<void> {
    const committed = this.send('commit', []);
    this.ended = true;
    const [{ command }] = await Promise.all([committed, this.settle()]);
    if (command !== 'COMMIT') throw new Error('PostgreSQL has rolled the transaction back.');
  }

  /** Undoes what was sent; what is still held back is never sent. */
  async rollback(): Promise<void> {
    this.ended = true;
    await this.client.query('rollback');
  }

  /** Statements that are sent in one go, without an answer in between, are one write to the socket: each wakes the server up. */
  private gather(): void {
    if (this.gathers) return;
    const { stream } = (this.client as unknown as Wire).connection;
    this.gathers = true;
    stream.cork();
    process.nextTick(() => {
      this.gathers = false;
      stream.uncork();
    });
  }

  private dispatch(text: string, values: readonly unknown[]): void {
    this.underWay.push(this.send(text, values).then(forget, error => void (this.failure ??= error)));
  }

  private send(text: string, values: readonly unknown[]): Promise<QueryResult> {
    // What a command began and did not wait for, when another part of it was refused: the connection belongs to somebody else by then.
    if (this.ended) return Promise.reject(new Error(ENDED));
    this.sendHeld();
    this.gather();
    if (values.length === 0) return this.client.query(text);
    const name = this.frequent?.nameOf(text);
    return this.client.query({ ...(name !== undefined && { name }), text, values: [...values] });
  }
}

/** Statements by name, which count their parameters together. */
interface HeldStatements {
  readonly parts: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
}

/** One statement out of many: the last one, with the others as parts of its `with`. */
function together(held: readonly HeldStatements[]): string {
  let given = 0;
  const parts = held.flatMap(({ parts: named, values }) => {
    const before = given;
    given += values.length;
    return Object.entries(named).map(([name, text]) => [name, text.replace(/\$(\d+)/g, (_, n) => `$${before + Number(n)}`)] as const);
  });
  const [, last] = parts.pop()!;
  return parts.length === 0 ? last : `with ${parts.map(([name, text]) => `${name}_written as (${text})`).join(', ')} ${last}`;
}

/** What `pg` writes to. */
interface Wire {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

const forget = (): void => undefined;
