import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { translateDatabaseError } from '../database/database-errors.js';
import type { Row } from './statement.js';

/** After this many runs a statement is worth a name: PostgreSQL then keeps its plan on each connection. */
const NAMED_AFTER = 5;
/** How many names a connection may hold; each costs some forty kilobytes in its server process. */
const MOST_NAMES = 200;
const MOST_KNOWN = 5_000;
const MOST_LETTERS_KNOWN = 10_000_000;

/** What `pg` keeps of a connection's named statements. */
interface Prepared {
  readonly connection: { parsedStatements: Record<string, string> };
}

/** Runs the statements of plans: rows in array mode, prepared under a name where that pays. */
@Injectable()
export class QueryRunner {
  private readonly known = new LRUCache<string, { runs: number; readonly name: string }>({
    max: MOST_KNOWN,
    maxSize: MOST_LETTERS_KNOWN,
    sizeCalculation: (_, text) => text.length,
  });
  private sent = 0;

  constructor(private readonly source: DataSource) {}

  /** How many statements have been sent. */
  get total(): number {
    return this.sent;
  }

  /** @param named whether the statement gets a name, so that its plan is kept: trusted documents' at once, others' once they are asked for again. */
  async rows(text: string, values: readonly unknown[], named: 'at once' | 'in time' | 'never'): Promise<Row[]> {
    const pool = (this.source.driver as unknown as { master: Pool }).master;
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      const name = named === 'never' ? undefined : this.nameOf(text, named === 'at once');
      if (name) await makeRoom(client, name);
      this.sent++;
      const { rows } = await client.query<Row>({ ...(name && { name }), text, values: [...values], rowMode: 'array' });
      client.release();
      return rows;
    } catch (error) {
      client?.release(isLost(error));
      throw translateDatabaseError(error);
    }
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

/** A connection full of names gives them all up: what is still asked for is prepared again at its next run. */
async function makeRoom(client: PoolClient, name: string): Promise<void> {
  const { connection } = client as unknown as Prepared;
  if (connection.parsedStatements[name] !== undefined || Object.keys(connection.parsedStatements).length < MOST_NAMES) return;
  await client.query('deallocate all');
  connection.parsedStatements = {};
}

/** What PostgreSQL itself refuses leaves the connection whole; anything else may not. */
const isLost = (error: unknown): boolean => !(error instanceof Error && 'severity' in error && error.severity === 'ERROR');
