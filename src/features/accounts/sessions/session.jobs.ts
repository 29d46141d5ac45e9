import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { Jobs, type JobRun } from '../../../platform/jobs/jobs.js';

/** 01:50 in Việt Nam; cron times are UTC. */
const AT_NIGHT = '50 18 * * *';
/** Long enough to investigate an incident of the last month. */
const KEPT_DAYS = 30;

/** Deletes sessions and one-time secrets that ended a month ago, and with them the addresses and browsers of people. */
@Injectable()
export class SessionJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'sessions.expire', every: AT_NIGHT, run: (_, run) => this.expire(run) });
  }

  private async expire({ actor }: JobRun): Promise<void> {
    const before = new Date(this.db.now().getTime() - KEPT_DAYS * 24 * 3_600_000);
    const [old] = await this.db.rows(
      `select from session where coalesce(ended_at, expires_at) < $1
       union all select from password_reset where coalesce(used_at, expires_at) < $1 limit 1`,
      [before],
    );
    if (!old) return;
    await this.db.tx(actor, async tx => {
      const [gone] = await tx.query<{ sessions: number; resets: number }>(
        `with s as (delete from session where coalesce(ended_at, expires_at) < $1 returning 1),
              r as (delete from password_reset where coalesce(used_at, expires_at) < $1 returning 1)
         select (select count(*)::int from s) as sessions, (select count(*)::int from r) as resets`,
        [before],
      );
      await tx.audit({ action: 'sessions.expired', object: { type: 'Session', id: null }, after: { ...gone, before } });
    });
  }
}
