import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import { translateDatabaseError } from '../database/database-errors.js';
import { StatementPool } from '../database/statement-pool.js';
import { statementName, type Row, type StatementText } from './run.js';

/** After this many runs a statement gets a name: PostgreSQL then keeps its plan on each connection. */
const NAMED_AFTER = 5;
/** How many names a connection holds at most; each costs some forty kilobytes in its server process. */
const MOST_NAMES = 200;
/** How many statements are counted, by their names: texts would take megabytes. */
const MOST_COUNTED = 5_000;

/** Whether a statement is prepared under a name: those of trusted documents at once, others when they are asked often. */
export type Naming = 'at once' | 'in time' | 'never';

/** What `pg` keeps of a connection's named statements. */
interface Prepared {
  readonly connection: { parsedStatements: Record<string, string>; submittedNamedStatements: Record<string, string> };
}

/** Runs the statements of plans: rows in array mode, prepared under a name where that pays. */
@Injectable()
export class QueryRunner {
  private readonly runs = new LRUCache<string, number>({ max: MOST_COUNTED });
  private statements = 0;
  private acquired = 0;

  constructor(private readonly pool: StatementPool) {}

  /** How many statements were sent, and in how many round trips: statements of one session that do not wait for another share one. */
  get sent(): { readonly statements: number; readonly roundTrips: number } {
    return { statements: this.statements, roundTrips: this.acquired };
  }

  /** A session for one document. */
  session(): QuerySession {
    return new QuerySession(this);
  }

  /** One statement in a session of its own. */
  rows(text: string, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    return this.session().rows({ text, name: statementName(text), skewed: false }, values, naming);
  }

  /** A connection with room for names. One that is full of them gives all up: a statement still in use is prepared again at its next run. */
  async acquire(): Promise<PoolClient> {
    const client = await this.pool.connect();
    this.acquired++;
    const { connection } = client as unknown as Prepared;
    if (Object.keys(connection.parsedStatements).length >= MOST_NAMES) {
      try {
        await client.query('deallocate all');
      } catch (error) {
        client.release(true);
        throw error;
      }
      connection.parsedStatements = {};
      connection.submittedNamedStatements = {};
    }
    return client;
  }

  /**
   * Statements that all show the registry as it was at the first of them: for long reading outside of requests. Each may take as long as a request's.
   * Old rows are kept for as long as it lasts, so it must not wait for people.
   */
  async snapshot<T>(work: (session: Pick<QuerySession, 'rows'>) => Promise<T>): Promise<T> {
    const client = await this.acquire();
    let lost = true;
    try {
      await client.query('begin isolation level repeatable read, read only');
      await client.query('set local idle_in_transaction_session_timeout = 0');
      const session = {
        rows: (statement: StatementText, values: readonly unknown[], naming: Naming) => this.send(client, statement, values, naming),
      };
      const result = await work(session);
      await client.query('commit');
      lost = false;
      return result;
    } finally {
      // A connection in an unknown state is closed, which ends its transaction.
      client.release(lost);
    }
  }

  async send(client: PoolClient, { text, name }: StatementText, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    this.statements++;
    const named = this.isNamed(name, naming) && { name };
    const { rows } = await client.query<Row>({ ...named, text, values: [...values], rowMode: 'array' });
    return rows;
  }

  private isNamed(name: string, naming: Naming): boolean {
    if (naming !== 'in time') return naming === 'at once';
    const runs = (this.runs.get(name) ?? 0) + 1;
    if (runs <= NAMED_AFTER + 1) this.runs.set(name, runs);
    return runs > NAMED_AFTER;
  }
}

/** The statements of one document. Those under way share a connection and are sent without waiting for one another (pipelining). */
export class QuerySession {
  private client: Promise<PoolClient> | undefined;
  private underWay = 0;
  private lost = false;

  constructor(private readonly runner: QueryRunner) {}

  async rows(statement: StatementText, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    this.underWay++;
    const acquired = (this.client ??= this.runner.acquire());
    let client: PoolClient | undefined;
    try {
      client = await acquired;
      return await this.runner.send(client, statement, values, naming);
    } catch (error) {
      this.lost ||= isLost(error);
      throw translateDatabaseError(error);
    } finally {
      if (--this.underWay === 0) {
        client?.release(this.lost);
        this.client = undefined;
        this.lost = false;
      }
    }
  }
}

/**
 * A statement that PostgreSQL refused leaves its connection whole; anything else may not. By its SQLSTATE: the word for the severity is in the
 * server's language.
 */
const isLost = (error: unknown): boolean => {
  if (!(error instanceof Error && 'severity' in error && 'code' in error)) return true;
  return /^(08|57P)/.test(String(error.code));
};
