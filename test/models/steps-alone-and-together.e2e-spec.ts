import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { modelLifecycle, runningLifecycle } from '../../src/features/models/model.lifecycle.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { Random } from '../support/random.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
let decisionId: string;

/** Pairs of models with the same past: the first of each takes every step alone, the second together with all others. */
const PAIRS = 8;
const STEPS = 120;
const alone: string[] = [];
const together: string[] = [];

beforeAll(async () => {
  registry = await openTestRegistry();
  const province = await units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  await models.authority(province, province);
  decisionId = await models.decision(province);
  // One commune has no receiving authority.
  const communes = [await units.establish({ name: 'Xã A', parentId: province }), await units.establish({ name: 'Xã B' })];
  for (let i = 0; i < PAIRS; i++)
    for (const [kind, into] of [
      ['Một mình', alone],
      ['Cùng lúc', together],
    ] as const)
      // prettier-ignore
      into.push(
        await models.draft(communes[i === PAIRS - 1 ? 1 : 0]!, { title: `${kind} ${i}`, ...(i === PAIRS - 2 && { form: {} }) }),
      );
}, 60_000);
afterAll(() => registry.close());

const MUTATIONS: Readonly<Record<string, string>> = { openAppraisal: 'openAppraisalOfModels' };
const DECIDED: ReadonlySet<string> = new Set(['recognise', 'decline', 'revoke']);
const ACTIONS = [...Object.keys(modelLifecycle.transitions), ...Object.keys(runningLifecycle.transitions)];

const take = async (action: string, ids: readonly string[], more: object): Promise<any[]> => {
  const mutation = MUTATIONS[action] ?? `${action}Models`;
  const type = DECIDED.has(action) ? 'DecideModelsInput' : 'StepModelsInput';
  const { data, errors } = await registry.as.everyRole.ask(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { rows { model { state running } userErrors { code field message } } userErrors { code message } } }`,
    { input: { models: ids.map(id => ({ id })), ...more } },
  );
  if (errors) return ids.map(() => errors[0]!.message);
  const { rows, userErrors } = data[mutation];
  return userErrors.length > 0 ? ids.map(() => userErrors) : rows;
};

/** What a model answers, without what parts it from its twin. */
const plain = (answer: unknown): string => JSON.stringify(answer).replaceAll(/"models","\d+"/g, '"models"').replaceAll(/Một mình|Cùng lúc/g, 'Mô hình').replaceAll(/DV-\d{4}-\d+/g, 'DV'); // prettier-ignore

it('each step is refused alone and together by the same sentence, whatever the models went through before', async () => {
  const random = new Random(12);
  const refused = new Set<string>();
  const carriedOut = new Set<string>();
  for (let i = 0; i < STEPS; i++) {
    const action = i < ACTIONS.length ? ACTIONS[i]! : random.pick(ACTIONS);
    const more = {
      ...(random.chance(0.6) && { reason: 'Lý do' }),
      ...(random.chance(0.1) && { on: random.pick(['2099-01-01', '2010-01-01']) }),
      ...(DECIDED.has(action) && random.chance(0.7) && { decisionId }),
      ...(action === 'recognise' && random.chance(0.8) && { level: 'COMMUNE' }),
    };
    // Some of the pairs take the step, so that they come apart from the others.
    const chosen = random.some([...alone.keys()], PAIRS);
    if (chosen.length === 0) continue;
    const single: unknown[] = [];
    for (const j of chosen) single.push(...(await take(action, [alone[j]!], more)));
    const many = await take(action, chosen.map(j => together[j]!), more); // prettier-ignore
    expect([action, more, many.map(plain)]).toEqual([action, more, single.map(plain)]);
    for (const row of many) (row.userErrors.length === 0 ? carriedOut : refused).add(action);
  }
  expect([...refused].toSorted()).toEqual(ACTIONS.toSorted());
  expect(carriedOut.size).toBeGreaterThan(8);
});
