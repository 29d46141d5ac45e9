import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../../shared/exact.js';
import { chosen, ratioOf, totalOf, type Addend, type Total } from './figure-total.js';

/** A province P of two communes A and B. */
const REACHES: Readonly<Record<string, readonly string[]>> = { P: ['P', 'A', 'B'], A: ['A'], B: ['B'] };
let count = 0;
const figure = (unitId: string, reading: string, first: string, last: string, more: Partial<Addend> = {}): Addend => ({
  id: String(++count).padStart(6, '0'),
  unitId,
  covers: 'WHOLE',
  first,
  last,
  reading,
  qualifier: 'EXACT',
  reaches: new Set(REACHES[unitId]),
  ...more,
});
const readings = (addends: readonly Addend[]): string[] => addends.map(({ reading }) => reading).toSorted();

const exact = (reading: string): Total => ({ reading, qualifier: 'EXACT' });

describe('a total', () => {
  const [from, to] = ['2022-01-01', '2022-12-31'];

  it('adds the figures of units, but not those that one of a unit above contains', () => {
    const parts = [figure('A', '3', from, to), figure('B', '4', from, to)];
    expect(totalOf('SUM', chosen('SUM', parts).counted)).toEqual({ reading: '7', qualifier: 'EXACT' });
    const whole = chosen('SUM', [...parts, figure('P', '9', from, to)]);
    expect([readings(whole.counted), readings(whole.covered)]).toEqual([['9'], ['3', '4']]);
  });

  it('adds a unit’s own work to that of the units below it', () => {
    const { counted } = chosen('SUM', [figure('P', '2', from, to, { covers: 'OWN' }), figure('A', '3', from, to)]);
    expect(readings(counted)).toEqual(['2', '3']);
  });

  it('adds years, but not those that a longer period contains; what overlaps in part is set apart', () => {
    const years = [figure('A', '3', from, to), figure('A', '4', '2023-01-01', '2023-12-31')];
    expect(readings(chosen('SUM', years).counted)).toEqual(['3', '4']);
    const both = chosen('SUM', [...years, figure('A', '8', from, '2023-12-31'), figure('A', '5', '2023-07-01', '2024-06-30')]);
    expect([readings(both.counted), readings(both.covered), readings(both.overlapping)]).toEqual([['8'], ['3', '4'], ['5']]);
  });

  it('of numbers at the end of a period counts the last of each unit', () => {
    const numbers = [figure('A', '3', from, to), figure('A', '4', '2023-01-01', '2023-12-31'), figure('B', '1', from, to)];
    expect(totalOf('LAST', chosen('LAST', numbers).counted).reading).toBe('5');
  });

  it('is as close as its least close figure, and nothing where figures are not added', () => {
    const about = [figure('A', '3', from, to, { qualifier: 'AT_LEAST' }), figure('B', '4', from, to, { qualifier: 'ABOUT' })];
    expect(totalOf('SUM', about).qualifier).toBe('ABOUT');
    expect(totalOf('SUM', about.slice(0, 1)).qualifier).toBe('AT_LEAST');
    expect(totalOf('NOT_ADDITIVE', about)).toEqual({ reading: null, qualifier: null });
    expect(totalOf('NOT_ADDITIVE', about.slice(0, 1)).reading).toBe('3');
  });

  it('of a share is the ratio of the totals, rounded once', () => {
    const percent = { percent: true, decimals: 2 };
    expect(ratioOf(exact('33838'), exact('43479'), percent).reading).toBe('77.83');
    expect(ratioOf(exact('1'), exact('0'), percent).reading).toBeNull();
  });
});

describe('for all figures', () => {
  const days = fc.tuple(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 5 }));
  const anyFigure = fc
    .record({ unit: fc.constantFrom('P', 'A', 'B'), own: fc.boolean(), days, reading: fc.nat(1000) })
    .map(({ unit, own, days: [first, length], reading }) =>
      figure(unit, String(reading), `20${first}-01-01`, `20${first + length}-12-31`, { covers: own ? 'OWN' : 'WHOLE' }),
    );
  const rule = fc.constantFrom('SUM' as const, 'LAST' as const);

  it('each is counted, contained, set apart or followed by a later one, exactly once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 12 }), rule, (all, by) => {
        const { counted, covered, overlapping } = chosen(by, all);
        const ids = [...counted, ...covered, ...overlapping].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        if (by === 'SUM') expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(readings(chosen(by, all.toReversed()).counted)).toEqual(readings(counted));
      }),
    );
  });

  it('no two that are added are about the same work on the same day', () => {
    fc.assert(
      fc.property(fc.array(anyFigure, { maxLength: 12 }), all => {
        const { counted } = chosen('SUM', all);
        const work = counted.flatMap(({ unitId, covers, first, last }) => {
          const places = covers === 'OWN' ? [`own ${unitId}`] : REACHES[unitId]!.flatMap(unit => [`own ${unit}`, `rest ${unit}`]);
          const years = Array.from(
            { length: Number(last.slice(0, 4)) - Number(first!.slice(0, 4)) + 1 },
            (_, i) => Number(first!.slice(0, 4)) + i,
          );
          return places.flatMap(place => years.map(year => `${place} ${year}`));
        });
        expect(new Set(work).size).toBe(work.length);
        const sum = Exact.sum(counted.map(({ reading }) => Exact.read(reading)));
        if (counted.length > 0) expect(totalOf('SUM', counted).reading).toBe(sum.toString());
      }),
    );
  });
});
