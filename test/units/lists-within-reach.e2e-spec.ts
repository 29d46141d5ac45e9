import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenFiles } from '../files/given-files.js';
import { csvFile, generatedCountry } from '../support/generated-country.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

const country = generatedCountry();
let registry: TestRegistry;
const files = givenFiles(() => registry);
const models = givenModels(() => registry);
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
});
afterAll(() => registry.close());

const upload = (name: string, rows: Parameters<typeof csvFile>[1]): Promise<string> =>
  files.upload('UNIT_LIST', null, name, Buffer.from(csvFile(name, rows).content));

/** The report, or the code of the error that refused the request. */
async function run(by: Asker, name: string, type: string, input: object): Promise<any> {
  const { data, errors } = await by.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { report { outcome dependents { label count } } userErrors { code } } }`,
    { input },
  );
  return errors ? errors[0]!.extensions.code : data[name].report;
}

it('an administrator of one unit can neither apply nor check a list, because a check counts records of other units', async () => {
  const commune = await units.establish({ name: 'Xã của quản trị viên' });
  const there = await askerWith(registry, 'administrator of a commune', { role: 'administrator', unitId: fromGlobalId(commune)!.id });
  const imported = { date: '2025-03-01', confirmedCodes: country.twins, unitsFileId: await upload('units-2025-03-01.csv', country.before) };
  const importBy = (by: Asker, apply: boolean): Promise<any> => run(by, 'importUnitList', 'ImportUnitListInput', { ...imported, apply });
  for (const apply of [false, true]) expect(await importBy(there, apply)).toBe('OUT_OF_REACH');
  expect(await importBy(registry.as.administrator, true)).toMatchObject({ outcome: 'APPLIED' });

  await models.draft(await units.find('Quế Trung', '2025-04-01'));
  const reorganised = {
    date: '2025-07-01',
    confirmedCodes: country.twins,
    act: '202/2025/QH15',
    unitsFileId: await upload('units-2025-07-01.csv', country.after),
    successionsFileId: await upload('successions-2025-07-01.csv', country.successions),
  };
  const reorganiseBy = (by: Asker, apply: boolean): Promise<any> =>
    run(by, 'reorganiseUnitsByLists', 'ReorganiseUnitsByListsInput', { ...reorganised, apply });
  for (const apply of [false, true]) expect(await reorganiseBy(there, apply)).toBe('OUT_OF_REACH');
  expect(await reorganiseBy(registry.as.administrator, false)).toEqual({
    outcome: 'READY',
    dependents: [{ label: 'mô hình', count: 1 }],
  });
});
