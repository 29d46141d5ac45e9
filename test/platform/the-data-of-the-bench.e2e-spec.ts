import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { loadData } from '../../bench/data.loader.js';
import { documentOf } from '../../bench/documents.js';
import { rowsOf, writeQuestions } from '../../bench/writes.js';
import { EventCounter } from '../../src/insight/statistics/kept/event-counter.js';
import { SUPERUSER } from '../../src/platform/database/embedded/cluster.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { connect, testDatabase, type TestDatabase } from '../support/test-server.js';

const MODELS = 300;
const INPUTS = 3;
/** The loader makes results up: to compute those of a million models would take an hour. */
const MADE_UP = 'evaluations.resultsAreRecomputed';

let database: TestDatabase;
let client: Client;
let registry: TestRegistry;
let bench: Asker;

beforeAll(async () => {
  database = await testDatabase();
  const { where } = database;
  // Only the superuser may pass over triggers. No registry runs while its tables are emptied.
  client = await connect('url' in where ? where : { ...where, user: SUPERUSER });
  await loadData(client, MODELS, [{ row: 1, entries: 20 }]);
  registry = await openTestRegistry({ beside: database });
  bench = await askerWith(registry, 'bench', { role: 'boardStaff' }, { role: 'unitHead' });
});
afterAll(async () => {
  await registry.close();
  await client.end();
  await database.drop();
});

const counter = (): EventCounter => registry.registry.app.get(EventCounter);
const findings = async (): Promise<unknown> => {
  await counter().countAll();
  const found = await registry.registry.app.get(Doctor).examine();
  return found.filter(({ check }) => check !== MADE_UP).map(({ check, cases }) => [check, ...cases.map(({ en }) => en)]);
};

it('every model is in the list, and in its orders', async () => {
  const { models, recognised, changed } = await bench.get(`{
    models { totalCount }
    recognised: models(orderBy: RECOGNISED_ON_DESC, first: 1) { nodes { state } }
    changed: models(orderBy: CHANGED_AT, first: 1) { nodes { code } }
  }`);
  expect(models.totalCount).toBe(MODELS);
  expect(recognised.nodes).toEqual([{ state: 'RECOGNISED' }]);
  expect(changed.nodes).toEqual([{ code: expect.stringMatching(/^DV-\d{4}-0000001$/) }]);
  expect((await bench.get(documentOf('list'))).models.nodes).toHaveLength(50);
});

it('the doctor finds nothing wrong with what the registry keeps about them', async () => {
  expect(await findings()).toEqual([]);
});

it('the commands of the bench are accepted, in a second run too, and leave nothing wrong', async () => {
  for (let run = 1; run <= 2; run++) {
    for (const question of await writeQuestions(client, INPUTS)) {
      const before = await rowsOf(client, question);
      for (const body of question.bodies()) {
        const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
        expect(JSON.stringify(await bench.get(query, variables))).not.toMatch(/"code":"[A-Z_]+"/);
      }
      const after = await rowsOf(client, question);
      for (const [i, table] of question.tables.entries()) expect([table, after[i]! - before[i]!]).toEqual([table, INPUTS]);
    }
    expect(await findings()).toEqual([]);
  }
});
