import pg from 'pg';
import { clientConfigOf, sessionOptions, type DatabaseAddress } from './connection.js';
import { planFor } from './prepared-statements.js';
import type { Timeouts } from '../config/settings.js';

/**
 * The connections for single statements outside a transaction: every query of the API, and notes such as a token's last use.
 * Transactions have TypeORM's pool, so that a flood of questions does not keep commands from their connections, nor the reverse.
 * The connections are in pipeline mode: statements sent on one without waiting are one round trip.
 */
export class StatementPool {
  private readonly pool: pg.Pool;

  constructor(where: DatabaseAddress, timeouts?: Timeouts) {
    this.pool = new pg.Pool({ ...clientConfigOf(where), ...sessionOptions(timeouts), pipeline: true } as pg.PoolConfig);
    // A lost idle connection is replaced; the statement that needs one reports its loss.
    this.pool.on('error', () => undefined);
    // Between the moments when the pool and its user listen to a connection, an error would end the process.
    this.pool.on('connect', client => void client.on('error', () => undefined));
  }

  /** One statement on a connection of its own, planned for its values: reading by ids may have set the connection to plans for all values. */
  async query<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult<R>> {
    const client = await this.pool.connect();
    try {
      planFor(client, 'auto');
      const result = await client.query<R>({ text, values: [...values] });
      client.release();
      return result;
    } catch (error) {
      // As the pool does: a connection whose statement failed is replaced.
      client.release(true);
      throw error;
    }
  }

  /** A connection for several statements: its user releases it. */
  connect(): Promise<pg.PoolClient> {
    return this.pool.connect();
  }

  get counts(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}
