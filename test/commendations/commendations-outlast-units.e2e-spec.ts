import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let client: pg.Client;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  client = await connect(registry.database.where);
});
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examine = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await registry.registry.app.get(Doctor).examine()).map(({ check, cases }) => [check, cases[0]!.vi]));
const rowsOf = async (): Promise<string> =>
  JSON.stringify((await client.query('select to_jsonb(c)::text as row from commendation c order by id')).rows);

describe('the example', () => {
  it('has the Giấy khen of Quế Sơn’s review: 5 and 10 without names, handed over on 13/10/2022, and what the report does not say is not known', async () => {
    const found = await given.list({ form: ['GIAY_KHEN'], year: 2022 });
    expect(found.map(({ recipient, count, statedCount }) => [recipient.kind, recipient.name, count, statedCount]).toSorted()).toEqual([
      ['COLLECTIVE', null, 5, 5],
      ['INDIVIDUAL', null, 10, 10],
    ]);
    for (const one of found)
      expect(one).toMatchObject({
        presentedOn: '2022-10-13',
        level: 'DISTRICT',
        decision: null,
        authority: null,
        law: null,
        money: { amount: null },
        reason: expect.stringContaining('tiếp dân'),
      });
    expect(await examine()).toEqual({});
  });
});

describe('what a unit was granted', () => {
  it('is found from the unit that it passed to, with the names of that time; and its undone reorganisation leaves every row as it was', async () => {
    const [one, two] = [await units.establish({ name: 'Xã cũ' }), await units.establish({ name: 'Xã mới' })];
    await given.grant(one, '2025-05-05', [given.line({ kind: 'COLLECTIVE', name: null, unitId: one })]);
    await given.grant(one, '2025-05-06', [given.line({ name: null, count: 2, unitId: one, reason: 'Hai người' })]);
    const [before, unitsBefore] = [await rowsOf(), await units.rows()];
    const { unitEvent } = await units.apply({ effective: '2025-07-01', changes: [{ merge: { unitIds: [one], intoId: two } }] });
    const historyOf = async (id: string): Promise<any[]> =>
      (
        await registry.as.reader.get(
          'query ($id: ID!) { unit(id: $id) { commendations { nodes { recipient { name } unit { id inForce } } } } }',
          { id },
        )
      ).unit.commendations.nodes;
    expect(await historyOf(two)).toHaveLength(2);
    expect((await historyOf(two)).map(({ recipient }) => recipient.name)).toContain('Xã Xã cũ');
    const successor = await askerWith(registry, 'xã mới', { role: 'unitOfficer', unitId: fromGlobalId(two)!.id });
    expect(await given.list({ unitId: two }, successor)).toHaveLength(2);
    await registry.as.administrator.get(
      'mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code message } } }',
      { input: { id: unitEvent!.id, expectedVersion: unitEvent!.version, reason: 'Nhầm' } },
    );
    expect([await rowsOf(), await units.rows()]).toEqual([before, unitsBefore]);
    expect(await historyOf(two)).toEqual([]);
  });

  it('is exactly what it was when the reorganisation of a whole province is undone, whatever happened to its units', async () => {
    const province = await units.establish({ name: 'Tỉnh H', kind: 'TINH' });
    const districts = [1, 2, 3].map(n => ({ name: `Huyện ${n} H`, communes: [1, 2, 3, 4].map(m => `Xã ${n}.${m} H`) }));
    const communes: string[] = [];
    const ends: string[] = [];
    for (const { name, communes: names } of districts) {
      const district = await units.establish({ name, kind: 'HUYEN', parentId: province });
      ends.push(district);
      for (const commune of names) communes.push(await units.establish({ name: commune, parentId: district }));
    }
    for (const unit of communes) {
      await given.grant(unit, '2025-05-05', [given.line({ kind: 'COLLECTIVE', name: null, unitId: unit })]);
      await given.grant(unit, '2025-05-06', [given.line({ name: null, count: 2, unitId: unit, reason: 'Hai người' })]);
    }
    const shownOf = async (): Promise<unknown> =>
      Promise.all([province, ...ends, ...communes].map(unitId => given.list({ unitId }, registry.as.reader, '2025-06-30')));
    const [before, unitsBefore, shownBefore] = [await rowsOf(), await units.rows(), await shownOf()];
    const [a, b, c, d, e, f, g, h, ...moved] = communes as [string, string, string, string, string, string, string, string, ...string[]];
    const { unitEvent, userErrors } = await units.apply({
      effective: '2025-07-01',
      act: { number: '1659/NQ-UBTVQH15' },
      changes: [
        { merge: { unitIds: [a, b], intoId: c } },
        { split: { unitId: d, intoIds: [e, f], goesOn: false } },
        { split: { unitId: g, intoIds: [e], goesOn: true } },
        { rename: { unitId: h, name: 'Xã mới H' } },
        ...[c, e, f, g, h, ...moved].map(unitId => ({ move: { unitId, parentId: province } })),
        ...ends.map(unitId => ({ dissolve: { unitId } })),
      ],
    });
    expect(userErrors).toEqual([]);
    expect(await rowsOf()).toBe(before);
    expect(await given.list({ unitId: c })).toHaveLength(6);
    const undone = await given.send(
      registry.as.administrator,
      'undoUnitEvent',
      { id: unitEvent!.id, expectedVersion: unitEvent!.version, reason: 'Nhầm' },
      'unitEvent { state }',
    );
    expect(undone).toMatchObject({ unitEvent: { state: 'UNDONE' } });
    expect([await rowsOf(), await units.rows(), await shownOf()]).toEqual([before, unitsBefore, shownBefore]);
    expect(await examine()).toEqual({});
  });

  it('of a person is found wherever they were', async () => {
    const [first, second] = [await units.establish({ name: 'Xã thứ nhất' }), await units.establish({ name: 'Xã thứ hai' })];
    const input = { unitId: first, name: 'Cá nhân A' };
    const personId = (await given.send(registry.as.boardStaff, 'recordPerson', input, 'person { id }')).person.id;
    for (const issuer of [first, second]) await given.grant(issuer, '2025-05-05', [given.line({ personId, name: null, reason: issuer })]);
    const { person } = await registry.as.reader.get(
      'query ($id: ID!) { person(id: $id) { commendations(orderBy: DAY) { totalCount nodes { reason } } } }',
      { id: personId },
    );
    expect(person.commendations.totalCount).toBe(2);
  });
});

describe('the doctor', () => {
  it.each([
    [
      'a commendation whose issuer had no power on its day',
      `update commendation set issuer_class = 'DISTRICT_CHAIR', decision_id = d.id from decision d
        where commendation.certificate_code is not null and d.issued_on = '2025-08-08'`,
      'commendations.grantedByPower',
      /người ban hành không có thẩm quyền vào ngày đó/,
    ],
    [
      'a list that does not add up',
      `update commendation set count = 4 where stated_count = 5`,
      'commendations.listsAddUp',
      /ghi 5 đối tượng nhưng cộng lại được 4/,
    ],
  ])('finds %s', async (_, damage, check, message) => {
    const commune = await units.establish({ name: `Xã ${check}` });
    await given.grant(commune, '2025-08-08', [given.line({ name: `Cá nhân ${check}` })]);
    expect(await examine()).toEqual({});
    await client.query('create temporary table kept as select * from commendation');
    await client.query(damage);
    expect((await examine())[check]).toMatch(message);
    await client.query(
      `update commendation c set count = k.count, issuer_class = k.issuer_class, decision_id = k.decision_id from kept k where k.id = c.id`,
    );
    await client.query('drop table kept');
    expect(await examine()).toEqual({});
  });
});
