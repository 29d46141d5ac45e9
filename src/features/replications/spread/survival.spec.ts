import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../shared/dates.js';
import { fateAfter, yearsAfter, type Observation } from './survival.js';

const BEGAN = '2020-03-01';
const seen = (on: string, state: Observation['state']): Observation => ({ on, state });

describe('what became of a copy', () => {
  it('is not asked before the years have passed', () => {
    expect(fateAfter(1, BEGAN, [seen('2020-04-01', 'ACTIVE')], '2021-02-28')).toBeUndefined();
    expect(fateAfter(1, BEGAN, [seen('2020-04-01', 'ACTIVE')], '2021-03-01')).toBe('UNKNOWN');
  });

  it('is alive if it was seen to run on that day or later, also where it stopped only after that', () => {
    expect(fateAfter(1, BEGAN, [seen('2021-03-01', 'ACTIVE')], '2026-01-01')).toBe('ALIVE');
    expect(fateAfter(1, BEGAN, [seen('2020-04-01', 'ACTIVE'), seen('2021-05-01', 'STOPPED')], '2026-01-01')).toBe('ALIVE');
  });

  it('is stopped if it had stopped by then, and runs again if it was resumed before', () => {
    const stopped = [seen('2020-04-01', 'ACTIVE'), seen('2020-12-31', 'STOPPED')];
    expect(fateAfter(1, BEGAN, stopped, '2026-01-01')).toBe('STOPPED');
    expect(fateAfter(1, BEGAN, [...stopped, seen('2022-01-01', 'ACTIVE')], '2026-01-01')).toBe('STOPPED');
    expect(fateAfter(2, BEGAN, [...stopped, seen('2022-01-01', 'ACTIVE'), seen('2022-06-01', 'ACTIVE')], '2026-01-01')).toBe('ALIVE');
  });

  it('is not known where nobody saw it since', () => {
    expect(fateAfter(3, BEGAN, [], '2026-01-01')).toBe('UNKNOWN');
    expect(fateAfter(3, BEGAN, [seen('2020-04-01', 'ACTIVE')], '2026-01-01')).toBe('UNKNOWN');
  });

  it('on 29 February is that of the 28th in other years', () => {
    expect([yearsAfter('2020-02-29', 1), yearsAfter('2020-02-29', 4), yearsAfter('1896-02-29', 4)]).toEqual([
      '2021-02-28',
      '2024-02-29',
      '1900-02-28',
    ]);
  });

  it('never changes when more is seen later, unless it was not known', () => {
    const states = fc.constantFrom<Observation['state']>('PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING', 'STOPPED');
    const observations = fc.array(fc.record({ on: fc.integer({ min: 0, max: 1500 }).map(n => addDays(BEGAN, n)), state: states }));
    fc.assert(
      fc.property(observations, fc.integer({ min: 1, max: 3 }), states, (given, years, state) => {
        const observed = given.toSorted((a, b) => (a.on < b.on ? -1 : 1));
        const before = fateAfter(years, BEGAN, observed, '2025-01-01');
        const after = fateAfter(years, BEGAN, [...observed, seen('2025-01-01', state)], '2025-01-01');
        if (before !== 'UNKNOWN') expect(after).toBe(before);
      }),
    );
  });
});
