import { Logger, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';

/** The queue's tables have a schema of their own, which the library migrates. They are in no backup: see docs/adr/0012-jobs.md. */
export const JOB_SCHEMA = 'graphile_worker';

/** Brings the queue's schema to head; the caller holds the lock of migrations. Needs no superuser: the owner of the database is enough. */
export async function migrateJobs(pool: Pool): Promise<void> {
  pool.on('connect', noop);
  try {
    await runMigrations({ pgPool: pool, schema: JOB_SCHEMA, logger: new Logger(() => () => undefined) });
  } finally {
    pool.off('connect', noop);
  }
}

/** The library warns of a pool without a listener for new connections; ours are looked after where they are made (`surviveLoss`). */
const noop = (): void => undefined;
