import pg from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';

/** `unref` lets the process end while the connection is open. The driver has it; its types do not. */
type LeaseClient = pg.Client & { ref(): void; unref(): void };

/**
 * A process's use of the embedded server: a connection that holds a shared advisory lock and ends with the process, also when it is killed.
 * While a server is being stopped no lease can be acquired: a process that starts at that moment waits and then starts the server again.
 */
export class ServerLease {
  private lost = false;

  private constructor(private readonly client: LeaseClient) {}

  /** @throws the error of the connection when the server cannot be reached. */
  static async acquire(server: pg.ClientConfig): Promise<ServerLease> {
    const client = new pg.Client({ ...server, application_name: 'dan-van-kheo lease', connectionTimeoutMillis: 5_000 }) as LeaseClient;
    const lease = new ServerLease(client);
    client.on('error', () => (lease.lost = true));
    client.on('end', () => (lease.lost = true));
    try {
      await client.connect();
      await lease.query(`select pg_advisory_lock_shared($1)`, [ADVISORY_LOCKS.embeddedUse]);
    } catch (error) {
      await lease.end();
      throw error;
    }
    return lease;
  }

  /** Whether the server has been running without interruption since the lease was acquired. */
  get held(): boolean {
    return !this.lost;
  }

  /** Runs a statement. Between statements the connection does not keep the process from ending. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    this.client.ref();
    try {
      return (await this.client.query<Row>(text, values)).rows;
    } finally {
      this.client.unref();
    }
  }

  /** Releases the lock. @returns whether no other process uses the server; then none can begin to until this lease ends. */
  async release(): Promise<boolean> {
    await this.query(`select pg_advisory_unlock_shared($1)`, [ADVISORY_LOCKS.embeddedUse]);
    const [last] = await this.query<{ alone: boolean }>(`select pg_try_advisory_lock($1) as alone`, [ADVISORY_LOCKS.embeddedUse]);
    return last!.alone;
  }

  /** Closes the connection of the lease; never fails. The server itself goes on. */
  async end(): Promise<void> {
    this.lost = true;
    this.client.ref();
    await this.client.end().catch(() => undefined);
  }
}
