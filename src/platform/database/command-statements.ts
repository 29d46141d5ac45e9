import type { ClientBase, QueryResult } from 'pg';
import { isAfterAnError } from './database-errors.js';
import { statementName, type FrequentStatements } from './prepared-statements.js';

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
    this.underWay.push(this.send(text, values).then(forget, error => void (this.failure ??= error)));
    if (this.underWay.length >= MOST_UNDER_WAY) await this.settle();
  }

  /** Waits for everything that was written. @throws the first error. */
  async settle(): Promise<void> {
    const sent = this.underWay;
    this.underWay = [];
    await Promise.all(sent);
    if (this.failure !== undefined) throw this.failure;
  }

  /** What made the command fail: PostgreSQL refuses everything after an error, so that such a refusal says nothing of its own. */
  causeOf(error: unknown): unknown {
    return isAfterAnError(error) ? (this.failure ?? error) : error;
  }

  /** The same connection for TypeORM, which sends statements of its own: nor does it send any once the command has ended. */
  forTypeOrm(): ClientBase {
    const query = (text: string, values?: unknown[]): Promise<QueryResult> =>
      this.ended ? Promise.reject(new Error(ENDED)) : this.client.query(text, values);
    return new Proxy(this.client, {
      get: (client, name) => (name === 'query' ? query : (Reflect.get(client, name) as unknown)),
    });
  }

  begin(): Promise<void> {
    return this.write('begin', []);
  }

  /** Sent together with what was written before it: where PostgreSQL has refused any of that, it rolls back instead. @throws the first error. */
  async commit(): Promise<void> {
    const committed = this.send('commit', []);
    this.ended = true;
    const [{ command }] = await Promise.all([committed, this.settle()]);
    if (command !== 'COMMIT') throw new Error('PostgreSQL has rolled the transaction back.');
  }

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

  private send(text: string, values: readonly unknown[]): Promise<QueryResult> {
    // What a command began and did not wait for, when another part of it was refused: the connection belongs to somebody else by then.
    if (this.ended) return Promise.reject(new Error(ENDED));
    this.gather();
    if (values.length === 0) return this.client.query(text);
    const name = statementName(text);
    return this.client.query({ ...(this.frequent?.count(name) && { name }), text, values: [...values] });
  }
}

/** What `pg` writes to. */
interface Wire {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

const forget = (): void => undefined;
