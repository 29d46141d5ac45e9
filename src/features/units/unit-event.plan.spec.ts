import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, contains, intersection, type LocalDate } from '../../shared/dates.js';
import { atOnce } from '../../shared/turns.js';
import type { UnitChange, UnitEventDraft } from './unit-changes.js';
import { planEvent } from './unit-event.plan.js';
import { UnitLedger } from './unit-ledger.js';

const DAYS: readonly LocalDate[] = Array.from({ length: 12 }, (_, i) => addDays('2020-01-01', i * 40));
const UNITS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A correction has no day, and a reason. */
const draft = (day: LocalDate | null, changes: readonly UnitChange[]): UnitEventDraft => ({
  kind: 'CHANGE',
  effective: day === null ? null : dated(day),
  act: { number: null, date: null, issuer: null },
  note: day === null ? 'Ghi nhầm' : null,
  changes,
});
const dated = (day: LocalDate) => ({ text: day, earliest: day, latest: day });

const establish = (id: string, code: string | null, parent: string | null): UnitChange => ({
  kind: 'establish',
  id,
  // Organisations: any may be above any other.
  line: 'STATE',
  unitKind: 'STATE_OFFICE',
  name: id,
  code,
  parent,
  territory: null,
  starts: undefined,
  ends: null,
  source: null,
});

const unit = fc.constantFrom(...UNITS);
const change: fc.Arbitrary<UnitChange> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), unit, name: fc.constantFrom('x', 'y', 'z') }),
  fc.record({ kind: fc.constant('recode' as const), unit, code: fc.constantFrom('1', '2', null) }),
  fc.record({ kind: fc.constant('move' as const), unit, parent: fc.option(unit) }),
  fc.record({ kind: fc.constant('merge' as const), units: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }), into: unit }),
  fc.record({
    kind: fc.constant('split' as const),
    unit,
    into: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }),
    goesOn: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('dissolve' as const), unit }),
);
const successors = fc.oneof(
  fc.uniqueArray(unit, { maxLength: 3 }).map(heirs => heirs.map(heir => ({ unit: heir, whole: false }))),
  unit.map(heir => [{ unit: heir, whole: true }]),
);
const correction: fc.Arbitrary<UnitChange> = fc.record({
  kind: fc.constant('correctSuccession' as const),
  unit,
  on: fc.constantFrom(...DAYS.map(dated)),
  successors,
  staying: fc.constant([]),
});
const events = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...DAYS), fc.array(change, { minLength: 1, maxLength: 3 })) },
    { weight: 1, arbitrary: fc.tuple(fc.constant(null), fc.array(correction, { minLength: 1, maxLength: 2 })) },
  ),
  { maxLength: 10 },
);

/** Applies the events in the given order, which need not be chronological, as people enter history. An event with problems is skipped: planning changes the ledger, so each event is planned on a copy. */
function historyOf(sequence: readonly [LocalDate | null, UnitChange[]][]): UnitLedger {
  let ledger = new UnitLedger({ units: [], spans: [], successions: [] });
  const apply = (event: UnitEventDraft): void => {
    const copy = copyOf(ledger);
    if (atOnce(planEvent(copy, event)).problems.length === 0) ledger = copy;
  };
  apply(
    draft(
      '2019-01-01',
      UNITS.map((id, i) => establish(id, i < 3 ? String(i) : null, null)),
    ),
  );
  for (const [day, changes] of sequence) apply(draft(day, changes));
  return ledger;
}

const copyOf = (ledger: UnitLedger): UnitLedger =>
  new UnitLedger({
    units: [...ledger.allUnits()],
    spans: UNITS.flatMap(id => ledger.spansOf(id)),
    successions: UNITS.flatMap(id => ledger.successionsOf(id)),
  });

const always = (check: (ledger: UnitLedger) => void): void =>
  fc.assert(
    fc.property(events, sequence => check(historyOf(sequence))),
    { numRuns: 200 },
  );

describe('after any events, applied in any order', () => {
  it('the spans of a unit cover its validity without gap or overlap', () =>
    always(ledger => {
      for (const { id, range } of ledger.allUnits()) {
        const spans = ledger.spansOf(id);
        expect(spans[0]!.range.from).toBe(range.from);
        expect(spans.at(-1)!.range.to).toBe(range.to);
        for (const [i, span] of spans.slice(1).entries()) expect(span.range.from).toBe(spans[i]!.range.to);
      }
    }));

  it('a code has one holder at a time', () =>
    always(ledger => {
      for (const code of ['0', '1', '2']) {
        const spans = ledger.spansWithCode(code);
        for (const span of spans)
          for (const other of spans) if (span.unitId !== other.unitId) expect(intersection(span.range, other.range)).toBeUndefined();
      }
    }));

  it('a parent is in force as long as the units under it, and no unit is above itself', () =>
    always(ledger => {
      for (const day of DAYS) {
        for (const { id, range } of ledger.allUnits()) {
          if (!contains(range, day)) continue;
          const climbed = new Set<string>();
          for (let at: string | null = id; at !== null; at = ledger.spanOn(at, day)!.parentId) {
            expect(climbed.has(at)).toBe(false);
            climbed.add(at);
            expect(contains(ledger.unit(at)!.range, day)).toBe(true);
          }
        }
      }
    }));

  it('a unit passes as a whole to one unit, or in parts to several, and never to itself', () =>
    always(ledger => {
      for (const id of UNITS) {
        const successions = ledger.successionsOf(id);
        expect(successions.map(succession => succession.successorId)).not.toContain(id);
        if (successions.some(succession => succession.whole)) expect(successions).toHaveLength(1);
      }
    }));

  it('what a unit passed to was in force on that day, and what passed as a whole has ended by it', () =>
    always(ledger => {
      for (const { id, range } of ledger.allUnits()) {
        for (const { successorId, effectiveOn, whole } of ledger.successionsOf(id)) {
          expect(contains(ledger.unit(successorId)!.range, effectiveOn)).toBe(true);
          if (whole) expect(range.to).toBe(effectiveOn);
        }
      }
    }));
});

describe('a change entered afterwards', () => {
  it('holds until the next recorded change of the same attribute, and keeps other attributes', () => {
    const ledger = historyOf([
      ['2020-06-01', [{ kind: 'rename', unit: 'a', name: 'second' }]],
      ['2020-03-01', [{ kind: 'rename', unit: 'a', name: 'first' }]],
      ['2020-02-01', [{ kind: 'recode', unit: 'a', code: '9' }]],
    ]);
    expect(ledger.spansOf('a').map(({ range, name, code }) => [range.from, name, code])).toEqual([
      ['2019-01-01', 'a', '0'],
      ['2020-02-01', 'a', '9'],
      ['2020-03-01', 'first', '9'],
      ['2020-06-01', 'second', '9'],
    ]);
  });

  it('does not end a unit before the day on which another passed to it', () => {
    const ledger = copyOf(historyOf([['2020-11-16', [{ kind: 'merge', units: ['d'], into: 'a' }]]]));
    const { problems } = atOnce(planEvent(ledger, draft('2020-01-01', [{ kind: 'dissolve', unit: 'a' }])));
    expect(problems.map(({ code }) => code)).toEqual(['UNIT_CHANGED_LATER']);
  });
});
