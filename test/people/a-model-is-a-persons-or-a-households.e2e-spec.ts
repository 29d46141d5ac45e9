import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
let personId: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã có điển hình' });
  const { recordPerson } = await registry.as.everyRole.get(
    `mutation ($unitId: ID!) { recordPerson(input: { name: "Cá nhân A", post: { unitId: $unitId, title: "Trưởng thôn" } }) { person { id } } }`,
    { unitId: commune },
  );
  personId = recordPerson.person.id;
});
afterAll(() => registry.close());

const edit = async (input: Record<string, unknown>): Promise<any> =>
  (
    await registry.as.everyRole.get(
      `mutation ($input: EditModelInput!) { editModel(input: $input) { model { version person { name } } userErrors { code field } } }`,
      { input },
    )
  ).editModel;

it('an individual’s model shows the person, and its history shows when that was entered', async () => {
  const id = await models.draft(commune, { subjectKind: 'INDIVIDUAL', personId, title: 'Điển hình khéo' });
  const { model } = await registry.as.reader.get(`query ($id: ID!) { model(id: $id) { person { name posts { title } } } }`, { id });
  expect(model).toEqual({ person: { name: 'Cá nhân A', posts: [{ title: 'Trưởng thôn' }] } });
  expect(await edit({ id, expectedVersion: 1, personId: null })).toEqual({ model: { version: 2, person: null }, userErrors: [] });
  const { gatherPersonalData } = await registry.as.everyRole.get(
    `mutation ($id: ID!) { gatherPersonalData(input: { id: $id, purpose: "Theo yêu cầu" }) { sections { title lines } } }`,
    { id: personId },
  );
  expect(gatherPersonalData.sections).toContainEqual({ title: 'Mô hình, điển hình', lines: [] });
  await edit({ id, expectedVersion: 2, personId });
});

it('a collective’s model has no person, and an unknown person is refused', async () => {
  const id = await models.draft(commune, { subjectKind: 'HOUSEHOLD', personId });
  expect((await edit({ id, expectedVersion: 1, subjectKind: 'COLLECTIVE' })).userErrors).toEqual([
    { code: 'MODEL_OF_A_COLLECTIVE', field: ['input', 'personId'] },
  ]);
  const unknown = Buffer.from('Person:01890000-0000-7000-8000-000000000000').toString('base64url');
  expect((await edit({ id, expectedVersion: 1, personId: unknown })).userErrors).toEqual([
    { code: 'MODEL_PERSON_UNKNOWN', field: ['input', 'personId'] },
  ]);
});
