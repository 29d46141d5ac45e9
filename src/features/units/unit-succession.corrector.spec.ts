import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePartialDate } from '../../shared/dates.js';
import { atOnce } from '../../shared/turns.js';
import type { UnitChange, UnitEventDraft } from './unit-changes.js';
import { planEvent } from './unit-event.plan.js';
import { UnitLedger } from './unit-ledger.js';
import type { StatedSuccessor } from './unit-succession.corrector.js';

const DAY = parsePartialDate('2020-07-01')!;
const HEIRS = ['x', 'y', 'z'];

const draft = (effective: UnitEventDraft['effective'], changes: readonly UnitChange[]): UnitEventDraft => ({
  kind: 'CHANGE',
  effective,
  act: { number: null, date: null, issuer: null },
  note: effective === null ? 'Ghi nhầm' : null,
  changes,
});
const establish = (id: string, parent: string | null): UnitChange => ({
  kind: 'establish',
  id,
  line: 'STATE',
  unitKind: 'STATE_OFFICE',
  name: id,
  code: null,
  parent,
  territory: null,
  starts: null,
  ends: null,
  source: null,
});

/** Unit `a` with two units under it passes wholly to `x` on the day. */
function merged(): UnitLedger {
  const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
  const changes = [...['a', ...HEIRS].map(id => establish(id, null)), establish('under 1', 'a'), establish('under 2', 'a')];
  expect(atOnce(planEvent(ledger, draft(null, changes))).problems).toEqual([]);
  expect(atOnce(planEvent(ledger, draft(DAY, [{ kind: 'merge', units: ['a'], into: 'x' }]))).problems).toEqual([]);
  return ledger;
}
/** The same, as the database has it. */
function loaded(): UnitLedger {
  const entered = merged();
  return new UnitLedger({
    units: [...entered.allUnits()],
    spans: ['a', ...HEIRS, 'under 1', 'under 2'].flatMap(id => entered.spansOf(id)),
    successions: entered.successionsOf('a').map(row => ({ ...row, eventId: 'event' })),
  });
}
const correct = (ledger: UnitLedger, stated: readonly StatedSuccessor[]): string[] => {
  const successors = stated.map(({ id, whole }) => ({ unit: id, whole }));
  const plan = atOnce(planEvent(ledger, draft(null, [{ kind: 'correctSuccession', unit: 'a', on: DAY, successors, staying: [] }])));
  return plan.problems.map(({ code }) => code);
};
const standing = (ledger: UnitLedger): string[] =>
  ledger
    .successionsOf('a')
    .map(({ successorId, whole, effective, effectiveOn }) => `${successorId} ${whole} ${effective} ${effectiveOn}`)
    .toSorted();
const shown = (stated: readonly StatedSuccessor[]): string[] =>
  stated.map(({ id, whole }) => `${id} ${whole} 2020-07-01 2020-07-01`).toSorted();
const placesOf = (ledger: UnitLedger): (string | null)[][] =>
  ['under 1', 'under 2'].map(id => ledger.spansOf(id).map(span => span.parentId));

const whole = fc.constantFrom(...HEIRS).map(id => [{ id, whole: true }]);
const parts = fc.uniqueArray(fc.constantFrom(...HEIRS)).map(ids => ids.map(id => ({ id, whole: false })));

describe('corrections of what a unit passed to', () => {
  it('leave what the last one says, and what followed is under the whole successor', () =>
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 5 }), sequence => {
        const ledger = merged();
        for (const stated of sequence) expect(correct(ledger, stated)).toEqual([]);
        const last = sequence.at(-1)!;
        expect(standing(ledger)).toEqual(shown(last));
        expect(placesOf(ledger)).toEqual(['under 1', 'under 2'].map(() => ['a', last[0]!.id]));
      }),
    ));

  it('keep what is right as it is, once nothing follows the unit', () =>
    fc.assert(
      fc.property(parts, parts, (wrong, right) => {
        const ledger = merged();
        for (const unit of ['under 1', 'under 2'])
          expect(atOnce(planEvent(ledger, draft(DAY, [{ kind: 'move', unit, parent: 'z' }]))).problems).toEqual([]);
        for (const stated of [wrong, right]) expect(correct(ledger, stated)).toEqual([]);
        expect(standing(ledger)).toEqual(shown(right));
        const before = ledger.successionsOf('a').map(({ id }) => id);
        expect(correct(ledger, right)).toEqual([]);
        expect(ledger.successionsOf('a').map(({ id }) => id)).toEqual(before);
      }),
    ));

  it('are refused where what followed would have no place', () => {
    expect(correct(merged(), [{ id: 'y', whole: false }])).toEqual(['UNIT_SUCCESSION_FOLLOWED']);
    expect(correct(merged(), [])).toEqual(['UNIT_SUCCESSION_FOLLOWED']);
  });

  it('find a succession of a month by the month and by its last day', () => {
    const month = parsePartialDate('2020-05')!;
    for (const on of [month, parsePartialDate('2020-05-31')!]) {
      const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
      atOnce(
        planEvent(
          ledger,
          draft(
            null,
            ['a', ...HEIRS].map(id => establish(id, null)),
          ),
        ),
      );
      atOnce(planEvent(ledger, draft(month, [{ kind: 'merge', units: ['a'], into: 'x' }])));
      const right: UnitChange = { kind: 'correctSuccession', unit: 'a', on, successors: [{ unit: 'y', whole: true }], staying: [] };
      expect(atOnce(planEvent(ledger, draft(null, [right]))).problems).toEqual([]);
      expect(standing(ledger)).toEqual(['y true 2020-05 2020-05-31']);
    }
  });

  it('place what followed as long as the right successor and its own successors live', () => {
    const ledger = merged();
    const later = parsePartialDate('2022-01-01')!;
    expect(atOnce(planEvent(ledger, draft(later, [{ kind: 'merge', units: ['y'], into: 'z' }]))).problems).toEqual([]);
    expect(correct(ledger, [{ id: 'y', whole: true }])).toEqual([]);
    expect(placesOf(ledger)).toEqual([
      ['a', 'y', 'z'],
      ['a', 'y', 'z'],
    ]);
    const gone = merged();
    expect(atOnce(planEvent(gone, draft(later, [{ kind: 'dissolve', unit: 'y' }]))).problems).toEqual([]);
    expect(correct(gone, [{ id: 'y', whole: true }])).toEqual(['UNIT_PLACE_NOT_IN_FORCE']);
  });

  it('count as a change of the unit, and remove and add only the rows that differ', () => {
    const ledger = loaded();
    const [wrong] = ledger.successionsOf('a');
    expect(correct(ledger, [{ id: 'y', whole: true }])).toEqual([]);
    const { insert, update, remove } = ledger.changes();
    expect(remove).toEqual({ spans: [], successions: [wrong!.id] });
    expect(insert.successions).toMatchObject([{ successorId: 'y', whole: true, eventId: 'event' }]);
    expect(update.units.map(({ id }) => id).toSorted()).toEqual(['a', 'under 1', 'under 2']);
    const same = loaded();
    expect(correct(same, [{ id: 'x', whole: true }])).toEqual([]);
    expect(same.changes()).toMatchObject({ insert: { successions: [] }, update: { units: [] }, remove: { successions: [] } });
  });
});
