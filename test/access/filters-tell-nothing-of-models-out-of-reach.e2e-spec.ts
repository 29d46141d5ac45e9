import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { rowId } from '../movements/given-movements.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
/** Commune A sees a model that it owns jointly with B, but not the child that B gave it; and a model of its own, but not the parent of B above it. */
let officerA: Asker;
let officerB: Asker;
let joint: string;
let mine: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  const communeA = await units.establish({ name: 'Xã A', parentId: province });
  const communeB = await units.establish({ name: 'Xã B', parentId: province });
  await models.authority(province, province);
  joint = await models.draft(communeB, { title: 'Mô hình chung', jointOwnerIds: [communeA] });
  await models.draft(communeB, { title: 'Mô hình con của xã B', parentId: joint });
  const above = await models.draft(communeB, { title: 'Mô hình của xã B' });
  mine = await models.draft(communeA, { title: 'Mô hình của xã A', parentId: above });
  await models.step('submitModels', [joint, mine]);
  officerA = await askerWith(registry, 'officer A', { role: 'unitOfficer', unitId: rowId(communeA) });
  officerB = await askerWith(registry, 'officer B', { role: 'unitOfficer', unitId: rowId(communeB) });
});
afterAll(() => registry.close());

const found = async (asker: Asker, filter: object): Promise<string[]> => {
  const { models: list } = await asker.get('query ($filter: ModelFilter) { models(filter: $filter) { nodes { id } } }', { filter });
  return list.nodes.map(({ id }: { id: string }) => id);
};

it('a child that the caller does not see is none, in filters as in counts', async () => {
  const shown = await officerA.get('query ($id: ID!) { model(id: $id) { childCount } }', { id: joint });
  expect(shown).toEqual({ model: { childCount: 0 } });
  expect(await found(officerA, { having: ['CHILDREN'] })).toEqual([]);
  expect(await found(officerA, { lacking: ['CHILDREN'] })).toContain(joint);
  expect(await found(officerA, { and: [{ having: ['CHILDREN'] }] })).toEqual([]);
  expect(await found(officerB, { having: ['CHILDREN'] })).toEqual([joint]);
  expect(await found(registry.as.reader, { having: ['CHILDREN'] })).toHaveLength(2);
});

it('so is a parent', async () => {
  const shown = await officerA.get('query ($id: ID!) { model(id: $id) { parent { id } } }', { id: mine });
  expect(shown).toEqual({ model: { parent: null } });
  expect(await found(officerA, { having: ['PARENT'] })).toEqual([]);
  expect(await found(officerA, { lacking: ['PARENT'] })).toContain(mine);
  expect(await found(registry.as.reader, { having: ['PARENT'] })).toContain(mine);
});

it('statistics count the same', async () => {
  const document = `query ($filter: ModelFilter) { statistics(measures: [MODELS_WITH_CHILDREN, MODELS_REGISTERED], filter: $filter) {
    cells { value } } }`;
  const values = async (asker: Asker, filter: object = {}): Promise<number[]> =>
    (await asker.get(document, { filter })).statistics.cells.map(({ value }: { value: number }) => value);
  expect(await values(officerA)).toEqual([0, 2]);
  expect(await values(officerB)).toEqual([1, 1]);
  expect(await values(officerA, { having: ['CHILDREN'] })).toEqual([0, 0]);
  expect(await values(officerA, { having: ['PARENT'] })).toEqual([0, 0]);
});
