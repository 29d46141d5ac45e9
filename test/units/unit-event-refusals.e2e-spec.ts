import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const given = givenUnits(() => registry);
let number = 0;
/** A different name in each test, so that the tests are independent. */
const fresh = (word: string): string => `${word} ${++number}`;

describe('an impossible event is refused as a whole, with all problems', () => {
  const refused = async (input: Record<string, unknown>): Promise<[string, string][]> => {
    const before = await given.rows();
    const { unitEvent, userErrors } = await given.apply(input);
    expect(unitEvent).toBeNull();
    expect(await given.rows()).toBe(before);
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
    const code = fresh('code').replace(' ', '-');
    await given.establish({ name: fresh('Xã'), code });
    expect(
      await refused({ effective: '2024-01-01', changes: [{ establish: { line: 'TERRITORY', kind: 'XA', name: 'Khác', code } }] }),
    ).toEqual([['UNIT_CODE_TAKEN', 'input.changes']]);
  });

  it('an end before its start, an empty name, a kind of another line, an unknown mark: all at once', async () => {
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

  it.each(['1000-01-01', '..1000-01-01', '1000-01-01..1000-06-30', '1000-01', '1000'])(
    'an end or a change on the first representable day (%s), because there is no day before it',
    async effective => {
      const unitId = await given.establish({ name: fresh('Xã'), validFrom: null });
      const without = ['UNIT_EVENT_WITHOUT_EVE', 'input.effective'];
      expect(await refused({ effective, changes: [{ dissolve: { unitId } }] })).toEqual([without]);
      expect(await refused({ effective, changes: [{ rename: { unitId, name: fresh('Quế') } }] })).toContainEqual(without);
    },
  );

  it('a stale version, while somebody else saved', async () => {
    const unitId = await given.establish({ name: fresh('Xã') });
    await given.apply({ effective: '2021-01-01', changes: [{ rename: { unitId, name: fresh('Quế'), expectedVersion: 1 } }] });
    expect(await refused({ effective: '2022-01-01', changes: [{ rename: { unitId, name: 'Khác', expectedVersion: 1 } }] })).toEqual([
      ['STALE_VERSION', 'input.changes.0.rename.expectedVersion'],
    ]);
  });

  it('an invalid id, one of another type, and an unknown unit', async () => {
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

  it('a unit that ends without a successor while others are under it', async () => {
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
    expect(await refused({ effective: '2025-01-01', changes: [] })).toEqual([['UNIT_EVENT_EMPTY', 'input.changes']]);
    const { errors } = await registry.as.administrator.ask(
      `mutation ($u: ID!) { applyUnitEvent(input: { effective: "2025-01-01", changes: [{ dissolve: { unitId: $u }, recode: { unitId: $u } }] }) { userErrors { code } } }`,
      { u: unitId },
    );
    expect(errors).toBeDefined();
  });

  it.each([['2025-02-30'], ['2025-13'], ['hôm qua'], ['2025-07-01..2025-06-01']])(
    'the date %j, before the database is read',
    async effective => {
      const { errors, status } = await registry.as.administrator.ask(
        `mutation ($e: PartialDate) { applyUnitEvent(input: { effective: $e, changes: [] }) { userErrors { code } } }`,
        { e: effective },
      );
      expect(status).toBe(400);
      expect(errors![0]!.message).toContain('Cần ngày, tháng hoặc năm');
    },
  );
});

it('the database itself refuses overlaps, cycles and changes outside an event', async () => {
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
