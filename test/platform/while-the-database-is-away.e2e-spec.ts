import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ApiTokensService } from '../../src/features/accounts/tokens/api-tokens.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { connect } from '../support/test-server.js';
import { asker, openTestRegistry, type Answer, type Asker, type TestRegistry } from '../support/test-registry.js';

const QUERY = '{ units { totalCount } }';
const MUTATION = 'mutation { addTheme(input: { name: "Khi mất kết nối" }) { userErrors { code } } }';

let registry: TestRegistry;
let database: string;
let fresh: Asker;
let undo: (() => Promise<unknown>) | undefined;

beforeAll(async () => {
  registry = await openTestRegistry({ timeouts: { statement: 1, lock: 1, idleTransaction: 5 }, breaksRows: true });
  [{ database }] = (await registry.registry.source.query('select current_database() as database')) as [{ database: string }];
  fresh = asker(
    registry.url,
    await registry.registry.app.get(ApiTokensService).createToken(systemActor('test'), { name: 'mới', role: 'administrator' }),
  );
});
afterEach(async () => {
  await undo?.();
  undo = undefined;
});
afterAll(() => registry.close());

/** Runs a statement in another database, where it is not kept out, and ends the registry's connections. */
async function outside(...statements: readonly string[]): Promise<void> {
  const client = await connect({ ...(registry.database.where as object), database: 'postgres' } as never);
  for (const statement of statements) await client.query(statement);
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`, [database]);
  await client.end();
  await new Promise(done => setTimeout(done, 200));
}

const told = ({ status, errors, headers }: Answer): unknown[] => [
  status,
  errors?.[0]?.extensions.code,
  headers.get('retry-after') !== null,
];

it('too many connections: 503 with Retry-After, also for a token that is not known yet', async () => {
  undo = () => outside(`alter database "${database}" connection limit -1`);
  await outside(`alter database "${database}" connection limit 0`);
  for (const answer of [await registry.as.reader.ask(QUERY), await registry.as.boardStaff.ask(MUTATION), await fresh.ask(QUERY)])
    expect(told(answer)).toEqual([503, 'DATABASE_UNAVAILABLE', true]);
});

it('a database that takes no changes: questions are answered, commands are refused with that reason', async () => {
  undo = () => outside(`alter database "${database}" reset default_transaction_read_only`);
  await outside(`alter database "${database}" set default_transaction_read_only = on`);
  expect((await registry.as.reader.ask(QUERY)).status).toBe(200);
  expect(told(await registry.as.boardStaff.ask(MUTATION))).toEqual([503, 'DATABASE_READ_ONLY', true]);
});

it('a frozen database: the answer comes within the deadline, and the connection is given up', async () => {
  // Enough connections for each request.
  await Promise.all(Array.from({ length: 8 }, () => [registry.as.reader.ask(QUERY), registry.as.boardStaff.ask(MUTATION)]).flat());
  const client = await connect(registry.database.where);
  const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`, [
    database,
  ]);
  await client.end();
  // A backend whose connection was given up may have ended.
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    for (const { pid } of rows) {
      try {
        process.kill(pid, name);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  };
  undo = async () => signal('SIGCONT');
  signal('SIGSTOP');
  // Answered while everything is frozen: nobody waits for it to go on.
  const answers = await Promise.all([registry.as.reader.ask(QUERY), registry.as.boardStaff.ask(MUTATION)]);
  // A question is asked once more, perhaps on a new connection, which is not frozen here; a command never is.
  if (answers[0].status !== 200) expect(told(answers[0])).toEqual([503, 'DATABASE_UNAVAILABLE', true]);
  expect(told(answers[1])).toEqual([503, 'DATABASE_UNAVAILABLE', true]);
  await undo();
  expect((await registry.as.reader.ask(QUERY)).status).toBe(200);
}, 60_000);
