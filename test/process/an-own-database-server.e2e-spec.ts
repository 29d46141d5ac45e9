import { beforeAll, afterAll, expect, it } from '@jest/globals';
import { refuseUnfit, type ServerTraits } from '../../src/platform/database/connection.js';
import { openEmbeddedServer, type EmbeddedServer } from '../../src/platform/database/embedded/embedded-server.js';
import { expectSentence } from './expectations.js';
import { connect, operator, rows, type Environment } from './operator.js';
import { until } from './program.js';

const machine = operator();
let dataDir: string;
let server: EmbeddedServer;
let own: Environment;

const urlOf = (database: string, password = 'mat-khau'): string =>
  `postgres://plain:${password}@/${database}?host=${encodeURIComponent(server.address.host)}&port=${server.address.port}`;

beforeAll(async () => {
  dataDir = await machine.folder();
  server = await openEmbeddedServer({ dataDir });
  const client = await connect(dataDir);
  await client.query(`create role plain login password 'mat-khau'`);
  await client.query(`create database plain owner plain`);
  await client.query(`create database foreign_to_plain`);
  await client.end();
  own = { DATABASE_URL: urlOf('plain') };
});

afterAll(() => server.release());

it('a role without privileges that owns an empty database is enough; the example is loaded only on request', async () => {
  const first = await machine.start(own);
  const token = await machine.token(own);
  expect(first.program.stdout).not.toContain('Đã nạp ví dụ');
  expect(await first.ask(token, '{ units { totalCount } }')).toMatchObject({ data: { units: { totalCount: 0 } } });
  expect(await first.program.kill('SIGTERM')).toMatchObject({ code: 0 });

  const second = await machine.start({ ...own, EXAMPLE: 'on' });
  expect(second.program.stdout).toContain('Đã nạp ví dụ');
  expect(await second.program.kill('SIGTERM')).toMatchObject({ code: 0 });
  expect(await rows(dataDir, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('a wrong password and a role that may not create tables are reported in the server’s own words', async () => {
  const ended = await Promise.all([
    machine.main({ DATABASE_URL: urlOf('plain', 'sai-mat-khau') }).ended,
    machine.main({ DATABASE_URL: urlOf('foreign_to_plain') }).ended,
  ]);
  expectSentence(ended[0], /password authentication failed for user "plain"/);
  expectSentence(ended[1], /permission denied/);
});

it('a server that runs without fsync is refused with this reason, unless the operator accepts the risk by a setting', async () => {
  const fsync = async (value: 'on' | 'off'): Promise<void> => {
    await rows(dataDir, `alter system set fsync = ${value}`);
    await rows(dataDir, `select pg_reload_conf()`);
    await until(`fsync is ${value}`, async () => (await rows(dataDir, 'show fsync'))[0].fsync === value);
  };
  await fsync('off');
  expectSentence(await machine.main(own).ended, /fsync .*UNSAFE_FSYNC_OFF=on/);
  const risky = await machine.start({ ...own, UNSAFE_FSYNC_OFF: 'on' });
  expect(await risky.program.kill('SIGTERM')).toMatchObject({ code: 0 });
  await fsync('on');
});

const FIT: ServerTraits = { major: 15, encoding: 'UTF8', fsync: 'on', pages: 'on', missing: [], icu: true, readOnly: false };

it.each<[string, Partial<ServerTraits>, RegExp]>([
  ['is older than 15', { major: 14 }, /PostgreSQL 14 .*15/],
  ['has another encoding', { encoding: 'SQL_ASCII' }, /SQL_ASCII.*UTF8/],
  ['can tear pages', { pages: 'off' }, /full_page_writes/],
  ['lacks an extension', { missing: ['pg_trgm', 'unaccent'] }, /pg_trgm, unaccent.*postgresql-contrib/],
  ['takes no changes', { readOnly: true }, /DATABASE_URL/],
  ['is built without ICU', { icu: false }, /ICU/],
])('a server that %s is refused by that name', (_, trait, names) => {
  expect(() => refuseUnfit({ ...FIT, ...trait }, false)).toThrow(names);
  expect(() => refuseUnfit(FIT, false)).not.toThrow();
});
