import pg from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';

/** A connection can let the process end without it; the driver's types do not tell. */
type LeaseClient = pg.Client & { ref(): void; unref(): void };

/**
 * One process's use of the embedded server: a connection that lives exactly as long as the process, so that a killed one leaves no trace.
 * While a server is being stopped no lease can be taken: whoever starts at that moment waits and then starts it anew.
 */
export class ServerLease {
  private lost = false;

  private constructor(private readonly client: LeaseClient) {}

  /** @throws whatever keeps the server from being reached. */
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

  /** Whether the server has been up without a break since the lease was taken. */
  get held(): boolean {
    return !this.lost;
  }

  /** Between statements the connection does not keep the process from ending. */
  async query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    this.client.ref();
    try {
      return (await this.client.query<Row>(text, values)).rows;
    } finally {
      this.client.unref();
    }
  }

  /** Gives the use up. @returns whether nobody else uses the server; then nobody begins to until this lease ends. */
  async release(): Promise<boolean> {
    await this.query(`select pg_advisory_unlock_shared($1)`, [ADVISORY_LOCKS.embeddedUse]);
    const [last] = await this.query<{ alone: boolean }>(`select pg_try_advisory_lock($1) as alone`, [ADVISORY_LOCKS.embeddedUse]);
    return last!.alone;
  }

  async end(): Promise<void> {
    this.lost = true;
    this.client.ref();
    await this.client.end().catch(() => undefined);
  }
}
