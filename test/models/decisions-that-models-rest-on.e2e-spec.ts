import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenDecisions, errorsOf } from '../decisions/given-decisions.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
let model: string;
let decisionId: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const decisions = givenDecisions(() => registry);

/** On 10/11 a model is recognised by a decision of 1/11; corrections come on 20/12. */
beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2024-11-10T03:00:00Z');
  commune = await units.establish({ name: 'Xã A' });
  await models.authority(commune, commune);
  model = await models.draft(commune);
  for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, model);
  decisionId = await models.decision(commune, { issuedOn: '2024-11-01' });
  await models.step('recogniseModels', model, { decisionId, level: 'COMMUNE' });
  registry.setClock('2024-12-20T03:00:00Z');
});
afterAll(() => registry.close());

const later = (id: string, issuedOn: string): ReturnType<typeof decisions.correct> =>
  decisions.correct({ id, expectedVersion: 1, issuedOn });

it('a decision is not made later than the recognition by it; up to its day it may be', async () => {
  const answer = await later(decisionId, '2024-12-15');
  expect(errorsOf(answer)).toEqual([['DECISION_AFTER_EFFECT', 'input.issuedOn']]);
  expect(answer.userErrors[0]!.message).toContain('từ ngày 10/11/2024');
  expect(errorsOf(await later(decisionId, '2024-11-11'))).toEqual([['DECISION_AFTER_EFFECT', 'input.issuedOn']]);
  expect(errorsOf(await later(decisionId, '2024-11-10'))).toEqual([]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('nor later than a fact by it, while one that nothing rests on takes any day', async () => {
  const commended = await models.decision(commune, { issuedOn: '2024-11-01' });
  const fact = { id: await models.draft(commune), kind: 'OUTSTANDING', on: '2024-11-20', level: 'COMMUNE', decisionId: commended };
  const { recordModelFact } = await registry.as.everyRole.get(
    'mutation ($input: RecordModelFactInput!) { recordModelFact(input: $input) { userErrors { code } } }',
    { input: { ...fact, source: 'Quyết định', expectedVersion: 1 } },
  );
  expect(recordModelFact.userErrors).toEqual([]);
  expect(errorsOf(await later(commended, '2024-11-21'))).toEqual([['DECISION_AFTER_EFFECT', 'input.issuedOn']]);
  expect(errorsOf(await later(await models.decision(commune, { issuedOn: '2024-11-01' }), '2024-11-21'))).toEqual([]);
});

it('nor later than the revocation by it, also where an earlier version is restored', async () => {
  const revoking = await models.decision(commune, { issuedOn: '2024-12-10' });
  expect(errorsOf(await decisions.correct({ id: revoking, expectedVersion: 1, abstract: 'Thu hồi' }))).toEqual([]);
  expect(errorsOf(await decisions.correct({ id: revoking, expectedVersion: 2, issuedOn: '2024-12-01' }))).toEqual([]);
  const [row] = await models.step('revokeModels', model, { decisionId: revoking, reason: 'Không còn', on: '2024-12-05' });
  expect(row!.userErrors.map(({ code }) => code)).toEqual([]);
  const { decision } = await registry.as.everyRole.get('query ($id: ID!) { decision(id: $id) { history { id action } } }', {
    id: revoking,
  });
  const changeId = decision.history.at(-2).id;
  const { restoreDecisionVersion } = await registry.as.everyRole.get(
    'mutation ($input: RestoreVersionInput!) { restoreDecisionVersion(input: $input) { userErrors { code } } }',
    { input: { id: revoking, changeId, expectedVersion: 3, reason: 'Nhầm' } },
  );
  expect(restoreDecisionVersion.userErrors).toMatchObject([{ code: 'DECISION_AFTER_EFFECT' }]);
});
