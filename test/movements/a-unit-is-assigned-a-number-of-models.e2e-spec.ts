import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements, errorsOf } from './given-movements.js';

let registry: TestRegistry;
let movementId: string;
let roundId: string;
const communes: string[] = [];
beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2024-01-15T00:00:00Z');
  const district = await units.establish({ name: 'Huyện', kind: 'HUYEN' });
  for (const name of ['Ái Nghĩa', 'Đại An', 'Duy Hòa']) communes.push(await units.establish({ name, parentId: district }));
  movementId = await made('launchMovement', { name: 'Dân vận khéo', launcherId: district });
  const round = { movementId, name: 'Năm 2024', unitId: district, opensOn: '2024-02-01', closesOn: '2024-10-31' };
  roundId = await made('openRegistrationRound', round);
});
afterAll(() => registry.close());

const units = givenUnits(() => registry);
const { run, made } = givenMovements(() => registry);
const assign = (unitId: string, count: number, more: Record<string, unknown> = {}): ReturnType<typeof run> =>
  run('assignTarget', { roundId, unitId, count, basis: 'Kế hoạch 51-KH/BDVTU', ...more });

it('each unit of a round has a target, shown under the round and under the movement', async () => {
  for (const [i, commune] of communes.entries()) expect(errorsOf(await assign(commune, 3 - i))).toEqual([]);
  const { movement } = await registry.as.reader.get(
    `query ($id: ID!, $u: ID) { movement(id: $id) {
       targets { totalCount nodes { count basis unit { name } round { name movement { name } } } }
       most: targets(first: 1, orderBy: COUNT_DESC) { nodes { count } pageInfo { hasNextPage } }
       one: targets(filter: { unitId: $u }) { totalCount nodes { count } }
       rounds { nodes { targets(orderBy: COUNT) { nodes { count } } } } } }`,
    { id: movementId, u: communes[1] },
  );
  expect(movement.targets.totalCount).toBe(3);
  expect(movement.targets.nodes.map((target: any) => [target.unit.name, target.count])).toEqual([
    ['Ái Nghĩa', 3],
    ['Duy Hòa', 1],
    ['Đại An', 2],
  ]);
  expect(movement.targets.nodes[0]).toMatchObject({
    basis: 'Kế hoạch 51-KH/BDVTU',
    round: { name: 'Năm 2024', movement: { name: 'Dân vận khéo' } },
  });
  expect(movement.most).toEqual({ nodes: [{ count: 3 }], pageInfo: { hasNextPage: true } });
  expect(movement.one).toEqual({ totalCount: 1, nodes: [{ count: 2 }] });
  expect(movement.rounds.nodes).toEqual([{ targets: { nodes: [{ count: 1 }, { count: 2 }, { count: 3 }] } }]);
});

it('a target is changed only with its present version, and the audit trail keeps both numbers', async () => {
  const unitId = communes[0]!;
  const { userErrors } = await assign(unitId, 5);
  expect(userErrors).toEqual([
    {
      code: 'TARGET_ALREADY_ASSIGNED',
      field: ['input', 'expectedVersion'],
      message: expect.stringContaining('“Xã Ái Nghĩa” đã được giao 3 mô hình'),
    },
  ]);
  expect(errorsOf(await assign(unitId, 5, { expectedVersion: 1 }))).toEqual([]);
  expect(errorsOf(await assign(unitId, 6, { expectedVersion: 1 }))).toEqual([['STALE_VERSION', 'input.expectedVersion']]);
  const client = await connect(registry.database.where);
  const { rows } = await client.query(
    `select before ->> 'count' as before, after ->> 'count' as after from audit_entry where action = 'target.assigned' and before is not null`,
  );
  await client.end();
  expect(rows).toEqual([{ before: '3', after: '5' }]);
});

it('simultaneous assignments result in one target', async () => {
  const unitId = await units.establish({ name: 'Cùng lúc', parentId: await units.find('Huyện') });
  const answers = await Promise.all([1, 2, 3, 4].map(count => assign(unitId, count)));
  expect(answers.filter(({ changed }) => changed !== null)).toHaveLength(1);
  expect(new Set(answers.flatMap(errorsOf).map(([code]) => code))).toEqual(new Set(['TARGET_ALREADY_ASSIGNED']));
});

it.each([0, -1, 100_001])('%i models are not a valid target', async count => {
  expect(errorsOf(await assign(communes[1]!, count, { expectedVersion: 1 }))).toEqual([['INPUT_INVALID', 'input.count']]);
});

it('a target is refused for a unit outside the round or not in force in it, and without a basis', async () => {
  const outside = await units.establish({ name: 'Xã ngoài' });
  expect(errorsOf(await assign(outside, 1))).toEqual([['REGISTRATION_UNIT_OUTSIDE', 'input.unitId']]);
  // It still is in force today, but no longer when the round opens.
  const ended = await units.establish({ name: 'Xã hết', parentId: await units.find('Huyện'), validTo: '2024-01-31' });
  expect(errorsOf(await assign(ended, 1))).toEqual([['UNIT_NOT_IN_FORCE', 'input.unitId']]);
  expect(errorsOf(await assign(outside, 1, { basis: '…' }))).toEqual([['INPUT_INVALID', 'input.basis']]);
  expect(errorsOf(await assign(movementId, 1))).toEqual([['ID_INVALID', 'input.unitId']]);
});
