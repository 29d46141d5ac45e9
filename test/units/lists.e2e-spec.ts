import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { UnitLists } from '../../src/features/units/lists/unit-lists.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { csvFile, generatedCountry } from '../support/generated-country.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const actor = systemActor('test');
const country = generatedCountry();
const march = { date: '2025-03-01', confirmed: country.twins, units: csvFile('units-2025-03-01.csv', country.before) };
const july = {
  date: '2025-07-01',
  confirmed: country.twins,
  units: csvFile('units-2025-07-01.csv', country.after),
  successions: csvFile('successions-2025-07-01.csv', country.successions),
  act: '202/2025/QH15',
};

let registry: TestRegistry;
let db: Database;
let events: UnitEventsService;
let lists: UnitLists;
beforeEach(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
  events = registry.registry.app.get(UnitEventsService);
  lists = registry.registry.app.get(UnitLists);
});
afterEach(() => registry.close());

/** All rows of the units, and the number of entries in the audit trail. */
async function snapshot(): Promise<{ rows: unknown; trail: number }> {
  const [row] = await db.rows<{ rows: unknown; trail: number }>(
    `select jsonb_build_object(
              'unit', (select jsonb_agg(to_jsonb(u) order by id) from unit u),
              'span', (select jsonb_agg(to_jsonb(s) order by id) from unit_span s),
              'succession', (select jsonb_agg(to_jsonb(c) order by id) from unit_succession c)) as rows,
            (select count(*)::int from audit_entry) as trail`,
  );
  return row!;
}

/** The unit that has a code on a day, and the code of its parent. */
const holders = (code: string, day: string) =>
  db.rows<{ id: string; parent: string | null }>(
    `select unit_id as id, (select p.code from unit_span p where p.unit_id = s.parent_id and p.validity @> $2::date) as parent
       from unit_span s where code = $1 and validity @> $2::date`,
    [code, day],
  );
const holder = async (code: string, day: string): Promise<string> => (await holders(code, day))[0]!.id;
const heirs = (id: string) =>
  db.rows(`select successor_id as id, whole from unit_succession where predecessor_id = $1 order by whole, successor_id`, [id]);

it('a list is checked without writing, imported once, and importing it again changes nothing', async () => {
  const empty = await snapshot();
  const check = await lists.checkImport(actor, march);
  expect(check).toMatchObject({ outcome: 'READY', problems: [], counts: { unitRows: 136, established: 136, matched: 0 }, eventId: null });
  expect(await snapshot()).toEqual(empty);

  expect(await lists.import(actor, march)).toMatchObject({ outcome: 'APPLIED', problems: [], counts: { established: 136 } });
  const entered = await snapshot();
  expect(entered.trail).toBe(empty.trail + 1);

  const again = await lists.import(actor, march);
  expect(again).toMatchObject({ outcome: 'UNCHANGED', problems: [], counts: { established: 0, matched: 136 }, eventId: null });
  expect(await snapshot()).toEqual(entered);
});

it('the starts of listed units remain unknown, and the same name twice in a district is two units', async () => {
  await lists.import(actor, march);
  const starts = await db.rows<{ starts: string | null; n: number }>(`select starts, count(*)::int as n from unit group by 1`);
  expect(starts).toEqual([{ starts: null, n: 136 }]);
  const twins = await db.rows(
    `select unit_id from unit_span where name = 'Đông Khê' and parent_id = (select unit_id from unit_span where code = '012')`,
  );
  expect(twins).toHaveLength(2);
});

it('a reorganisation is checked, applied as a whole, repeated without effect, and undone row by row', async () => {
  const { eventId: importId } = await lists.import(actor, march);
  const before = await snapshot();
  const counts = { ...country.expected, unitRows: 64, successionRows: 135, matched: 0, recorded: 0, leftAlone: 0 };
  expect(await lists.checkReorganisation(actor, july)).toMatchObject({ outcome: 'READY', problems: [], counts });
  expect((await snapshot()).rows).toEqual(before.rows);

  const applied = await lists.reorganise(actor, july);
  expect(applied).toMatchObject({ outcome: 'APPLIED', problems: [], counts });
  expect(await db.rows(`select kind, effective, act_number from unit_event order by id`)).toEqual([
    { kind: 'LIST', effective: '2025-03-01', act_number: null },
    { kind: 'REORGANISATION', effective: '2025-07-01', act_number: '202/2025/QH15' },
  ]);
  const after = await snapshot();

  expect(await lists.reorganise(actor, july)).toMatchObject({ outcome: 'UNCHANGED', problems: [], counts: { matched: 53, goingOn: 11 } });
  expect(await lists.import(actor, march)).toMatchObject({ outcome: 'UNCHANGED', problems: [], counts: { matched: 136 } });
  expect(await lists.import(actor, { date: july.date, units: july.units })).toMatchObject({
    outcome: 'UNCHANGED',
    counts: { matched: 64 },
  });
  expect(await snapshot()).toEqual(after);

  await events.undo(actor, applied.eventId!, { expectedVersion: 1, reason: 'thử' });
  expect((await snapshot()).rows).toEqual(before.rows);
  await events.undo(actor, importId!, { expectedVersion: 1, reason: 'thử' });
  expect((await snapshot()).rows).toEqual({ unit: null, span: null, succession: null });
});

it('codes and names do not decide which units continue, which are new, and which are successors', async () => {
  await lists.import(actor, march);
  await lists.reorganise(actor, july);
  const [before, after] = ['2025-06-30', '2025-07-01'];

  expect(await holder('01', after)).toBe(await holder('01', before)); // its only predecessor is itself, as a whole
  expect(await holder('02', after)).not.toBe(await holder('02', before)); // two others were merged into a new unit with its code and name
  expect(await holders('01308', after)).toEqual([{ id: await holder('01308', before), parent: '01' }]); // continues; its district has ended
  expect(await holder('01208', after)).toBe(await holder('01208', before)); // Thuận Hoà, Thuận Hòa
  expect(await holder('01300', after)).not.toBe(await holder('01300', before)); // has the code, name and kind of one of its four predecessors
  expect(await holders('013', after)).toEqual([]);

  expect(await heirs(await holder('01311', before))).toEqual([{ id: await holder('01300', after), whole: true }]);
  expect(await heirs(await holder('01305', before))).toHaveLength(2);
  expect(await heirs(await holder('013', before))).toEqual([]);
  expect(await heirs(await holder('033', before))).toEqual([{ id: await holder('03399', after), whole: true }]); // an island district without a row
});

it('progress is reported in rows, from reading to the commit', async () => {
  const steps: string[] = [];
  await lists.import(actor, march, (step, done, total) => steps.push(`${step} ${done}/${total}`));
  expect(steps.slice(0, 3)).toEqual(['read 136/136', 'match 0/136', 'match 136/136']);
  expect(steps.at(-1)).toBe('write 272/272');
});

it('two simultaneous imports establish each unit once', async () => {
  const outcomes = await Promise.all([lists.import(actor, march), lists.import(actor, march)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['APPLIED', 'UNCHANGED']);
});
