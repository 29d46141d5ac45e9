import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { UnitLists, type ListImportReport } from '../../src/features/units/lists/unit-lists.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { csvFile } from '../support/generated-country.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

/**
 * Quế Sơn and its neighbourhood as in the public lists, imported over the example, which has the real history of Quế Sơn. The list has a row of 20674, which
 ** ended in 2020, and the successions confuse xã Phước Ninh with phường Phước Ninh of Hải Châu.
 */
const listOf = (rows: readonly [string, string, string, string][]) =>
  rows.map(([code, name, type, parent_code]) => ({ code, name, type, parent_code }));
const communes = (parent: string, type: string, ...names: [string, string][]) =>
  names.map(([code, name]): [string, string, string, string] => [code, `${type} ${name}`, type, parent]);
const DA_NANG: [string, string, string, string] = ['48', 'Thành phố Đà Nẵng', 'Thành phố Trung ương', ''];

const march = listOf([
  DA_NANG,
  ['49', 'Tỉnh Quảng Nam', 'Tỉnh', ''],
  ['492', 'Quận Hải Châu', 'Quận', '48'],
  ...communes('492', 'Phường', ['20236', 'Hải Châu'], ['20242', 'Phước Ninh']),
  ['498', 'Huyện Hoàng Sa', 'Huyện', '48'],
  ['511', 'Huyện Hiệp Đức', 'Huyện', '49'],
  ...communes('511', 'Xã', ['20716', 'Phước Trà'], ['20719', 'Sông Trà']),
  ['509', 'Huyện Quế Sơn', 'Huyện', '49'],
  ...communes('509', 'Thị trấn', ['20641', 'Đông Phú'], ['20651', 'Hương An'], ['20656', 'Trung Phước']),
  ...communes('509', 'Xã', ['20644', 'Quế Xuân 1'], ['20647', 'Quế Xuân 2'], ['20650', 'Quế Phú'], ['20659', 'Quế Hiệp']),
  ...communes('509', 'Xã', ['20662', 'Quế Thuận'], ['20665', 'Quế Mỹ'], ['20668', 'Ninh Phước'], ['20669', 'Phước Ninh']),
  ...communes('509', 'Xã', ['20671', 'Quế Lộc'], ['20674', 'Quế Phước'], ['20677', 'Quế Long'], ['20680', 'Quế Châu']),
  ...communes('509', 'Xã', ['20683', 'Quế Phong'], ['20686', 'Quế An'], ['20689', 'Quế Minh'], ['20692', 'Quế Lâm']),
]);
const july = listOf([
  DA_NANG,
  ['20242', 'Phường Hải Châu', 'Phường', '48'],
  ['20333', 'Đặc khu Hoàng Sa', 'Đặc khu', '48'],
  ...communes('48', 'Xã', ['20641', 'Quế Sơn'], ['20650', 'Xuân Phú'], ['20656', 'Nông Sơn'], ['20662', 'Quế Sơn Trung']),
  ...communes('48', 'Xã', ['20669', 'Quế Phước'], ['20716', 'Phước Trà'], ['20719', 'Sông Trà']),
]);
const HEIRS: Readonly<Record<string, readonly string[]>> = {
  '48': ['48', '49'],
  '20242': ['20236', '20242', '20669 partial'],
  '20641': ['20641', '20677', '20683', '20686', '20689'],
  '20650': ['20644', '20647', '20650', '20651'],
  '20656': ['20656', '20671'],
  '20662': ['20659', '20662', '20665', '20680'],
  '20669': ['20668', '20669 partial', '20674', '20692'],
  '20716': ['20716'],
  '20719': ['20719'],
};
const name = (rows: typeof march, code: string): string => rows.find(row => row.code === code)!.name;
const successions = Object.entries(HEIRS).flatMap(([heir, olds]) =>
  olds.map(given => {
    const [old, extent = 'full'] = given.split(' ') as [string, string?];
    return { old_code: old, old_name: name(march, old), new_code: heir, new_name: name(july, heir), extent };
  }),
);

const actor = systemActor('test');
const before = { date: '2025-03-01', units: csvFile('march.csv', march) };
const after = { date: '2025-07-01', units: csvFile('july.csv', july), successions: csvFile('successions.csv', successions) };

let registry: TestRegistry;
let db: Database;
let lists: UnitLists;
let events: UnitEventsService;
let imported: ListImportReport;
let reorganised: ListImportReport;
const rows = (): Promise<unknown[]> =>
  db.rows(`select 'unit' as relation, to_jsonb(u) as row from unit u union all select 'span', to_jsonb(s) from unit_span s
           union all select 'succession', to_jsonb(c) from unit_succession c order by 1, 2`);
let example: unknown[];
let entered: unknown[];

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  db = registry.registry.app.get(Database);
  events = registry.registry.app.get(UnitEventsService);
  lists = registry.registry.app.get(UnitLists);
  example = await rows();
  imported = await lists.import(actor, before);
  entered = await rows();
  reorganised = await lists.reorganise(actor, after);
});
afterAll(() => registry.close());

const unitsOf = (code: string, day: string) =>
  db.rows<{ id: string; name: string; parent: string }>(
    `select unit_id as id, name, (select p.name from unit_span p where p.unit_id = s.parent_id and p.validity @> $2::date) as parent
       from unit_span s where code = $1 and validity @> $2::date`,
    [code, day],
  );

it('the list matches the units of the example on its date and establishes only those that are missing', () => {
  expect(imported).toMatchObject({ outcome: 'APPLIED', problems: [], counts: { matched: 21, established: 8 } });
});

it('a row of a unit that ended in 2020 is regarded as another unit, with a note', async () => {
  expect(imported.notes).toMatchObject([{ code: 'LIST_ENDED_NAMESAKE', file: 'march.csv' }]);
  const units = await db.rows(
    `select starts, ends from unit u where exists (select from unit_span s where s.unit_id = u.id and s.code = '20674') order by validity`,
  );
  expect(units).toMatchObject([{ ends: '2020-01-31' }, { starts: null, ends: '2025-06-30' }]);
});

it('the recorded succession of Phước Ninh takes precedence over the row that confuses it with a phường of Hải Châu', async () => {
  expect(reorganised).toMatchObject({ outcome: 'APPLIED', problems: [], counts: { leftAlone: 1, matched: 6, goingOn: 2 } });
  const leftAlone = reorganised.notes.filter(({ code }) => code === 'LIST_SUCCESSION_LEFT_ALONE');
  expect(leftAlone).toHaveLength(1);
  expect(leftAlone[0]!.vi).toBe(
    'Kế thừa của “Xã Phước Ninh” ngày 1/7/2025: sổ ghi “Xã Quế Phước” (toàn bộ); danh mục ghi “Phường Hải Châu” (một phần), “Xã Quế Phước” (một phần). Giữ theo sổ, vì điều này do người dùng nhập bằng biến động riêng. Nếu danh mục đúng, hãy áp dụng lại và xác nhận mã cũ “20669” (correctedCodes hoặc --correct), hoặc đính chính bằng correctSuccession.',
  );
  const [old] = await unitsOf('20669', '2025-06-30');
  const heirs = await db.rows(
    `select n.name, s.whole from unit_succession s join unit_span n on n.unit_id = s.successor_id where s.predecessor_id = $1`,
    [old!.id],
  );
  expect(heirs).toEqual([{ name: 'Quế Phước', whole: true }]);
});

it('units of Quảng Nam from the list are under the merged Đà Nẵng, through their districts, and continue or end', async () => {
  expect(await unitsOf('20716', '2025-06-30')).toMatchObject([{ parent: 'Hiệp Đức' }]);
  expect(await unitsOf('20716', '2025-07-01')).toMatchObject([{ parent: 'Đà Nẵng' }]);
  expect(await unitsOf('511', '2025-06-30')).toMatchObject([{ parent: 'Quảng Nam' }]);
  expect(await unitsOf('511', '2025-07-01')).toEqual([]);
  expect(await unitsOf('20333', '2025-07-01')).toMatchObject([{ name: 'Hoàng Sa', parent: 'Đà Nẵng' }]);
});

it('importing both again changes nothing, and says that the registry differs in what a person entered', async () => {
  const now = await rows();
  expect(await lists.import(actor, before)).toMatchObject({ outcome: 'UNCHANGED', problems: [] });
  expect(await lists.reorganise(actor, after)).toMatchObject({ outcome: 'DIFFERS', problems: [], counts: { leftAlone: 1 } });
  expect(await rows()).toEqual(now);
});

it('both are undone row by row, including the rows that they deleted', async () => {
  await events.undo(actor, reorganised.eventId!, { expectedVersion: 1, reason: 'thử' });
  expect(await rows()).toEqual(entered);
  await events.undo(actor, imported.eventId!, { expectedVersion: 1, reason: 'thử' });
  expect(await rows()).toEqual(example);
});
