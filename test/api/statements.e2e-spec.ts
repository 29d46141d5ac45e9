import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry({ example: true })));
afterAll(() => registry.close());

async function statementsOf(query: string, first: number): Promise<number> {
  const runner = registry.registry.app.get(QueryRunner);
  const before = runner.sent.statements;
  await registry.as.reader.get(query, { first });
  return runner.sent.statements - before;
}

it.each([
  [
    'fields of the thing itself and of whatever it points to',
    1,
    `units(first: $first) { nodes { name path parent { name parent { name } } territory { name } restated { path } } }`,
  ],
  ['a nested list', 1, `units(first: $first) { nodes { name successors { whole unit { path } } } }`],
  ['a nested page with its count', 1, `units(first: $first) { nodes { name children(first: 3) { totalCount nodes { name } } } }`],
  ['two levels of pages', 1, `units(first: $first) { nodes { children(first: 3) { nodes { children(first: 2) { nodes { name } } } } } }`],
  ['a count alone', 1, `units(first: $first) { totalCount }`],
  [
    'models with their units, owners and themes',
    1,
    `models(first: $first) { nodes { title unit { path } jointOwners { name } themes { name } parent { title } } }`,
  ],
])('%s cost %i statements, for twenty rows and for a hundred', async (_, expected, fields) => {
  const query = `query ($first: Int!) { ${fields.replace('first: $first', 'first: $first, asOf: "2024-06-01"')} }`;
  // A single row may hold nothing to go on with.
  expect(await statementsOf(query, 1)).toBeLessThanOrEqual(expected);
  for (const first of [20, 100]) expect(await statementsOf(query, first)).toBe(expected);
});

it('several root fields, and nodes of several types, are one round trip', async () => {
  const runner = registry.registry.app.get(QueryRunner);
  const { units, models } = await registry.as.reader.get('{ units(first: 1) { nodes { id } } models(first: 1) { nodes { id } } }');
  const ids = JSON.stringify([units.nodes[0].id, models.nodes[0].id]);
  const three = '{ units(first: 2) { totalCount nodes { name } } models(first: 2) { nodes { title } } sectors { nodes { name } } }';
  for (const [query, statements] of [
    [three, 3],
    [`{ nodes(ids: ${ids}) { id } }`, 2],
  ] as const) {
    const before = runner.sent;
    await registry.as.reader.get(query);
    const after = runner.sent;
    expect([after.statements - before.statements, after.roundTrips - before.roundTrips]).toEqual([statements, 1]);
  }
});

it('a root field that fails leaves the others their answers', async () => {
  const { data, errors } = await registry.as.reader.ask('{ sectors { nodes { code } } unit(id: "eA") { name } }');
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['ID_INVALID']);
  expect(data).toMatchObject({ sectors: { nodes: expect.any(Array) }, unit: null });
});

it('the possible actions cost the same statements for one model as for all', async () => {
  const db = registry.registry.app.get(Database);
  const asked = jest.spyOn(db, 'rows');
  const query = 'query ($first: Int!) { models(first: $first) { nodes { title actions { name allowed blockedBy { code } } } } }';
  const costs: number[] = [];
  // What the caller reaches is remembered after the first question.
  await registry.as.reader.get(query, { first: 1 });
  for (const first of [1, 7]) {
    asked.mockClear();
    const { models } = await registry.as.reader.get(query, { first });
    expect(models.nodes).toHaveLength(first);
    costs.push(asked.mock.calls.length);
  }
  asked.mockRestore();
  expect(costs[0]).toBeGreaterThan(0);
  expect(costs[1]).toBe(costs[0]);
});

it('a refused operation costs none', async () => {
  const runner = registry.registry.app.get(QueryRunner);
  const before = runner.sent.statements;
  await registry.as.reader.ask('{ units(first: 101) { totalCount } }');
  await registry.as.nobody.ask('{ units { totalCount } }');
  expect(runner.sent.statements).toBe(before);
});
