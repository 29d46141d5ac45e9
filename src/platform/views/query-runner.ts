import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { translateDatabaseError } from '../database/database-errors.js';
import { FrequentStatements, makeRoomForNames, planFor, statementName } from '../database/prepared-statements.js';
import { StatementPool } from '../database/statement-pool.js';
import type { Row, StatementText } from './run.js';
import { LEVELLED } from './view.js';

/** Whether a statement is prepared under a name: those of trusted documents at once, others when they are asked often. */
export type Naming = 'at once' | 'in time' | 'never';

/** Runs the statements of plans: rows in array mode, prepared under a name where that pays. */
@Injectable()
export class QueryRunner {
  private readonly frequent = new FrequentStatements();
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
    return this.session().rows({ text, name: statementName(text) }, values, naming);
  }

  /** A connection with room for names. */
  async acquire(): Promise<PoolClient> {
    const client = await this.pool.connect();
    this.acquired++;
    try {
      await makeRoomForNames(client);
    } catch (error) {
      client.release(true);
      throw error;
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
      // One round trip with the first statement, which reports whatever is wrong with the connection.
      const begun = client.query('begin isolation level repeatable read, read only; set local idle_in_transaction_session_timeout = 0');
      begun.catch(() => undefined);
      const session = {
        rows: (statement: StatementText, values: readonly unknown[], naming: Naming) => this.send(client, statement, values, naming),
      };
      const result = await work(session);
      await begun;
      await client.query('commit');
      lost = false;
      return result;
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      // A connection in an unknown state is closed, which ends its transaction.
      client.release(lost);
    }
  }

  async send(client: PoolClient, { text, name, spread }: StatementText, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    this.statements++;
    planFor(client, spread === LEVELLED ? 'force_generic_plan' : 'auto');
    const named = this.isNamed(name, naming) && { name };
    const { rows } = await client.query<Row>({ ...named, text, values: [...values], rowMode: 'array' });
    return rows;
  }

  private isNamed(name: string, naming: Naming): boolean {
    return naming === 'in time' ? this.frequent.count(name) : naming === 'at once';
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
