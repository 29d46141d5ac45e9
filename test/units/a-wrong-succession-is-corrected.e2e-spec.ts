import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { DAY, givenSuccessions } from './given-successions.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());
const { units, models, heirsOf, modelsAt, happens, correct, preview, undo, isSound } = givenSuccessions(() => registry);

let number = 0;
/** Xã A of its own province, with a model and its UBND, and the communes X, Y and Z beside it. */
let at: Record<'province' | 'A' | 'office' | 'X' | 'Y' | 'Z', string>;
let named: Record<'A' | 'X' | 'Y' | 'Z' | 'office', string>;
beforeEach(async () => {
  number++;
  const province = await units.establish({ name: `Tỉnh số ${number}`, kind: 'TINH' });
  const commune = (letter: string): Promise<string> => units.establish({ name: `Đồng ${letter}${number}`, parentId: province });
  const [A, X, Y, Z] = [await commune('A'), await commune('X'), await commune('Y'), await commune('Z')];
  const office = await units.establish({ name: `UBND Đồng A${number}`, line: 'STATE', kind: 'UBND', territoryId: A });
  at = { province, A, office, X, Y, Z };
  named = {
    A: `Xã Đồng A${number}`,
    X: `Xã Đồng X${number}`,
    Y: `Xã Đồng Y${number}`,
    Z: `Xã Đồng Z${number}`,
    office: `UBND Đồng A${number}`,
  };
  registry.setClock('2025-03-01T01:00:00Z');
  await models.draft(A);
  registry.setClock(undefined);
});
const parts = (...ids: string[]): [string, boolean][] => ids.map(id => [id, false]);
const wholly = (id: string): [string, boolean][] => [[id, true]];
const applied = async (result: ReturnType<typeof correct>): Promise<string> => {
  const { unitEvent, userErrors } = await result;
  expect(userErrors).toEqual([]);
  return unitEvent!.id;
};
const refused = async (result: ReturnType<typeof correct>): Promise<[string, string][]> => {
  const before = await units.rows();
  const { userErrors } = await result;
  expect(await units.rows()).toBe(before);
  return userErrors.map(({ code, field }) => [code, field.join('.')]);
};
const territoryOf = async (id: string): Promise<string> =>
  (await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { territory { fullName } } }', { id })).unit.territory.fullName;

describe('a commune that was recorded as passing wholly to the wrong one', () => {
  it('passes to the right one: its models are found there and no longer at the wrong one, and what stood under it follows', async () => {
    await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    expect([await modelsAt(at.X), await modelsAt(at.Y), await modelsAt(at.province)]).toEqual([[named.A], [], [named.A]]);
    const there = await askerWith(registry, `leader ${number}`, { role: 'leader', unitId: fromGlobalId(at.Y)!.id, line: null });
    const seen = async (): Promise<number> => (await there.get('{ models { totalCount } }')).models.totalCount;
    expect(await seen()).toBe(0);

    await applied(correct(at.A, wholly(at.Y)));
    expect(await heirsOf(at.A)).toEqual([named.Y]);
    expect([await modelsAt(at.X), await modelsAt(at.Y), await modelsAt(at.province)]).toEqual([[], [named.A], [named.A]]);
    expect(await seen()).toBe(1);
    expect(await territoryOf(at.office)).toBe(named.Y);
    await isSound();
  });

  it('keeps the act and the date by which it passed, and the event says what was corrected and why', async () => {
    const merged = await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    const id = await applied(correct(at.A, wholly(at.Y)));
    const { unit, unitEvent } = await registry.as.administrator.get(
      `query ($unit: ID!, $event: ID!) { unit(id: $unit) { successors { date act } }
         unitEvent(id: $event) { kind effective note summary { effect count } } }`,
      { unit: at.A, event: id },
    );
    expect(unit.successors).toEqual([{ date: DAY, act: '1659/NQ-UBTVQH15' }]);
    const summary = [
      { effect: 'SUCCESSION_CORRECTED', count: 1 },
      { effect: 'TAKEN_ALONG', count: 1 },
    ];
    expect(unitEvent).toEqual({ kind: 'CHANGE', effective: null, note: 'Ghi nhầm đơn vị kế thừa', summary });
    expect(await undo(merged)).toEqual(['UNIT_EVENT_HAS_LATER_CHANGES']);
    const trail = await registry.as.administrator.get(
      `query ($unit: ID!) { auditEntries(filter: { unitId: $unit }, first: 5) { nodes { action } } }`,
      { unit: at.A },
    );
    expect(trail.auditEntries.nodes.map(({ action }: { action: string }) => action)).toContain('unitEvent.applied');
  });

  it('was in truth divided; what had followed it is first moved to where it belongs', async () => {
    await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    const divided = (): ReturnType<typeof correct> => correct(at.A, parts(at.X, at.Y));
    const { userErrors } = await divided();
    expect(userErrors.map(({ code, message }) => [code, message.includes(named.office)])).toEqual([['UNIT_SUCCESSION_FOLLOWED', true]]);
    await happens({ move: { unitId: at.office, territoryId: at.Y } });
    await applied(divided());
    expect(await heirsOf(at.A)).toEqual([`${named.X} (part)`, `${named.Y} (part)`]);
    expect([await modelsAt(at.X), await modelsAt(at.Y), await modelsAt(at.province)]).toEqual([[], [], [named.A]]);
    await isSound();
  });

  it('was in truth divided, and what had followed it is rightly there', async () => {
    await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    const successors = [at.X, at.Y].map(unitId => ({ unitId, whole: false }));
    const change = { unitId: at.A, on: DAY, expectedVersion: 2, successors, staying: [at.office] };
    expect((await units.apply({ note: 'Ghi nhầm', changes: [{ correctSuccession: change }] })).userErrors).toEqual([]);
    expect(await territoryOf(at.office)).toBe(named.X);
    await isSound();
  });

  it('can be corrected twice, and each correction is undone exactly', async () => {
    await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    const first = await units.rows();
    const second = await applied(correct(at.A, wholly(at.Y)));
    const between = await units.rows();
    const third = await applied(correct(at.A, wholly(at.Z)));
    expect(await territoryOf(at.office)).toBe(named.Z);
    expect(await undo(second)).toEqual(['UNIT_EVENT_HAS_LATER_CHANGES']);
    expect(await undo(third)).toEqual([]);
    expect(await units.rows()).toBe(between);
    await isSound();
    expect(await undo(second)).toEqual([]);
    expect(await units.rows()).toBe(first);
    expect(await modelsAt(at.X)).toEqual([named.A]);
    await isSound();
  });
});

describe('a commune that was recorded as divided', () => {
  beforeEach(async () => {
    const moved = { move: { unitId: at.office, territoryId: at.Z } };
    await happens({ split: { unitId: at.A, intoIds: [at.X, at.Y], goesOn: false } }, moved);
  });

  it('passed in truth wholly to one', async () => {
    expect([await modelsAt(at.Y), await modelsAt(at.province)]).toEqual([[], [named.A]]);
    const id = await applied(correct(at.A, wholly(at.Y)));
    expect(await heirsOf(at.A)).toEqual([named.Y]);
    expect(await modelsAt(at.Y)).toEqual([named.A]);
    await isSound();
    const { unitEvent } = await registry.as.reader.get('query ($id: ID!) { unitEvent(id: $id) { state } }', { id });
    expect(unitEvent.state).toBe('APPLIED');
  });

  it('passed in truth to a third one, too', async () => {
    const before = await units.rows();
    const id = await applied(correct(at.A, parts(at.X, at.Y, at.Z)));
    expect(await heirsOf(at.A)).toEqual([`${named.X} (part)`, `${named.Y} (part)`, `${named.Z} (part)`]);
    await isSound();
    expect(await undo(id)).toEqual([]);
    expect(await units.rows()).toBe(before);
  });

  it('passed in truth to fewer, or to none', async () => {
    const before = await units.rows();
    const fewer = await applied(correct(at.A, parts(at.X)));
    expect(await heirsOf(at.A)).toEqual([`${named.X} (part)`]);
    const none = await applied(correct(at.A, []));
    expect(await heirsOf(at.A)).toEqual([]);
    await isSound();
    expect([await undo(none), await undo(fewer)]).toEqual([[], []]);
    expect(await units.rows()).toBe(before);
  });
});

it('a commune that was recorded as ended without successor gets the one that it has', async () => {
  await happens({ dissolve: { unitId: at.A } }, { move: { unitId: at.office, territoryId: at.X } });
  expect(await modelsAt(at.Y)).toEqual([]);
  const id = await applied(correct(at.A, wholly(at.Y), { act: { number: '12/NQ' } }));
  expect(await modelsAt(at.Y)).toEqual([named.A]);
  const { unit } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { successors { date act } } }', { id: at.A });
  expect(unit.successors).toEqual([{ date: DAY, act: '12/NQ' }]);
  await isSound();
  expect(await undo(id)).toEqual([]);
  expect(await modelsAt(at.Y)).toEqual([]);
});

it('the right successor that the registry does not know yet is established in the same event', async () => {
  await happens({ merge: { unitIds: [at.A], intoId: at.X } });
  const change = { unitId: at.A, on: DAY, expectedVersion: 2, successors: [{ unitId: '#new', whole: true }] };
  const establish = { mark: 'new', line: 'TERRITORY', kind: 'XA', name: `Đồng Mới ${number}`, parentId: at.province, validFrom: DAY };
  const { userErrors } = await units.apply({ note: 'Thiếu xã mới', changes: [{ correctSuccession: change }, { establish }] });
  expect(userErrors).toEqual([]);
  expect(await heirsOf(at.A)).toEqual([`Xã Đồng Mới ${number}`]);
  await isSound();
});

it('a preview shows what stands, what is right, what follows, and which records are concerned', async () => {
  await happens({ merge: { unitIds: [at.A], intoId: at.X } });
  const before = await units.rows();
  const change = { unitId: at.A, on: DAY, expectedVersion: 2, successors: [{ unitId: at.Y, whole: true }] };
  expect(await preview({ note: 'Ghi nhầm', changes: [{ correctSuccession: change }] })).toEqual({
    effects: [
      { kind: 'SUCCESSION_CORRECTED', unit: named.A, before: named.X, after: named.Y },
      { kind: 'TAKEN_ALONG', unit: named.office, before: named.X, after: named.Y },
    ],
    problems: [],
    dependents: [{ label: 'mô hình', count: 1 }],
  });
  expect(await units.rows()).toBe(before);
});

describe('a correction of a succession is refused', () => {
  const field = 'input.changes.0.correctSuccession';

  it('without a reason, with a day of its own, from an old version, or where everything is so already', async () => {
    await happens({ merge: { unitIds: [at.A], intoId: at.X } });
    expect(await refused(correct(at.A, wholly(at.Y), { note: null }))).toEqual([['UNIT_CORRECTION_NEEDS_REASON', field]]);
    expect(await refused(correct(at.A, wholly(at.Y), { effective: DAY }))).toEqual([['UNIT_CORRECTION_WITHOUT_DAY', field]]);
    expect((await refused(correct(at.A, wholly(at.X)))).map(([code]) => code)).toEqual(['UNIT_EVENT_EMPTY']);
    const change = { unitId: at.A, on: DAY, expectedVersion: 1, successors: [] };
    const stale = units.apply({ note: 'x', changes: [{ correctSuccession: change }] });
    expect((await refused(stale)).map(([code]) => code)).toEqual(['STALE_VERSION']);
  });

  it('to what no succession may be', async () => {
    const goingOn = await units.establish({ name: `Đồng B${number}`, parentId: at.province });
    await happens({ merge: { unitIds: [at.A], intoId: at.X } }, { split: { unitId: goingOn, intoIds: [at.Y], goesOn: true } });
    const name = `Đồng Muộn ${number}`;
    const establish = { line: 'TERRITORY', kind: 'XA', name, parentId: at.province };
    expect((await units.apply({ effective: '2026-01-01', changes: [{ establish }] })).userErrors).toEqual([]);
    const codes = async (unit: string, ...given: Parameters<typeof correct>[1]): Promise<string[]> =>
      (await refused(correct(unit, given))).map(([code]) => code);
    expect(await codes(at.A, [at.A, true])).toEqual(['UNIT_SUCCESSOR_DOUBLED']);
    expect(await codes(at.A, [at.Y, true], [at.Z, false])).toEqual(['UNIT_SUCCESSION_MIXED']);
    expect(await codes(at.A, [await units.find(name), true])).toContain('UNIT_NOT_IN_FORCE');
    expect(await codes(goingOn, [at.Y, true])).toEqual(['UNIT_SUCCESSION_WHILE_IN_FORCE']);
    expect(await codes(at.Z, [at.Y, false])).toEqual(['UNIT_SUCCESSION_NOT_RECORDED']);
    await applied(correct(goingOn, parts(at.Z)));
    await isSound();
  });
});
