import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UnitLists } from '../../src/features/units/lists/unit-lists.service.js';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { csvFile, generatedCountry } from '../support/generated-country.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/** 10,080 communes in 84 small countries, as many as Việt Nam had. */
const country = generatedCountry(84);
const actor = systemActor('test');

let registry: TestRegistry;
let db: Database;
beforeAll(async () => {
  // The example is loaded first, to show that PostgreSQL does not keep plans made for its few rows.
  registry = await openTestRegistry({ example: true });
  db = registry.registry.app.get(Database);
});
afterAll(() => registry.close());

const sums = (): Promise<unknown[]> =>
  db.rows(`select (select md5(string_agg(to_jsonb(u)::text, '' order by id)) from unit u) as units,
                  (select md5(string_agg(to_jsonb(s)::text, '' order by id)) from unit_span s) as spans,
                  (select md5(string_agg(to_jsonb(c)::text, '' order by id)) from unit_succession c) as successions`);

it('a reorganisation of national size is previewed, applied, and undone exactly', async () => {
  const events = registry.registry.app.get(UnitEventsService);
  const lists = registry.registry.app.get(UnitLists);
  expect(
    await lists.import(actor, { date: '2025-03-01', units: csvFile('march.csv', country.before), confirmed: country.twins }),
  ).toMatchObject({
    outcome: 'APPLIED',
    counts: { established: country.before.length },
  });
  const before = await sums();
  const input = {
    date: '2025-07-01',
    confirmed: country.twins,
    units: csvFile('july.csv', country.after),
    successions: csvFile('successions.csv', country.successions),
  };

  expect(await lists.checkReorganisation(actor, input)).toMatchObject({ outcome: 'READY', counts: country.expected });
  const { outcome, eventId } = await lists.reorganise(actor, input);

  expect(outcome).toBe('APPLIED');
  await events.undo(actor, eventId!, { expectedVersion: 1, reason: 'thử' });
  expect(await sums()).toEqual(before);
}, 240_000);
