import type { ClientBase } from 'pg';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { systemActor } from '../../access/actor.js';
import { CommandStatements } from '../command-statements.js';
import { Tx } from '../tx.js';
import { readBackupFile, type BackupContent } from './backup-file.reader.js';
import { BackupErrors, isDatabaseError, isConnectionLoss } from './backup.errors.js';
import type { Progress } from './backup.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { appliedMigrations, setCopyOptions } from './registry-tables.catalogue.js';
import { loadTables } from './registry-tables.loader.js';

export interface RestoreReport {
  /** When the backup began; `programVersion` is the version that wrote it. */
  readonly at: string;
  readonly programVersion: string;
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  /** The migrations that brought an older backup up to this program. */
  readonly migrated: readonly string[];
  /** Tables of the file that do not belong to the registry and were left out. */
  readonly leftOut: readonly string[];
}

/**
 * Loads a backup into an empty database or an unused registry (one without entries in the trail). The file is verified before anything is changed.
 * Then everything, migrations included, is one transaction, so a failed restore leaves the database as it was.
 * An older backup is loaded into its own version of the schema, which is then migrated up.
 * @throws StartupError for a file that is unreadable, foreign, damaged or newer, for a database in use, and for errors of the server.
 */
export async function restore(source: DataSource, file: string, now: Date, progress: Progress = () => undefined): Promise<RestoreReport> {
  const content = await readBackupFile(file);
  const head = source.migrations.map(migration => migration.name ?? migration.constructor.name);
  const level = content.header.migrations;
  const unknown = level.filter(name => !head.includes(name));
  if (unknown.length > 0) throw BackupErrors.newerSchema(file, content.header.programVersion, unknown);

  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    await runner.startTransaction();
    await setCopyOptions(client);
    await client.query(`select pg_advisory_xact_lock($1)`, [ADVISORY_LOCKS.migration]); // A server that starts meanwhile waits, and then has nothing to migrate.
    await refuseUsedDatabase(client, head);
    await migrateTo(source, runner, level);
    const leftOut = await loadTables(client, file, content, progress);
    await migrateTo(source, runner, head);
    const migrated = head.filter(name => !level.includes(name));
    const report = reportOf(content, leftOut, migrated);
    const statements = new CommandStatements(client);
    const line = { action: 'registry.restored', object: { type: 'Registry', id: null }, after: report };
    await new Tx(runner.manager, statements, systemActor('restore'), now).audit(line);
    await statements.settle();
    await runner.commitTransaction();
    return report;
  } catch (cause) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    if (isConnectionLoss(cause)) throw BackupErrors.connectionLost(cause);
    throw isDatabaseError(cause) ? BackupErrors.restoreFailed(cause) : cause;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Every command writes an entry of the trail, so an empty trail means an unused registry. The lock keeps it so until the end. */
async function refuseUsedDatabase(client: ClientBase, head: readonly string[]): Promise<void> {
  const applied = await appliedMigrations(client);
  const unknown = applied.filter(name => !head.includes(name));
  if (unknown.length > 0) throw BackupErrors.newerDatabase(unknown);
  if (applied.length === 0) return;
  await client.query(`lock table public.audit_entry in access exclusive mode`);
  const { rows } = await client.query<{ touched: boolean }>(`select exists (select from public.audit_entry) as touched`);
  if (rows[0]?.touched) throw BackupErrors.touched();
}

/**
 * Migrates down or up to exactly these migrations, inside the running transaction. Down is safe: an unused registry contains only what
 * migrations have inserted, and every down migration is tested with its up migration.
 */
async function migrateTo(source: DataSource, runner: QueryRunner, level: readonly string[]): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  const newestFirst = await executor.getExecutedMigrations();
  const undone = newestFirst.findLastIndex(applied => !level.includes(applied.name)) + 1;
  for (let n = 0; n < undone; n++) await executor.undoLastMigration();
  for (const pending of await executor.getPendingMigrations()) {
    if (level.includes(pending.name)) await executor.executeMigration(pending);
  }
}

function reportOf({ header, tables, sha256 }: BackupContent, leftOut: readonly string[], migrated: readonly string[]): RestoreReport {
  const kept = tables.filter(table => !leftOut.includes(table.table));
  const rows = kept.reduce((sum, table) => sum + table.rows, 0);
  return { at: header.at, programVersion: header.programVersion, sha256, tables: kept.length, rows, migrated, leftOut };
}
