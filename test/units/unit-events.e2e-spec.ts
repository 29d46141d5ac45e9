import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const given = givenUnits(() => registry);
const act = { number: '1/NQ', date: '2024-12-01', issuer: 'Cơ quan A' };
let number = 0;
/** A name of its own for each test, so that none depends on another. */
const fresh = (word: string): string => `${word} ${++number}`;

const UNDO = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { unitEvent { state undoReason version } userErrors { code field message } } }`;
const undo = async (id: string, expectedVersion = 1): Promise<any> =>
  (await registry.as.administrator.get(UNDO, { input: { id, expectedVersion, reason: 'Nhập nhầm' } })).undoUnitEvent;

/** Every row of the tables of units, as PostgreSQL prints it. */
async function rows(): Promise<string> {
  const client = await connect(registry.database.where);
  try {
    const { rows: found } = await client.query(
      `select 'unit' as t, to_jsonb(u)::text as row from unit u union all select 'span', to_jsonb(s)::text from unit_span s
       union all select 'succession', to_jsonb(c)::text from unit_succession c order by 1, 2`,
    );
    return JSON.stringify(found);
  } finally {
    await client.end();
  }
}

describe('an event', () => {
  it('establishes a province with its communes by marks, whatever their order', async () => {
    const [province, commune] = [fresh('Tỉnh'), fresh('Xã')];
    const { userErrors, unitEvent } = await given.apply({
      effective: '2025-01-01',
      act,
      changes: [
        { establish: { line: 'TERRITORY', kind: 'XA', name: commune, code: fresh('c'), parentId: '#p' } },
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

  it('renames, changes kind, code and place from a day on, and the days before keep what was', async () => {
    const [a, b] = [
      await given.establish({ name: fresh('Huyện A'), kind: 'HUYEN' }),
      await given.establish({ name: fresh('Huyện B'), kind: 'HUYEN' }),
    ];
    const before = fresh('Cũ');
    const after = fresh('Mới');
    const unitId = await given.establish({ name: before, code: fresh('k'), parentId: a });
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

  it('is previewed with what it does, what hangs on it and what stands against it, and writes nothing', async () => {
    const [one, other] = [fresh('Một'), fresh('Hai')];
    const [a, b] = [await given.establish({ name: one }), await given.establish({ name: other })];
    await registry.as.administrator.get(`mutation ($input: RecordPastInput!) { recordPast(input: $input) { userErrors { code } } }`, {
      input: { title: 'Mô hình thử', unitId: a, subjectKind: 'COLLECTIVE', attestedOn: '2010-01-01', source: 'Văn bản thử' },
    });
    const before = await rows();
    const { previewUnitEvent: preview } = await registry.as.reader.get(
      `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { effects { kind unit after } dependents { label count effect } problems { code } } }`,
      { input: { effective: '2025-01-01', changes: [{ merge: { unitIds: [a], intoId: b } }] } },
    );
    expect(preview.problems).toEqual([]);
    expect(preview.effects).toEqual([
      { kind: 'ENDED', unit: `Xã ${one}`, after: '2024-12-31' },
      { kind: 'SUCCEEDED', unit: `Xã ${one}`, after: `Xã ${other}` },
    ]);
    expect(preview.dependents).toEqual([expect.objectContaining({ label: 'mô hình', count: 1 })]);
    expect(await rows()).toBe(before);
  });

  it('is undone exactly: every row is as it was', async () => {
    const district = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
    const other = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
    const inside = await given.establish({ name: fresh('Xã'), parentId: district });
    const before = await rows();
    const { unitEvent } = await given.apply({
      effective: '2024-03-01',
      act,
      changes: [{ rename: { unitId: inside, name: fresh('Đổi') } }, { merge: { unitIds: [district], intoId: other } }],
    });
    expect(await rows()).not.toBe(before);
    const { unitEvent: undone, userErrors } = await undo(unitEvent!.id);
    expect(userErrors).toEqual([]);
    expect(undone).toEqual({ state: 'UNDONE', undoReason: 'Nhập nhầm', version: 2 });
    expect(await rows()).toBe(before);
    expect((await undo(unitEvent!.id, 2)).userErrors[0].code).toBe('LIFECYCLE_WRONG_STATE');
  });

  it('is not undone while something later depends on it, and says so before and after', async () => {
    const unitId = await given.establish({ name: fresh('Xã') });
    const { unitEvent } = await given.apply({ effective: '2021-01-01', changes: [{ rename: { unitId, name: fresh('Tên') } }] });
    await given.apply({ effective: '2022-01-01', changes: [{ rename: { unitId, name: fresh('Tên') } }] });
    const { unitEvent: seen } = await registry.as.reader.get(
      `query ($id: ID!) { unitEvent(id: $id) { actions { name allowed blockedBy { code } } } }`,
      { id: unitEvent!.id },
    );
    expect(seen.actions).toEqual([{ name: 'undo', allowed: false, blockedBy: [{ code: 'UNIT_EVENT_HAS_LATER_CHANGES' }] }]);
    expect((await undo(unitEvent!.id)).userErrors[0].code).toBe('UNIT_EVENT_HAS_LATER_CHANGES');
  });

  it('on the day on which another act has moved a unit can still end that unit: two acts of one day', async () => {
    const [old, heir] = [
      await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' }),
      await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' }),
    ];
    const district = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN', parentId: old });
    await given.apply({ effective: '2025-07-01', act, changes: [{ merge: { unitIds: [old], intoId: heir } }] });
    const before = await rows();
    const { unitEvent, userErrors } = await given.apply({ effective: '2025-07-01', changes: [{ dissolve: { unitId: district } }] });
    expect(userErrors).toEqual([]);
    const { unit } = await registry.as.reader.get(`query ($id: ID!) { unit(id: $id) { validTo history { to parent { id } } } }`, {
      id: district,
    });
    expect(unit).toEqual({ validTo: '2025-06-30', history: [{ to: '2025-06-30', parent: { id: old } }] });
    await undo(unitEvent!.id);
    expect(await rows()).toBe(before);
  });

  it('splits a unit that goes on, and one that does not', async () => {
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

describe('an event that cannot be is refused whole, with everything that is wrong', () => {
  const refused = async (input: Record<string, unknown>): Promise<[string, string][]> => {
    const before = await rows();
    const { unitEvent, userErrors } = await given.apply(input);
    expect(unitEvent).toBeNull();
    expect(await rows()).toBe(before);
    return userErrors.map(({ code, field }) => [code, field.join('.')]);
  };

  it('a merge into a unit that ends the same day', async () => {
    const [a, b, c] = [
      await given.establish({ name: fresh('Xã') }),
      await given.establish({ name: fresh('Xã') }),
      await given.establish({ name: fresh('Xã') }),
    ];
    const changes = [{ merge: { unitIds: [a], intoId: b } }, { merge: { unitIds: [b], intoId: c } }];
    expect(await refused({ effective: '2024-01-01', changes })).toEqual([['UNIT_ENDS_THE_SAME_DAY', 'input.changes.0.merge.intoId']]);
  });

  it('a unit above itself, on the day or on a later one', async () => {
    const top = await given.establish({ name: fresh('Tỉnh'), kind: 'TINH' });
    const middle = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN', parentId: top });
    const low = await given.establish({ name: fresh('Xã') });
    await given.apply({ effective: '2020-01-01', changes: [{ move: { unitId: low, parentId: middle } }] });
    const codes = await refused({ effective: '2010-01-01', changes: [{ move: { unitId: top, parentId: low } }] });
    expect(codes).toEqual(expect.arrayContaining([['UNIT_WOULD_CIRCLE', 'input.changes']]));
    expect(
      (await refused({ effective: '2021-01-01', changes: [{ move: { unitId: top, parentId: top } }] })).map(([code]) => code),
    ).toContain('UNIT_WOULD_CIRCLE');
  });

  it('a code while it is in force for another', async () => {
    const code = fresh('code');
    await given.establish({ name: fresh('Xã'), code });
    expect(
      await refused({ effective: '2024-01-01', changes: [{ establish: { line: 'TERRITORY', kind: 'XA', name: 'Khác', code } }] }),
    ).toEqual([['UNIT_CODE_TAKEN', 'input.changes']]);
  });

  it('an end before its start, a name that says nothing, a kind of another line, a mark nobody has: all at once', async () => {
    const establish = { line: 'TERRITORY', kind: 'XA', name: 'Tên' };
    expect(
      await refused({
        effective: '2024-01-01',
        changes: [
          { establish: { ...establish, validTo: '2023-12-31' } },
          { establish: { ...establish, kind: 'POLICE' } },
          { establish: { ...establish, parentId: '#nobody' } },
        ],
      }),
    ).toEqual([
      ['UNIT_ENDS_BEFORE_IT_STARTS', 'input.changes.0.establish.validTo'],
      ['UNIT_KIND_OF_OTHER_LINE', 'input.changes.1.establish.kind'],
      ['UNIT_REF_UNKNOWN', 'input.changes.2.establish.parentId'],
    ]);
  });

  it.each([
    ['of 10,000 characters', 'x'.repeat(10_000)],
    ['that is empty', ''],
    ['of marks only', '\u0301\u0300'],
    ['of signs only', '…!?'],
    ['with a control character', 'a\u0000b'],
    ['with half a character', '\uD800'],
  ])('a name %s', async (_, name) => {
    expect(await refused({ effective: '2024-01-01', changes: [{ establish: { line: 'TERRITORY', kind: 'XA', name } }] })).toEqual([
      ['INPUT_INVALID', 'input.changes.0.establish.name'],
    ]);
  });

  it('a stale version, while somebody else saved', async () => {
    const unitId = await given.establish({ name: fresh('Xã') });
    await given.apply({ effective: '2021-01-01', changes: [{ rename: { unitId, name: fresh('Xã'), expectedVersion: 1 } }] });
    expect(await refused({ effective: '2022-01-01', changes: [{ rename: { unitId, name: 'Khác', expectedVersion: 1 } }] })).toEqual([
      ['STALE_VERSION', 'input.changes.0.rename.expectedVersion'],
    ]);
  });

  it('an id that is none, one of another type, and a unit nobody knows', async () => {
    const { sectors } = await registry.as.reader.get(`{ sectors { nodes { id } } }`);
    const stranger = Buffer.from('Unit:018f0000-0000-7000-8000-000000000000').toString('base64url');
    expect(
      await refused({ effective: '2024-01-01', changes: [{ dissolve: { unitId: 'x' } }, { dissolve: { unitId: sectors.nodes[0].id } }] }),
    ).toEqual([
      ['ID_INVALID', 'input.changes.0.dissolve.unitId'],
      ['ID_INVALID', 'input.changes.1.dissolve.unitId'],
    ]);
    const { errors } = await registry.as.administrator.ask(
      `mutation ($id: ID!) { applyUnitEvent(input: { effective: "2024-01-01", changes: [{ dissolve: { unitId: $id } }] }) { userErrors { code } } }`,
      { id: stranger },
    );
    expect(errors![0]!.extensions.code).toBe('UNIT_NOT_FOUND');
  });

  it('a unit that ends while others stand under it and nobody takes it over', async () => {
    const district = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
    await given.establish({ name: fresh('Xã'), parentId: district });
    expect(await refused({ effective: '2025-07-01', changes: [{ dissolve: { unitId: district } }] })).toEqual([
      ['UNIT_STILL_HOLDS_UNITS', 'input.changes.0.dissolve.unitId'],
    ]);
  });

  it('an event without a day, without a change, or with two changes in one', async () => {
    const unitId = await given.establish({ name: fresh('Xã') });
    expect(await refused({ changes: [{ rename: { unitId, name: 'Khác' } }] })).toEqual([
      ['UNIT_EVENT_NEEDS_A_DAY', 'input.changes.0.rename'],
    ]);
    expect(await refused({ effective: '2025-01-01', changes: [] })).toEqual([['INPUT_INVALID', 'input.changes']]);
    const { errors } = await registry.as.administrator.ask(
      `mutation ($u: ID!) { applyUnitEvent(input: { effective: "2025-01-01", changes: [{ dissolve: { unitId: $u }, recode: { unitId: $u } }] }) { userErrors { code } } }`,
      { u: unitId },
    );
    expect(errors).toBeDefined();
  });

  it.each([['2025-02-30'], ['2025-13'], ['hôm qua'], ['2025-07-01..2025-06-01']])(
    'the date %j, before anything is read',
    async effective => {
      const { errors, status } = await registry.as.administrator.ask(
        `mutation ($e: PartialDate) { applyUnitEvent(input: { effective: $e, changes: [] }) { userErrors { code } } }`,
        { e: effective },
      );
      expect(status).toBe(400);
      expect(errors![0]!.message).toContain('PartialDate');
    },
  );
});

it('the database itself refuses overlaps, circles and changes outside an event', async () => {
  const parent = await given.establish({ name: fresh('Huyện'), kind: 'HUYEN' });
  const child = await given.establish({ name: fresh('Xã'), parentId: parent });
  const rowId = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1]!;
  const client = await connect(registry.database.where);
  const constraintOf = async (statements: string[], event = 'undo'): Promise<string | undefined> => {
    await client.query('begin');
    try {
      await client.query(`select set_config('registry.unit_event', $1, true)`, [event]);
      for (const statement of statements) await client.query(statement);
      await client.query('commit');
      return undefined;
    } catch (error) {
      await client.query('rollback');
      return (error as { constraint?: string }).constraint;
    }
  };
  const overlap = `insert into unit_span (id, unit_id, validity, name, kind) values (gen_random_uuid(), '${rowId(child)}', '[2010-01-01,)', 'x', 'XA')`;
  const circle = `update unit_span set parent_id = '${rowId(child)}' where unit_id = '${rowId(parent)}'`;
  expect(await constraintOf([overlap])).toBe('unit_span_no_overlap');
  expect(await constraintOf([circle])).toBe('unit_circle');
  expect(await constraintOf([`update unit_span set name = 'x' where unit_id = '${rowId(child)}'`], '')).toBe('unit_changes_by_event');
  expect(
    await constraintOf([`update unit set validity = '[2000-01-01,2005-01-01)', ends = '2004-12-31' where id = '${rowId(parent)}'`]),
  ).toBe('unit_place_in_force');
  await client.end();
});
