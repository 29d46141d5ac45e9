import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { registryViews } from '../../src/app/views.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { run } from '../access/given-people.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let [a, b] = ['', ''];
let ofA: Asker;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  [a, b] = [await units.establish({ name: 'A' }), await units.establish({ name: 'B' })];
  ofA = await askerWith(registry, 'kiểm tra xã A', { role: 'auditor', unitId: fromGlobalId(a)!.id });
});
afterAll(() => registry.close());

const namesOf = async (by: Asker, objectId: string): Promise<string[]> =>
  (
    await by.get('query ($id: ID!) { auditEntries(filter: { objectId: $id }, orderBy: AT) { nodes { objectName } } }', { id: objectId })
  ).auditEntries.nodes.map(({ objectName }: { objectName: string }) => objectName);

it('a model that went to another unit is not named to those who read only what was done to it before', async () => {
  const id = await models.draft(a, { title: 'Tên ban đầu' });
  expect(await namesOf(ofA, id)).toEqual(['Tên ban đầu']);
  const moved = { id, expectedVersion: 1, unitId: b, title: 'Tên ở xã B', reason: 'Chuyển về xã B' };
  expect(await run(registry.as.boardStaff, 'editModel', 'EditModelInput', moved)).toEqual({ userErrors: [] });
  expect((await ofA.get('query ($id: ID!) { model(id: $id) { id } }', { id })).model).toBeNull();
  expect(await namesOf(ofA, id)).toEqual([null]);
  expect(await namesOf(registry.as.auditor, id)).toEqual(['Tên ở xã B', 'Tên ở xã B']);
});

it('neither is a person', async () => {
  const input = { unitId: a, name: 'Cá nhân A' };
  const { person } = await run(registry.as.boardStaff, 'recordPerson', 'RecordPersonInput', input, 'person { id }');
  expect(await namesOf(ofA, person.id)).toEqual(['Cá nhân A']);
  const moved = { id: person.id, expectedVersion: 1, unitId: b, name: 'Cá nhân B', reason: 'Chuyển về xã B' };
  expect(await run(registry.as.boardStaff, 'correctPerson', 'CorrectPersonInput', moved)).toEqual({ userErrors: [] });
  expect((await ofA.get('query ($id: ID!) { person(id: $id) { id } }', { id: person.id })).person).toBeNull();
  expect(new Set(await namesOf(ofA, person.id))).toEqual(new Set([null]));
});

it('whatever has a history and a name is named: its view says which name, in one line', () => {
  const unnamed = registryViews.views.filter(
    ({ byId, named, fields }) => byId && 'history' in fields && !named && ['name', 'title'].some(name => name in fields),
  );
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

const NAMES = `... on EmulationModel { title } ... on Person { of: name } ... on Decision { number } ... on Proposal { proposed: title }
  ... on Council { council: name } ... on AppraisalRound { round: name } ... on CriteriaSet { set: name } ... on Review { review: name }
  ... on Theme { theme: name } ... on SavedView { saved: name }`;

it('whatever it is, it is named to those to whom `node` shows it, and to nobody else', async () => {
  const random = await openTestRegistry();
  try {
    await fillAtRandom(random, new Random(14));
    const restricted = new Set(registryViews.views.filter(({ named, scope }) => named && scope.kind === 'units').map(({ name }) => name));
    const { units: places } = await random.as.auditor.get('{ units(first: 6) { nodes { id } } }');
    const compared = { named: 0, hidden: 0 };
    for (const { id } of places.nodes) {
      const auditor = await askerWith(random, `kiểm tra ${id}`, { role: 'auditor', unitId: fromGlobalId(id)!.id });
      const { auditEntries } = await auditor.get('{ auditEntries(first: 100) { nodes { objectType objectId objectName } } }');
      const entries = auditEntries.nodes.filter(({ objectType }: any) => restricted.has(objectType));
      const ids = [...new Set(entries.map(({ objectId }: any) => objectId))];
      const { nodes } = await auditor.get(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ${NAMES} } }`, { ids });
      for (const { objectId, objectName } of entries) {
        const { id: shownId, ...names } = nodes[ids.indexOf(objectId)] ?? {};
        // A merged thing is shown as the one that was kept.
        if (shownId !== undefined && shownId !== objectId) continue;
        expect([objectId, objectName]).toEqual([objectId, Object.values(names)[0] ?? null]);
        compared[objectName === null ? 'hidden' : 'named']++;
      }
    }
    expect(Math.min(compared.named, compared.hidden)).toBeGreaterThan(0);
  } finally {
    await random.close();
  }
});
