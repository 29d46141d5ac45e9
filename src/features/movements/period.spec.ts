import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parsePartialDate } from '../../shared/dates.js';
import { isBackwards, nearestDayIn, rangeLiteral, widestPeriod, type Period } from './period.js';

const between = (starts: string | null, ends: string | null): Period =>
  widestPeriod(starts === null ? null : parsePartialDate(starts)!, ends === null ? null : parsePartialDate(ends)!);

describe('the period of a movement', () => {
  it.each([
    ['2021', '2025', '[2021-01-01,2025-12-31]'],
    ['2021-06', null, '[2021-06-01,]'],
    [null, '2025-06-30', '[,2025-06-30]'],
    ['..2021-03-01', '2021-12', '[,2021-12-31]'],
    [null, null, '[,]'],
  ])('from %p to %p lies in %s at the widest', (starts, ends, range) => expect(rangeLiteral(between(starts, ends))).toBe(range));

  it.each([
    ['2025', '2024'],
    ['2025-07-01', '2025-06'],
  ])('from %p to %p ends before it starts', (starts, ends) => expect(isBackwards(between(starts, ends))).toBe(true));

  it.each([
    ['2025-07', '2025'],
    ['2025', '2025-01-01'],
    ['..2025-06-30', '2020'],
    [null, '2020'],
  ])('from %p to %p may be', (starts, ends) => expect(isBackwards(between(starts, ends))).toBe(false));
});

const day = fc.integer({ min: 0, max: 3_000 }).map(n => addDays('2020-01-01', n));

it('the nearest day of a period lies in it, and is the day itself when that does', () =>
  fc.assert(
    fc.property(day, fc.option(day), fc.option(fc.nat(500)), (asked, first, length) => {
      const last = length === null ? null : addDays(first ?? '2022-01-01', length);
      const holds = (d: string): boolean => (first === null || first <= d) && (last === null || d <= last);
      const nearest = nearestDayIn({ first, last }, asked);
      expect(holds(nearest)).toBe(true);
      if (holds(asked)) expect(nearest).toBe(asked);
    }),
  ));
