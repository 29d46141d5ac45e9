import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { inTurn } from '../proposals/in-turn.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let communeA: string;
let communeB: string;
/** An officer of each commune. */
let author: Asker;
let other: Asker;

const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const officerOf = (unit: string): Promise<Asker> =>
  askerWith(
    registry,
    'officer',
    { role: 'unitOfficer', unitId: fromGlobalId(unit)!.id },
    { role: 'boardStaff', unitId: fromGlobalId(unit)!.id },
  );

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  await models.authority(province, province);
  [author, other] = [await officerOf(communeA), await officerOf(communeB)];
});
afterAll(() => registry.close());

const namesOf = async (asker: Asker, text: string | null): Promise<string[]> =>
  (await asker.get('query ($text: String) { themes(filter: { text: $text }) { totalCount nodes { name } } }', { text })).themes.nodes.map(
    ({ name }: { name: string }) => name,
  );
const idOf = async (name: string): Promise<string> =>
  (await registry.as.reader.get('query ($name: String) { themes(filter: { text: $name }) { nodes { id } } }', { name })).themes.nodes[0].id;
/** @returns the codes of what is wrong. */
async function change(asker: Asker, field: string, type: string, input: object): Promise<string[]> {
  const { data, errors } = await asker.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`, { input });
  if (errors) return errors.map(({ extensions }) => extensions.code);
  return data[field].userErrors.map(({ code }: { code: string }) => code);
}
const add = (asker: Asker, name: string): Promise<string[]> => change(asker, 'addTheme', 'AddThemeInput', { name });

describe('the theme that only a draft of another unit has', () => {
  const name = 'Hiến đất mở đường';
  let id: string;
  let draft: string;
  beforeAll(async () => {
    draft = await models.draft(communeA, { title: 'Con đường mới', themes: [name] });
    id = await idOf(name);
  });

  it('is in the list, and answers to its id, for those alone who see the draft', async () => {
    const node = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }';
    expect([await namesOf(author, null), await namesOf(author, 'hien dat')]).toEqual([[name], [name]]);
    expect(await author.get(node, { id })).toEqual({ node: { id }, nodes: [{ id }] });
    expect([await namesOf(other, null), await namesOf(other, 'hien dat')]).toEqual([[], []]);
    expect(await other.get(node, { id })).toEqual({ node: null, nodes: [null] });
  });

  it('is in no search, facet, table of statistics, list of models or change that the others are answered', async () => {
    const question = `query ($id: ID!) {
      models(filter: { themeId: $id }) { totalCount }
      search(filter: { text: "hien dat mo duong" }) { totalCount }
      modelFacets(by: [{ by: THEME }]) { total values { value { label } count } }
      statistics(rows: [{ by: THEME }], measures: [MODELS]) { rows { values { label } } }
      changes(types: ["Theme"]) { changes { kind } } }`;
    const answer = await other.get(question, { id });
    expect([answer.models.totalCount, answer.search.totalCount, answer.changes.changes]).toEqual([0, 0, []]);
    expect(JSON.stringify(answer)).not.toContain(name);
    expect(JSON.stringify(await author.get(question, { id }))).toContain(name);
  });

  it('is not there for commands of the others', async () => {
    const seen = { id, expectedVersion: 1, reason: 'Thử' };
    expect(await change(other, 'correctTheme', 'CorrectThemeInput', { ...seen, name: 'Khác' })).toEqual(['THEME_NOT_FOUND']);
    expect(await change(other, 'removeTheme', 'RemoveRecordInput', seen)).toEqual(['THEME_NOT_FOUND']);
    expect(await change(other, 'mergeTheme', 'MergeRecordInput', { ...seen, intoId: await listed('Gộp vào') })).toEqual([
      'THEME_NOT_FOUND',
    ]);
  });

  it('is one theme with that of another draft, and then seen by both units', async () => {
    await models.draft(communeB, { themes: ['hien dat mo duong'] });
    expect(await namesOf(other, 'hien dat')).toEqual([name]);
    expect(await idOf(name)).toBe(id);
  });

  it('is in the dictionary of all units once the model is submitted, and stays there when it is withdrawn', async () => {
    const third = await officerOf(await units.establish({ name: 'Xã C' }));
    expect(await namesOf(third, 'hien dat')).toEqual([]);
    await models.step('submitModels', draft);
    expect(await namesOf(third, 'hien dat')).toEqual([name]);
    await models.step('withdrawModels', draft, { reason: 'Nhầm' });
    expect(await namesOf(third, 'hien dat')).toEqual([name]);
  });
});

const listed = async (name: string): Promise<string> => {
  expect(await add(registry.as.administrator, name)).toEqual([]);
  return idOf(name);
};

describe('a name that only a draft of another unit has', () => {
  const SHOWN = 'theme { id name version history { action changes { field before after } } } userErrors { code }';
  const answer = async (asker: Asker, field: string, type: string, input: object): Promise<any> => {
    const { [field]: done } = await asker.get(`mutation ($input: ${type}!) { ${field}(input: $input) { ${SHOWN} } }`, { input });
    return JSON.parse(JSON.stringify(done).replaceAll(/"id":"[^"]+"/g, '"id":"…"'));
  };
  const themesOf = async (id: string): Promise<any> =>
    (await author.get('query ($id: ID!) { model(id: $id) { themes { id name } } }', { id })).model.themes;

  it('is answered to those who correct a theme like a free name, and the draft then has the corrected theme', async () => {
    const drafted = await models.draft(communeA, { themes: ['Nhà sạch'] });
    const hidden = await idOf('Nhà sạch');
    const correct = async (name: string, to: string): Promise<[any, string]> => {
      const id = await listed(name);
      return [await answer(other, 'correctTheme', 'CorrectThemeInput', { id, name: to, expectedVersion: 1, reason: 'Sửa' }), id];
    };
    const [[free], [taken, id]] = [await correct('Ngo dep', 'Ngõ đẹp ba'), await correct('Nha sach ba', 'Nhà sạch')];
    const alike = (one: object): object =>
      JSON.parse(
        JSON.stringify(one)
          .replaceAll(/Nhà sạch|Ngõ đẹp ba/g, 'B')
          .replaceAll(/Nha sach ba|Ngo dep/g, 'A'),
      );
    expect(taken.userErrors).toEqual([]);
    expect(alike(taken)).toEqual(alike(free));
    expect(await themesOf(drafted)).toEqual([{ id, name: 'Nhà sạch' }]);
    expect((await author.get('query ($id: ID!) { node(id: $id) { id } }', { id: hidden })).node).toEqual({ id });
  });

  it('is answered to those who enter a theme like a free name', async () => {
    const drafted = await models.draft(communeA, { themes: ['trong cay'] });
    const enter = (name: string): Promise<any> => answer(other, 'addTheme', 'AddThemeInput', { name });
    const [free, taken] = [await enter('Trồng hoa'), await enter('Trồng cây')];
    const alike = (one: object): object => JSON.parse(JSON.stringify(one).replaceAll(/Trồng (cây|hoa)/g, 'A'));
    expect(alike(taken)).toEqual(alike(free));
    expect(await themesOf(drafted)).toMatchObject([{ name: 'Trồng cây' }]);
  });

  it('is given to another draft while the theme is entered: the draft has the theme of the dictionary', async () => {
    await models.draft(communeA, { themes: ['Nuoi ong'] });
    const turns = await inTurn(registry);
    const [drafted, entered] = await turns.run(
      'emulation_model_theme',
      () => models.draft(communeA, { title: 'Nuôi ong lấy mật', themes: ['Nuoi ong'] }),
      () => add(other, 'Nuôi ong'),
    );
    await turns.close();
    expect(entered).toEqual([]);
    expect(await themesOf(drafted)).toMatchObject([{ name: 'Nuôi ong' }]);
  });

  it('is taken for those who see the draft', async () => {
    await models.draft(communeA, { themes: ['Đọc sách'] });
    const id = await listed('Thư viện');
    const input = { id, name: 'doc sach', expectedVersion: 1, reason: 'Sửa' };
    expect(await change(author, 'correctTheme', 'CorrectThemeInput', input)).toEqual(['THEME_TAKEN']);
  });
});

describe('a theme is in the dictionary', () => {
  it('when it is entered there, also where a draft of another unit has it already', async () => {
    await models.draft(communeA, { themes: ['tiep dan'] });
    expect(await add(other, 'Tiếp dân')).toEqual([]);
    expect(await namesOf(other, 'tiep dan')).toEqual(['Tiếp dân']);
    expect(await add(other, 'Tiếp dân')).toEqual(['THEME_TAKEN']);
  });

  it('when a model of the past has it', async () => {
    const input = { title: 'Tổ hòa giải', unitId: communeA, subjectKind: 'COLLECTIVE', attestedOn: '2020-01-01', source: 'Báo cáo' };
    expect(await change(author, 'recordPast', 'RecordPastInput', { ...input, state: 'SUBMITTED', themes: ['Hòa giải'] })).toEqual([]);
    expect(await namesOf(other, 'hoa giai')).toEqual(['Hòa giải']);
  });

  it('when it takes over the models of one that is', async () => {
    await models.draft(communeA, { themes: ['Chuyển đổi số'] });
    const [id, intoId] = [await listed('Số hóa'), await idOf('Chuyển đổi số')];
    expect(await namesOf(other, 'chuyen doi so')).toEqual([]);
    expect(
      await change(registry.as.boardStaff, 'mergeTheme', 'MergeRecordInput', { id, intoId, expectedVersion: 1, reason: 'Trùng' }),
    ).toEqual([]);
    expect(await namesOf(other, 'chuyen doi so')).toEqual(['Chuyển đổi số']);
  });
});
