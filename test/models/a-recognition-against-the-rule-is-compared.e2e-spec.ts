import { expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenRegistrations } from './given-registrations.js';

const given = givenRegistrations();
const { models, recognise } = given;

const found = async (): Promise<unknown> => {
  const findings = await given.registry.registry.app.get(Doctor).examine();
  return findings.filter(({ check }) => check === 'models.recognisedByTheRule');
};

it('the doctor lists recognitions that differ from the rule, with their reason, to be compared with the decision', async () => {
  const byTheRule = await models.draft(given.commune, { title: 'Theo quy định' });
  expect(await recognise(byTheRule, 'COMMUNE')).toEqual([]);
  expect(await found()).toEqual([]);

  const signedAbove = await models.draft(given.commune, { title: 'Tỉnh ký thay' });
  for (const step of ['submitModels', 'receiveModels', 'openAppraisalOfModels']) await models.step(step, signedAbove);
  const decisionId = await models.decision(given.provinceBoard);
  const [row] = await models.step('recogniseModels', signedAbove, {
    decisionId,
    level: 'COMMUNE',
    deviationReason: 'Ban xã khuyết trưởng ban',
  });
  expect(row!.userErrors).toEqual([]);
  expect(await found()).toMatchObject([
    {
      toCompare: true,
      count: 1,
      cases: [
        { vi: expect.stringMatching(/“Tỉnh ký thay” được công nhận cấp xã ngày 1\/3\/2026 khác quy định: Ban xã khuyết trưởng ban$/) },
      ],
    },
  ]);

  const revoked = await models.step('revokeModels', signedAbove, { decisionId, reason: 'Khai sai' });
  expect(revoked[0]!.userErrors).toEqual([]);
  expect(await found()).toEqual([]);
});
