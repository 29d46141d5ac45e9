import { Logger, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';

/** The queue's tables have a schema of their own, which the library migrates. They are in no backup: see docs/adr/0012-jobs.md. */
export const JOB_SCHEMA = 'graphile_worker';

/** Migrates the queue's schema to its latest version. The caller holds the migration lock. Needs the owner of the database, no superuser. */
export async function migrateJobs(pool: Pool): Promise<void> {
  pool.on('connect', noop);
  try {
    await runMigrations({ pgPool: pool, schema: JOB_SCHEMA, logger: new Logger(() => () => undefined) });
  } finally {
    pool.off('connect', noop);
  }
}

/** The library warns about a pool without a listener for new connections. Ours get their error listener where they are made (`surviveLoss`). */
const noop = (): void => undefined;
