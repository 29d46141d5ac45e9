import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toGlobalId } from '../../src/shared/ids.js';
import { fillNationally } from '../support/national-registry.js';
import { askerWith, openTestRegistry, type Asker, type GrantedRole, type TestRegistry } from '../support/test-registry.js';

/**
 * Rights of each breadth, by real grants at real units: which statements a search sends depends on how many units these reach. `npm run prove` asks every
 * combination of types and filters; every run asks each type, each filter and each pair of them.
 */
const EVERYTHING = process.env.PROVE_DOCUMENTS !== undefined;

const BREADTHS = [
  'everything',
  'one commune',
  'one province',
  'ten provinces',
  'all provinces',
  'an ended district',
  'a line of work',
] as const;
/** Found in few names or in very many, misspelt, not found. */
const TEXTS = ['que son', 'quee sonn mo hinh', 'zzzz qqqq', ...(EVERYTHING ? ['Quế', 'X. Hoà Bình'] : [])];
const TYPES = ['', 'types: []', 'types: [UNIT]', 'types: [MODEL]', 'types: [UNIT, MODEL]'];
const FILTERS = ['unitId: $unit', 'subjectKind: [HOUSEHOLD, COLLECTIVE]', 'sectorId: $sector', 'state: [RECEIVED, DRAFT]'];
/** Every subset of the filters. */
const SUBSETS = Array.from({ length: 2 ** FILTERS.length }, (_, bits) => FILTERS.filter((_filter, i) => (bits >> i) % 2 === 1));
const ASKED = EVERYTHING ? SUBSETS : SUBSETS.filter(({ length }) => length <= 1 || length === FILTERS.length);
const PARTS = [
  'nodes { ... on Unit { fullName } ... on EmulationModel { title } }',
  'totalCount totalCountAtLeast',
  'facets { type { complete values { value count } } unit { values { count } } state { complete } sector { complete } subjectKind { complete } }',
];

let registry: TestRegistry;
let units: Readonly<Record<'province' | 'commune' | 'district', string[]>>;
let sector: string;
const askers = new Map<string, Asker>();

beforeAll(async () => {
  registry = await openTestRegistry();
  await fillNationally(registry);
  const idsOf = async (condition: string): Promise<string[]> =>
    (
      await registry.registry.source.query(`select u.id from unit u join unit_span s on s.unit_id = u.id where ${condition} order by u.id`)
    ).map(({ id }: { id: string }) => id);
  const living = 'upper_inf(u.validity)';
  units = {
    province: await idsOf(`s.kind = 'TINH' and ${living}`),
    commune: await idsOf(`s.kind = 'XA' and ${living}`),
    district: await idsOf(`s.kind = 'HUYEN'`),
  };
  const { sectors } = await registry.as.reader.get('{ sectors(first: 1) { nodes { id } } }');
  sector = sectors.nodes[0].id;
  const at = (ids: readonly string[]): GrantedRole[] => ids.map(id => ({ role: 'reportingClient', unitId: id as never }));
  const grants: Readonly<Record<(typeof BREADTHS)[number], GrantedRole[]>> = {
    everything: [{ role: 'reportingClient' }],
    'one commune': at(units.commune.slice(0, 1)),
    'one province': at(units.province.slice(0, 1)),
    'ten provinces': at(units.province.slice(0, 10)),
    'all provinces': at(units.province),
    'an ended district': at(units.district.slice(0, 1)),
    'a line of work': [{ role: 'reportingClient', unitId: units.province[1] as never, line: 'STATE' }],
  };
  for (const breadth of BREADTHS) askers.set(breadth, await askerWith(registry, breadth, ...grants[breadth]));
}, 120_000);
afterAll(() => registry.close());

describe('at a registry of national shape', () => {
  it('the rights are of every breadth', async () => {
    const { units: living } = await registry.as.reader.get('{ units { totalCount } }');
    expect(living.totalCount).toBeGreaterThan(6_500);
    const counts = new Map<string, number>();
    for (const breadth of BREADTHS) counts.set(breadth, (await askers.get(breadth)!.get('{ models { totalCount } }')).models.totalCount);
    expect(counts.get('one province')!).toBeGreaterThan(counts.get('one commune')!);
    expect(counts.get('ten provinces')!).toBeGreaterThan(counts.get('one province')!);
    expect(counts.get('all provinces')!).toBeGreaterThan(counts.get('ten provinces')!);
    expect(counts.get('everything')!).toBeGreaterThanOrEqual(counts.get('all provinces')!);
  });

  it.each(BREADTHS)(
    'every search of a caller with rights at %s runs, and its parts agree',
    async breadth => {
      const asker = askers.get(breadth)!;
      for (const text of TEXTS) {
        for (const types of TYPES) {
          for (const [i, filters] of ASKED.entries()) {
            const unit = toGlobalId('Unit', [units.province, units.commune, units.district][i % 3]![i]!);
            const given = [`text: "${text}"`, types, ...filters].join(' ').replace('$unit', `"${unit}"`).replace('$sector', `"${sector}"`);
            const parts = [...PARTS, PARTS.join(' ')];
            const { data, errors } = await asker.ask(
              `{ ${parts.map((part, n) => `s${n}: search(filter: { ${given} }, first: 3) { ${part} }`).join(' ')} }`,
            );
            expect([given, errors]).toEqual([given, undefined]);
            expect({ ...data.s0, ...data.s1, ...data.s2 }).toEqual(data.s3);
            const { totalCount, facets } = data.s3;
            const counted = facets.type.values.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
            if (facets.type.complete) expect([given, counted]).toEqual([given, totalCount]);
          }
        }
      }
    },
    EVERYTHING ? 900_000 : 180_000,
  );
});
