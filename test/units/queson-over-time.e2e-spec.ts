import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let district: string;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  district = await idOf('Quế Sơn', 'HUYEN', '2022-10-13');
});
afterAll(() => registry.close());

const get = <Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data> =>
  registry.as.reader.get<Data>(query, variables);

async function idOf(name: string, kind: string, asOf: string): Promise<string> {
  const { units } = await get(
    `query ($text: String, $kind: UnitKind!, $asOf: LocalDate) { units(filter: { text: $text, kind: [$kind] }, asOf: $asOf) { nodes { id name } } }`,
    { text: name, kind, asOf },
  );
  return units.nodes.find((unit: { name: string }) => unit.name === name).id;
}

const communesOf = async (asOf: string): Promise<string[]> => {
  const { units } = await get(
    `query ($id: ID!, $asOf: LocalDate) { units(filter: { parentId: $id, line: [TERRITORY] }, asOf: $asOf, first: 100) { nodes { fullName } } }`,
    { id: district, asOf },
  );
  return units.nodes.map((unit: { fullName: string }) => unit.fullName);
};

describe('the tree of Quế Sơn', () => {
  it('has fourteen communes in 2019, Hương An a xã among them', async () => {
    const communes = await communesOf('2019-06-01');
    expect(communes).toHaveLength(14);
    expect(communes).toEqual(expect.arrayContaining(['Xã Hương An', 'Xã Quế Cường', 'Xã Phú Thọ']));
  });

  it('has thirteen in 2022, Hương An a thị trấn, Quế Mỹ in place of two', async () => {
    const communes = await communesOf('2022-10-13');
    expect(communes).toHaveLength(13);
    expect(communes).toEqual(expect.arrayContaining(['Thị trấn Hương An', 'Xã Quế Mỹ']));
  });

  it('has eighteen in January 2025, those of Nông Sơn among them and no ghost of Quế Phước', async () => {
    const communes = await communesOf('2025-01-15');
    expect(communes).toHaveLength(18);
    expect(communes).toContain('Thị trấn Trung Phước');
    expect(communes).not.toContain('Xã Quế Phước');
  });

  it('has ended today; five communes are under Đà Nẵng', async () => {
    expect(await communesOf('2025-07-01')).toEqual([]);
    const { unit } = await get(
      `query ($id: ID!) { unit(id: $id) { inForce validTo successors { unit { fullName path } whole date act } restated { name } } }`,
      { id: district },
    );
    expect(unit).toMatchObject({ inForce: false, validTo: '2025-06-30', restated: { name: 'Đà Nẵng' } });
    expect(unit.successors.map((s: any) => [s.unit.path, s.whole, s.date, s.act])).toEqual(
      expect.arrayContaining([['Thành phố Đà Nẵng / Xã Quế Sơn Trung', false, '2025-07-01', '1659/NQ-UBTVQH15']]),
    );
    expect(unit.successors).toHaveLength(5);
  });

  it('distinguishes an unknown start from “always”: what was above Quế Hiệp before 2008 is not stated', async () => {
    const id = await idOf('Quế Hiệp', 'XA', '2022-10-13');
    const { unit } = await get(`query ($id: ID!) { unit(id: $id) { validFrom history { from to parent { name } } } }`, { id });
    expect(unit.validFrom).toBeNull();
    expect(unit.history.slice(0, 2)).toEqual([
      { from: null, to: '2008-04-22', parent: null },
      { from: '2008-04-23', to: '2025-06-30', parent: { name: 'Quế Sơn' } },
    ]);
  });
});

describe('where the units of the review went', () => {
  it.each([
    ['Quế Hiệp', 'XA', 'Xã Quế Sơn Trung'],
    ['Đông Phú', 'THI_TRAN', 'Xã Quế Sơn'],
    ['Quế Minh', 'XA', 'Xã Quế Sơn'],
    ['Hương An', 'THI_TRAN', 'Xã Xuân Phú'],
  ])('%s (%s) passed as a whole to %s', async (name, kind, successor) => {
    const id = await idOf(name, kind, '2022-10-13');
    const { unit } = await get(
      `query ($id: ID!) { unit(id: $id) { successors { unit { fullName } whole date act } restated { fullName } } }`,
      { id },
    );
    expect(unit.successors).toEqual([{ unit: { fullName: successor }, whole: true, date: '2025-07-01', act: '1659/NQ-UBTVQH15' }]);
    expect(unit.restated.fullName).toBe(successor);
  });

  it.each([
    ['Thanh tra huyện Quế Sơn', 'INSPECTORATE'],
    ['Công an huyện Quế Sơn', 'POLICE'],
  ])('%s has no successor, so its records count in the city of its territory', async (name, kind) => {
    const id = await idOf(name, kind, '2022-10-13');
    const { unit } = await get(`query ($id: ID!) { unit(id: $id) { inForce successors { whole } restated { name } } }`, { id });
    expect(unit).toEqual({ inForce: false, successors: [], restated: { name: 'Đà Nẵng' } });
  });
});

describe('misleading rows of the list', () => {
  it('the same code belongs to another unit later', async () => {
    const byCode = async (asOf: string): Promise<string[]> =>
      (
        await get(`query ($asOf: LocalDate) { units(filter: { code: "20641" }, asOf: $asOf) { nodes { fullName } } }`, { asOf })
      ).units.nodes.map((u: any) => u.fullName);
    expect(await byCode('2025-06-30')).toEqual(['Thị trấn Đông Phú']);
    expect(await byCode('2025-07-01')).toEqual(['Xã Quế Sơn']);
  });

  it.each([
    ['Hương An', 'THI_TRAN', '2022-10-13', ['Xã Hương An', 'Thị trấn Hương An']],
    ['Trung Phước', 'THI_TRAN', '2024-01-01', ['Xã Quế Trung', 'Thị trấn Trung Phước']],
  ])('%s is one unit through its change of kind and name', async (name, kind, asOf, names) => {
    const id = await idOf(name, kind, asOf);
    const { unit } = await get(
      `query ($id: ID!, $asOf: LocalDate) { unit(id: $id, asOf: $asOf) { predecessors { whole } history { name kind } } }`,
      { id, asOf },
    );
    expect(unit.predecessors).toEqual([]);
    const label: Record<string, string> = { XA: 'Xã', THI_TRAN: 'Thị trấn' };
    expect([...new Set(unit.history.map((span: any) => `${label[span.kind]} ${span.name}`))]).toEqual(names);
  });

  it('the district remains one unit when Nông Sơn is merged into it; Đà Nẵng before and after the merger are two', async () => {
    const { unit } = await get(
      `query ($id: ID!) { unit(id: $id, asOf: "2025-03-01") { predecessors { unit { fullName } whole date act } } }`,
      { id: district },
    );
    expect(unit.predecessors).toEqual([{ unit: { fullName: 'Huyện Nông Sơn' }, whole: true, date: '2025-01-01', act: '1241/NQ-UBTVQH15' }]);
    const [before, after] = [await idOf('Đà Nẵng', 'THANH_PHO_TW', '2025-06-30'), await idOf('Đà Nẵng', 'THANH_PHO_TW', '2025-07-01')];
    expect(before).not.toBe(after);
  });

  it('a reused name means the unit of its day: Quế Phước of 2019 and of today are two', async () => {
    expect(await idOf('Quế Phước', 'XA', '2019-01-01')).not.toBe(await idOf('Quế Phước', 'XA', '2026-01-01'));
  });

  it('Phước Ninh passed as a whole to Quế Phước, although public tables say otherwise', async () => {
    const { unit } = await get(`query ($id: ID!) { unit(id: $id) { successors { unit { fullName } whole } } }`, {
      id: await idOf('Phước Ninh', 'XA', '2022-01-01'),
    });
    expect(unit.successors).toEqual([{ unit: { fullName: 'Xã Quế Phước' }, whole: true }]);
  });

  it('an unknown day is not invented: the provincial board was merged on some day of early 2025', async () => {
    const { unit } = await get(`query ($id: ID!) { unit(id: $id) { validTo successors { date unit { name } } } }`, {
      id: await idOf('Ban Dân vận Tỉnh ủy Quảng Nam', 'PARTY_BOARD', '2022-01-01'),
    });
    expect(unit.successors).toEqual([{ date: '2025-01-01..2025-06-30', unit: { name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam' } }]);
    expect(unit.validTo).toBe('2024-12-31..2025-06-29');
  });
});

describe('the models of Quế Sơn', () => {
  const modelsOf = async (unitId: string, asOf?: string): Promise<string[]> =>
    (
      await get(
        `query ($unitId: ID, $asOf: LocalDate) { models(filter: { unitId: $unitId }, asOf: $asOf) { totalCount nodes { title unit { name } } } }`,
        { unitId, asOf },
      )
    ).models.nodes.map((model: any) => model.unit.name);

  it('are the theme and six unit models on 13/10/2022, and none is recorded the day before', async () => {
    expect(await modelsOf(district, '2022-10-12')).toEqual([]);
    expect((await modelsOf(district, '2022-10-13')).toSorted()).toEqual(
      ['Công an huyện Quế Sơn', 'Hương An', 'Quế Hiệp', 'Quế Minh', 'Thanh tra huyện Quế Sơn', 'UBND huyện Quế Sơn', 'Đông Phú'].toSorted(),
    );
  });

  it('are found under today’s communes through whole successors', async () => {
    expect(await modelsOf(await idOf('Quế Sơn Trung', 'XA', '2026-01-01'))).toEqual(['Quế Hiệp']);
    expect((await modelsOf(await idOf('Quế Sơn', 'XA', '2026-01-01'))).toSorted()).toEqual(['Quế Minh', 'Đông Phú']);
  });

  it('are received and active, as inferred from the source; their start and recognition are unknown', async () => {
    const { models } = await get(
      `query ($unitId: ID) { models(filter: { unitId: $unitId }, asOf: "2022-10-13") { nodes { code state running starts recognitions { level } latestStep { action on } } } }`,
      { unitId: district },
    );
    for (const { code, ...model } of models.nodes) {
      expect(code).toMatch(/-2022-\d{3}$/);
      expect(model).toEqual({
        state: 'RECEIVED',
        running: 'ACTIVE',
        starts: null,
        recognitions: [],
        latestStep: { action: 'recordPast', on: '2022-10-13' },
      });
    }
  });

  it('are under one theme model with a joint owner, counted once', async () => {
    const { models } = await get(
      `query ($unitId: ID) { models(filter: { unitId: $unitId }, asOf: "2022-10-13") { totalCount nodes { parent { title } children(first: 10) { totalCount } jointOwners { name } } } }`,
      { unitId: district },
    );
    expect(models.totalCount).toBe(7);
    expect(models.nodes.filter((model: any) => model.parent === null)).toEqual([
      { parent: null, children: { totalCount: 6 }, jointOwners: [{ name: 'Ban Dân vận Huyện ủy Quế Sơn' }] },
    ]);
  });
});
