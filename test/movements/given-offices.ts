import { afterAll, beforeAll } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenMovements, type Result } from './given-movements.js';

export interface GivenOffices {
  registry: TestRegistry;
  /** Units of the example and of the tests, by short names. */
  readonly unit: Record<string, string>;
  set(input: Record<string, unknown>): Promise<Result>;
}

const NAMED: Readonly<Record<string, readonly [name: string, asOf: string]>> = {
  province: ['Quảng Nam', '2022-01-01'],
  district: ['Quế Sơn', '2022-01-01'],
  commune: ['Quế Hiệp', '2022-01-01'],
  board: ['Ban Dân vận Tỉnh ủy Quảng Nam', '2022-01-01'],
  districtCommittee: ['UBND huyện Quế Sơn', '2022-01-01'],
  newCommune: ['Quế Sơn Trung', '2025-07-01'],
  cityBoard: ['Ban Tuyên giáo và Dân vận Thành ủy Đà Nẵng', '2025-07-01'],
};

/** The units of the example, and functions that set receiving authorities among them. */
export function givenOffices(): GivenOffices {
  const units = givenUnits(() => given.registry);
  const { run } = givenMovements(() => given.registry);
  const given = {
    unit: {},
    set: input => run('setReceivingAuthority', { line: 'TERRITORY', basis: 'chưa xác minh', level: 'PROVINCE', ...input }),
  } as GivenOffices;
  beforeAll(async () => {
    given.registry = await openTestRegistry({ example: true });
    for (const [key, [name, asOf]] of Object.entries(NAMED)) given.unit[key] = await units.find(name, asOf);
    const { units: cities } = await given.registry.as.reader.get('{ units(filter: { code: "48" }, asOf: "2025-07-01") { nodes { id } } }');
    given.unit.city = cities.nodes[0].id;
  });
  afterAll(() => given.registry.close());
  return given;
}
