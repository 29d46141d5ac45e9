import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { askStatistics, expectToOpen, numbersOf } from './given-statistics.js';

let registry: TestRegistry;
let former: string;
let later: string;
let commune: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-03-01T00:00:00Z');
  const province = await units.establish({ name: 'An', kind: 'TINH', code: '01' });
  former = await units.establish({ name: 'Bình', kind: 'HUYEN', code: '001', parentId: province });
  later = await units.establish({ name: 'Chung', kind: 'HUYEN', code: '002', parentId: province });
  commune = await units.establish({ name: 'Đông', code: '00001', parentId: former });
  for (const [i, attestedOn] of ['2023-05-01', '2024-05-01', '2025-05-01'].entries()) {
    const input = {
      unitId: commune,
      subjectKind: 'COLLECTIVE',
      attestedOn,
      source: 'Báo cáo',
      title: `Mô hình ${i}`,
      idempotencyKey: `${i}`,
    };
    const document = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { userErrors { message } } }`;
    expect((await registry.as.boardStaff.get(document, { input })).recordPast.userErrors).toEqual([]);
  }
  const { userErrors } = await units.apply({ effective: '2025-01-01', changes: [{ move: { unitId: commune, parentId: later } }] });
  expect(userErrors).toEqual([]);
});
afterAll(() => registry.close());

it.each([
  ['the district that it left', () => former, 2],
  ['the district that it came to', () => later, 1],
])('a commune that moved, in %s: its row has the models of those days, and opens to them alone', async (_, district, count) => {
  const question = { rows: [{ by: 'UNIT', childrenOf: district() }], measures: ['MODELS'], basis: 'AS_REPORTED' as const };
  const table = await askStatistics(registry.as.reader, question);
  expect(numbersOf(table)).toMatchObject({ 'Xã Đông': { total: count } });
  await expectToOpen(registry.as.reader, table);
});

it('models are found by what a unit was on the day, its level and what it lay below', async () => {
  const filter = (unitWhile: object): object => ({ attested: { unitWhile } });
  const count = async (unitWhile: object): Promise<number> =>
    (await registry.as.reader.get(`query ($filter: ModelFilter) { models(filter: $filter) { totalCount } }`, { filter: filter(unitWhile) }))
      .models.totalCount;
  expect(await count({ unitId: commune })).toBe(3);
  expect(await count({ unitId: commune, level: 'COMMUNE' })).toBe(3);
  expect(await count({ unitId: commune, level: 'DISTRICT' })).toBe(0);
  expect(await count({ unitId: commune, belowId: former })).toBe(2);
  expect(await count({ unitId: commune, level: 'COMMUNE', belowId: later })).toBe(1);
});
