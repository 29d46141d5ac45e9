import pg from 'pg';
import { clientConfigOf, sessionOptions, type DatabaseAddress } from './connection.js';
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

  /** One statement on a connection of its own. */
  query<R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult<R>> {
    return this.pool.query<R>({ text, values: [...values] });
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
