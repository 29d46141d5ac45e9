import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ timeouts: { statement: 2, lock: 1, idleTransaction: 5 } })));
afterAll(() => registry.close());

const ADD = 'mutation ($name: String!) { addTheme(input: { name: $name }) { theme { id } userErrors { code } } }';

it('a change that waits too long for a lock is refused as BUSY, and nothing of it is written', async () => {
  const holder = await connect(registry.database.where);
  await holder.query('begin; lock table theme in share mode');
  const { errors } = await registry.as.administrator.ask(ADD, { name: 'Đợi khóa' });
  expect(errors![0]!.extensions.code).toBe('BUSY');
  await holder.query('rollback');
  await holder.end();
  expect((await registry.as.administrator.get(ADD, { name: 'Đợi khóa' })).addTheme.userErrors).toEqual([]);
});

it('a query that takes too long is cancelled, and not tried again', async () => {
  const holder = await connect(registry.database.where);
  await holder.query(
    'begin; alter table theme rename to hidden; create view theme as select * from hidden where pg_sleep(30) is null; commit',
  );
  const runner = registry.registry.app.get(QueryRunner);
  const before = runner.sent.statements;
  const { errors, status } = await registry.as.reader.ask('{ themes { nodes { name } } }');
  expect([status, errors![0]!.extensions.code]).toEqual([503, 'TOO_SLOW']);
  expect(errors![0]!.message).toContain('dừng');
  expect(runner.sent.statements - before).toBe(1);
  const { rows } = await holder.query(
    `select query from pg_stat_activity where datname = current_database() and state = 'active' and query like '%theme%' and pid <> pg_backend_pid()`,
  );
  expect(rows).toEqual([]);
  await holder.query('begin; drop view theme; alter table hidden rename to theme; commit');
  await holder.end();
});

it('a transaction may be idle for as long as its setting says', async () => {
  const runner = registry.registry.source.createQueryRunner();
  await runner.startTransaction();
  const [{ limit }] = (await runner.query(`select current_setting('idle_in_transaction_session_timeout') as limit`)) as [{ limit: string }];
  expect(limit).toBe('5s');
  await runner.rollbackTransaction();
  await runner.release();
});
