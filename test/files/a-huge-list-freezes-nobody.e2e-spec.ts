import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenFiles } from './given-files.js';

let registry: TestRegistry;
const files = givenFiles(() => registry);
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const PROVINCES = 60;

/** A name made of the digits of a number. */
const named = (i: number): string => `Tân ${[...String(i)].map(digit => `${'bcdghklmnt'[Number(digit)]}a`).join(' ')}`;

/** Provinces with communes: forty thousand rows. */
const list = (): Buffer => {
  const rows = ['code,name,type,parent_code'];
  for (let i = 1; i <= PROVINCES; i++) rows.push(`${String(i).padStart(2, '0')},${named(i)},Tỉnh,`);
  for (let i = 1_000; i < 41_000; i++)
    rows.push(`${String(i).padStart(5, '0')},${named(i)},Xã,${String((i % PROVINCES) + 1).padStart(2, '0')}`);
  return Buffer.from(rows.join('\n'));
};

it('while a list of forty thousand units is checked, the questions of others are answered', async () => {
  const unitsFileId = await files.upload('UNIT_LIST', null, 'a.csv', list());
  const seen = { checked: false };
  const check = registry.as.everyRole
    .get(
      `mutation ($input: ImportUnitListInput!) { importUnitList(input: $input) { report { outcome counts { established } problems { code message } } userErrors { code } } }`,
      { input: { date: '2025-07-01', unitsFileId, apply: false, codes: 'AS_WRITTEN' } },
    )
    .finally(() => (seen.checked = true));
  let answered = 0;
  for (; !seen.checked; answered++) await registry.as.reader.get('{ sectors { totalCount } }');
  expect((await check).importUnitList).toMatchObject({ report: { outcome: 'READY', counts: { established: 40_060 }, problems: [] } });
  // Of a process that reads and matches without a pause, one or two.
  expect(answered).toBeGreaterThan(10);
});
