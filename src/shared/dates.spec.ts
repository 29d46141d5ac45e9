import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, contains, dayInVietnam, intersection, isLocalDate, lastDay, parsePartialDate, type DateRange } from './dates.js';

describe('a calendar day', () => {
  it.each(['2024-02-29', '2025-07-01', '1000-01-01', '9998-12-31'])('%s exists', day => expect(isLocalDate(day)).toBe(true));
  it.each([
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-7-1',
    '0001-01-01',
    '0999-12-31',
    '9999-01-01',
    '9999-12-31',
    '',
    '2025-07-01T00:00',
  ])('%s does not exist', day => expect(isLocalDate(day)).toBe(false));
  it('begins at 17:00 UTC of the day before in Việt Nam', () => {
    expect(dayInVietnam(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
    expect(dayInVietnam(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
  });
  it('counts over month and leap-year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(addDays('9998-12-31', 1)).toBe('9999-01-01');
  });
});

describe('a date as its source gives it', () => {
  it('keeps its words and bounds what it can mean', () => {
    expect(parsePartialDate('2025')).toEqual({ text: '2025', earliest: '2025-01-01', latest: '2025-12-31' });
    expect(parsePartialDate('1981-02')).toEqual({ text: '1981-02', earliest: '1981-02-01', latest: '1981-02-28' });
    expect(parsePartialDate('..2025-06-30')).toEqual({ text: '..2025-06-30', earliest: null, latest: '2025-06-30' });
  });
  it.each(['2025-13', '25', '..2025', '2025-02-30', '9999', '9999-12', '..9999-12-31', 'đầu năm 2025', ''])('%p is none', text =>
    expect(parsePartialDate(text)).toBeUndefined(),
  );
});

const day = fc.integer({ min: 0, max: 3_000 }).map(n => addDays('2020-01-01', n));
const range: fc.Arbitrary<DateRange> = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([from, to]) => (from !== null && to !== null && from >= to ? { from: to, to: addDays(from, 1) } : { from, to }));

describe('ranges of days', () => {
  it('hold a day in their intersection exactly when both hold it', () =>
    fc.assert(
      fc.property(range, range, day, (a, b, d) => {
        const both = intersection(a, b);
        expect(both !== undefined && contains(both, d)).toBe(contains(a, d) && contains(b, d));
      }),
    ));
  it('hold their last day and not the next', () =>
    fc.assert(
      fc.property(range, r => {
        const last = lastDay(r);
        if (last !== null) {
          expect(contains({ from: null, to: r.to }, last)).toBe(true);
          expect(contains(r, addDays(last, 1))).toBe(false);
        }
      }),
    ));
});
