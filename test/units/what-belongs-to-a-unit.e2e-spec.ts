import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const MODELS = `query ($filter: ModelFilter, $asOf: LocalDate) { models(filter: $filter, asOf: $asOf, first: 100) { totalCount nodes { id title unit { name } } } }`;

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

const ownersOf = async (filter: object, asOf?: string): Promise<string[]> => {
  const { models: found } = await registry.as.reader.get(MODELS, { filter, asOf });
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map((model: any) => model.unit.name).toSorted();
};
const QUE_SON = [
  'Công an huyện Quế Sơn',
  'Hương An',
  'Quế Hiệp',
  'Quế Minh',
  'Thanh tra huyện Quế Sơn',
  'UBND huyện Quế Sơn',
  'Đông Phú',
].toSorted();

describe('in the example of Quế Sơn', () => {
  let [city, district, commune] = ['', '', ''];
  beforeAll(async () => {
    registry = await openTestRegistry({ example: true });
    [city, district, commune] = [
      await units.find('Đà Nẵng', '2026-01-01'),
      await units.find('Quế Sơn', '2022-10-13'),
      await units.find('Quế Sơn Trung', '2026-01-01'),
    ];
  });
  afterAll(() => registry.close());

  it('a leader of Đà Nẵng finds by the city exactly what they see', async () => {
    const leader = await askerWith(registry, 'leader', { role: 'leader', unitId: fromGlobalId(city)!.id, line: null });
    const ask = async (filter: object): Promise<string[]> =>
      (await leader.get(MODELS, { filter })).models.nodes.map((model: any) => model.unit.name).toSorted();
    expect(await ask({})).toEqual(QUE_SON);
    expect(await ask({ unitId: city })).toEqual(QUE_SON);
    const { unit } = await leader.get(`query ($id: ID!) { unit(id: $id) { models(first: 100) { totalCount } residual { reason } } }`, {
      id: city,
    });
    expect(unit).toEqual({ models: { totalCount: 7 }, residual: [] });
    expect(await ask({ placed: false })).toEqual([]);
  });

  it('the ended district still answers what was its own: its communes and bodies', async () =>
    expect(await ownersOf({ unitId: district })).toEqual(QUE_SON));

  it('the city answers for the day of the review what its whole predecessors had', async () => {
    expect(await ownersOf({ unitId: city }, '2022-10-13')).toEqual(QUE_SON);
    expect(await ownersOf({ unitId: city }, '2022-10-12')).toEqual([]);
  });

  it('a commune of today has its whole predecessors’ models, and shows the divided district as its residual', async () => {
    expect(await ownersOf({ unitId: commune })).toEqual(['Quế Hiệp']);
    const residual = ['Công an huyện Quế Sơn', 'Thanh tra huyện Quế Sơn', 'UBND huyện Quế Sơn'].toSorted();
    expect(await ownersOf({ residualOf: commune })).toEqual(residual);
    expect(await ownersOf({ unitId: commune }, '2022-10-13')).toEqual(['Quế Hiệp']);
    expect(await ownersOf({ residualOf: commune }, '2022-10-13')).toEqual(expect.arrayContaining(residual));
    const { unit } = await registry.as.reader.get(`query ($id: ID!) { unit(id: $id) { residual { reason unit { fullName } } } }`, {
      id: commune,
    });
    expect(unit.residual).toContainEqual({ reason: 'DIVIDED', unit: { fullName: 'Huyện Quế Sơn' } });
  });

  it('search and its counts by unit agree with the lists', async () => {
    const { search } = await registry.as.reader.get(
      `{ search(filter: { text: "dân vận khéo", types: [MODEL] }) { totalCount facets { unit { values { label count } } } } }`,
    );
    expect(search.facets.unit.values).toEqual([{ label: 'Thành phố Đà Nẵng', count: search.totalCount }]);
  });
});

describe('a commune divided between two provinces, one of which ended without a successor above', () => {
  const at: Record<string, string> = {};
  beforeAll(async () => {
    registry = await openTestRegistry();
    for (const name of ['Tỉnh A', 'Tỉnh B', 'Tỉnh C']) at[name] = await units.establish({ name, kind: 'TINH' });
    const under = async (name: string, parent: string): Promise<string> =>
      (at[name] = await units.establish({ name, parentId: at[parent] }));
    for (const [name, parent] of [
      ['Xã A1', 'Tỉnh A'],
      ['Xã A2', 'Tỉnh A'],
      ['Xã B1', 'Tỉnh B'],
      ['Xã C1', 'Tỉnh C'],
    ] as const)
      await under(name, parent);
    for (const name of ['Xã A1', 'Xã A2', 'Xã B1', 'Xã C1'])
      await models.draft(at[name]!, { jointOwnerIds: name === 'Xã A2' ? [at['Xã C1']] : [] });
    const { userErrors } = await units.apply({
      effective: '2026-07-01',
      changes: [
        { split: { unitId: at['Xã A1'], intoIds: [at['Xã A2'], at['Xã B1']], goesOn: false } },
        { dissolve: { unitId: at['Xã C1'] } },
        { dissolve: { unitId: at['Tỉnh C'] } },
      ],
    });
    expect(userErrors).toEqual([]);
  });
  afterAll(() => registry.close());

  it('stays with the province above it and is the residual of the units that got a part', async () => {
    expect(await ownersOf({ unitId: at['Tỉnh A'] })).toEqual(['Xã A1', 'Xã A2']);
    expect(await ownersOf({ unitId: at['Tỉnh B'] })).toEqual(['Xã B1']);
    expect(await ownersOf({ residualOf: at['Tỉnh B'] })).toEqual(['Xã A1']);
    expect(await ownersOf({ residualOf: at['Tỉnh A'] })).toEqual([]);
  });

  it('the provinces and the residual of the registry make up all models; a joint owner keeps a model from the residual', async () => {
    expect(await ownersOf({ placed: false })).toEqual(['Xã C1']);
    expect(await ownersOf({ placed: true })).toEqual(['Xã A1', 'Xã A2', 'Xã B1']);
    expect(await ownersOf({})).toHaveLength(4);
  });
});
