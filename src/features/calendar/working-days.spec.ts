import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../shared/dates.js';
import {
  CalendarDayKind,
  countWorkingDays,
  exceptionsOf,
  fixedHolidays,
  isWeekend,
  isWorkingDay,
  workingDayAfter,
  type CalendarDay,
} from './working-days.js';

const entered = (day: string, kind: CalendarDay['kind']): CalendarDay => ({
  day,
  kind,
  name: 'minh họa',
  act: 'minh họa',
  verified: false,
});
const YEARS = [2025, 2026, 2027, 2028];

describe('working days', () => {
  it('are those of the week, without the day on which the period begins', () => {
    // Monday to Friday of a week without a holiday.
    expect(countWorkingDays('2026-06-01', '2026-06-05', exceptionsOf([2026], []))).toBe(4);
    expect(countWorkingDays('2026-06-05', '2026-06-08', exceptionsOf([2026], []))).toBe(1);
    expect(countWorkingDays('2026-06-05', '2026-06-05', exceptionsOf([2026], []))).toBe(0);
  });

  it('are no days off with a fixed date, which name their act and that it was not verified', () => {
    expect(fixedHolidays(2026).map(({ day }) => day)).toEqual(['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-02']);
    expect(fixedHolidays(2026).every(({ verified, act }) => !verified && act.includes('45/2019/QH14'))).toBe(true);
    expect(workingDayAfter('2026-04-29', 1, exceptionsOf([2026], []))).toBe('2026-05-04');
  });

  it('are days that are made up for, also at a weekend, and no days off in lieu', () => {
    const exceptions = exceptionsOf([2026], [entered('2026-06-06', 'MADE_UP'), entered('2026-06-08', 'DAY_OFF_IN_LIEU')]);
    expect(countWorkingDays('2026-06-05', '2026-06-08', exceptions)).toBe(1);
    expect(workingDayAfter('2026-06-05', 2, exceptions)).toBe('2026-06-09');
  });

  it('take what people enter of a day before the fixed holiday', () => {
    expect(isWorkingDay('2026-09-02', exceptionsOf([2026], [entered('2026-09-02', 'MADE_UP')]))).toBe(true);
  });

  it('counted to a day and counted from a number are the same question asked both ways', () => {
    const days = fc.integer({ min: 0, max: 900 }).map(n => addDays('2025-06-01', n));
    const exceptions = fc
      .array(fc.record({ day: days, kind: fc.constantFrom(...Object.values(CalendarDayKind)) }), { maxLength: 40 })
      .map(list =>
        exceptionsOf(
          YEARS,
          list.map(({ day, kind }) => entered(day, kind)),
        ),
      );
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), exceptions, (from, count, known) => {
        const day = workingDayAfter(from, count, known);
        expect(countWorkingDays(from, day, known)).toBe(count);
        expect(isWorkingDay(day, known)).toBe(true);
        expect(countWorkingDays(from, addDays(day, -1), known)).toBe(count - 1);
      }),
    );
  });

  it('of two periods that follow one another add up', () => {
    const days = fc.integer({ min: 0, max: 900 }).map(n => addDays('2025-06-01', n));
    fc.assert(
      fc.property(fc.tuple(days, days, days), three => {
        const [a, b, c] = three.toSorted() as [string, string, string];
        const known = exceptionsOf(YEARS, []);
        expect(countWorkingDays(a, b, known) + countWorkingDays(b, c, known)).toBe(countWorkingDays(a, c, known));
      }),
    );
  });

  it('know the weekend of every year', () => {
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([true, true, false]);
  });
});
