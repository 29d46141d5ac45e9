import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let officer: Asker;
let [commune, id] = ['', ''];
const figures = givenFigures(() => registry);
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'A' });
  officer = await personWith(registry, 'canbo.a', { role: 'unitOfficer' }, { role: 'unitHead' });
  await registry.registry.app.get(Database).rows(`update account set display_name = 'Cán bộ A' where name = 'canbo.a'`);
  id = await models.draft(commune);
  await start(officer, id);
});
afterAll(() => registry.close());

const start = (by: Asker, modelId: string): Promise<unknown> =>
  by.get('mutation ($input: StepModelsInput!) { startModels(input: $input) { rows { userErrors { code } } } }', {
    input: { models: [{ id: modelId }] },
  });

it('a step, the history of its model and the trail show the display name; the trail has the sealed name, too', async () => {
  const { model } = await registry.as.reader.get(
    'query ($id: ID!) { model(id: $id) { steps { action actor } history { action actor } } }',
    { id },
  );
  expect(model.steps).toContainEqual({ action: 'start', actor: 'Cán bộ A' });
  expect(model.history).toContainEqual({ action: 'model.start', actor: 'Cán bộ A' });
  const { auditEntries } = await registry.as.auditor.get(
    `{ auditEntries(filter: { action: ["model.start"] }) { nodes { actor actorName } } }`,
  );
  expect(auditEntries.nodes).toEqual([{ actor: 'Cán bộ A', actorName: 'canbo.a' }]);
});

it('a program is shown by its own name, also where a person signs in by that name', async () => {
  const { auditEntries } = await registry.as.auditor.get(
    `{ auditEntries(filter: { actorKind: [TOKEN] }, first: 1) { nodes { actor actorName } } }`,
  );
  expect(auditEntries.nodes[0].actor).toBe(auditEntries.nodes[0].actorName);
});

it('a step of a program is not shown as that of the person who signs in by its name', async () => {
  const program = await askerWith(registry, 'canbo.b', { role: 'unitOfficer' }, { role: 'unitHead' });
  await personWith(registry, 'canbo.b', { role: 'unitOfficer' });
  await registry.registry.app.get(Database).rows(`update account set display_name = 'Cán bộ B' where name = 'canbo.b'`);
  const another = await models.draft(commune);
  await start(program, another);
  const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { steps { action actor } } }', { id: another });
  expect(model.steps).toContainEqual({ action: 'start', actor: 'canbo.b' });
});

it('who said something about a figure is shown by the display name, too', async () => {
  const figureId = await figures.reported(await figures.indicator(), commune, '7');
  const shown = 'figureRemark { author }';
  const { figureRemark } = await figures.made(officer, 'remarkOnFigure', { figureId, text: 'Đã đối chiếu' }, shown);
  expect(figureRemark).toEqual({ author: 'Cán bộ A' });
});
