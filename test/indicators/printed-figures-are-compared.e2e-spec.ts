import { readFile } from 'node:fs/promises';
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

interface Article {
  readonly id: string;
  readonly checks: readonly { readonly rule: string; readonly ok: boolean }[];
}

/** Figures that districts and provinces have printed, with checks of which the file says whether they hold. */
const articles = JSON.parse(await readFile(new URL('printed-articles.json', import.meta.url), 'utf8')) as readonly Article[];
const SHARE = { measure: 'phần trăm (%)', decimals: 2, rollUp: 'NOT_ADDITIVE' };

/** How each check is asked of the registry: the identity, the figures as printed, and what it computes besides. */
const ASKED: Readonly<Record<string, { readonly ask: Parameters<typeof printed>; readonly more: object }>> = {
  '83.07 % of 145 is a whole number': { ask: ['WHOLE_SHARE', ['83,07 %', SHARE], '145'], more: { computed: '82.76', residual: '0.31' } },
  '194 + 80 = 274': { ask: ['PARTS_TOTAL', ['274'], '194', '80'], more: { computed: '274', residual: '0' } },
  '61 + 10 = 71': { ask: ['PARTS_TOTAL', ['71'], '61', '10'], more: { computed: '71', residual: '0' } },
  '84 + 29 = 113': { ask: ['PARTS_TOTAL', ['113'], '84', '29'], more: { computed: '113', residual: '0' } },
  '630 + 170 + 214 = 1,014; text says “over 1,000”': {
    ask: ['PARTS_TOTAL', ['trên 1.000'], '630', '170', '214'],
    more: { stated: '1000', computed: '1014' },
  },
  '172 <= 245': { ask: ['NOT_MORE', ['245'], '172'], more: { stated: '245', residual: '0' } },
};
const checks = articles.flatMap(({ id, checks: of }) => of.map(({ rule, ok }) => [id, rule, ok] as const));

describe('of the figures that districts and provinces have printed', () => {
  it.each(checks)('%s: “%s” holds: %s', async (_id, rule, ok) => {
    const { ask, more } = ASKED[rule]!;
    expect(await printed(...ask)).toMatchObject({ closes: ok, ...more });
  });

  it('every check of the file is asked, and no other', () => {
    expect(checks.map(([, rule]) => rule).toSorted()).toEqual(Object.keys(ASKED).toSorted());
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
