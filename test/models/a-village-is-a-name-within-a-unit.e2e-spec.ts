import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let communeA: string;
let communeB: string;
let district: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const VILLAGE = 'village { kind name }';

beforeAll(async () => {
  registry = await openTestRegistry();
  district = await units.establish({ name: 'Huyện A', kind: 'HUYEN' });
  communeA = await units.establish({ name: 'Xã A', parentId: district });
  communeB = await units.establish({ name: 'Xã B', parentId: district });
});
afterAll(() => registry.close());

const of = async (id: string): Promise<any> =>
  (await registry.as.everyRole.get(`query ($id: ID!) { model(id: $id) { version place ${VILLAGE} history { action } } }`, { id })).model;
const edit = async (id: string, change: object): Promise<any> =>
  (
    await registry.as.everyRole.get(
      'mutation ($input: EditModelInput!) { editModel(input: $input) { model { version } userErrors { code field } } }',
      { input: { id, expectedVersion: (await of(id)).version, ...change } },
    )
  ).editModel;
const listed = async (filter: object, orderBy = 'TITLE'): Promise<string[]> => {
  const query = 'query ($filter: ModelFilter, $orderBy: ModelOrder!) { models(filter: $filter, orderBy: $orderBy) { nodes { title } } }';
  return (await registry.as.everyRole.get(query, { filter, orderBy })).models.nodes.map(({ title }: { title: string }) => title);
};

it('a model keeps it by kind and name; a kind typed before the name is left out', async () => {
  const id = await models.draft(communeA, {
    title: 'Đường hoa',
    village: { kind: 'THON', name: ' Thôn  Phú Trung ' },
    place: 'nhà văn hóa',
  });
  expect(await of(id)).toMatchObject({ place: 'nhà văn hóa', village: { kind: 'THON', name: 'Phú Trung' } });
});

it('not known is no village: it is left out, entered later, kept by a change of something else, and cleared by null', async () => {
  const id = await models.draft(communeA, { title: 'Camera an ninh' });
  expect((await of(id)).village).toBeNull();
  expect((await edit(id, { village: { kind: 'TO_DAN_PHO', name: '3' } })).userErrors).toEqual([]);
  await edit(id, { title: 'Camera an ninh xóm' });
  expect(await of(id)).toMatchObject({ version: 3, village: { kind: 'TO_DAN_PHO', name: '3' } });
  // The same village, typed otherwise, changes nothing.
  await edit(id, { village: { kind: 'TO_DAN_PHO', name: 'Tổ dân phố 3' } });
  expect((await of(id)).version).toBe(3);
  await edit(id, { village: null });
  expect((await of(id)).village).toBeNull();
});

it('it is filtered by within a unit, without marks, of a kind or any, and sorted as a value', async () => {
  for (const [title, unitId, kind, name] of [
    ['Mười', communeA, 'THON', '10'],
    ['Chín', communeA, 'THON', '9'],
    ['Chín phố', communeA, 'TO_DAN_PHO', '9'],
    ['Chín B', communeB, 'THON', '9'],
    ['Lốc', communeB, 'BAN', 'Nà Lốc'],
  ] as const)
    await models.draft(unitId, { title, village: { kind, name } });
  expect(await listed({ unitId: communeA, village: { name: '9' } })).toEqual(['Chín', 'Chín phố']);
  expect(await listed({ unitId: communeA, village: { kind: 'THON', name: 'thôn 9' } })).toEqual(['Chín']);
  expect(await listed({ unitId: district, village: { kind: 'THON', name: '9' } })).toEqual(['Chín', 'Chín B']);
  expect(await listed({ village: { name: 'na loc' } })).toEqual(['Lốc']);
  expect(await listed({ unitId: communeA }, 'VILLAGE')).toEqual(['Chín', 'Chín phố', 'Mười', 'Đường hoa', 'Camera an ninh xóm']);
});

it('a list and the search find it by its words, with its kind', async () => {
  expect(await listed({ text: 'phu trung' })).toEqual(['Đường hoa']);
  expect(await listed({ text: 'ban na loc' })).toEqual(['Lốc']);
  const { search } = await registry.as.everyRole.get(
    '{ search(filter: { text: "thon phu trung" }) { edges { matched node { ... on EmulationModel { title } } } } }',
  );
  expect(search.edges).toEqual([{ matched: 'Đường hoa (thôn Phú Trung, nhà văn hóa)', node: { title: 'Đường hoa' } }]);
});

it('a person lives in one, and it is corrected with a reason', async () => {
  const run = async (mutation: string, type: string, input: object): Promise<any> =>
    (
      await registry.as.everyRole.get<Record<string, any>>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { person { id version ${VILLAGE} } userErrors { code } } }`,
        { input },
      )
    )[mutation];
  const { person } = await run('recordPerson', 'RecordPersonInput', {
    name: 'Hồ Thị Lan',
    unitId: communeB,
    village: { kind: 'BAN', name: 'Bản Nà Lốc' },
  });
  expect(person.village).toEqual({ kind: 'BAN', name: 'Nà Lốc' });
  await run('recordPerson', 'RecordPersonInput', { name: 'Hồ Văn Hai', unitId: communeB });
  const { people } = await registry.as.everyRole.get(
    'query ($unitId: ID!) { people(filter: { unitId: $unitId, village: { name: "nà lốc" } }, orderBy: VILLAGE) { nodes { name } } }',
    { unitId: communeB },
  );
  expect(people.nodes).toEqual([{ name: 'Hồ Thị Lan' }]);
  const seen = { id: person.id, expectedVersion: 1, reason: 'Nhầm' };
  expect((await run('correctPerson', 'CorrectPersonInput', { ...seen, name: 'Hồ Thị Lân' })).person.village).toEqual(person.village);
  expect((await run('correctPerson', 'CorrectPersonInput', { ...seen, expectedVersion: 2, village: null })).person.village).toBeNull();
});

it('a name without letters or digits is refused where it is', async () => {
  const id = await models.draft(communeA);
  expect((await edit(id, { village: { kind: 'THON', name: '…' } })).userErrors).toEqual([
    { code: 'INPUT_INVALID', field: ['input', 'village', 'name'] },
  ]);
});
