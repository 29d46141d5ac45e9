import pg, { type Client } from 'pg';
import type { DatabaseAddress } from '../connection.js';
import { writeBackupFile, type WrittenFile } from './backup-file.writer.js';
import { END_OF_ROWS, FORMAT, FORMAT_VERSION, RowSum, toLine, type Header } from './backup.format.js';
import { BackupErrors, isDatabaseError } from './backup.errors.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import {
  appliedMigrations,
  copyOut,
  quotedTable,
  registryTables,
  sequenceStates,
  setCopyOptions,
  type RegistryTable,
} from './registry-tables.catalogue.js';

export interface BackupReport extends WrittenFile {
  readonly tables: number;
  readonly rows: number;
}

/** Called after each table. */
export type Progress = (table: string, rows: number) => void;

/**
 * Saves a snapshot of the whole registry into a new file. Other sessions can read and write meanwhile. Memory: a few blocks.
 * @param now the time of the backup, as written in the file.
 * @throws StartupError when the file exists or cannot be written, or the database cannot be read; no file is left then.
 */
export async function backup(
  where: DatabaseAddress,
  file: string,
  programVersion: string,
  now: Date,
  progress: Progress = () => undefined,
): Promise<BackupReport> {
  const address = 'url' in where ? { connectionString: where.url } : where;
  const client = new pg.Client({ ...address, application_name: 'dan-van-kheo-backup' });
  client.on('error', () => undefined); // The running query fails, too, and reports the error.
  try {
    await client.connect();
    const tables = await beginSnapshot(client);
    const sums = { tables: tables.length, rows: 0 };
    const header = await describe(client, programVersion, now);
    const written = await writeBackupFile(
      file,
      content(client, header, tables, (table, rows) => {
        sums.rows += rows;
        progress(table, rows);
      }),
    );
    return { ...written, ...sums };
  } catch (cause) {
    throw isDatabaseError(cause) ? BackupErrors.backupFailed(cause) : cause;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Takes the snapshot and locks the tables against being altered or truncated until the transaction ends.
 * No migration may run between the two, or the snapshot would show a schema that no longer exists.
 */
async function beginSnapshot(client: Client): Promise<RegistryTable[]> {
  await client.query(`select pg_advisory_lock_shared($1)`, [ADVISORY_LOCKS.migration]);
  await client.query(`begin isolation level repeatable read, read only`);
  await setCopyOptions(client);
  if ((await appliedMigrations(client)).length === 0) throw BackupErrors.noRegistry();
  const tables = await registryTables(client);
  await client.query(`lock table ${tables.map(table => quotedTable(table.name)).join(', ')} in access share mode`);
  await client.query(`select pg_advisory_unlock_shared($1)`, [ADVISORY_LOCKS.migration]);
  return tables;
}

async function describe(client: Client, programVersion: string, now: Date): Promise<Header> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    programVersion,
    at: now.toISOString(),
    serverVersion: rows[0]?.version ?? '',
    migrations: await appliedMigrations(client),
    sequences: await sequenceStates(client),
  };
}

async function* content(
  client: Client,
  header: Header,
  tables: readonly RegistryTable[],
  progress: Progress,
): AsyncGenerator<Buffer | string> {
  yield toLine(header);
  let rows = 0;
  for (const table of tables) {
    yield toLine({ table: table.name, columns: [...table.columns] });
    const sum = new RowSum();
    for await (const chunk of copyOut(client, table) as AsyncIterable<Buffer>) {
      sum.add(chunk);
      yield chunk;
    }
    const end = sum.end();
    yield END_OF_ROWS;
    yield toLine(end);
    rows += end.rows;
    progress(table.name, end.rows);
  }
  yield toLine({ end: FORMAT, tables: tables.length, rows });
}
