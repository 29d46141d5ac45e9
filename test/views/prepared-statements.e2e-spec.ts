import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { statementName } from '../../src/platform/database/prepared-statements.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { LEVELLED, SKEWED, type Spread } from '../../src/platform/views/view.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

/** How many names of views’ statements each connection of the registry’s own pool holds, as its server process says; the count of points has one, too. */
async function names(): Promise<number[]> {
  const { pool } = registry.registry;
  const clients = await Promise.all(Array.from({ length: pool.counts.total }, () => pool.connect()));
  try {
    const counts = clients.map(client =>
      client.query<{ n: number }>(`select count(*)::int as n from pg_prepared_statements where name not like 'rate_limit:%'`),
    );
    return (await Promise.all(counts)).map(({ rows }) => rows[0]!.n);
  } finally {
    for (const client of clients) client.release();
  }
}

it('a document asked once or twice leaves no name behind', async () => {
  for (let first = 1; first <= 40; first++) await registry.as.reader.get(`{ units(first: ${first}) { nodes { name } } }`);
  expect(Math.max(...(await names()))).toBe(0);
});

it('a document asked often is prepared, and answers the same', async () => {
  const query = '{ sectors { totalCount nodes { code } } }';
  const first = await registry.as.reader.get(query);
  for (let i = 0; i < 20; i++) expect(await registry.as.reader.get(query)).toEqual(first);
  expect(Math.max(...(await names()))).toBe(1);
});

it('two hundred names are the most a connection holds, however many documents there are, and none is missed afterwards', async () => {
  const runner = registry.registry.app.get(QueryRunner);
  let most = 0;
  for (let round = 0; round < 15; round++) {
    const texts = Array.from({ length: 200 }, (_, i) => `select ${round * 200 + i}, $1::int`);
    const answers = await Promise.all(texts.map((text, i) => runner.rows(text, [i], 'at once')));
    expect(answers.map(([row]) => row)).toEqual(texts.map((_, i) => [round * 200 + i, i]));
    most = Math.max(most, ...(await names()));
  }
  expect(most).toBeGreaterThan(20);
  expect(most).toBeLessThanOrEqual(200);
});

it('on one connection, too, names come and go', async () => {
  const runner = registry.registry.app.get(QueryRunner);
  for (let i = 0; i < 450; i++)
    expect(await runner.rows(`select 'one by one', ${i % 230}`, [], 'at once')).toEqual([['one by one', i % 230]]);
  expect(Math.max(...(await names()))).toBeLessThanOrEqual(200);
});

it('a statement with one plan for all values leaves the others planned for theirs', async () => {
  const session = registry.registry.app.get(QueryRunner).session();
  const mode = async (spread?: Spread): Promise<unknown> => {
    const text = `select current_setting('plan_cache_mode'), '${spread}'`;
    return (await session.rows({ text, name: statementName(text), spread }, [], 'never'))[0]![0];
  };
  expect(await mode(LEVELLED)).toBe('force_generic_plan');
  expect(await mode()).toBe('auto');
  expect(await Promise.all([mode(LEVELLED), mode(), mode(SKEWED), mode(LEVELLED), mode()])).toEqual([
    'force_generic_plan',
    'auto',
    'auto',
    'force_generic_plan',
    'auto',
  ]);
});
