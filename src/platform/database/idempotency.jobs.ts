import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type JobRun } from '../jobs/jobs.js';
import { Database } from './database.js';

/** At twenty past every hour. */
const HOURLY = '20 * * * *';
/** A client that has not repeated its request within this time has given up. */
const RETENTION_DAYS = 30;

/** Deletes expired idempotency keys. */
@Injectable()
export class IdempotencyJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'idempotencyKeys.expire', every: HOURLY, run: (_, run) => this.expire(run) });
  }

  private async expire({ actor }: JobRun): Promise<void> {
    const before = new Date(this.db.now().getTime() - RETENTION_DAYS * 24 * 3_600_000);
    const [old] = await this.db.rows(`select from idempotency_key where at < $1 limit 1`, [before]);
    if (!old) return;
    await this.db.tx(actor, async tx => {
      const [{ count }] = (await tx.query<{ count: number }>(
        `with gone as (delete from idempotency_key where at < $1 returning 1) select count(*)::int as count from gone`,
        [before],
      )) as [{ count: number }];
      await tx.audit({ action: 'idempotencyKeys.expired', object: { type: 'IdempotencyKey', id: null }, after: { count, before } });
    });
  }
}
