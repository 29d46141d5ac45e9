import { afterEach, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { registrySchema } from '../../src/app/schema.js';
import { dataSourceFor, type DatabaseAddress } from '../../src/platform/database/connection.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { StartupError } from '../../src/platform/errors/startup-error.js';
import { connect, testDatabase, urlOf, type TestDatabase } from '../support/test-server.js';
import { operator } from './operator.js';
import { until } from './program.js';

const machine = operator();
const databases: TestDatabase[] = [];
const sources: DataSource[] = [];

afterEach(async () => {
  await Promise.all(sources.splice(0).map(source => source.destroy()));
  await Promise.all(databases.splice(0).map(database => database.drop()));
});

async function freshDatabase(): Promise<DatabaseAddress> {
  const database = await testDatabase('empty');
  databases.push(database);
  return database.where;
}

async function programOn(where: DatabaseAddress): Promise<DataSource> {
  const source = await dataSourceFor(where, registrySchema).initialize();
  sources.push(source);
  return source;
}

const applied = async (source: DataSource): Promise<number> => (await source.query('select name from migration')).length;

it('two programs that migrate one empty database at the same time do not collide', async () => {
  const where = await freshDatabase();
  const [one, other] = await Promise.all([programOn(where), programOn(where)]);
  await Promise.all([migrate(one), migrate(other)]);
  expect(await applied(one)).toBe(one.migrations.length);
});

it('a database that a newer program has migrated is refused by a sentence that names the migration', async () => {
  const source = await programOn(await freshDatabase());
  await migrate(source);
  await source.query(`insert into migration (timestamp, name) values (1900000000001, 'Later1900000000001')`);
  await expect(migrate(source)).rejects.toThrow(StartupError);
  await expect(migrate(source)).rejects.toThrow(/newer version \(Later1900000000001\)/);
});

it('a program killed in the middle of a migration leaves no lock and nothing half-done', async () => {
  const where = await freshDatabase();
  const blocker = await connect(where);
  // The first migration creates this table, too, and so waits.
  await blocker.query('begin; create table secret ()');
  const killed = machine.main({ DATABASE_URL: urlOf(where), UNSAFE_FSYNC_OFF: 'on' });
  await until('the migration waits', async () => {
    expect(killed).toMatchObject({ running: true });
    return (await blocker.query('select from pg_locks where not granted')).rowCount! > 0;
  });
  await killed.kill('SIGKILL');
  await blocker.query('rollback');
  await blocker.end();

  const source = await programOn(where);
  await migrate(source);
  expect(await applied(source)).toBe(source.migrations.length);
});
