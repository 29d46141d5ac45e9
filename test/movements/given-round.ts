import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements, type Result } from './given-movements.js';

export interface GivenRound {
  registry: TestRegistry;
  province: string;
  district: string;
  commune: string;
  neighbour: string;
  /** A Party cell of the commune, under a committee of the province. */
  cell: string;
  movementId: string;
  /** The number of tests begun in this file, used to name the round of each test. */
  number: number;
  roundId: string;
  extend(unitId: string, closesOn: string, more?: Record<string, unknown>): Promise<Result>;
}

/** On 1/10/2024: a movement of 2021 to 2025 in a province, and for each test a round of its own from 1/9 to 25/10/2024. */
export function givenRound(): GivenRound {
  const units = givenUnits(() => given.registry);
  const { run, made } = givenMovements(() => given.registry);
  const given = {
    number: 0,
    extend: (unitId, closesOn, more = {}) =>
      run('extendRegistration', { roundId: given.roundId, unitId, closesOn, reason: 'Bão lụt', ...more }),
  } as GivenRound;

  beforeAll(async () => {
    given.registry = await openTestRegistry();
    given.registry.setClock('2024-10-01T00:00:00Z');
    const { establish } = units;
    given.province = await establish({ name: 'Tỉnh', kind: 'TINH' });
    given.district = await establish({ name: 'Huyện', kind: 'HUYEN', parentId: given.province });
    given.commune = await establish({ name: 'Xã', parentId: given.district });
    given.neighbour = await establish({ name: 'Xã bên', parentId: given.district });
    const launcherId = await establish({ name: 'Đảng ủy tỉnh', line: 'PARTY', kind: 'PARTY_COMMITTEE', territoryId: given.province });
    const cell = { name: 'Chi bộ thôn', line: 'PARTY', kind: 'PARTY_CELL', parentId: launcherId, territoryId: given.commune };
    given.cell = await establish(cell);
    given.movementId = await made('launchMovement', { name: 'Dân vận khéo', launcherId, starts: '2021', ends: '2025' });
  });
  beforeEach(async () => {
    const { movementId, province } = given;
    const round = { movementId, name: `Đợt ${++given.number}`, unitId: province, opensOn: '2024-09-01', closesOn: '2024-10-25' };
    given.roundId = await made('openRegistrationRound', round);
  });
  afterAll(() => given.registry.close());
  return given;
}
