import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenFigures } from './given-figures.js';

let registry: TestRegistry;
let province: string;
const units = givenUnits(() => registry);
const figures = givenFigures(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'T', kind: 'TINH' });
});
afterAll(() => registry.close());

let places = 0;
/** The figures that a place printed, each its own indicator, and an identity between them. @returns what it leaves open */
async function printed(kind: string, total: [raw: string, more?: object], ...parts: string[]): Promise<any> {
  const unitId = await units.establish({ name: `Nơi ${++places}`, parentId: province });
  const totalId = await figures.indicator(total[1]);
  const figureId = await figures.reported(totalId, unitId, total[0]);
  const partIds = [];
  for (const raw of parts) {
    partIds.push(await figures.indicator());
    await figures.reported(partIds.at(-1)!, unitId, raw);
  }
  await figures.identity(kind, totalId, ...partIds);
  const [result] = await figures.results(figureId);
  return result;
}

/** The checks that real reports allow; the data file says of each whether it holds. */
describe('of the figures that districts and provinces have printed', () => {
  it('Chư Păh 2022 closes: 194 + 80 = 274', async () => {
    expect(await printed('PARTS_TOTAL', ['274'], '194', '80')).toMatchObject({ closes: true, residual: '0', computed: '274' });
  });

  it('Đam Rông 2020 closes: 61 models + 10 exemplars = 71', async () => {
    expect(await printed('PARTS_TOTAL', ['71'], '61', '10')).toMatchObject({ closes: true, residual: '0' });
  });

  it('Bảo Lâm 2022 closes: 84 + 29 = 113', async () => {
    expect(await printed('PARTS_TOTAL', ['113'], '84', '29')).toMatchObject({ closes: true, residual: '0' });
  });

  it('Kon Tum holds: 630 + 170 + 214 = 1,014 is “trên 1.000”, which stays a lower bound', async () => {
    expect(await printed('PARTS_TOTAL', ['trên 1.000'], '630', '170', '214')).toMatchObject({
      closes: true,
      stated: '1000',
      computed: '1014',
    });
  });

  it('Phong Điền holds: 172 “trong đó” is at most 245, and no addend', async () => {
    expect(await printed('NOT_MORE', ['245'], '172')).toMatchObject({ closes: true, residual: '0' });
  });

  it('Tam Kỳ 2018 does not: 83.07 % of 145 is no whole number, the nearest is 82.76 %', async () => {
    const share = { measure: 'phần trăm (%)', decimals: 2, rollUp: 'NOT_ADDITIVE' };
    expect(await printed('WHOLE_SHARE', ['83,07 %', share], '145')).toMatchObject({ closes: false, computed: '82.76', residual: '0.31' });
  });
});

describe('an identity', () => {
  it.each([
    ['a total smaller than one part', 'NOT_MORE', '10', ['12'], { closes: false, residual: '-2' }],
    ['parts that are more than a total printed exactly', 'PARTS_TOTAL', '10', ['trên 11'], { closes: false, residual: '-1' }],
    ['“khoảng”, which leaves it open', 'PARTS_TOTAL', 'khoảng 10', ['4', '6'], { closes: null, residual: '0' }],
    ['“trên” of a part, which leaves it open', 'PARTS_TOTAL', '10', ['trên 4', '5'], { closes: null, residual: '1' }],
    ['a share of 0', 'WHOLE_SHARE', '10', ['0'], { closes: null, computed: null, residual: null }],
  ])('with %s', async (_what, kind, total, parts, expected) => {
    const more = kind === 'WHOLE_SHARE' ? { measure: 'phần trăm (%)' } : {};
    expect(await printed(kind, [total, more], ...parts)).toMatchObject(expected);
  });

  it('of a period that opens with what the one before closed with', async () => {
    const unitId = await units.establish({ name: `Nơi ${++places}`, parentId: province });
    const [opening, closing] = [await figures.indicator({ rollUp: 'LAST' }), await figures.indicator({ rollUp: 'LAST' })];
    await figures.reported(closing, unitId, '40', { starts: '2021-01-01', ends: '2021-12-31' });
    const id = await figures.reported(opening, unitId, '38');
    await figures.identity('CLOSE_OPEN', opening, closing);
    expect(await figures.results(id)).toMatchObject([{ closes: false, computed: '40', residual: '-2', missing: 0 }]);
  });

  it('of a unit and those directly below it names how many have not reported', async () => {
    const top = await units.establish({ name: `Tỉnh ${++places}`, kind: 'TINH' });
    const [a, b] = [await units.establish({ name: 'Xã A', parentId: top }), await units.establish({ name: 'Xã B', parentId: top })];
    const indicatorId = await figures.indicator();
    const total = await figures.reported(indicatorId, top, '100');
    await figures.identity('CHILDREN_PARENT', indicatorId);
    expect(await figures.results(total)).toEqual([]);
    await figures.reported(indicatorId, a, '60');
    expect(await figures.results(total)).toMatchObject([{ missing: 1, closes: null }]);
    await figures.reported(indicatorId, b, '30');
    expect(await figures.results(total)).toMatchObject([{ missing: 0, closes: false, residual: '10' }]);
  });
});
