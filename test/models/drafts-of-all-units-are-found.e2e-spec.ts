import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenServedTerritories } from '../units/given-served-territories.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
let communes: string[];
/** Drafts of two communes and the district itself; each commune has a submitted file, too. */
let drafts: string[];
let staff: Asker;
let atTheOffice: Asker;
let neighbour: Asker;

beforeAll(async () => {
  registry = await openTestRegistry();
  const district = await units.establish({ name: 'Huyện A', kind: 'HUYEN' });
  const board = await units.establish({ name: 'Ban Dân vận Huyện ủy', line: 'PARTY', kind: 'PARTY_BOARD', territoryId: district });
  await givenServedTerritories(() => registry).serves(board, district);
  await models.authority(district, district);
  communes = [await units.establish({ name: 'Xã A1', parentId: district }), await units.establish({ name: 'Xã A2', parentId: district })];
  for (const commune of communes) await models.step('submitModels', await models.draft(commune));
  drafts = [];
  for (const unitId of [...communes, district]) drafts.push(await models.draft(unitId));
  const at = (role: 'boardStaff' | 'unitOfficer', unit: string): Promise<Asker> =>
    askerWith(registry, role, { role, unitId: fromGlobalId(unit)!.id });
  [staff, atTheOffice] = [await at('boardStaff', district), await at('boardStaff', board)];
  neighbour = await at('unitOfficer', await units.establish({ name: 'Xã B1' }));
});
afterAll(() => registry.close());

const QUESTION = `query ($first: Int!, $after: String) {
  models(filter: { state: [DRAFT] }, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id state } }
  all: models { nodes { id } }
  modelFacets(by: [{ by: STATE }]) { values { value { key } count filter } } }`;

it('staff of a district’s board, at the district or at the office that works for it, find all drafts of its units in one question, page by page', async () => {
  for (const asker of [staff, atTheOffice]) {
    const { models: first, all } = await asker.get(QUESTION, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const { models: second } = await asker.get(QUESTION, { first: 2, after: first.pageInfo.endCursor });
    const found = [...first.nodes, ...second.nodes];
    expect(found.map(({ id }) => id).toSorted()).toEqual(drafts.toSorted());
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['DRAFT']));
    expect(all.nodes.map(({ id }: any) => id)).toEqual(expect.arrayContaining(drafts));
  }
});

it('facets count them by state, with the filter that lists them', async () => {
  const { modelFacets } = await staff.get(QUESTION, { first: 2 });
  const counts = Object.fromEntries(modelFacets[0].values.map(({ value, count }: any) => [value.key, count]));
  expect(counts).toMatchObject({ DRAFT: 3, SUBMITTED: 2 });
  const { filter } = modelFacets[0].values.find(({ value }: any) => value.key === 'DRAFT');
  const { models: opened } = await staff.get('query ($filter: ModelFilter) { models(filter: $filter) { totalCount } }', { filter });
  expect(opened.totalCount).toBe(3);
});

it('a unit elsewhere finds none, in the list, its total or a facet', async () => {
  const { models: found, modelFacets } = await neighbour.get(QUESTION, { first: 2 });
  expect(found).toMatchObject({ totalCount: 0, nodes: [] });
  expect(modelFacets[0].values.filter(({ count }: any) => count > 0)).toEqual([]);
});

it('on a day before they were drafted there are none yet', async () => {
  const { models: then } = await staff.get('query ($asOf: LocalDate) { models(filter: { state: [DRAFT] }, asOf: $asOf) { totalCount } }', {
    asOf: addDays(dayInVietnam(new Date()), -1),
  });
  expect(then.totalCount).toBe(0);
});
