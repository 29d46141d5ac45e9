import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenFigures } from './given-figures.js';

let registry: TestRegistry;
let province: string;
let a: string;
let b: string;
let c: string;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'T', kind: 'TINH' });
  [a, b, c] = [
    await units.establish({ name: 'A', parentId: province }),
    await units.establish({ name: 'B', parentId: province }),
    await units.establish({ name: 'C', parentId: province }),
  ];
  const merge = { effective: '2025-07-01', changes: [{ merge: { unitIds: [a], intoId: b } }] };
  const { userErrors } = await units.apply(merge);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
});
afterAll(() => registry.close());

const rows = ({ rows: found }: any): unknown => Object.fromEntries(found.map(({ unit, reading }: any) => [unit, reading]));

it('as reported by the units of that time; restated, what passed as a whole counts at its successor', async () => {
  const indicatorId = await figures.indicator();
  await figures.approved(indicatorId, a, '1.200');
  await figures.approved(indicatorId, b, 'trên 300');
  const then = await figures.total({ indicatorId, unitId: province });
  expect(then).toMatchObject({ reading: '1500', qualifier: 'AT_LEAST', waiting: 0, residuals: [] });
  expect(rows(then)).toEqual({ 'Xã A': '1200', 'Xã B': '300', 'Xã C': null });
  expect(then.rows.map(({ unit, reported }: any) => [unit, reported])).toEqual([
    ['Xã A', true],
    ['Xã B', true],
    ['Xã C', false],
  ]);
  const today = await figures.total({ indicatorId, unitId: province, basis: 'RESTATED' });
  expect(today.reading).toBe('1500');
  expect(rows(today)).toEqual({ 'Xã B': '1500', 'Xã C': null });
  expect((await figures.total({ indicatorId, unitId: b })).reading).toBe('300');
  expect((await figures.total({ indicatorId, unitId: b, basis: 'RESTATED' })).reading).toBe('1500');
});

it('what is not approved stays out, and the total says so', async () => {
  const indicatorId = await figures.indicator();
  await figures.approved(indicatorId, a, '10');
  const waiting = await figures.reported(indicatorId, b, '20');
  expect(await figures.total({ indicatorId, unitId: province })).toMatchObject({
    reading: '10',
    waiting: 1,
    notes: ['1 số liệu chưa duyệt hoặc bị trả lại, không tính vào tổng.'],
  });
  await figures.approve(waiting);
  expect(await figures.total({ indicatorId, unitId: province })).toMatchObject({ reading: '30', waiting: 0, notes: [] });
});

it('a figure of the whole province contains those of its communes, and what they leave open travels into the total', async () => {
  const [indicatorId, partId] = [await figures.indicator(), await figures.indicator()];
  await figures.identity('PARTS_TOTAL', indicatorId, partId);
  for (const [unitId, total, part] of [
    [a, '10', '9'],
    [b, '20', '18'],
  ] as const) {
    await figures.approved(indicatorId, unitId, total);
    await figures.reported(partId, unitId, part);
  }
  expect(await figures.total({ indicatorId, unitId: province })).toMatchObject({
    reading: '30',
    identities: [{ residual: '3', open: 2, explained: 0 }],
  });
  await figures.approved(indicatorId, province, '35');
  const whole = await figures.total({ indicatorId, unitId: province });
  expect(whole).toMatchObject({ reading: '35', identities: [] });
  expect(whole.rows.reduce((sum: number, { covered }: any) => sum + covered, 0)).toBe(2);
  expect(rows(whole)).toMatchObject({ 'Xã A': null, 'Không thuộc đơn vị nào bên dưới: Tỉnh T': '35' });
});

it('a share is the ratio of two totals, never a mean of shares', async () => {
  const [numeratorId, denominatorId] = [await figures.indicator(), await figures.indicator()];
  const share = await figures.indicator({ measure: 'phần trăm (%)', decimals: 2, rollUp: 'RATIO_OF_SUMS', numeratorId, denominatorId });
  for (const [unitId, good, all] of [
    [a, '1', '10'],
    [b, '90', '90'],
  ] as const) {
    await figures.approved(numeratorId, unitId, good);
    await figures.approved(denominatorId, unitId, all);
  }
  expect((await figures.total({ indicatorId: share, unitId: province })).reading).toBe('91');
});

it('a caller who sees one commune gets the total of that one', async () => {
  const indicatorId = await figures.indicator();
  await figures.approved(indicatorId, a, '10');
  await figures.approved(indicatorId, c, '5');
  const here = await askerWith(registry, 'xã C', { role: 'leader', unitId: fromGlobalId(c)!.id });
  expect(await figures.total({ indicatorId, unitId: province }, here)).toMatchObject({ reading: '5' });
});
