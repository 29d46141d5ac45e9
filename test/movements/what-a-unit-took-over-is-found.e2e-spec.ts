import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { errorsOf, givenMovements, rowId } from './given-movements.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const { made, asks, run } = givenMovements(() => registry);
const [BEFORE, AFTER] = ['2025-06-30', '2025-07-01'];
const [OF_PROVINCE, OF_DISTRICT, OF_CITY] = ['Đợt của tỉnh', 'Đợt của huyện', 'Đợt của thành phố'];

const at: Record<'city' | 'ward' | 'province' | 'district' | 'commune' | 'going' | 'newCommune' | 'board' | 'cityBoard', string> =
  {} as never;
let provinceRound: string;

/** Rounds and a rule of a province and its district; then, on 1/7/2025, the districts end and the province passes as a whole to the city. */
beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2025-03-15T03:00:00Z');
  const { establish } = units;
  at.city = await establish({ name: 'Đà Nẵng', kind: 'THANH_PHO_TW' });
  at.ward = await establish({ name: 'Hải Châu', kind: 'PHUONG', parentId: at.city });
  at.province = await establish({ name: 'Quảng Nam', kind: 'TINH' });
  at.district = await establish({ name: 'Quế Sơn', kind: 'HUYEN', parentId: at.province });
  at.commune = await establish({ name: 'Quế Hiệp', parentId: at.district });
  at.going = await establish({ name: 'Quế Mỹ', parentId: at.district });
  const board = { line: 'PARTY', kind: 'PARTY_BOARD' };
  at.board = await establish({ name: 'Ban Dân vận Tỉnh ủy', ...board, territoryId: at.province });
  at.cityBoard = await establish({ name: 'Ban Dân vận Thành ủy', ...board, territoryId: at.city });

  const movementId = await made('launchMovement', { name: 'Dân vận khéo 2025', launcherId: at.board, starts: '2025' });
  const round = { movementId, opensOn: '2025-03-01', closesOn: '2025-12-31' };
  provinceRound = await made('openRegistrationRound', { ...round, name: OF_PROVINCE, unitId: at.province });
  await made('openRegistrationRound', { ...round, name: OF_DISTRICT, unitId: at.district });
  const cityMovement = await made('launchMovement', { name: 'Phong trào của thành phố', launcherId: at.cityBoard, starts: '2025' });
  await made('openRegistrationRound', { ...round, movementId: cityMovement, name: OF_CITY, unitId: at.city });
  const rule = { unitId: at.province, line: 'TERRITORY', receiverId: at.board, level: 'PROVINCE', basis: 'Tỉnh', validFrom: '2020-01-01' };
  await made('setReceivingAuthority', rule);

  const { userErrors } = await units.apply({
    effective: AFTER,
    changes: [
      { establish: { line: 'TERRITORY', kind: 'XA', name: 'Quế Sơn Trung', parentId: at.city, mark: 'new' } },
      { succeed: { unitId: at.commune, successors: [{ unitId: '#new', whole: true }] } },
      { move: { unitId: at.going, parentId: at.city } },
      { dissolve: { unitId: at.district } },
      { succeed: { unitId: at.province, successors: [{ unitId: at.city, whole: true }] } },
    ],
  });
  expect(userErrors).toEqual([]);
  at.newCommune = await units.find('Quế Sơn Trung', AFTER);
  registry.setClock('2025-07-02T03:00:00Z');
});
afterAll(() => registry.close());

const rounds = async (filter: Record<string, unknown>, asOf: string): Promise<string[]> => {
  const { registrationRounds } = await registry.as.reader.get(
    'query ($filter: RegistrationRoundFilter, $asOf: LocalDate) { registrationRounds(filter: $filter, asOf: $asOf, orderBy: NAME) { nodes { name } } }',
    { filter, asOf },
  );
  return registrationRounds.nodes.map((node: { name: string }) => node.name);
};

describe('a registration round of a unit that has ended', () => {
  it('is found by the unit that took over as a whole, with those of units that ended in it', async () => {
    expect(await rounds({ unitId: at.city }, BEFORE)).toEqual([OF_CITY]);
    expect(await rounds({ unitId: at.city }, AFTER)).toEqual([OF_DISTRICT, OF_CITY, OF_PROVINCE]);
  });

  it('is found by a commune that was in it, and by one that took over from such a commune', async () => {
    for (const unitId of [at.going, at.newCommune]) expect(await rounds({ unitId }, AFTER)).toEqual([OF_DISTRICT, OF_CITY, OF_PROVINCE]);
    expect(await rounds({ unitId: at.going }, BEFORE)).toEqual([OF_DISTRICT, OF_PROVINCE]);
  });

  it('is not found by a unit that never was in it', async () => {
    expect(await rounds({ unitId: at.ward }, AFTER)).toEqual([OF_CITY]);
  });

  it('is found by units that ended with it as on their last day', async () => {
    expect(await rounds({ unitId: at.province }, AFTER)).toEqual([OF_PROVINCE]);
    for (const unitId of [at.district, at.commune]) expect(await rounds({ unitId }, AFTER)).toEqual([OF_DISTRICT, OF_PROVINCE]);
  });

  it('is open to no unit, though its days go on: who may register follows from the tree of the day', async () => {
    for (const unitId of [at.city, at.newCommune, at.going]) {
      expect(await rounds({ openTo: { unitId } }, AFTER)).toEqual([OF_CITY]);
      expect(await asks((reader, tx) => reader.lastDayFor(tx, rowId(provinceRound), rowId(unitId), AFTER))).toBeUndefined();
    }
    expect(await rounds({ openTo: { unitId: at.going } }, BEFORE)).toEqual([OF_DISTRICT, OF_PROVINCE]);
    const extension = { roundId: provinceRound, unitId: at.newCommune, closesOn: '2026-03-01', reason: 'x' };
    expect(errorsOf(await run('extendRegistration', extension))).toContainEqual(['REGISTRATION_UNIT_OUTSIDE', 'input.unitId']);
  });

  it('and its movement is found alike', async () => {
    const { movements } = await registry.as.reader.get(
      'query ($u: ID) { movements(filter: { unitId: $u }, orderBy: NAME) { nodes { name } } }',
      { u: at.city },
    );
    expect(movements.nodes).toEqual([{ name: 'Dân vận khéo 2025' }, { name: 'Phong trào của thành phố' }]);
  });
});

describe('a rule of receiving of a unit that has ended', () => {
  const shown = async (unitId: string, asOf: string): Promise<string[]> => {
    const { receivingAuthorities } = await registry.as.reader.get(
      'query ($u: ID, $asOf: LocalDate) { receivingAuthorities(filter: { unitId: $u }, asOf: $asOf) { nodes { basis unit { inForce } } } }',
      { u: unitId, asOf },
    );
    return receivingAuthorities.nodes
      .map(({ basis, unit }: { basis: string; unit: { inForce: boolean } }) => `${basis}${unit.inForce ? '' : ' (đã kết thúc)'}`)
      .toSorted();
  };
  const applied = async (unitId: string): Promise<string | undefined> =>
    (await asks((reader, tx) => reader.authorityFor(tx, rowId(unitId), AFTER)))?.basis;

  it('is found by the units that took over, but applies to no file until a rule is set for a unit in force', async () => {
    expect(await shown(at.commune, BEFORE)).toEqual(['Tỉnh']);
    for (const unitId of [at.city, at.newCommune, at.going]) {
      expect(await shown(unitId, AFTER)).toEqual(['Tỉnh (đã kết thúc)']);
      expect(await applied(unitId)).toBeUndefined();
    }
    expect(await shown(at.ward, AFTER)).toEqual([]);

    const rule = { unitId: at.city, line: 'TERRITORY', receiverId: at.cityBoard, level: 'PROVINCE', basis: 'Thành phố', validFrom: AFTER };
    await made('setReceivingAuthority', rule);
    // A commune that has passed to another as a whole follows the rule of that one.
    for (const unitId of [at.city, at.newCommune, at.going, at.commune]) {
      expect(await shown(unitId, AFTER)).toEqual(['Thành phố', 'Tỉnh (đã kết thúc)']);
      expect(await applied(unitId)).toBe('Thành phố');
    }
    expect(await shown(at.ward, AFTER)).toEqual(['Thành phố']);
  });
});

it('the preview of an event counts what a unit took over, too', async () => {
  const counted = async (unitId: string): Promise<Record<string, number>> => {
    const { previewUnitEvent } = await registry.as.administrator.get(
      'query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count } } }',
      { input: { effective: '2026-01-01', changes: [{ rename: { unitId, name: 'Tên khác' } }] } },
    );
    return Object.fromEntries(previewUnitEvent.dependents.map(({ label, count }: { label: string; count: number }) => [label, count]));
  };
  expect(await counted(at.city)).toMatchObject({ 'đợt đăng ký, gia hạn, chỉ tiêu': 3 });
  expect(await counted(at.ward)).toEqual({});
});
