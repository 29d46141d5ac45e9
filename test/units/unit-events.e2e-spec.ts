import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const given = givenUnits(() => registry);
const act = { number: '1/NQ', date: '2024-12-01', issuer: 'Cơ quan A' };
let number = 0;
/** A different name in each test, so that the tests are independent. */
const fresh = (word: string): string => `${word} ${++number}`;

const UNDO = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { unitEvent { state undoReason version } userErrors { code field message } } }`;
const undo = async (id: string, expectedVersion = 1): Promise<any> =>
  (await registry.as.administrator.get(UNDO, { input: { id, expectedVersion, reason: 'Nhập nhầm' } })).undoUnitEvent;

describe('an event', () => {
  it('establishes a province with its communes by marks, in any order', async () => {
    const [province, commune] = [fresh('Núi'), fresh('Quế')];
    const { userErrors, unitEvent } = await given.apply({
      effective: '2025-01-01',
      act,
      changes: [
        { establish: { line: 'TERRITORY', kind: 'XA', name: commune, code: fresh('c').replace(' ', '-'), parentId: '#p' } },
        { establish: { mark: 'p', line: 'TERRITORY', kind: 'TINH', name: province } },
      ],
    });
    expect(userErrors).toEqual([]);
    expect(unitEvent!.summary).toEqual([{ effect: 'ESTABLISHED', count: 2 }]);
    const { unit } = await registry.as.reader.get(`query ($id: ID!) { unit(id: $id) { path validFrom version } }`, {
      id: await given.find(commune),
    });
    expect(unit).toEqual({ path: `Tỉnh ${province} / Xã ${commune}`, validFrom: '2025-01-01', version: 1 });
  });

  it('renames, changes kind, code and place from a day on, and keeps the days before', async () => {
    const [a, b] = [
      await given.establish({ name: fresh('Huyện A'), kind: 'HUYEN' }),
      await given.establish({ name: fresh('Huyện B'), kind: 'HUYEN' }),
    ];
    const before = fresh('Cũ');
    const after = fresh('Mới');
    const unitId = await given.establish({ name: before, code: fresh('k').replace(' ', '-'), parentId: a });
    const { userErrors } = await given.apply({
      effective: '2020-05-01',
      act,
      changes: [
        { rename: { unitId, name: after, expectedVersion: 1 } },
        { changeKind: { unitId, kind: 'PHUONG' } },
        { recode: { unitId, code: null } },
        { move: { unitId, parentId: b } },
      ],
    });
    expect(userErrors).toEqual([]);
    const on = async (asOf: string): Promise<any> =>
      (
        await registry.as.reader.get(`query ($id: ID!, $asOf: LocalDate) { unit(id: $id, asOf: $asOf) { fullName code parent { id } } }`, {
          id: unitId,
          asOf,
        })
      ).unit;
    expect(await on('2020-04-30')).toMatchObject({ fullName: `Xã ${before}`, parent: { id: a } });
    expect(await on('2020-05-01')).toEqual({ fullName: `Phường ${after}`, code: null, parent: { id: b } });
  });

  it('is previewed with its effects, dependents and problems, and writes nothing', async () => {
    const [one, other] = [fresh('Một'), fresh('Hai')];
    const [a, b] = [await given.establish({ name: one }), await given.establish({ name: other })];
    await registry.as.everyRole.get(`mutation ($input: RecordPastInput!) { recordPast(input: $input) { userErrors { code } } }`, {
      input: { title: 'Mô hình thử', unitId: a, subjectKind: 'COLLECTIVE', attestedOn: '2010-01-01', source: 'Văn bản thử' },
    });
    const before = await given.rows();
    const { previewUnitEvent: preview } = await registry.as.administrator.get(
      `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { effects { kind unit after } dependents { label count effect } problems { code } } }`,
      { input: { effective: '2025-01-01', changes: [{ merge: { unitIds: [a], intoId: b } }] } },
    );
    expect(preview.problems).toEqual([]);
    expect(preview.effects).toEqual([
      { kind: 'ENDED', unit: `Xã ${one}`, after: '2024-12-31' },
      { kind: 'SUCCEEDED', unit: `Xã ${one}`, after: `Xã ${other}` },
    ]);
    expect(preview.dependents).toEqual([expect.objectContaining({ label: 'mô hình', count: 1 })]);
    expect(await given.rows()).toBe(before);
  });

  it('is undone exactly: every row is as before', async () => {
    const district = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
    const other = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
    const inside = await given.establish({ name: fresh('Xã'), parentId: district });
    const before = await given.rows();
    const { unitEvent } = await given.apply({
      effective: '2024-03-01',
      act,
      changes: [{ rename: { unitId: inside, name: fresh('Đổi') } }, { merge: { unitIds: [district], intoId: other } }],
    });
    expect(await given.rows()).not.toBe(before);
    const { unitEvent: undone, userErrors } = await undo(unitEvent!.id);
    expect(userErrors).toEqual([]);
    expect(undone).toEqual({ state: 'UNDONE', undoReason: 'Nhập nhầm', version: 2 });
    expect(await given.rows()).toBe(before);
    expect((await undo(unitEvent!.id, 2)).userErrors[0].code).toBe('LIFECYCLE_WRONG_STATE');
  });

  it('cannot be undone while something later depends on it, as `actions` and the command say', async () => {
    const unitId = await given.establish({ name: fresh('Xã') });
    const { unitEvent } = await given.apply({ effective: '2021-01-01', changes: [{ rename: { unitId, name: fresh('Tên') } }] });
    await given.apply({ effective: '2022-01-01', changes: [{ rename: { unitId, name: fresh('Tên') } }] });
    const { unitEvent: seen } = await registry.as.administrator.get(
      `query ($id: ID!) { unitEvent(id: $id) { actions { name allowed blockedBy { code } } } }`,
      { id: unitEvent!.id },
    );
    expect(seen.actions).toEqual([{ name: 'undo', allowed: false, blockedBy: [{ code: 'UNIT_EVENT_HAS_LATER_CHANGES' }] }]);
    expect((await undo(unitEvent!.id)).userErrors[0].code).toBe('UNIT_EVENT_HAS_LATER_CHANGES');
  });

  it('can end a unit on the day on which another event has moved it', async () => {
    const [old, heir] = [
      await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' }),
      await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' }),
    ];
    const district = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN', parentId: old });
    await given.apply({ effective: '2025-07-01', act, changes: [{ merge: { unitIds: [old], intoId: heir } }] });
    const before = await given.rows();
    const { unitEvent, userErrors } = await given.apply({ effective: '2025-07-01', changes: [{ dissolve: { unitId: district } }] });
    expect(userErrors).toEqual([]);
    const { unit } = await registry.as.reader.get(`query ($id: ID!) { unit(id: $id) { validTo history { to parent { id } } } }`, {
      id: district,
    });
    expect(unit).toEqual({ validTo: '2025-06-30', history: [{ to: '2025-06-30', parent: { id: old } }] });
    await undo(unitEvent!.id);
    expect(await given.rows()).toBe(before);
  });

  it('splits a unit that continues, and one that ends', async () => {
    const [whole, goingOn] = [await given.establish({ name: fresh('Xã') }), await given.establish({ name: fresh('Xã') })];
    const [x, y] = [await given.establish({ name: fresh('Xã') }), await given.establish({ name: fresh('Xã') })];
    const { userErrors } = await given.apply({
      effective: '2023-01-01',
      changes: [{ split: { unitId: whole, intoIds: [x, y], goesOn: false } }, { split: { unitId: goingOn, intoIds: [x], goesOn: true } }],
    });
    expect(userErrors).toEqual([]);
    const { nodes } = await registry.as.reader.get(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Unit { inForce restated { id } successors { whole } } } }`,
      { ids: [whole, goingOn] },
    );
    expect(nodes).toEqual([
      { inForce: false, restated: null, successors: [{ whole: false }, { whole: false }] },
      { inForce: true, restated: { id: goingOn }, successors: [{ whole: false }] },
    ]);
  });
});
