import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

it('two rounds over the same unit in a year are noticed, and rounds over others or of another year are not', async () => {
  const [one, two] = [
    await given.units.establish({ name: 'Tỉnh Một', kind: 'TINH' }),
    await given.units.establish({ name: 'Tỉnh Hai', kind: 'TINH' }),
  ];
  const criteriaVersionId = await given.version(illustrativeSet);
  const year = Number(TODAY.slice(0, 4));
  const open = async (input: object): Promise<any> => {
    const sent = { unitId: one, criteriaVersionId, year, illustrative: true, ...input };
    const { openAppraisalRound } = await registry.as.boardStaff.get(
      `mutation ($input: OpenAppraisalRoundInput!) { openAppraisalRound(input: $input) { appraisalRound { id } warnings { code ids field message } userErrors { code } } }`,
      { input: sent },
    );
    expect(openAppraisalRound.userErrors).toEqual([]);
    return openAppraisalRound;
  };
  const first = await open({ name: 'Đợt một', unitIds: [one] });
  expect(first.warnings).toEqual([]);
  expect((await open({ name: 'Đợt của tỉnh khác', unitIds: [two] })).warnings).toEqual([]);
  expect((await open({ name: 'Đợt năm sau', year: year + 1, unitIds: [one] })).warnings).toEqual([]);
  expect((await open({ name: 'Đợt hai', unitIds: [two, one] })).warnings).toEqual([
    {
      code: 'LIKELY_DUPLICATE',
      ids: [first.appraisalRound.id, expect.any(String)],
      field: ['input', 'unitIds'],
      message: expect.stringContaining('“Đợt một”'),
    },
  ]);
});
