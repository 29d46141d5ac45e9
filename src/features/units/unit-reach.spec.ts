import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../shared/dates.js';
import { UnitReach, type ReachSpan, type UnitHistory } from './unit-reach.js';

const DAYS: readonly LocalDate[] = ['2001-01-01', '2002-01-01', '2003-01-01', '2004-01-01', '2005-01-01'];
const TODAY = '2004-06-01';
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Histories in which a unit stands only under those before it, so that there is no circle; everything else is as odd as can be. */
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
        .toSorted((x, y) => (x.at < y.at ? -1 : 1));
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
      wholly: drafts.flatMap(({ id, dies, successor }) =>
        dies !== null && successor !== null && successor !== id ? [{ predecessorId: id, successorId: successor, on: dies }] : [],
      ),
    };
  });

const alive = (h: UnitHistory, id: string, day: LocalDate): boolean =>
  h.units.some(u => u.id === id && (u.from ?? '') <= day && day < (u.to ?? '9999'));
const aboveOn = (h: UnitHistory, id: string, day: LocalDate): string[] =>
  h.spans
    .filter(s => s.unitId === id && (s.from ?? '') <= day && day < (s.to ?? '9999'))
    .flatMap(s => [s.parentId, s.territoryId].filter(place => place !== null));
const dayBefore = (day: LocalDate): LocalDate => `${Number(day.slice(0, 4)) - 1}-12-31`;

/** The rule, word by word, for one pair. */
function naive(h: UnitHistory, root: string, unit: string): boolean {
  const goesOnAs = (id: string, hops = 0): string | undefined => {
    if (alive(h, id, TODAY)) return id;
    const next = h.wholly.find(s => s.predecessorId === id && s.on <= TODAY);
    return next && hops < 20 ? goesOnAs(next.successorId, hops + 1) : undefined;
  };
  const last = (id: string, hops = 0): string => {
    const next = alive(h, id, TODAY) ? undefined : h.wholly.find(s => s.predecessorId === id && s.on <= TODAY);
    return next && hops < 20 ? last(next.successorId, hops + 1) : id;
  };
  const homes = (id: string): string[] => {
    const living = goesOnAs(id);
    if (living !== undefined) return [living];
    const dead = last(id);
    const end = h.units.find(u => u.id === dead)!.to;
    if (end === null || end > TODAY) return [];
    for (let level = [dead]; level.length > 0;) {
      level = level.flatMap(one => aboveOn(h, one, dayBefore(end)));
      const found = level.flatMap(one => goesOnAs(one) ?? []);
      if (found.length > 0) return found;
    }
    return [];
  };
  const top = goesOnAs(root);
  const under = (id: string): boolean => id === top || aboveOn(h, id, TODAY).some(under);
  return top !== undefined && homes(unit).some(under);
}

describe('what a right at a unit reaches', () => {
  it('is what the rule says, over random histories', () => {
    fc.assert(
      fc.property(histories, history => {
        // Successions in a ring lead nowhere, and which of the ring is called the last means nothing.
        fc.pre(!ring(history));
        const reach = new UnitReach(history, TODAY);
        for (const root of UNITS) {
          const expected = UNITS.filter(unit => naive(history, root, unit));
          expect([root, ...reach.reached(root, null).toSorted()]).toEqual([root, ...expected]);
          const party = expected.filter(id => history.units.find(unit => unit.id === id)!.line === 'PARTY');
          expect(reach.reached(root, 'PARTY').toSorted()).toEqual(party);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is everything of a line, where no unit is named', () => {
    const units = [
      { id: 'a', line: 'PARTY', from: null, to: null },
      { id: 'b', line: 'STATE', from: null, to: null },
    ];
    const reach = new UnitReach({ units, spans: [], wholly: [] }, TODAY);
    expect(reach.reached(null, 'PARTY')).toEqual(['a']);
    expect(reach.reached(null, null)).toEqual(['a', 'b']);
  });
});

function ring({ wholly }: UnitHistory): boolean {
  return UNITS.some(id => {
    let at: string | undefined = id;
    for (let hops = 0; hops < 20 && at !== undefined; hops++) at = wholly.find(s => s.predecessorId === at && s.on <= TODAY)?.successorId;
    return at !== undefined;
  });
}
