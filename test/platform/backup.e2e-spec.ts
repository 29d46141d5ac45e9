import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { registrySchema } from '../../src/app/schema.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.js';
import { backup } from '../../src/platform/database/backup/backup.js';
import { restore } from '../../src/platform/database/backup/restore.js';
import { StatementPool } from '../../src/platform/database/statement-pool.js';
import { dataSourceFor, type Schema } from '../../src/platform/database/connection.js';
import { Database } from '../../src/platform/database/database.js';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { Log } from '../../src/platform/logging/log.js';
import { newId } from '../../src/shared/ids.js';
import { command, fill, NOW, type Registry } from './filled-database.js';

/** A migration of a later program, which changes a table with rows depending on their values. */
class Later1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table theme add column initial text; update theme set initial = left(name, 1)`);
    await runner.query(`create table later (id integer generated always as identity primary key); insert into later default values`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table later; alter table theme drop column initial`);
  }
}
/** The same, merged late from a branch: its number is before migrations that the backup already has. */
class Between1700000000004 extends Later1900000000001 {}
const schemaWith = (migration: typeof Later1900000000001): Schema => ({
  ...registrySchema,
  migrations: [...(registrySchema.migrations as []), migration],
});

let server: EmbeddedServer;
let folder: string;
let filled: Registry;
let file: string;
const opened: DataSource[] = [];
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dvk-backup-'));
  await chmod(folder, 0o755);
  server = await openEmbeddedServer({ dataDir: folder, extra: { fsync: 'off' } });
  filled = await registry();
  await fill(filled);
  file = await saved(filled);
});

afterAll(async () => {
  await Promise.all(opened.map(source => source.destroy()));
  await server.release();
  await rm(folder, { recursive: true, force: true });
});

/** A new database, migrated to the head of `schema` unless it must be empty. */
async function registry(schema: Schema = registrySchema, empty = false): Promise<Registry> {
  const database = `backup_${++made}`;
  const first = opened[0] ?? (opened[0] = await dataSourceFor(server.address, registrySchema).initialize());
  await first.query(`create database ${database}`);
  const where = { ...server.address, database };
  const source = await dataSourceFor(where, schema).initialize();
  opened.push(source);
  if (!empty) await migrate(source);
  return { where, source, db: new Database(source, new StatementPool(where), () => NOW) };
}

async function saved(at: Registry): Promise<string> {
  const path = join(folder, `saved-${++made}.gz`);
  await backup(at.where, path, '1.2.3', NOW);
  return path;
}

/** Checksums of all rows of every table, including generated columns, computed by the server. */
async function sums(at: Registry, without: readonly string[] = []): Promise<Record<string, string>> {
  const tables = (await at.source.query(`select tablename as name from pg_tables where schemaname = 'public'`)) as { name: string }[];
  const answer: Record<string, string> = {};
  for (const { name } of tables) {
    if (name === 'migration' || name === 'typeorm_metadata' || without.includes(name)) continue;
    const rows = `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text collate "C")), '') as sum from public.${name} t`;
    answer[name] = ((await at.source.query(rows)) as [{ sum: string }])[0].sum;
  }
  return answer;
}

/** The objects of the schema: everything besides rows. */
async function shape(at: Registry): Promise<unknown> {
  return [
    await at.source.query(`select indexdef from pg_indexes where schemaname = 'public' order by 1`),
    await at.source.query(`select tgname, tgenabled from pg_trigger where not tgisinternal order by 1`),
    await at.source.query(`select conname, convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1`),
    await at.source.query(`select name from migration order by 1`),
  ];
}

const TRAIL = ['audit_entry', 'audit_pending'];

it('what is restored is what was backed up, row for row, with its indexes, triggers and constraints', async () => {
  const target = await registry();
  const report = await restore(target.source, file, NOW);
  expect(report).toMatchObject({ at: NOW.toISOString(), programVersion: '1.2.3', migrated: [], leftOut: [] });
  expect(await sums(target, TRAIL)).toEqual(await sums(filled, TRAIL));
  expect(await shape(target)).toEqual(await shape(filled));
  const [line] = await target.source.query(`select actor_name, after from audit_entry where action = 'registry.restored'`);
  expect(line).toEqual({ actor_name: 'restore', after: report });
  expect(await target.source.query(`select from audit_entry`)).toHaveLength(3);
});

it('a restored registry can be used: its numbers continue, its triggers are enabled and its trail verifies', async () => {
  const target = await registry();
  const { source, db } = target;
  await restore(source, file, NOW);
  const ordinals = `select (select max(ordinal) from audit_pending)::int as trail, (select max(ordinal) from unit_event_row)::int as rows`;
  const [before] = (await filled.source.query(ordinals)) as [{ trail: number; rows: number }];
  const [after] = (await source.query(ordinals)) as [{ trail: number; rows: number }];
  expect(after).toEqual({ trail: before.trail + 1, rows: before.rows });
  await expect(source.query(`update unit set source = 'x'`)).rejects.toThrow('Units change only by a unit event');
  await expect(source.query(`delete from audit_entry`)).rejects.toThrow('The trail is only ever added to');
  await new AuditSealer(source, new Log('silent')).sealAll();
  expect(await new AuditVerifier(db).verify()).toMatchObject({ sealed: 3, unsealed: 0, broken: undefined });
});

/** The tables of a backup as text, except the trail, which has the entry of the restore. */
async function textOf(path: string): Promise<string[]> {
  const tables = gunzipSync(await readFile(path))
    .toString()
    .replace(/\{"end":.*\n$/, '')
    .split('\n{"table":"');
  return tables.slice(1).filter(table => !table.startsWith('audit_'));
}

it('waiting jobs are in no backup: they do not run after a restore, and new ones do', async () => {
  const busy = await registry();
  await command(busy, tx => tx.enqueue('test.wait', { text: 'chờ gửi' }));
  const path = await saved(busy);
  expect(gunzipSync(await readFile(path)).toString()).not.toMatch(/graphile|chờ gửi/);
  const target = await registry(registrySchema, true);
  await restore(target.source, path, NOW);
  await migrate(target.source);
  expect(await target.source.query(`select from graphile_worker.jobs`)).toEqual([]);
  await command(target, tx => tx.enqueue('test.wait'));
  expect(await target.source.query(`select from graphile_worker.jobs`)).toHaveLength(1);
});

it('two backups of the same rows contain the same text, whatever the physical order of the rows', async () => {
  const target = await registry();
  await restore(target.source, file, NOW);
  await target.source.query(`update sector set ordinal = ordinal; update emulation_model set version = version where title = '.'`);
  expect(await textOf(await saved(target))).toEqual(await textOf(file));
});

it('a backup taken during writes contains all of a command or nothing of it', async () => {
  const busy = await registry();
  const writing = new AbortController();
  const writers = [1, 2].map(async () => {
    while (!writing.signal.aborted) await command(busy, tx => tx.query(`insert into theme (id, name) values ($1, $2)`, [newId(), newId()]));
  });
  const files: string[] = [];
  for (let n = 0; n < 3; n++) {
    await new Promise(done => setTimeout(done, 200));
    files.push(await saved(busy));
  }
  writing.abort();
  await Promise.all(writers);
  for (const path of files) {
    const target = await registry();
    await restore(target.source, path, NOW);
    const counts = `select (select count(*) from theme)::int as themes, (select count(*) from audit_entry)::int - 1 as entries`;
    const [{ themes, entries }] = (await target.source.query(counts)) as [{ themes: number; entries: number }];
    expect(themes).toBe(entries);
    expect(themes).toBeGreaterThan(0);
  }
});

it.each([
  ['an empty database', true, Later1900000000001],
  ['an untouched registry of the newest schema', false, Later1900000000001],
  ['an untouched registry with a migration in between', false, Between1700000000004],
])('an older backup goes into %s and is then migrated with its rows', async (_, empty, migration) => {
  const target = await registry(schemaWith(migration), empty);
  expect((await restore(target.source, file, NOW)).migrated).toEqual([migration.name]);
  expect(await target.source.query(`select name, initial from theme order by name`)).toEqual([
    { name: 'An ninh', initial: 'A' },
    { name: 'Đô thị', initial: 'Đ' },
  ]);
  expect(await sums(target, [...TRAIL, 'theme', 'later'])).toEqual(await sums(filled, [...TRAIL, 'theme']));
  expect(await target.source.query(`select from later`)).toHaveLength(1);
});

it('a foreign table in the registry’s schema is saved, and left out of the restore by name', async () => {
  const source = await registry();
  await source.source.query(`create table notes (n serial, text text); insert into notes (text) values ('x')`);
  const target = await registry();
  expect(await restore(target.source, await saved(source), NOW)).toMatchObject({ leftOut: ['notes'] });
});

it('only the owner may read a backup, and an existing file is not overwritten', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const before = await readFile(file);
  await expect(backup(filled.where, file, '1.2.3', NOW)).rejects.toThrow(/is not overwritten/);
  expect(await readFile(file)).toEqual(before);
  await expect(backup(filled.where, join(folder, 'nowhere', 'x.gz'), '1.2.3', NOW)).rejects.toThrow(/no such file or folder/);
  expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('partial'));
});

it('a backup whose connection is lost leaves no file behind', async () => {
  const { where, source } = await registry();
  await source.query(`create table slow as select 1 as n; alter table slow enable row level security, force row level security;
                      create policy slowly on slow using ((select true from pg_sleep(60)))`);
  const lost = expect(backup(where, join(folder, 'lost.gz'), '1.2.3', NOW)).rejects.toThrow(/No backup was made/);
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`;
  while (((await source.query(kill)) as unknown[]).length === 0) await new Promise(done => setTimeout(done, 20));
  await lost;
  expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('lost'));
});
