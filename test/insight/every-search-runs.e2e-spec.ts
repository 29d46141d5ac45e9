import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Planner } from '../../src/platform/views/planner.js';
import { fillAtRandom } from '../support/random-registry.js';
import { Random } from '../support/random.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';

/** The statements of a search differ by what is found, the types, the filter, the facets and how many units the caller reaches: each runs. */
let registry: TestRegistry;
let askers: Readonly<Record<string, Asker>>;
let unit: string;
let sector: string;
let breadth: 'handful' | 'few' | 'many';

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  await fillAtRandom(registry, new Random(21));
  const { units, sectors } = await registry.as.reader.get('{ units(first: 1) { nodes { id } } sectors(first: 1) { nodes { id } } }');
  [unit, sector] = [units.nodes[0].id, sectors.nodes[0].id];
  const rows: { id: string }[] = await registry.registry.source.query('select id from unit order by id limit 5');
  const scoped = await askerWith(registry, 'scoped', ...rows.map(({ id }) => ({ role: 'reportingClient' as const, unitId: id as never })));
  askers = { everything: registry.as.reader, 'some units': scoped };
  const planner = registry.registry.app.get(Planner);
  const reachOf = planner.reachOf.bind(planner);
  // How many units the caller reaches decides how their rows are found; the rows are the same.
  planner.reachOf = async sight => {
    const reach = await reachOf(sight);
    return { ...reach, breadths: new Map([...reach.breadths.keys()].map(action => [action, breadth])) };
  };
});
afterAll(() => registry.close());

const TEXTS = ['que', 'quee sonn mo hinh', 'zzzz qqqq'];
const TYPES = [undefined, '[]', '[UNIT]', '[MODEL]', '[UNIT, MODEL]'];
const FILTERS = [
  '',
  'state: [RECOGNISED]',
  'subjectKind: [HOUSEHOLD]',
  'unitId: "$unit"',
  'sectorId: "$sector"',
  'unitId: "$unit", state: [DRAFT]',
];
const PARTS = [
  'nodes { ... on Unit { name } ... on EmulationModel { title } }',
  'totalCount totalCountAtLeast',
  'facets { type { complete values { value count } } unit { values { count } } state { complete } sector { complete } subjectKind { complete } }',
];

describe('a search', () => {
  it.each(['everything', 'some units'].flatMap(who => (['handful', 'few', 'many'] as const).map(reach => [who, reach] as const)))(
    'by a caller who sees %s, of a breadth called %s, runs whatever it finds, filters and counts',
    async (who, reach) => {
      breadth = reach;
      for (const text of TEXTS) {
        for (const types of TYPES) {
          for (const filter of FILTERS) {
            const given = `text: "${text}" ${types === undefined ? '' : `types: ${types}`} ${filter.replace('$unit', unit).replace('$sector', sector)}`;
            const parts = [...PARTS.map(part => [part]), PARTS];
            const query = `{ ${parts.map((part, i) => `s${i}: search(filter: { ${given} }, first: 3) { ${part.join(' ')} }`).join(' ')} }`;
            const { data, errors } = await askers[who]!.ask(query);
            expect([given, errors]).toEqual([given, undefined]);
            // What is asked alone and together is the same.
            expect({ ...data.s0, ...data.s1, ...data.s2 }).toEqual(data.s3);
          }
        }
      }
    },
    120_000,
  );
});
