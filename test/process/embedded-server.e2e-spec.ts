import { afterAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { appendFile, chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';

const folder = await mkdtemp(join(tmpdir(), 'dvk-embedded-'));
await chmod(folder, 0o755);
const opened: EmbeddedServer[] = [];
const open = async (): Promise<EmbeddedServer> => {
  const server = await openEmbeddedServer({ dataDir: folder, extra: { fsync: 'off' } });
  opened.push(server);
  return server;
};

afterAll(async () => {
  await Promise.all(opened.map(server => server.release()));
  await rm(folder, { recursive: true, force: true });
});

it('two simultaneous starts share one server, which runs until the last process that uses it ends', async () => {
  const [first, second] = await Promise.all([open(), open()]);
  expect(first.address).toEqual(second.address);
  const client = new pg.Client({ ...second.address });
  await client.connect();
  await first.release();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
});

it('the server runs on while a process of an earlier version uses it: the lock has the same number in every version', async () => {
  const server = await open();
  const other = new pg.Client({ ...server.address, database: 'postgres' });
  other.on('error', () => undefined);
  await other.connect();
  await other.query('select pg_advisory_lock_shared(4202)');
  await Promise.all(opened.splice(0).map(each => each.release()));
  expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await other.end();
});

async function connectedTo(server: EmbeddedServer): Promise<pg.Client> {
  for (let tries = 1; ; tries++) {
    await server.revive();
    const client = new pg.Client({ ...server.address });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise(done => setTimeout(done, 100));
    }
  }
}

it('a killed server is started again, with everything that was committed', async () => {
  const server = await open();
  const client = new pg.Client({ ...server.address });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept as select 42 as answer');
  const pid = Number((await readFile(join(server.folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await new Promise(done => client.once('end', done));
  // The server's own connection may learn of the death a moment after this one; the registry asks again each second.
  const again = await connectedTo(server);
  expect((await again.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
  await again.end();
});

it('a lock file whose process id now belongs to another program does not prevent the start', async () => {
  const server = await open();
  await Promise.all(opened.splice(0).map(each => each.release()));
  // A program of the account that runs the server: PostgreSQL itself would take it for another server.
  const { uid, gid } = await stat(server.folder);
  const other = spawn('sleep', ['600'], { uid, gid });
  for (const lock of [join(server.folder, 'postmaster.pid'), join(dirname(server.folder), '.s.PGSQL.5432.lock')]) {
    await writeFile(lock, `${other.pid}\n${server.folder}\n1700000000\n5432\n${dirname(server.folder)}\n`);
    await chown(lock, uid, gid);
  }
  const again = await open();
  const client = new pg.Client({ ...again.address });
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  other.kill();
});

it('the log of the server is kept short while it runs, with the one before; the server goes on writing into it', async () => {
  const server = await open();
  const log = join(dirname(server.folder), 'server.log');
  const size = async (file: string): Promise<number> => (await stat(file)).size;
  for (const round of [1, 2, 3]) {
    await appendFile(log, `round ${round} `.repeat(200_000));
    await server.revive();
    expect(await size(log)).toBeLessThan(1_000);
    expect(await readFile(`${log}.1`, 'utf8')).toContain(`round ${round} `);
    await expect(new pg.Client({ ...server.address, password: 'wrong' }).connect()).rejects.toThrow(/password/);
    expect(await readFile(log, 'utf8')).toMatch(/^[^\0]*FATAL: +password authentication failed/);
  }
  expect(await readFile(`${log}.1`, 'utf8')).not.toContain('round 2 ');
  const before = await size(log);
  await server.revive();
  expect(await size(log)).toBe(before);
});

it('data of another major version are refused in one sentence that says what to do', async () => {
  const server = await open();
  const file = join(server.folder, 'PG_VERSION');
  const version = await readFile(file, 'utf8');
  await writeFile(file, '16\n');
  await expect(open()).rejects.toThrow(/PostgreSQL 16.*backup/s);
  await writeFile(file, version);
});
