import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { csvFile, generatedCountry } from '../support/generated-country.js';
import { PNG, givenFiles } from './given-files.js';

const country = generatedCountry();
/** A new unit of the first district other than the one that 01102 passed to. */
const SEAT = country.after.find(({ code }) => code === '01107')!.name;
let registry: TestRegistry;
const files = givenFiles(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

const upload = (name: string, text: Parameters<typeof csvFile>[1]): Promise<string> =>
  files.upload('UNIT_LIST', null, name, Buffer.from(csvFile(name, text).content));
const FIELDS = `report { outcome counts { unitRows established matched corrected leftAlone } problemCount problems { file row column code message } noteCount } unitEvent { kind act { number } } userErrors { code field }`;
const run = async (name: string, type: string, input: Record<string, unknown>): Promise<any> =>
  (await registry.as.everyRole.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`, { input }))[name];
const importList = (input: Record<string, unknown>): Promise<any> =>
  run('importUnitList', 'ImportUnitListInput', { date: '2025-03-01', confirmedCodes: country.twins, ...input });

it('an uploaded list is checked without writing, then imported, and a second import changes nothing; the reorganisation likewise', async () => {
  const unitsFileId = await upload('units-2025-03-01.csv', country.before);
  const counts = { unitRows: 136, established: 136, matched: 0, corrected: 0, leftAlone: 0 };
  const ready = { report: { outcome: 'READY', counts, problemCount: 0, problems: [], noteCount: 0 }, unitEvent: null, userErrors: [] };
  expect(await importList({ unitsFileId, apply: false })).toEqual(ready);
  expect(await importList({ unitsFileId, apply: true })).toMatchObject({
    report: { outcome: 'APPLIED', counts },
    unitEvent: { kind: 'LIST' },
  });
  expect(await importList({ unitsFileId, apply: true })).toMatchObject({ report: { outcome: 'UNCHANGED' }, unitEvent: null });

  const input = {
    date: '2025-07-01',
    confirmedCodes: country.twins,
    act: '202/2025/QH15',
    unitsFileId: await upload('units-2025-07-01.csv', country.after),
    successionsFileId: await upload('successions-2025-07-01.csv', country.successions),
  };
  const reorganise = (apply: boolean): Promise<any> => run('reorganiseUnitsByLists', 'ReorganiseUnitsByListsInput', { ...input, apply });
  expect(await reorganise(false)).toMatchObject({ report: { outcome: 'READY', problemCount: 0 }, unitEvent: null });
  expect(await reorganise(true)).toMatchObject({
    report: { outcome: 'APPLIED' },
    unitEvent: { kind: 'REORGANISATION', act: { number: '202/2025/QH15' } },
  });
});

it('problems of a list are reported with row and column, and nothing is written', async () => {
  const unitsFileId = await files.upload('UNIT_LIST', null, 'sai.csv', Buffer.from('code,name,type\n01,Hà Nội,Thành phố\n'));
  expect(await importList({ unitsFileId, apply: true })).toMatchObject({
    report: {
      outcome: 'REFUSED',
      problemCount: 1,
      problems: [{ file: 'sai.csv', row: 1, column: 'parent_code', code: 'LIST_COLUMN_MISSING' }],
    },
    unitEvent: null,
  });
});

it('only files uploaded as lists are read as lists, and only by those who may change units', async () => {
  const unitsFileId = await upload('a.csv', country.before);
  const asReader = await registry.as.reader.ask(
    `mutation ($input: ImportUnitListInput!) { importUnitList(input: $input) { report { outcome } } }`,
    {
      input: { date: '2025-03-01', unitsFileId, apply: true },
    },
  );
  expect(asReader.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const missing = await registry.as.everyRole.ask(
    `mutation ($input: ImportUnitListInput!) { importUnitList(input: $input) { report { outcome } } }`,
    {
      input: {
        date: '2025-03-01',
        unitsFileId: Buffer.from('File:018f0000-0000-7000-8000-000000000000').toString('base64url'),
        apply: true,
      },
    },
  );
  expect(missing.errors?.[0]?.extensions.code).toBe('FILE_NOT_FOUND');
});

it.each([
  ['a picture', PNG, 'FILE_NOT_WHAT_IT_SAYS'],
  ['text in another encoding', Buffer.from('code,name\n01,H\xe0 N\xf4i\n', 'latin1'), 'FILE_NOT_UTF8'],
  ['text in UTF-16', Buffer.from('code,name\n', 'utf16le'), 'FILE_NOT_UTF8'],
])('%s is no list', async (_, body, code) => {
  expect((await files.put(await files.ticket('UNIT_LIST', null, 'a.csv'), body)).code).toBe(code);
});

it('a corrected list mends what a list entered, and what a person entered only for confirmed codes', async () => {
  const wrongly = country.successions.map(row => (row.old_code === '01102' ? { ...row, new_code: '01107', new_name: SEAT } : row));
  const unitsFileId = await upload('units-2025-07-01.csv', country.after);
  const reorganise = async (successions: typeof country.successions, more: object = {}): Promise<any> =>
    run('reorganiseUnitsByLists', 'ReorganiseUnitsByListsInput', {
      date: '2025-07-01',
      confirmedCodes: country.twins,
      unitsFileId,
      successionsFileId: await upload('successions.csv', successions),
      apply: true,
      ...more,
    });
  await importList({ unitsFileId: await upload('units-2025-03-01.csv', country.before), apply: true });
  await reorganise(country.successions);
  const outcome = (code: string, counts: object): object => ({ report: { outcome: code, counts }, userErrors: [] });
  expect(await reorganise(wrongly)).toMatchObject(outcome('APPLIED', { corrected: 1, leftAlone: 0 }));
  const { units } = await registry.as.everyRole
    .get(
      `{ old: units(filter: { code: "01102" }, asOf: "2025-06-30") { nodes { id version } } units(filter: { code: "01100" }) { nodes { id } } }`,
    )
    .then((found: any) => ({ units: { old: found.old.nodes[0], right: found.units.nodes[0] } }));
  const successors = [{ unitId: units.right.id, whole: true }];
  const correctSuccession = { unitId: units.old.id, on: '2025-07-01', expectedVersion: units.old.version, successors };
  const input = { note: 'Theo nghị quyết', changes: [{ correctSuccession }] };
  const { applyUnitEvent } = await registry.as.everyRole.get(
    `mutation ($input: ApplyUnitEventInput!) { applyUnitEvent(input: $input) { userErrors { code } } }`,
    { input },
  );
  expect(applyUnitEvent.userErrors).toEqual([]);
  expect(await reorganise(wrongly)).toMatchObject(outcome('DIFFERS', { corrected: 0, leftAlone: 1 }));
  expect(await reorganise(wrongly, { correctedCodes: ['01102'] })).toMatchObject(outcome('APPLIED', { corrected: 1, leftAlone: 0 }));
});
