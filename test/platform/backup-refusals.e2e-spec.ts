import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { registrySchema } from '../../src/app/schema.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { backup } from '../../src/platform/database/backup/backup.js';
import { restore } from '../../src/platform/database/backup/restore.js';
import { StatementPool } from '../../src/platform/database/statement-pool.js';
import { dataSourceFor, type Schema } from '../../src/platform/database/connection.js';
import { Database } from '../../src/platform/database/database.js';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { StartupError } from '../../src/platform/errors/startup-error.js';
import { newId } from '../../src/shared/ids.js';

class Later1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table later (id integer primary key)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table later`);
  }
}
const laterSchema: Schema = { ...registrySchema, migrations: [...(registrySchema.migrations as []), Later1900000000001] };

const NOW = new Date('2026-03-01T02:03:04Z');

let server: EmbeddedServer;
let folder: string;
/** An unused database, which every refused restore must leave unused. */
let target: DataSource;
let good: Buffer;
const opened: DataSource[] = [];
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-backup-'));
  await chmod(folder, 0o755);
  server = await openEmbeddedServer({ dataDir: folder, extra: { fsync: 'off' } });
  const filled = await registry();
  await use(filled);
  good = await saved(filled);
  target = await registry();
});

afterAll(async () => {
  await Promise.all(opened.map(source => source.destroy()));
  await server.release();
  await rm(folder, { recursive: true, force: true });
});

async function registry(schema: Schema = registrySchema): Promise<DataSource> {
  const first = opened[0] ?? (opened[0] = await dataSourceFor(server.address, registrySchema).initialize());
  const database = `refusals_${++made}`;
  await first.query(`create database ${database}`);
  const source = await dataSourceFor({ ...server.address, database }, schema).initialize();
  opened.push(source);
  await migrate(source);
  return source;
}

const use = (source: DataSource): Promise<void> =>
  new Database(source, new StatementPool(server.address), () => NOW).tx(systemActor('test'), async tx => {
    for (let n = 0; n < 50; n++) await tx.query(`insert into theme (id, name) values ($1, $2)`, [newId(), `Chuyên đề ${n}`]);
    await tx.audit({ action: 'test.done', object: { type: 'Test', id: null } });
  });

async function saved(source: DataSource): Promise<Buffer> {
  const path = join(folder, `saved-${++made}.gz`);
  await backup({ ...server.address, database: source.options.database as string }, path, '1.2.3', NOW);
  return readFile(path);
}

/** The good backup with its text changed and compressed again: valid for gzip. */
const forged = (change: (text: string) => string): Buffer => gzipSync(change(gunzipSync(good).toString()));

/** Everything that a restore changes: rows, sequences, indexes, triggers and migrations. */
async function stateOf(source: DataSource): Promise<unknown> {
  return Promise.all([
    source.query(`select query_to_xml(format('select * from public.%I t order by t::text', tablename), true, false, '')::text as rows
                    from pg_tables where schemaname = 'public' order by tablename`),
    source.query(`select sequencename, last_value from pg_sequences order by 1`),
    source.query(`select indexdef from pg_indexes where schemaname = 'public' order by 1`),
    source.query(`select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`),
  ]);
}

/** Tries to restore `bytes` and checks that nothing has changed. @returns the error's English sentence. */
async function refusal(bytes: Buffer | undefined, source = target): Promise<string> {
  const path = join(folder, `given-${++made}.gz`);
  if (bytes) await writeFile(path, bytes);
  const before = await stateOf(source);
  const error: unknown = await restore(source, path, NOW).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StartupError);
  expect(await stateOf(source)).toEqual(before);
  return (error as StartupError).message.replace(path, 'FILE');
}

it('a file that was cut off anywhere is refused', async () => {
  for (const length of [11, 100, good.length >> 1, good.length - 9, good.length - 1]) {
    expect(await refusal(good.subarray(0, length))).toMatch(/^The file FILE was cut off/);
  }
  expect(await refusal(forged(text => text.replace(/\{"end":.*\n$/, '')))).toMatch(/^The file FILE was cut off/);
});

function decodesAlike(bytes: Buffer): boolean {
  try {
    return gunzipSync(bytes).equals(gunzipSync(good));
  } catch {
    return false;
  }
}

it('a file with one wrong byte anywhere is refused', async () => {
  const gzipHead = 10; // Its time and system do not concern the content.
  for (let n = 0; n < 60; n++) {
    const bytes = Buffer.from(good);
    const at = gzipHead + Math.floor((n * (bytes.length - gzipHead)) / 60);
    bytes[at] = bytes[at]! ^ 0x10;
    // In repetitive text a changed distance can copy the same words: then the content is not damaged.
    if (decodesAlike(bytes)) continue;
    expect(await refusal(bytes)).toMatch(/^The file FILE (is damaged|was cut off|is not a backup)/);
  }
});

it('a changed, added or removed row is found by the checksum of its table', async () => {
  expect(await refusal(forged(text => text.replace('Chuyên đề 7', 'Chuyên đề 8')))).toMatch(/damaged \(theme\)/);
  expect(await refusal(forged(text => text.replace(/\n[^\n]*Chuyên đề 7[^\n]*/, '')))).toMatch(/damaged \(theme\)/);
  expect(await refusal(forged(text => `${text}more\n`))).toMatch(/damaged \(trailer\)/);
});

it('a file that is no backup, does not exist or cannot be read is refused', async () => {
  for (const other of ['Tên đơn vị;Mã\n', '{"format":"another"}\n']) {
    expect(await refusal(Buffer.from(other))).toMatch(/^The file FILE is not a backup/);
    expect(await refusal(gzipSync(other))).toMatch(/^The file FILE is not a backup/);
  }
  expect(await refusal(Buffer.alloc(0))).toMatch(/^The file FILE was cut off/);
  expect(await refusal(gzipSync(''))).toMatch(/^The file FILE is not a backup/);
  expect(await refusal(gzipSync(Buffer.alloc(20_000_000)))).toMatch(/^The file FILE is not a backup/);
  expect(await refusal(undefined)).toMatch(/^The file FILE cannot be read \(no such file or folder\)/);
  await expect(restore(target, folder, NOW)).rejects.toThrow(/cannot be read \(that is a folder\)/);
});

it('a backup of a newer program is refused, by its format or by its schema', async () => {
  expect(await refusal(forged(text => text.replace('"formatVersion":1', '"formatVersion":2')))).toMatch(
    /newer version of the program \(format 2\)/,
  );
  expect(await refusal(await saved(await registry(laterSchema)))).toMatch(/made by version 1\.2\.3, with a schema .*Later1900000000001/);
});

it('nothing is restored over a registry in use, nor into a database that a newer program has migrated', async () => {
  const used = await registry();
  await use(used);
  expect(await refusal(good, used)).toMatch(/^This database is in use/);
  const later = await registry(laterSchema);
  const database = later.options.database as string;
  const older = await dataSourceFor({ ...server.address, database }, registrySchema).initialize();
  opened.push(older);
  expect(await refusal(good, older)).toMatch(/upgraded by a newer version \(Later1900000000001\)/);
});

it('rows that break a rule of the schema are refused, though their checksum is right', async () => {
  const row = `${newId()}\t${newId()}\n`;
  const end = JSON.stringify({ rows: 1, sha256: createHash('sha256').update(row).digest('hex') });
  const broken = forged(text =>
    text
      .replace(/(\{"table":"emulation_model_theme".*\n)\\\.\n.*\n/, (_, head: string) => `${head}${row}\\.\n${end}\n`)
      .replace(/"rows":(\d+)\}\n$/, (_, rows: string) => `"rows":${Number(rows) + 1}}\n`),
  );
  expect(await refusal(broken)).toMatch(/^The restore failed \(.*emulation_model_theme_model_fk.*Nothing has changed/);
});

it('a restore whose connection is lost says so, and leaves nothing', async () => {
  const path = join(folder, 'good.gz');
  await writeFile(path, good);
  const before = await stateOf(target);
  const other = target.createQueryRunner();
  await other.startTransaction();
  await other.query(`lock table unit_span in share mode`); // The restore waits half-way.
  const lost = expect(restore(target, path, NOW)).rejects.toThrow(/connection to the database was lost/);
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await other.query(kill)).length === 0) await new Promise(done => setTimeout(done, 20));
  await other.rollbackTransaction();
  await other.release();
  await lost;
  expect(await stateOf(target)).toEqual(before);
});

it('a target that was altered by hand is refused with the name of the table: because of its columns, or because its rows read back differently', async () => {
  const altered = await registry();
  await altered.query(`alter table theme add column mine text`);
  expect(await refusal(good, altered)).toMatch(/^The table theme of the target database/);
  const padding = await registry();
  await padding.query(`alter table audit_entry alter column action type char(40)`);
  expect(await refusal(good, padding)).toMatch(/^Once loaded, the table audit_entry is not what the backup holds/);
});

it('a database without a registry is not backed up', async () => {
  const where = { ...server.address, database: 'postgres' };
  await expect(backup(where, join(folder, 'none.gz'), '1.2.3', NOW)).rejects.toThrow(/holds no registry/);
});
