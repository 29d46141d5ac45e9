import { describe, expect, it } from '@jest/globals';
import type { Authority } from '../../src/features/movements/movements.reader.js';
import { givenUnits } from '../support/given-units.js';
import { givenMovements, rowId, errorsOf } from './given-movements.js';
import { givenOffices } from './given-offices.js';

const given = givenOffices();
const { unit, set } = given;
const units = givenUnits(() => given.registry);
const { made, asks } = givenMovements(() => given.registry);
const authority = (key: string, day: string): Promise<Authority | undefined> =>
  asks((reader, tx) => reader.authorityFor(tx, rowId(unit[key]!), day));
const listed = async (filter: Record<string, unknown>, asOf: string): Promise<any[]> =>
  (
    await given.registry.as.reader.get(
      `query ($filter: ReceivingAuthorityFilter, $asOf: LocalDate) { receivingAuthorities(filter: $filter, asOf: $asOf, orderBy: LINE, first: 100) {
         totalCount nodes { line level unit { name } receiver { name inForce restated { name } } recogniser { name } validFrom validTo basis } } }`,
      { filter, asOf },
    )
  ).receivingAuthorities.nodes;

it('there is no receiving authority until one is set: no rule is built in', async () => {
  expect(await authority('commune', '2022-01-01')).toBeUndefined();
  expect(await listed({}, '2022-01-01')).toEqual([]);
});

describe('the board receives in the province, until a district has a rule of its own', () => {
  it('the nearest rule applies, and the rule of the district ends on 30/6/2025', async () => {
    const { changed, userErrors } = await set({
      unitId: unit.province,
      receiverId: unit.board,
      validFrom: '2020-01-01',
      validTo: '2024-12-31',
    });
    expect(userErrors).toEqual([]);
    expect(changed).toMatchObject({
      unit: { name: 'Quảng Nam' },
      receiver: { name: 'Ban Dân vận Tỉnh ủy Quảng Nam' },
      recogniser: null,
      validFrom: '2020-01-01',
      validTo: '2024-12-31',
    });
    const rule = { unitId: unit.district, receiverId: unit.districtCommittee, recogniserId: unit.districtCommittee, level: 'DISTRICT' };
    expect(errorsOf(await set({ ...rule, validFrom: '2022-01-01', basis: 'Hướng dẫn A', validTo: '2025-06-30' }))).toEqual([]);

    expect(await authority('commune', '2019-12-31')).toBeUndefined();
    expect(await authority('commune', '2021-12-31')).toEqual({
      receiverId: rowId(unit.board!),
      recogniserId: null,
      level: 'PROVINCE',
      basis: 'chưa xác minh',
      requiresAppraisal: false,
    });
    const committee = rowId(unit.districtCommittee!);
    expect(await authority('commune', '2022-01-01')).toEqual({
      receiverId: committee,
      recogniserId: committee,
      level: 'DISTRICT',
      basis: 'Hướng dẫn A',
      requiresAppraisal: false,
    });
    expect(await authority('commune', '2025-06-30')).toMatchObject({ receiverId: committee });
    expect(await authority('newCommune', '2025-07-01')).toBeUndefined();
  });

  it('the list shows the rule that applies to a unit, and the rules in force on a day', async () => {
    expect((await listed({ unitId: unit.commune }, '2022-01-01')).map(rule => rule.unit.name)).toEqual(['Quế Sơn']);
    expect((await listed({ unitId: unit.province }, '2022-01-01')).map(rule => rule.unit.name)).toEqual(['Quảng Nam']);
    expect(await listed({}, '2022-01-01')).toHaveLength(2);
    expect(await listed({ level: ['DISTRICT'], receiverId: unit.districtCommittee, line: ['TERRITORY'] }, '2022-01-01')).toHaveLength(1);
    expect(await listed({}, '2025-07-01')).toEqual([]);
  });
});

describe('a ward Front committee receives in one place and the board in another', () => {
  it('for Party cells: of the ward the Front, of every other ward the city’s board', async () => {
    const ward = async (name: string): Promise<[string, string]> => {
      const id = await units.establish({ name, kind: 'PHUONG' });
      const cell = await units.establish({ name: `Chi bộ ${name}`, line: 'PARTY', kind: 'PARTY_CELL', territoryId: id });
      await units.apply({ effective: '2025-07-01', changes: [{ move: { unitId: id, parentId: unit.city } }] });
      return [id, cell];
    };
    [unit.thanhKhe, unit.thanhKheCell] = await ward('Thanh Khê');
    [unit.haiChau, unit.haiChauCell] = await ward('Hải Châu');
    unit.front = await units.establish({
      name: 'MTTQ phường Thanh Khê',
      line: 'FRONT',
      kind: 'FRONT_COMMITTEE',
      territoryId: unit.thanhKhe,
    });
    const front = { unitId: unit.thanhKhe, line: 'PARTY', receiverId: unit.front, level: 'GRASSROOTS', basis: '249/MTTQ-BTT' };
    expect(errorsOf(await set({ ...front, validFrom: '2026-01-01' }))).toEqual([]);
    expect(
      errorsOf(
        await set({ unitId: unit.city, line: 'PARTY', receiverId: unit.cityBoard, recogniserId: unit.cityBoard, validFrom: '2025-07-01' }),
      ),
    ).toEqual([]);

    expect(await authority('thanhKheCell', '2026-02-01')).toMatchObject({
      receiverId: rowId(unit.front),
      level: 'GRASSROOTS',
      basis: '249/MTTQ-BTT',
    });
    expect(await authority('thanhKheCell', '2025-12-31')).toMatchObject({ receiverId: rowId(unit.cityBoard!), level: 'PROVINCE' });
    expect(await authority('haiChauCell', '2026-02-01')).toMatchObject({ receiverId: rowId(unit.cityBoard!) });
    // The rules are for the line of the Party only.
    expect(await authority('thanhKhe', '2026-02-01')).toBeUndefined();
  });

  it('at equal distance the rule in the unit’s own line takes precedence over that of its territory', async () => {
    const committee = await units.establish({ name: 'Đảng ủy phường', line: 'PARTY', kind: 'PARTY_COMMITTEE', territoryId: unit.thanhKhe });
    const place = { parentId: committee, territoryId: unit.thanhKhe };
    unit.under = await units.establish({ name: 'Chi bộ hai đường', line: 'PARTY', kind: 'PARTY_CELL', ...place });
    expect(await authority('under', '2026-02-01')).toMatchObject({ receiverId: rowId(unit.front!) });
    await made('setReceivingAuthority', {
      unitId: committee,
      line: 'PARTY',
      receiverId: committee,
      level: 'COMMUNE',
      basis: 'chưa xác minh',
      validFrom: '2026-01-01',
    });
    expect(await authority('under', '2026-02-01')).toMatchObject({ receiverId: rowId(committee), level: 'COMMUNE' });
  });
});

describe('an office or a unit that passed as a whole to another is replaced by that one', () => {
  it('while after an end without a successor there is no receiving authority', async () => {
    const kind = { line: 'PARTY', kind: 'PARTY_BOARD' };
    const place = await units.establish({ name: 'Huyện kế thừa', kind: 'HUYEN' });
    const [old, merged] = [await units.establish({ name: 'Ban A', ...kind }), await units.establish({ name: 'Ban B', ...kind })];
    await made('setReceivingAuthority', {
      unitId: place,
      line: 'TERRITORY',
      receiverId: old,
      recogniserId: old,
      level: 'PROVINCE',
      basis: 'x',
    });
    unit.place = place;
    await units.apply({ effective: '2023-01-01', changes: [{ merge: { unitIds: [old], intoId: merged } }] });
    expect(await authority('place', '2022-12-31')).toMatchObject({ receiverId: rowId(old), recogniserId: rowId(old) });
    expect(await authority('place', '2023-01-01')).toMatchObject({ receiverId: rowId(merged), recogniserId: rowId(merged) });
    const [rule] = await listed({ unitId: place }, '2023-01-01');
    expect(rule.receiver).toEqual({ name: 'Ban A', inForce: false, restated: { name: 'Ban B' } });
    await units.apply({ effective: '2024-01-01', changes: [{ dissolve: { unitId: merged } }] });
    expect(await authority('place', '2024-01-01')).toBeUndefined();
  });

  it('so the rule of the new commune applies to one of its four predecessors', async () => {
    const input = { unitId: unit.newCommune, receiverId: unit.cityBoard, level: 'COMMUNE', validFrom: '2025-07-01' };
    expect(errorsOf(await set(input))).toEqual([]);
    expect(await authority('commune', '2025-07-01')).toMatchObject({ receiverId: rowId(unit.cityBoard!), level: 'COMMUNE' });
    expect(await authority('district', '2025-07-01')).toBeUndefined();
  });
});
