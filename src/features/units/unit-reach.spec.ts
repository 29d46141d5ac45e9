import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../shared/dates.js';
import { UnitReach, type ReachSpan, type UnitHistory } from './unit-reach.js';

const DAYS: readonly LocalDate[] = ['2001-01-01', '2002-01-01', '2003-01-01', '2004-01-01', '2005-01-01'];
const TODAY = '2004-06-01';
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Random histories. A unit is placed only under units earlier in the list, so that no cycle arises; nothing else is constrained. */
const histories: fc.Arbitrary<UnitHistory> = fc
  .tuple(
    ...UNITS.map((id, i) => {
      const place = i === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...UNITS.slice(0, i)), { nil: null });
      return fc.record({
        id: fc.constant(id),
        line: fc.constantFrom('TERRITORY', 'PARTY'),
        born: fc.option(fc.constantFrom(DAYS[0]!, DAYS[1]!), { nil: null }),
        dies: fc.option(fc.constantFrom(...DAYS.slice(2)), { nil: null }),
        moves: fc.array(fc.record({ at: fc.constantFrom(...DAYS.slice(1, 4)), parentId: place, territoryId: place }), { maxLength: 2 }),
        first: fc.record({ parentId: place, territoryId: place }),
        successor: fc.option(fc.constantFrom(...UNITS), { nil: null }),
      });
    }),
  )
  .map(drafts => {
    const spans: ReachSpan[] = drafts.flatMap(({ id, born, dies, moves, first }) => {
      const days = [...new Map(moves.map(move => [move.at, move])).values()]
        .filter(({ at }) => at > (born ?? '') && at < (dies ?? '9999'))
        .toSorted((left, right) => (left.at < right.at ? -1 : 1));
      return [{ at: born, ...first }, ...days].map(({ at, parentId, territoryId }, i) => ({
        unitId: id,
        parentId,
        territoryId,
        from: at,
        to: days[i]?.at ?? dies,
      }));
    });
    return {
      units: drafts.map(({ id, line, born, dies }) => ({ id, line, from: born, to: dies })),
      spans,
      wholeSuccessions: drafts.flatMap(({ id, dies, successor }) =>
        dies !== null && successor !== null && successor !== id ? [{ predecessorId: id, successorId: successor, on: dies }] : [],
      ),
    };
  });

const alive = (history: UnitHistory, id: string, day: LocalDate): boolean =>
  history.units.some(unit => unit.id === id && (unit.from ?? '') <= day && day < (unit.to ?? '9999'));
const placesOn = (history: UnitHistory, id: string, day: LocalDate): string[] =>
  history.spans
    .filter(span => span.unitId === id && (span.from ?? '') <= day && day < (span.to ?? '9999'))
    .flatMap(span => [span.parentId, span.territoryId].filter(place => place !== null));
const dayBefore = (day: LocalDate): LocalDate => `${Number(day.slice(0, 4)) - 1}-12-31`;

/** The rule of the documentation, written out for one pair of units: does a right at `root` reach `unit`? */
function reaches(history: UnitHistory, root: string, unit: string): boolean {
  const inForceAs = (id: string, hops = 0): string | undefined => {
    if (alive(history, id, TODAY)) return id;
    const next = history.wholeSuccessions.find(succession => succession.predecessorId === id && succession.on <= TODAY);
    return next && hops < 20 ? inForceAs(next.successorId, hops + 1) : undefined;
  };
  const last = (id: string, hops = 0): string => {
    const next = alive(history, id, TODAY)
      ? undefined
      : history.wholeSuccessions.find(succession => succession.predecessorId === id && succession.on <= TODAY);
    return next && hops < 20 ? last(next.successorId, hops + 1) : id;
  };
  const places = (id: string): string[] => {
    const current = inForceAs(id);
    if (current !== undefined) return [current];
    const former = last(id);
    const end = history.units.find(one => one.id === former)!.to;
    if (end === null || end > TODAY) return [];
    for (let level = [former]; level.length > 0;) {
      level = level.flatMap(one => placesOn(history, one, dayBefore(end)));
      const found = level.flatMap(one => inForceAs(one) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  };
  const top = inForceAs(root);
  const under = (id: string): boolean => id === top || placesOn(history, id, TODAY).some(under);
  return top !== undefined && places(unit).some(under);
}

describe('what a right at a unit reaches', () => {
  it('is what the rule says, for random histories', () => {
    fc.assert(
      fc.property(histories, history => {
        // In a cycle of successions no unit is the last one, so the rule gives no answer there.
        fc.pre(!hasCycle(history));
        const reach = new UnitReach(history, TODAY);
        for (const root of UNITS) {
          const expected = UNITS.filter(unit => reaches(history, root, unit));
          expect([root, ...reach.reached(root, null).toSorted()]).toEqual([root, ...expected]);
          const party = expected.filter(id => history.units.find(unit => unit.id === id)!.line === 'PARTY');
          expect(reach.reached(root, 'PARTY').toSorted()).toEqual(party);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is every unit of the line, if no unit is named', () => {
    const units = [
      { id: 'a', line: 'PARTY', from: null, to: null },
      { id: 'b', line: 'STATE', from: null, to: null },
    ];
    const reach = new UnitReach({ units, spans: [], wholeSuccessions: [] }, TODAY);
    expect(reach.reached(null, 'PARTY')).toEqual(['a']);
    expect(reach.reached(null, null)).toEqual(['a', 'b']);
  });
});

function hasCycle({ wholeSuccessions }: UnitHistory): boolean {
  return UNITS.some(id => {
    let at: string | undefined = id;
    for (let hops = 0; hops < 20 && at !== undefined; hops++)
      at = wholeSuccessions.find(succession => succession.predecessorId === at && succession.on <= TODAY)?.successorId;
    return at !== undefined;
  });
}
