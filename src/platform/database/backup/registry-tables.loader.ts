import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { readBackupFile, type BackupContent } from './backup-file.reader.js';
import { RowSum, type SequenceState, type TableEnd, type TableHead } from './backup.format.js';
import { BackupErrors } from './backup.errors.js';
import type { Progress } from './backup.js';
import { copyIn, copyOut, plainIndexes, quotedTable, registryTables, type RegistryTable } from './registry-tables.catalogue.js';

/**
 * Replaces the rows of the registry's tables by those of the file, inside the caller's transaction, and reads them back to compare.
 * @param content the result of verifying the file.
 * @returns the tables of the file that this schema does not have; they are left out.
 * @throws StartupError when a table is missing, has other columns, or does not read back the same; errors of the server are rethrown.
 */
export async function loadTables(client: ClientBase, file: string, content: BackupContent, progress: Progress): Promise<string[]> {
  const tables = await registryTables(client);
  const stated = new Map(content.tables.map(table => [table.table, table]));
  for (const table of tables) if (!sameColumns(table, stated.get(table.name))) throw BackupErrors.otherShape(table.name);

  // The registry's own triggers enforce that units change by events and that the trail is append-only. Here the rows come with their history.
  // Foreign keys, checks and exclusion constraints stay in force.
  for (const table of tables) await client.query(`alter table ${quotedTable(table.name)} disable trigger user`);
  const indexes = await plainIndexes(client);
  for (const index of indexes) await client.query(`drop index ${quotedTable(index.name)}`);
  await client.query(`truncate ${tables.map(table => quotedTable(table.name)).join(', ')} restart identity`);
  const names = new Set(tables.map(table => table.name));
  await readBackupFile(file, async ({ table, columns }, rows) => {
    if (names.has(table)) await pipeline(Readable.from(rows), copyIn(client, table, columns));
  });
  await client.query(`set constraints all immediate`); // Pending deferred checks would block the statements that follow.
  for (const index of indexes) await client.query(index.definition);
  await setSequences(client, content.header.sequences);
  for (const table of tables) {
    await client.query(`alter table ${quotedTable(table.name)} enable trigger user`);
    await client.query(`analyze ${quotedTable(table.name)}`);
    await compare(client, table, stated.get(table.name));
    progress(table.name, stated.get(table.name)?.rows ?? 0);
  }
  return content.tables.map(table => table.table).filter(name => !names.has(name));
}

function sameColumns(table: RegistryTable, stated: TableHead | undefined): boolean {
  return table.columns.toSorted().join('\n') === stated?.columns.toSorted().join('\n');
}

/** `restart` first: unlike `setval` alone it is rolled back with the transaction. A sequence that does not exist here belongs to a table left out. */
async function setSequences(client: ClientBase, sequences: readonly SequenceState[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences) {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [quotedTable(name)]);
    if (!rows[0]?.there) continue;
    await client.query(`alter sequence ${quotedTable(name)} restart`);
    await client.query(`select setval($1, $2, $3)`, [quotedTable(name), lastValue, isCalled]);
  }
}

/** Reads a loaded table back and compares its count and checksum with those of the file. */
async function compare(client: ClientBase, table: RegistryTable, stated: (TableHead & TableEnd) | undefined): Promise<void> {
  const sum = new RowSum();
  for await (const chunk of copyOut(client, { ...table, columns: stated?.columns ?? [] }) as AsyncIterable<Buffer>) sum.add(chunk);
  const { rows, sha256 } = sum.end();
  if (rows !== stated?.rows || sha256 !== stated.sha256) throw BackupErrors.notTheSame(table.name);
}
