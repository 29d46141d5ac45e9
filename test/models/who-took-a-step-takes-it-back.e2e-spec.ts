import { expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askerWith, type Asker } from '../support/test-registry.js';
import { codes, givenRegistrations } from './given-registrations.js';

const given = givenRegistrations();
const { models, show } = given;

/** The staff of the board of the commune: they reach the commune and its offices, and not the board of the province. */
const communeStaff = (): Promise<Asker> =>
  askerWith(given.registry, 'commune', { role: 'boardStaff', unitId: fromGlobalId(given.commune)!.id });

const takeBack = async (asker: Asker, id: string, action: string): Promise<string[]> => {
  const { model } = await asker.get<any>('query ($id: ID!) { model(id: $id) { version } }', { id });
  const { data, errors } = await asker.ask(
    'mutation ($input: TakeBackModelStepInput!) { takeBackModelStep(input: $input) { userErrors { code } } }',
    { input: { id, expectedVersion: model.version, action, reason: 'Bấm nhầm' } },
  );
  return errors ? errors.map(({ extensions }: any) => extensions.code) : codes(data.takeBackModelStep);
};

it('who passed a file on takes that back, although another authority has it now', async () => {
  const staff = await communeStaff();
  const id = await models.draft(given.commune);
  for (const step of ['submitModels', 'receiveModels', 'agreeModels']) await models.step(step, id);
  expect(await show(id)).toMatchObject({ state: 'SUBMITTED', holder: { name: 'Ban tỉnh' } });
  expect(await takeBack(staff, id, 'agree')).toEqual([]);
  expect(await show(id)).toMatchObject({ state: 'RECEIVED', holder: { name: 'Ban xã' } });
});

it('what the authority above returned is not taken back by the staff of the unit', async () => {
  const staff = await communeStaff();
  const id = await models.draft(given.commune);
  for (const step of ['submitModels', 'receiveModels', 'agreeModels']) await models.step(step, id);
  await models.step('returnModels', id, { reason: 'Bổ sung' });
  expect(await takeBack(staff, id, 'return')).toEqual(['OUT_OF_REACH']);
  expect(await takeBack(given.registry.as.boardStaff, id, 'return')).toEqual([]);
  expect(await show(id)).toMatchObject({ state: 'SUBMITTED', holder: { name: 'Ban tỉnh' } });
});
