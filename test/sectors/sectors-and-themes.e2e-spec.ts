import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const sectors = async (asOf?: string): Promise<any[]> =>
  (
    await registry.as.reader.get(
      'query ($asOf: LocalDate) { sectors(asOf: $asOf) { nodes { id code name basis version comparesWith { code } } } }',
      { asOf },
    )
  ).sectors.nodes;
const change = async (field: string, type: string, input: Record<string, unknown>): Promise<any> =>
  (await registry.as.administrator.get(`mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code field } } }`, { input }))[
    field
  ].userErrors;

it('the four usual sectors are listed in their order, marked as not verified', async () => {
  const found = await sectors('2015-01-01');
  expect(found.map(({ code }) => code)).toEqual(['ECONOMY', 'CULTURE_SOCIETY', 'DEFENCE_SECURITY', 'POLITICAL_SYSTEM']);
  expect(new Set(found.map(({ basis }) => basis))).toEqual(new Set(['Thông lệ của phong trào; chưa xác minh văn bản']));
});

it('an office adds its own sector from a day on, compared with the usual ones, and ends it', async () => {
  const usual = await sectors();
  const input = {
    code: 'ECONOMY_CULTURE',
    name: 'Kinh tế - văn hóa - xã hội',
    validFrom: '2024-01-01',
    basis: 'Hướng dẫn A',
    comparesWithIds: usual.slice(0, 2).map(({ id }) => id),
  };
  expect(await change('addSector', 'AddSectorInput', input)).toEqual([]);
  expect(await change('addSector', 'AddSectorInput', input)).toEqual([{ code: 'SECTOR_CODE_TAKEN', field: ['input', 'code'] }]);
  expect((await sectors('2023-12-31')).map(({ code }) => code)).not.toContain('ECONOMY_CULTURE');
  const merged = (await sectors('2024-01-01')).find(({ code }) => code === 'ECONOMY_CULTURE');
  expect(merged.comparesWith).toEqual([{ code: 'ECONOMY' }, { code: 'CULTURE_SOCIETY' }]);
  const end = { id: merged.id, validTo: '2024-12-31', expectedVersion: 1 };
  expect(await change('endSector', 'EndSectorInput', { ...end, validTo: '2023-12-31' })).toEqual([
    { code: 'SECTOR_ENDS_BEFORE_IT_STARTS', field: ['input', 'validTo'] },
  ]);
  expect(await change('endSector', 'EndSectorInput', end)).toEqual([]);
  expect(await change('endSector', 'EndSectorInput', end)).toEqual([{ code: 'STALE_VERSION', field: ['input', 'expectedVersion'] }]);
  expect((await sectors('2025-01-01')).map(({ code }) => code)).not.toContain('ECONOMY_CULTURE');
});

it('themes that differ only in marks, case or blanks are one', async () => {
  expect(await change('addTheme', 'AddThemeInput', { name: 'Cải cách hành chính' })).toEqual([]);
  for (const name of ['cai cach  hanh chinh', 'CẢI CÁCH HÀNH CHÍNH', 'Cải\u00a0cách hành chính'.normalize('NFD')]) {
    expect(await change('addTheme', 'AddThemeInput', { name })).toEqual([{ code: 'THEME_TAKEN', field: ['input', 'name'] }]);
  }
  const { themes } = await registry.as.reader.get('{ themes(filter: { text: "cach" }) { nodes { id name version } } }');
  expect(themes.nodes).toHaveLength(1);
  const [{ id }] = themes.nodes;
  expect(
    await change('correctTheme', 'CorrectThemeInput', { id, name: 'Cải cách thủ tục', expectedVersion: 1, reason: 'Gõ nhầm' }),
  ).toEqual([]);
  expect(await change('correctTheme', 'CorrectThemeInput', { id, name: 'Khác', expectedVersion: 1, reason: 'Gõ nhầm' })).toEqual([
    { code: 'STALE_VERSION', field: ['input', 'expectedVersion'] },
  ]);
});

it('a name that exceeds the limit after normalisation is refused', async () => {
  const growing = '\u0958';
  expect(growing.normalize('NFC')).toHaveLength(2);
  const add = (letters: number): Promise<any> => change('addTheme', 'AddThemeInput', { name: growing.repeat(letters) });
  expect(await add(151)).toEqual([{ code: 'INPUT_INVALID', field: ['input', 'name'] }]);
  expect(await add(150)).toEqual([]);
});

it('two offices that add the same theme at the same moment result in one theme', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => change('addTheme', 'AddThemeInput', { name: 'Cùng lúc' })));
  expect(answers.filter(errors => errors.length === 0)).toHaveLength(1);
  expect(answers.flat().every(({ code }) => code === 'THEME_TAKEN')).toBe(true);
});

it('a theme that another transaction is adding is waited for and used, and no command is refused', async () => {
  const [units, models] = [givenUnits(() => registry), givenModels(() => registry)];
  const commune = await units.establish({ name: 'Xã A' });
  const name = 'Chuyên đề mới của nhiều người';
  const client = await connect(registry.database.where);
  await client.query('begin');
  await client.query('insert into theme (id, name) values ($1, $2)', [newId(), name]);
  const draft = models.draft(commune, { themes: [name] });
  // It either waits for the other by now, or runs later and finds it.
  await new Promise(done => setTimeout(done, 300));
  await client.query('commit');
  await client.end();
  expect(await draft).toBeTruthy();
});
