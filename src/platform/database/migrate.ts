import { MigrationExecutor, type DataSource } from 'typeorm';
import { StartupError } from '../errors/startup-error.js';
import { migrateJobs } from '../jobs/job-schema.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';
import { poolOf } from './connection.js';
import { reasonOf } from './embedded/programs.js';

/**
 * Runs all pending migrations, each in a transaction of its own, then those of the job queue; one process at a time.
 * @throws StartupError when the database is newer than the program, or a migration fails.
 */
export async function migrate(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  try {
    // A migration of a million rows takes long, so the time limits of requests do not apply.
    await holder.query(`set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`);
    await holder.query(`select pg_advisory_lock($1)`, [ADVISORY_LOCKS.migration]);
    const [table] = (await holder.query(`select to_regclass('migration') is not null as there`)) as [{ there: boolean }];
    const applied = table.there ? ((await holder.query(`select name from migration`)) as { name: string }[]) : [];
    const known = new Set(source.migrations.map(migration => migration.name ?? migration.constructor.name));
    const foreign = applied.map(row => row.name).filter(name => !known.has(name));
    if (foreign.length > 0) {
      throw new StartupError(
        `Cơ sở dữ liệu đã được nâng cấp bởi phiên bản mới hơn (${foreign.join(', ')}). Hãy chạy phiên bản đó.`,
        `The database was upgraded by a newer version (${foreign.join(', ')}). Run that version.`,
      );
    }
    const executor = new MigrationExecutor(source, holder);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
    await migrateJobs(poolOf(source));
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(
      `Không cập nhật được cấu trúc cơ sở dữ liệu: ${reasonOf(cause)}. Bước lỗi không để lại gì; hãy sửa nguyên nhân rồi khởi động lại.`,
      `The database could not be brought up to date: ${reasonOf(cause)}. The step that failed left nothing; remove the cause and start again.`,
      { cause },
    );
  } finally {
    await holder.query(`select pg_advisory_unlock($1)`, [ADVISORY_LOCKS.migration]).catch(() => undefined);
    await holder.query(`reset all`).catch(() => undefined);
    await holder.release();
  }
}
