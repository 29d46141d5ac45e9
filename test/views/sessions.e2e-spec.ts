import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StatementPool } from '../../src/platform/database/statement-pool.js';
import { QueryRunner, type QuerySession } from '../../src/platform/views/query-runner.js';
import { Statement } from '../../src/platform/views/select-builder.js';
import type { Row, RunContext } from '../../src/platform/views/run.js';
import { testDatabase, type TestDatabase } from '../support/test-server.js';

let database: TestDatabase;
let pool: StatementPool;
let runner: QueryRunner;

beforeAll(async () => {
  database = await testDatabase();
  pool = new StatementPool(database.where);
  runner = new QueryRunner(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const send = (session: QuerySession, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  session.rows({ text, name: `n${text.length}_${values.length}` }, values, 'never');

/** The answers, or the codes of the errors. */
const outcomes = async (sent: readonly Promise<Row[]>[]): Promise<unknown[]> =>
  (await Promise.allSettled(sent)).map(result =>
    result.status === 'fulfilled' ? result.value : ((result.reason as { code?: string }).code ?? String(result.reason)),
  );

it('a connection that dies among statements under way fails those after it, and is not used again', async () => {
  const session = runner.session();
  const [[pid]] = (await send(session, 'select pg_backend_pid()')) as [Row];
  const sent = ['select 1', 'select pg_sleep(600)', 'select 2', 'select 3'].map(text => send(session, text));
  const answers = outcomes(sent);
  await sent[0];
  await send(runner.session(), 'select pg_terminate_backend($1)', [pid]);
  expect(await answers).toEqual([[[1]], 'DATABASE_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'DATABASE_UNAVAILABLE']);
  expect(await send(session, 'select 4')).toEqual([[4]]);
  expect(pool.counts).toMatchObject({ total: 1, idle: 1, waiting: 0 });
});

it('a statement that is stopped or refused leaves the answers of the others, and the connection', async () => {
  const session = runner.session();
  const texts = [
    'set statement_timeout = 100',
    'select pg_sleep(600)',
    'reset statement_timeout',
    'select 1 / 0',
    `select 'x'::int`,
    'select 1',
  ];
  const [, ...answers] = await outcomes(texts.map(text => send(session, text)));
  expect(answers).toEqual(['TOO_SLOW', [], '22012', '22P02', [[1]]]);
  expect(pool.counts).toMatchObject({ total: 1, idle: 1, waiting: 0 });
});

it('a name whose statement fails is prepared again', async () => {
  const named = { text: 'select 10 / $1::int', name: 'division' };
  const session = runner.session();
  const run = (by: number): Promise<Row[]> => session.rows(named, [by], 'at once');
  expect(await outcomes([run(0), run(5), run(0), run(2)])).toEqual(['22012', [[2]], '22012', [[5]]]);
  const wrong = { text: 'select missing from nowhere', name: 'wrong' };
  expect((await outcomes([session.rows(wrong, [], 'at once'), run(1)])).at(-1)).toEqual([[10]]);
});

it('more sessions than connections wait for one another and lose none', async () => {
  const sessions = Array.from({ length: 60 }, () => runner.session());
  const sent = sessions.flatMap((session, i) => [send(session, 'select $1::int', [i]), send(session, 'select pg_sleep(0.01)')]);
  await Promise.all(sent);
  expect(pool.counts.idle).toBe(pool.counts.total);
  expect(pool.counts.waiting).toBe(0);
});

it('a value that is refused while another is still being read lets that one fail unnoticed, not the process', async () => {
  let fail!: (error: Error) => void;
  const later = new Promise<unknown>((_, reject) => (fail = reject));
  const refuse = (): never => {
    throw new Error('refused');
  };
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await expect(new Statement('select $1, $2', [() => later, refuse], undefined).read({} as RunContext)).rejects.toThrow('refused');
    fail(new Error('the database is gone'));
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
  }
});
