import { describe, expect, it } from '@jest/globals';
import type { ModelFilter } from '../../features/models/model.filter.js';
import { ALL, DIMENSIONS, type Opening } from './dimensions.js';
import type { StatisticsMeasure } from './statistics-kinds.js';
import { Filters, Opened } from './statistics.openings.js';
import type { StatisticsRequest } from './statistics.request.js';

const YEAR = { by: 'YEAR', basis: 'RESTATED', level: undefined, unitId: undefined, from: undefined, to: undefined } as const;
const of2022 = DIMENSIONS.YEAR.opens(YEAR, '2022');
const withoutSector: Opening = { model: { lacking: ['SECTOR'] } };
const period = { from: '2022-01-01', to: '2022-12-31' };

/** The filter of a cell of the table with this filter. */
function filterOf(filter: ModelFilter, measure: StatisticsMeasure, row: readonly Opening[], column: readonly Opening[] = []): unknown {
  const request: StatisticsRequest = {
    filter,
    commendations: {},
    rows: [YEAR],
    columns: [],
    measures: [measure],
    day: '2024-01-01',
    basis: 'RESTATED',
  };
  return new Filters(request).of(measure, new Opened(row), new Opened(column)).toJSON();
}

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
});
