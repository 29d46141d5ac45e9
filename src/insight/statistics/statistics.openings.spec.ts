import { describe, expect, it } from '@jest/globals';
import type { ModelFilter } from '../../features/models/model.filter.js';
import { ALL, DIMENSIONS, whileThere, type Opening } from './dimensions.js';
import { MEASURES } from './measures.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import { filterOf as oneByOne, Filters, Opened } from './statistics.openings.js';
import type { StatisticsRequest } from './statistics.request.js';

const YEAR = { by: 'YEAR', basis: 'RESTATED', level: undefined, unitId: undefined, from: undefined, to: undefined } as const;
const of2022 = DIMENSIONS.YEAR.opens(YEAR, '2022');
const withoutSector: Opening = { model: { lacking: ['SECTOR'] } };
const period = { from: '2022-01-01', to: '2022-12-31' };

const requestOf = (filter: ModelFilter, measure: StatisticsMeasure): StatisticsRequest => ({
  filter,
  commendations: {},
  rows: [YEAR],
  columns: [],
  measures: [measure],
  day: '2024-01-01',
  basis: 'RESTATED',
});

/** The filter of a cell of the table with this filter. */
const filterOf = (filter: ModelFilter, measure: StatisticsMeasure, row: readonly Opening[], column: readonly Opening[] = []): unknown =>
  new Filters(requestOf(filter, measure)).of(measure, new Opened(row), new Opened(column)).toJSON();

const A_UNIT = '0192a0b1-0000-7000-8000-000000000001';
const BY_UNIT = { ...YEAR, by: 'UNIT', level: 'PROVINCE' } as const;
const OPENINGS: readonly Opening[] = [
  {},
  withoutSector,
  { model: { lacking: ['RUNNING'] } },
  { model: { state: ['RECOGNISED'] } },
  DIMENSIONS.UNIT.opens(BY_UNIT, A_UNIT),
  DIMENSIONS.UNIT.opens({ ...BY_UNIT, basis: 'AS_REPORTED' }, A_UNIT),
  DIMENSIONS.LEVEL.opens({ ...YEAR, by: 'LEVEL' }, null),
  whileThere({ ...BY_UNIT, basis: 'AS_REPORTED' }, A_UNIT),
];
const FILTERS: readonly ModelFilter[] = [
  {},
  { text: 'dan', parentId: null },
  { lacking: ['SECTOR'], and: [{ text: 'dan' }] },
  { state: ['RECOGNISED'], registered: { period: { to: '2024-12-31' } } },
];

describe('the filter of a cell', () => {
  it('is that of the table with what its row and its column ask for', () =>
    expect(filterOf({ text: 'dan', parentId: null }, 'RECOGNISED', [of2022], [{ model: { state: ['RECOGNISED'] } }])).toEqual({
      text: 'dan',
      state: ['RECOGNISED'],
      recognised: { period },
    }));

  it('of a total asks for the event alone', () =>
    expect(filterOf({}, 'MODELS', [DIMENSIONS.YEAR.opens(YEAR, ALL)])).toEqual({ attested: {} }));

  it('keeps each of two conditions on one field', () => {
    const both = { lacking: ['RUNNING'], and: [{ lacking: ['SECTOR'] }], recognised: {} };
    expect(filterOf({ lacking: ['RUNNING'] }, 'RECOGNISED', [withoutSector])).toEqual(both);
    expect(filterOf({}, 'RECOGNISED', [{ model: { lacking: ['RUNNING'] } }], [withoutSector])).toEqual(both);
  });

  it('keeps a condition on the event that is counted', () =>
    expect(filterOf({ registered: { period: { to: '2024-12-31' } } }, 'MODELS_REGISTERED', [of2022])).toEqual({
      registered: { period: { to: '2024-12-31' } },
      and: [{ registered: { period } }],
    }));

  it('of registrations and results names their model', () => {
    expect(filterOf({}, 'REGISTRATIONS', [of2022])).toEqual({ submitted: { period } });
    expect(filterOf({ text: 'dan' }, 'REGISTRATIONS', [of2022])).toEqual({ submitted: { period }, model: { text: 'dan' } });
    expect(filterOf({}, 'RESULTS', [of2022])).toEqual({ result: { period }, model: {} });
  });

  it('is that of all conditions taken one by one, whatever is counted, by whatever, of whatever', () => {
    for (const measure of Object.keys(MEASURES) as StatisticsMeasure[])
      for (const filter of FILTERS)
        for (const [i, row] of OPENINGS.entries())
          for (const column of OPENINGS.slice(i)) {
            const [inRow, inColumn] = [[of2022, row], [column]];
            const expected = oneByOne(requestOf(filter, measure), measure, [...inRow, ...inColumn]);
            expect(filterOf(filter, measure, inRow, inColumn)).toEqual(JSON.parse(JSON.stringify(expected)));
          }
  });
});
