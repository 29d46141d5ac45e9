import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
let inspectorate: string;
beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  const { a, b } = await registry.as.reader.get(`{
    a: units(filter: { code: "20659" }, asOf: "2022-01-01") { nodes { id } } b: units(filter: { text: "thanh tra" }, asOf: "2022-01-01") { nodes { id } } }`);
  commune = a.nodes[0].id;
  inspectorate = b.nodes[0].id;
});
afterAll(() => registry.close());

const record = async (input: Record<string, unknown>): Promise<any> =>
  (
    await registry.as.everyRole.get(
      `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id title place version attestedOn themes { name } } userErrors { code field } } }`,
      { input: { unitId: commune, subjectKind: 'COLLECTIVE', attestedOn: '2022-01-01', source: 'Văn bản A', ...input } },
    )
  ).recordPast;

it('a model entered from a paper keeps its text as given, in NFC and plain signs, and its themes are found whatever their marks', async () => {
  const { model } = await record({
    title: ' Tổ  tự quản\u00a0“ba không” '.normalize('NFD'),
    themes: ['MOT CUA', 'Chuyên đề mới'],
    place: 'Thôn 1',
  });
  expect(model).toMatchObject({ title: 'Tổ  tự quản “ba không”', place: 'Thôn 1', version: 1, attestedOn: '2022-01-01' });
  expect(model.themes.map((theme: any) => theme.name)).toEqual(['Chuyên đề mới', 'một cửa']);
  const { models, found } = await registry.as.reader.get(
    '{ models(filter: { text: "to tu quan ba khong" }) { totalCount } found: models(filter: { text: "tự quản “ba" }) { totalCount } }',
  );
  expect([models.totalCount, found.totalCount]).toEqual([1, 1]);
});

it('is refused whole with everything that is wrong', async () => {
  const { model, userErrors } = await record({ title: 'x'.repeat(10_000), source: ' … ', themes: ['', 'đúng'] });
  expect(model).toBeNull();
  expect(userErrors.map((e: any) => e.field.join('.')).toSorted()).toEqual(['input.source', 'input.themes', 'input.title']);
  expect(new Set(userErrors.map((e: any) => e.code))).toEqual(new Set(['INPUT_INVALID']));
});

it('needs units in force on that day, each named once, and a day that has been', async () => {
  registry.setClock('2026-01-01T00:00:00Z');
  const { userErrors } = await record({ title: 'Mô hình', attestedOn: '2026-06-01', jointOwnerIds: [inspectorate, commune] });
  registry.setClock(undefined);
  expect(userErrors.map((e: any) => [e.code, e.field.join('.')])).toEqual([
    ['MODEL_ATTESTED_IN_FUTURE', 'input.attestedOn'],
    ['MODEL_UNIT_NOT_IN_FORCE', 'input.unitId'],
    ['MODEL_UNIT_NOT_IN_FORCE', 'input.jointOwnerIds.0'],
    ['MODEL_OWNER_DOUBLED', 'input.jointOwnerIds.1'],
  ]);
});

it('stands at most two levels deep', async () => {
  const theme = (await record({ title: 'Chủ đề' })).model;
  const child = (await record({ title: 'Mô hình con', parentId: theme.id })).model;
  expect((await record({ title: 'Cháu', parentId: child.id })).userErrors).toEqual([
    { code: 'MODEL_PARENT_HAS_PARENT', field: ['input', 'parentId'] },
  ]);
  expect((await record({ title: 'Cháu', parentId: commune })).userErrors).toEqual([{ code: 'ID_INVALID', field: ['input', 'parentId'] }]);
});

it('is found by each of its owners, and counted once', async () => {
  await record({ title: 'Hai đơn vị cùng làm', jointOwnerIds: [inspectorate] });
  const { units } = await registry.as.reader.get(`{ units(filter: { code: "509" }, asOf: "2022-01-01") { nodes { id } } }`);
  const count = async (unitId: string): Promise<number> =>
    (
      await registry.as.reader.get(
        'query ($unitId: ID) { models(filter: { unitId: $unitId, text: "hai don vi" }, asOf: "2022-01-01") { totalCount } }',
        { unitId },
      )
    ).models.totalCount;
  expect([await count(commune), await count(inspectorate), await count(units.nodes[0].id)]).toEqual([1, 1, 1]);
});
