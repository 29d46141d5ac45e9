import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { until } from './program.js';

const RECORD = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { code } } }`;

let registry: TestRegistry;
let beside: pg.Client;
let input: object;

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  beside = await connect(registry.database.where);
  const { units } = await registry.as.reader.get(`{ units(first: 1, asOf: "2022-10-13") { nodes { id } } }`);
  input = {
    unitId: units.nodes[0].id,
    subjectKind: 'COLLECTIVE',
    attestedOn: '2022-10-13',
    source: 'Thử nghiệm',
    themes: ['Chuyên đề chưa có'],
  };
});

afterEach(() => beside.query(`drop trigger if exists fault on emulation_model; drop function if exists fault`));

afterAll(async () => {
  await beside.end();
  await registry.close();
});

const record = (key: string) => registry.as.everyRole.ask(RECORD, { input: { ...input, title: `Mô hình ${key}`, idempotencyKey: key } });

/** What a half-written command with `key` would have left. */
async function traces(key: string): Promise<object> {
  const { rows } = await beside.query(
    `select (select count(*)::int from emulation_model where title = 'Mô hình ' || $1) as models,
            (select count(*)::int from theme where name = 'Chuyên đề chưa có') as themes,
            (select count(*)::int from idempotency_key where key = $1) as keys,
            (select count(*)::int from audit_entry where after ->> 'title' = 'Mô hình ' || $1) as lines`,
    [key],
  );
  return rows[0];
}

const NOTHING = { models: 0, themes: 0, keys: 0, lines: 0 };

it('a connection lost in the middle is reported as DATABASE_UNAVAILABLE, nothing is half-written, and the same request then succeeds', async () => {
  await beside.query('begin; lock table emulation_model in share mode');
  const answer = record('mất kết nối');
  const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await until('the command waits', async () => (await beside.query(waiting)).rowCount! > 0);
  await beside.query(`select pg_terminate_backend(pid) from (${waiting}) w`);
  await beside.query('commit');
  expect(await answer).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
  expect(await traces('mất kết nối')).toEqual(NOTHING);

  expect(await record('mất kết nối')).toMatchObject({ data: { recordPast: { model: { id: expect.any(String) }, userErrors: [] } } });
  await beside.query(`delete from emulation_model_theme; delete from theme where name = 'Chuyên đề chưa có'`);
});

it('a full disk is reported as DISK_FULL, nothing is half-written, and the same request succeeds once there is space', async () => {
  await beside.query(
    `create function fault() returns trigger language plpgsql
       as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
     create trigger fault after insert on emulation_model for each row execute function fault()`,
  );
  const answer = await record('ổ đĩa đầy');
  expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('Ổ đĩa'), extensions: { code: 'DISK_FULL' } }] });
  expect(await traces('ổ đĩa đầy')).toEqual(NOTHING);

  await beside.query('drop trigger fault on emulation_model');
  expect(await record('ổ đĩa đầy')).toMatchObject({ data: { recordPast: { userErrors: [] } } });
});
