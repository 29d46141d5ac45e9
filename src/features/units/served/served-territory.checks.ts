import { invariant, type InvariantCheck } from '../../../platform/doctor/invariant-check.js';
import { asGiven } from '../../../shared/writing.js';
import { latestName } from '../unit.checks.js';
import type { DatedRecords } from '../unit-life.js';
import { unitLifeCheck } from '../unit-life.checks.js';

/** An assignment needs both of its units on one of its days. */
export const datedServedTerritories: readonly DatedRecords[] = [
  {
    name: 'units.servedTerritoriesInTheLifeOfTheirUnits',
    label: { vi: 'lần giao địa bàn phụ trách', en: 'assignments of territories' },
    rows: `select unit.id as unit_id, t.validity as days, t.basis as record
             from served_territory t cross join lateral (values (t.body_id), (t.territory_id)) unit (id)`,
  },
];

/** A line never changes, so that only a write past the registry can break it. */
const ofTheirLines = invariant('units.organisationsServeTerritories', {
  broken: `select ${latestName('t.body_id')} as body, ${latestName('t.territory_id')} as territory from served_territory t
             join unit b on b.id = t.body_id join unit a on a.id = t.territory_id where b.line = 'TERRITORY' or a.line <> 'TERRITORY'`,
  describe: {
    params: { body: asGiven, territory: asGiven },
    vi: '“{body}” được ghi phụ trách “{territory}”, nhưng chỉ một tổ chức mới phụ trách địa bàn hành chính',
    en: '“{body}” is recorded as working for “{territory}”, but only an organisation works for an administrative unit',
  },
  remedy: {
    vi: 'Hãy gỡ lần giao địa bàn này (removeServedTerritory).',
    en: 'Remove the assignment (removeServedTerritory).',
  },
});

export const servedTerritoryChecks: readonly InvariantCheck[] = [ofTheirLines, ...datedServedTerritories.map(unitLifeCheck)];
