import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let province: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH', code: '01' });
});
afterAll(() => registry.close());

const QUARTERS = `query ($filter: ModelFilter, $from: LocalDate!) {
  statistics(rows: [{ by: QUARTER, from: $from }], measures: [RECOGNISED], filter: $filter) { cells { value filter } } }`;

it('every cell repeats the filter of the table, so a long filter is given fewer cells', async () => {
  const words = { text: 'dân vận khéo '.repeat(15).trim() };
  const filter = { ...words, and: Array.from({ length: 12 }, () => words) };
  const large = await registry.as.reader.ask(QUARTERS, { filter, from: '1000-01-01' });
  expect(JSON.stringify(large).length).toBeLessThan(5_000_000);
  expect(large.errors?.[0]?.extensions.code).toBe('STATISTICS_TOO_LARGE');
  const short = await registry.as.reader.ask(QUARTERS, { filter: words, from: '1000-01-01' });
  expect(short.errors).toBeUndefined();
  const recent = await registry.as.reader.ask(QUARTERS, { filter, from: '1990-01-01' });
  expect(recent.errors).toBeUndefined();
});

it('the progress of targets costs the numbers that are counted for it', async () => {
  const document = 'query ($id: ID!) { overview(unitId: $id, year: 2025) { targets { target } } }';
  const answer: any = await registry.as.reader.ask(document, { id: province });
  expect(answer.extensions.cost.rows).toBe(1_000);
});
