import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { countOf } from './given-statistics.js';

let registry: TestRegistry;
let province: string;
let commune: string;
let other: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-03-01T00:00:00Z');
  province = await units.establish({ name: 'An', kind: 'TINH', code: '01' });
  commune = await units.establish({ name: 'Bình', code: '00001', parentId: province });
  other = await units.establish({ name: 'Chung', code: '00002', parentId: province });
  await models.draft(commune, { subjectKind: 'COLLECTIVE' });
  await models.draft(other, { subjectKind: 'COLLECTIVE' });
  await models.draft(other, { subjectKind: 'HOUSEHOLD' });
});
afterAll(() => registry.close());

const FACETS = `query ($filter: ModelFilter, $by: [StatisticsAxis!]!) {
  modelFacets(filter: $filter, by: $by) { dimension total values { value { kind key label } count filter } } }`;

async function facetsOf(asker: Asker, by: readonly object[], filter?: object): Promise<Record<string, Record<string, number>>> {
  const { modelFacets } = await asker.get(FACETS, { by, filter });
  const counts: Record<string, Record<string, number>> = {};
  for (const { dimension, total, values } of modelFacets) {
    counts[dimension] = { total };
    for (const { value, count, filter: opened } of values) {
      counts[dimension]![value.label] = count;
      expect(await countOf(asker, { list: 'MODELS', filter: opened }, '2026-03-01')).toBe(count);
    }
  }
  return counts;
}

describe('the facets of a list of models', () => {
  const BY = [{ by: 'SUBJECT_KIND' }, { by: 'SECTOR' }, { by: 'STATE' }];

  it('count what the list shows by several dimensions at once, drafts included', async () => {
    const found = await facetsOf(registry.as.everyRole, [...BY, { by: 'UNIT', childrenOf: province }]);
    expect(found).toMatchObject({
      SUBJECT_KIND: { 'Tập thể': 2, 'Hộ gia đình': 1, total: 3 },
      STATE: { 'Bản nháp': 3, total: 3 },
      UNIT: { 'Xã Bình': 1, 'Xã Chung': 2, total: 3 },
    });
    expect(found.SECTOR!.total).toBe(3);
  });

  it('keep to the filter of the list, and to what the asker sees', async () => {
    const found = await facetsOf(registry.as.everyRole, [{ by: 'UNIT', childrenOf: province }], { subjectKind: ['HOUSEHOLD'] });
    expect(found).toEqual({ UNIT: { 'Xã Bình': 0, 'Xã Chung': 1, total: 1 } });
    const asker = await askerWith(registry, 'Cán bộ xã A', { role: 'reportingClient', unitId: fromGlobalId(commune)!.id });
    expect(await facetsOf(asker, [{ by: 'SUBJECT_KIND' }])).toEqual({ SUBJECT_KIND: { 'Tập thể': 1, total: 1 } });
  });

  it('a dimension that models do not have is refused', async () => {
    const { errors } = await registry.as.reader.ask(FACETS, { by: [{ by: 'COMMENDATION_FORM' }] });
    expect(errors![0]!.extensions.code).toBe('STATISTICS_MEASURE_WITHOUT_DIMENSION');
  });
});
