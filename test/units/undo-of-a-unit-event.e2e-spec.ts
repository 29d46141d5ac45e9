import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { fromGlobalId } from '../../src/shared/ids.js';
import { end, givenPeople, run } from '../access/given-people.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const given = givenUnits(() => registry);
const models = givenModels(() => registry);
const people = givenPeople(() => registry);
let number = 0;
/** A different name in each test, so that the tests are independent. */
const fresh = (word: string): string => `${word} ${++number}`;

const UNDO = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { unitEvent { state } userErrors { code message } } }`;
interface BlockReason {
  readonly code: string;
  readonly message: string;
}

const undo = async (id: string): Promise<BlockReason[]> =>
  (await registry.as.administrator.get(UNDO, { input: { id, expectedVersion: 1, reason: 'Nhập nhầm' } })).undoUnitEvent.userErrors;

/** The reasons against the undo by `actions`, after checking that the undo itself is refused for the same reasons and writes nothing. */
const obstaclesTo = async (id: string): Promise<BlockReason[]> => {
  const { unitEvent } = await registry.as.administrator.get(
    `query ($id: ID!) { unitEvent(id: $id) { actions { name allowed blockedBy { code message } } } }`,
    { id },
  );
  const [action] = unitEvent.actions;
  expect(action).toMatchObject({ name: 'undo', allowed: action.blockedBy.length === 0 });
  const before = await given.rows();
  expect(await undo(id)).toEqual(action.blockedBy);
  expect(await given.rows()).toBe(before);
  return action.blockedBy;
};
const codesAgainst = async (id: string): Promise<string[]> => (await obstaclesTo(id)).map(({ code }) => code);

const happens = async (effective: string, ...changes: object[]): Promise<string> => {
  const { unitEvent, userErrors } = await given.apply({ effective, changes });
  expect(userErrors).toEqual([]);
  return unitEvent!.id;
};
/** Organisations have no levels: any may be above any other. */
const OFFICE = { line: 'STATE', kind: 'STATE_OFFICE' };
/** A unit with the event that established it. */
const born = async (more: object = {}, from = '2000-01-01'): Promise<{ unit: string; event: string; name: string }> => {
  const name = fresh('Quế');
  const event = await happens(from, { establish: { line: 'TERRITORY', kind: 'XA', name, ...more } });
  return { unit: await given.find(name, from), event, name };
};

describe('an event that established a unit cannot be undone, and `actions` says so,', () => {
  it('while a later event merges another unit into it; it can once that one is undone', async () => {
    const heir = await born();
    const merged = await happens('2020-01-01', { merge: { unitIds: [await given.establish({ name: fresh('Xã') })], intoId: heir.unit } });
    expect(await codesAgainst(heir.event)).toEqual(['UNIT_EVENT_HAS_LATER_CHANGES']);
    expect(await undo(merged)).toEqual([]);
    expect(await undo(heir.event)).toEqual([]);
  });

  it.each([
    ['parent', { line: 'TERRITORY', kind: 'XA' }, 'parentId'],
    ['territory', { line: 'STATE', kind: 'UBND' }, 'territoryId'],
  ])('while a later event places a unit under it as its %s', async (_, kind, place) => {
    const above = await born({ kind: 'HUYEN' });
    const placed = await happens('2020-01-01', { establish: { ...kind, name: fresh('Dưới'), [place]: above.unit } });
    expect(await codesAgainst(above.event)).toEqual(['UNIT_EVENT_HAS_LATER_CHANGES']);
    expect(await undo(placed)).toEqual([]);
    expect(await undo(above.event)).toEqual([]);
  });
});

describe('an event that established a unit cannot be undone because of records that refer to the unit:', () => {
  const DEPENDENTS = 'UNIT_EVENT_HAS_DEPENDENTS';
  /** Ban Dân vận passed as a whole to the Ban Tuyên giáo và Dân vận that the event established, which receives in its place. */
  const newBoard = async (): Promise<{ event: string; model: string }> => {
    const territoryId = await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' });
    const board = { line: 'PARTY', kind: 'PARTY_BOARD', territoryId };
    const old = await given.establish({ name: fresh('Ban Dân vận'), ...board });
    await models.authority(territoryId, old);
    const event = await happens(
      '2020-01-01',
      { establish: { mark: 'new', name: fresh('Ban Tuyên giáo và Dân vận'), ...board } },
      { succeed: { unitId: old, successors: [{ unitId: '#new', whole: true }] } },
    );
    const model = await models.draft(territoryId);
    return { event, model };
  };

  it('a file that it holds, and one that it returned', async () => {
    const { event, model } = await newBoard();
    expect((await models.step('submitModels', model))[0]!.userErrors).toEqual([]);
    expect(await obstaclesTo(event)).toEqual([{ code: DEPENDENTS, message: expect.stringContaining('1 mô hình') }]);
    expect((await models.step('returnModels', model, { reason: 'Bổ sung' }))[0]!.userErrors).toEqual([]);
    expect(await obstaclesTo(event)).toEqual([{ code: DEPENDENTS, message: expect.stringContaining('1 mô hình') }]);
  });

  it('a grant at it, and an ended grant, which a preview does not count', async () => {
    const { event, unit } = await born();
    const holderId = (await people.person()).id;
    const input = { holderId, role: 'UNIT_OFFICER', unitId: unit, reason: 'Phân công' };
    const { grant } = await run(registry.as.administrator, 'giveGrant', 'GiveGrantInput', input, 'grant { id version }');
    const inPreview = async (): Promise<object[]> =>
      (
        await registry.as.administrator.get(
          `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count } } }`,
          { input: { effective: '2025-01-01', changes: [{ dissolve: { unitId: unit } }] } },
        )
      ).previewUnitEvent.dependents;
    expect(await inPreview()).toEqual([{ label: 'quyền được cấp', count: 1 }]);
    expect(await obstaclesTo(event)).toEqual([{ code: DEPENDENTS, message: expect.stringContaining('1 quyền được cấp') }]);
    expect((await end(registry.as.administrator, grant)).userErrors).toEqual([]);
    expect(await inPreview()).toEqual([]);
    expect(await obstaclesTo(event)).toEqual([{ code: DEPENDENTS, message: expect.stringContaining('ghi một biến động mới') }]);
  });

  it('a model that is placed under it at the moment of the undo', async () => {
    const { event, unit } = await born();
    const model = await models.draft(await given.establish({ name: fresh('Xã') }));
    const rowId = (id: string): string => fromGlobalId(id)!.id;
    const other = await connect(registry.database.where);
    try {
      await other.query('begin');
      await other.query(`update emulation_model set unit_id = $2 where id = $1`, [rowId(model), rowId(unit)]);
      const undone = undo(event);
      const waiting = `select from pg_locks where not granted and pid <> pg_backend_pid()`;
      while ((await other.query(waiting)).rowCount === 0) await setImmediate();
      await other.query('commit');
      expect(await undone).toEqual([{ code: DEPENDENTS, message: expect.stringContaining('1 mô hình') }]);
    } finally {
      await other.end();
    }
  });
});

describe('an event cannot be undone, with the unit named, while what it replaced', () => {
  it('as a code belongs to another unit', async () => {
    const code = fresh('code').replace(' ', '-');
    const unitId = await given.establish({ name: fresh('Xã'), code });
    const recoded = await happens('2020-01-01', { recode: { unitId, code: null } });
    const taker = await born({ code }, '2021-01-01');
    expect(await obstaclesTo(recoded)).toEqual([
      { code: 'UNIT_CODE_TAKEN', message: `Mã “${code}” đang thuộc về “Xã ${taker.name}” trong thời gian đó.` },
    ]);
    expect(await undo(taker.event)).toEqual([]);
    expect(await undo(recoded)).toEqual([]);
  });

  it('as a parent is below the unit', async () => {
    const [above, below] = [await born(OFFICE), await born(OFFICE)];
    await happens('2010-01-01', { move: { unitId: below.unit, parentId: above.unit } });
    const left = await happens('2020-01-01', { move: { unitId: below.unit, parentId: null } });
    const turned = await happens('2021-01-01', { move: { unitId: above.unit, parentId: below.unit } });
    expect(await obstaclesTo(left)).toEqual([
      { code: 'UNIT_WOULD_CIRCLE', message: `“${below.name}” sẽ đứng trên chính nó. Hãy chọn đơn vị cấp trên khác.` },
    ]);
    expect(await undo(turned)).toEqual([]);
    expect(await undo(left)).toEqual([]);
  });

  it('as a parent is below the unit, with a third in between', async () => {
    const [above, between, below] = [await born(OFFICE), await born(OFFICE), await born(OFFICE)];
    await happens('2010-01-01', { move: { unitId: below.unit, parentId: above.unit } });
    const left = await happens('2020-01-01', { move: { unitId: below.unit, parentId: null } });
    await happens('2021-01-01', { move: { unitId: between.unit, parentId: below.unit } });
    await happens('2022-01-01', { move: { unitId: above.unit, parentId: between.unit } });
    expect(await codesAgainst(left)).toEqual(['UNIT_WOULD_CIRCLE']);
  });

  it('as a parent has ended', async () => {
    const [above, below] = [await born({ kind: 'HUYEN' }), await born()];
    await happens('2010-01-01', { move: { unitId: below.unit, parentId: above.unit } });
    const left = await happens('2020-01-01', { move: { unitId: below.unit, parentId: null } });
    const ended = await happens('2021-01-01', { dissolve: { unitId: above.unit } });
    expect(await obstaclesTo(left)).toEqual([
      {
        code: 'UNIT_PLACE_NOT_IN_FORCE',
        message: `Đơn vị cấp trên hoặc địa bàn “Huyện ${above.name}” không tồn tại trong suốt thời gian của “Xã ${below.name}”.`,
      },
    ]);
    expect(await undo(ended)).toEqual([]);
    expect(await undo(left)).toEqual([]);
  });

  it('but it can if a code passed from one unit to another within the event itself', async () => {
    const code = fresh('code').replace(' ', '-');
    const [a, b] = [await given.establish({ name: fresh('Xã'), code }), await given.establish({ name: fresh('Xã') })];
    const before = await given.rows();
    const swapped = await happens('2020-01-01', { recode: { unitId: a, code: null } }, { recode: { unitId: b, code } });
    expect(await undo(swapped)).toEqual([]);
    expect(await given.rows()).toBe(before);
  });
});
