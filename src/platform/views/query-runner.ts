import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import { translateDatabaseError } from '../database/database-errors.js';
import { StatementPool } from '../database/statement-pool.js';
import type { Row } from './run.js';

/** After this many runs a statement gets a name: PostgreSQL then keeps its plan on each connection. */
const NAMED_AFTER = 5;
/** How many names a connection holds at most; each costs some forty kilobytes in its server process. */
const MOST_NAMES = 200;
const MOST_KNOWN = 5_000;
const MOST_CHARACTERS_KNOWN = 10_000_000;

/** Whether a statement is prepared under a name: those of trusted documents at once, others when they are asked often. */
export type Naming = 'at once' | 'in time' | 'never';

/** What `pg` keeps of a connection's named statements. */
interface Prepared {
  readonly connection: { parsedStatements: Record<string, string>; submittedNamedStatements: Record<string, string> };
}

/** Runs the statements of plans: rows in array mode, prepared under a name where that pays. */
@Injectable()
export class QueryRunner {
  private readonly known = new LRUCache<string, { runs: number; readonly name: string }>({
    max: MOST_KNOWN,
    maxSize: MOST_CHARACTERS_KNOWN,
    sizeCalculation: (_, text) => text.length,
  });
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
    return this.session().rows(text, values, naming);
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

  async send(client: PoolClient, text: string, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    const name = naming === 'never' ? undefined : this.nameOf(text, naming === 'at once');
    this.statements++;
    const { rows } = await client.query<Row>({ ...(name && { name }), text, values: [...values], rowMode: 'array' });
    return rows;
  }

  private nameOf(text: string, atOnce: boolean): string | undefined {
    let known = this.known.get(text);
    if (!known) {
      known = { runs: 0, name: createHash('sha256').update(text).digest('base64url').slice(0, 22) };
      this.known.set(text, known);
    }
    return ++known.runs > NAMED_AFTER || atOnce ? known.name : undefined;
  }
}

/** The statements of one document. Those under way share a connection and are sent without waiting for one another (pipelining). */
export class QuerySession {
  private client: Promise<PoolClient> | undefined;
  private underWay = 0;
  private lost = false;

  constructor(private readonly runner: QueryRunner) {}

  async rows(text: string, values: readonly unknown[], naming: Naming): Promise<Row[]> {
    this.underWay++;
    const acquired = (this.client ??= this.runner.acquire());
    let client: PoolClient | undefined;
    try {
      client = await acquired;
      return await this.runner.send(client, text, values, naming);
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

/** What PostgreSQL itself refuses leaves the connection whole; anything else may not. */
const isLost = (error: unknown): boolean => !(error instanceof Error && 'severity' in error && error.severity === 'ERROR');
