import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run } from '../access/given-people.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let issuerId: string;
let otherId: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
beforeAll(async () => {
  registry = await openTestRegistry();
  issuerId = await units.establish({ name: 'A' });
  otherId = await units.establish({ name: 'B' });
});
afterAll(() => registry.close());

let number = 0;
const decision = (more: Record<string, unknown>): Promise<string> => models.decision(issuerId, more);
const merge = async (first: Record<string, unknown>, second: Record<string, unknown>): Promise<string[]> => {
  const input = { id: await decision(first), intoId: await decision(second), expectedVersion: 1, reason: 'Nhập hai lần' };
  const done = await run(registry.as.boardStaff, 'mergeDecision', 'MergeRecordInput', input, 'decision { id }');
  return done.userErrors.map(({ code }: { code: string }) => code);
};
/** A number that no other paper of this file has. */
const fresh = (): { number: string } => ({ number: `${++number}/QĐ-MB` });

it.each([
  [
    'a misprinted number on one day',
    () => [
      { ...fresh(), issuedOn: '2021-05-05' },
      { ...fresh(), issuedOn: '2021-05-05' },
    ],
  ],
  [
    'a number that is not known',
    () => [
      { number: null, issuedOn: '2021-05-06', source: 'Báo cáo' },
      { ...fresh(), issuedOn: '2021-05-06' },
    ],
  ],
  [
    'a date as precise as known',
    () => [
      { ...fresh(), issuedOn: '2021', source: 'Báo cáo' },
      { ...fresh(), issuedOn: '2021-05-07' },
    ],
  ],
  [
    'a day that is not known',
    () => [
      { ...fresh(), issuedOn: null, source: 'Báo cáo' },
      { ...fresh(), issuedOn: '2021-05-08' },
    ],
  ],
  [
    'one number in two classes',
    () => {
      const same = fresh();
      return [
        { ...same, kind: 'PLAN', issuedOn: '2021-05-09' },
        { ...same, issuedOn: '2021-06-09' },
      ];
    },
  ],
] as const)('two entries of one paper, with %s, are merged', async (_, entries) => {
  const [first, second] = entries();
  expect(await merge(first!, second!)).toEqual([]);
});

it.each([
  [
    'number and day',
    () => [
      { ...fresh(), issuedOn: '2021-05-05' },
      { ...fresh(), issuedOn: '2021-05-06' },
    ],
  ],
  [
    'number and year',
    () => [
      { ...fresh(), issuedOn: '2020', source: 'Báo cáo' },
      { ...fresh(), issuedOn: '2021-05-07' },
    ],
  ],
  [
    'issuer',
    () => [
      { ...fresh(), issuedOn: '2021-05-05' },
      { ...fresh(), issuedOn: '2021-05-05', issuerId: otherId },
    ],
  ],
] as const)('two papers that differ in %s are not', async (_, entries) => {
  const [first, second] = entries();
  expect(await merge(first!, second!)).toEqual(['RECORDS_DIFFER']);
});

it('no fact is earlier than the paper that is kept', async () => {
  const same = fresh();
  const doubled = await decision({ ...same, kind: 'PLAN', issuedOn: '2020-01-01' });
  const kept = await decision({ ...same, issuedOn: '2022-01-01' });
  const modelId = await models.draft(issuerId);
  const fact = { id: modelId, expectedVersion: 1, kind: 'OUTSTANDING', on: '2021-01-01', source: 'Sổ', decisionId: doubled };
  expect((await run(registry.as.boardStaff, 'recordModelFact', 'RecordModelFactInput', fact)).userErrors).toEqual([]);
  const input = { id: doubled, intoId: kept, expectedVersion: 1, reason: 'Nhập hai lần' };
  const { userErrors } = await run(registry.as.boardStaff, 'mergeDecision', 'MergeRecordInput', input);
  expect(userErrors).toMatchObject([{ code: 'DECISION_AFTER_EFFECT', field: ['input', 'intoId'] }]);
});
