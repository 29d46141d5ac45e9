import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { UnitLists } from '../../src/features/units/lists/unit-lists.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { csvFile, generatedCountry, type ListRow, type SuccessionRow } from '../support/generated-country.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

const actor = systemActor('test');
const country = generatedCountry();
const march = { date: '2025-03-01', confirmed: country.twins, units: csvFile('march.csv', country.before) };

let registry: TestRegistry;
let db: Database;
let lists: UnitLists;
beforeAll(async () => {
  registry = await openTestRegistry();
  db = registry.registry.app.get(Database);
  lists = registry.registry.app.get(UnitLists);
  await lists.import(actor, march);
});
afterAll(() => registry.close());

const fingerprint = (): Promise<unknown[]> =>
  db.rows(`select (select md5(string_agg(to_jsonb(u)::text, '' order by id)) from unit u) as units,
                  (select md5(string_agg(to_jsonb(s)::text, '' order by id)) from unit_span s) as spans,
                  (select count(*) from unit_event) as events, (select count(*) from audit_entry) as trail`);

/** Row `row` of the spreadsheet, changed. */
const altered = <Row>(rows: readonly Row[], row: number, patch: Partial<Row>): Row[] =>
  rows.map((old, i) => (i + 2 === row ? { ...old, ...patch } : old));
const found = (problems: readonly { file: string | null; row: number | null; column: string | null; code: string }[]) =>
  problems.map(({ file, row, column, code }) => [file, row, column, code]);

it.each<[string, number, Partial<ListRow>, string, string]>([
  ['a missing parent', 5, { parent_code: '999' }, 'parent_code', 'LIST_PARENT_MISSING'],
  ['a doubled row', 6, { code: '01100' }, 'code', 'LIST_CODE_DOUBLED'],
  ['an unknown kind', 5, { type: 'Làng' }, 'type', 'LIST_TYPE_UNKNOWN'],
  ['a name that is empty', 5, { name: '' }, 'name', 'LIST_NAME_INVALID'],
  ['a name that is too long', 5, { name: `Phường ${'x'.repeat(301)}` }, 'name', 'LIST_NAME_INVALID'],
  ['a code in force for a unit of another name', 5, { name: 'Phường Khác' }, 'code', 'LIST_CODE_HELD'],
  ['a code in force for a unit of another kind', 5, { type: 'Xã' }, 'code', 'LIST_CODE_HELD'],
  ['a parent other than the recorded one', 5, { parent_code: '01' }, 'parent_code', 'LIST_PARENT_DIFFERS'],
])('a list with %s is refused with its row and column, and nothing is written', async (_, row, patch, column, code) => {
  const before = await fingerprint();
  const report = await lists.import(actor, {
    date: '2025-03-01',
    confirmed: country.twins,
    units: csvFile('a.csv', altered(country.before, row, patch)),
  });
  expect(report).toMatchObject({ outcome: 'REFUSED', eventId: null });
  expect(found(report.problems)).toEqual([['a.csv', row, column, code]]);
  expect(report.problems[0]!.vi).not.toBe(report.problems[0]!.en);
  expect(await fingerprint()).toEqual(before);
});

it('all problems of a list are reported, those of the file and those with the registry', async () => {
  const rows = [
    ...altered(altered(altered(country.before, 5, { name: 'Phường Khác' }), 6, { type: 'Làng' }), 7, { parent_code: '999' }),
    country.before[10]!,
    { code: '77', name: 'Tỉnh Mới', type: 'Tỉnh', parent_code: '' },
  ];
  const report = await lists.import(actor, { date: '2025-13-01', units: csvFile('a.csv', rows) });
  expect(report.problems.map(({ code }) => code)).toEqual([
    'DATE_INVALID',
    'LIST_TYPE_UNKNOWN',
    'LIST_CODE_DOUBLED',
    'LIST_PARENT_MISSING',
  ]);
  const dated = await lists.import(actor, { date: '2025-03-01', units: csvFile('a.csv', rows) });
  expect(dated.problems.map(({ code }) => code)).toEqual([
    'LIST_TYPE_UNKNOWN',
    'LIST_CODE_DOUBLED',
    'LIST_PARENT_MISSING',
    'LIST_CODE_HELD',
  ]);
  expect(await db.rows(`select from unit_span where name = 'Mới'`)).toEqual([]);
});

it('a file in another encoding or without a column is refused with its row', async () => {
  const { content } = csvFile('a.csv', country.before);
  const windows = Buffer.from(content.toString('utf8').normalize('NFC'), 'latin1');
  expect(found((await lists.import(actor, { date: '2025-03-01', units: { name: 'a.csv', content: windows } })).problems)).toEqual([
    ['a.csv', expect.any(Number), null, 'LIST_ENCODING_WRONG'],
  ]);
  const narrow = csvFile(
    'a.csv',
    country.before.map(({ code, name, type }) => ({ code, name, type })),
  );
  expect(found((await lists.checkImport(actor, { date: '2025-03-01', units: narrow })).problems)).toEqual([
    ['a.csv', 1, 'parent_code', 'LIST_COLUMN_MISSING'],
  ]);
});

it.each<[string, number, Partial<SuccessionRow>, string, string]>([
  ['an old unit that is not in force on the eve', 7, { old_code: '99999' }, 'old_code', 'LIST_PREDECESSOR_MISSING'],
  ['an old unit of another name', 7, { old_name: 'Xã Khác' }, 'old_name', 'LIST_PREDECESSOR_NAMED_OTHERWISE'],
  ['a new unit that the list does not have', 7, { new_code: '99999' }, 'new_code', 'LIST_SUCCESSOR_MISSING'],
  ['a new unit of another name', 7, { new_name: 'Xã Khác' }, 'new_name', 'LIST_SUCCESSOR_NAMED_OTHERWISE'],
  ['an extent that is neither whole nor part', 7, { extent: 'half' as 'full' }, 'extent', 'LIST_EXTENT_UNKNOWN'],
])('successions with %s are refused with row and column, and nothing is written', async (_, row, patch, column, code) => {
  const before = await fingerprint();
  const successions = csvFile('s.csv', altered(country.successions, row, patch));
  const report = await lists.reorganise(actor, {
    date: '2025-07-01',
    confirmed: country.twins,
    units: csvFile('july.csv', country.after),
    successions,
  });
  expect(report.outcome).toBe('REFUSED');
  expect(found(report.problems)).toContainEqual(['s.csv', row, column, code]);
  expect(await fingerprint()).toEqual(before);
});

it('successions that omit a commune are refused, because nothing states what becomes of it', async () => {
  const successions = csvFile(
    's.csv',
    country.successions.filter(row => row.old_code !== '01311'),
  );
  const report = await lists.reorganise(actor, {
    date: '2025-07-01',
    confirmed: country.twins,
    units: csvFile('july.csv', country.after),
    successions,
  });
  expect(found(report.problems)).toEqual([['s.csv', null, 'old_code', 'LIST_UNIT_UNSPOKEN']]);
  expect(report.problems[0]!.vi).toContain('01311');
});

it('organisations under an ended district are named, and the reorganisation waits for a person to decide', async () => {
  const [district] = await db.rows<{ id: string }>(`select unit_id as id from unit_span where code = '013'`);
  await registry.registry.app.get(UnitEventsService).apply(actor, {
    kind: 'CHANGE',
    effective: null,
    act: { number: null, date: null, issuer: null },
    note: null,
    changes: [
      {
        kind: 'establish',
        line: 'STATE',
        unitKind: 'INSPECTORATE',
        name: 'Thanh tra huyện Quế Sơn',
        code: null,
        parent: null,
        territory: district!.id,
        starts: null,
        ends: null,
        source: null,
      },
    ],
  });
  const report = await lists.checkReorganisation(actor, {
    date: '2025-07-01',
    confirmed: country.twins,
    units: csvFile('july.csv', country.after),
    successions: csvFile('s.csv', country.successions),
  });
  expect(report.problems.map(({ code }) => code)).toEqual(['UNIT_STILL_HOLDS_UNITS']);
  expect(report.problems[0]!.vi).toContain('Huyện Quế Sơn 013');
  expect(report.problems[0]!.vi).toContain('Thanh tra huyện Quế Sơn');
});
