import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains } from '../../../shared/dates.js';
import { atOnce } from '../../../shared/turns.js';
import { planEvent } from '../unit-event.plan.js';
import { UnitLedger, type SpanRow } from '../unit-ledger.js';
import { ListDrafter, NothingToApply } from './list.drafter.js';

interface Commune {
  readonly code: string;
  readonly name: string;
}

/** Old communes, new communes that may reuse their codes and names, and for each old one the one or two new ones that it passes to. */
interface Case {
  readonly old: readonly Commune[];
  readonly next: readonly Commune[];
  readonly passes: readonly (readonly number[])[];
}

const communes = fc
  .uniqueArray(fc.integer({ min: 10, max: 16 }), { minLength: 1, maxLength: 6 })
  .chain(codes => fc.tuple(...codes.map(code => fc.constantFrom('A', 'B', 'C').map(name => ({ code: String(code), name })))));
const passesOf = (old: readonly Commune[], next: readonly Commune[]) =>
  fc.tuple(...old.map(() => fc.uniqueArray(fc.nat({ max: next.length - 1 }), { minLength: 1, maxLength: 2 })));
const cases: fc.Arbitrary<Case> = fc
  .tuple(communes, communes)
  .chain(([old, next]) => fc.record({ old: fc.constant(old), next: fc.constant(next), passes: passesOf(old, next) }));
/** The same communes twice: as a wrong list says, and as the right one does. */
const mistaken = fc
  .tuple(communes, communes)
  .chain(([old, next]) =>
    fc.record({ old: fc.constant(old), next: fc.constant(next), wrong: passesOf(old, next), passes: passesOf(old, next) }),
  );

/** The codes are short, and communes may have one name: a person confirmed both. */
const CODES = { codes: 'AS_WRITTEN', confirmed: ['10', '11', '12', '13', '14', '15', '16'] } as const;
const PROVINCE = ['48,Thành phố Đà Nẵng,Thành phố Trung ương,', '48,Thành phố Đà Nẵng,48,Thành phố Đà Nẵng,full'] as const;
const csv = (name: string, ...lines: string[]) => ({ name, content: Buffer.from(lines.join('\n')) });
const list = (rows: readonly Commune[]) =>
  csv('units.csv', 'code,name,type,parent_code', PROVINCE[0], ...rows.map(({ code, name }) => `${code},Xã ${name},Xã,48`));

function successionsOf({ old, next, passes }: Case) {
  const rows = passes.flatMap((heirs, i) =>
    heirs.map(heir => {
      const [from, to] = [old[i]!, next[heir]!];
      return `${from.code},Xã ${from.name},${to.code},Xã ${to.name},${heirs.length === 1 ? 'full' : 'partial'}`;
    }),
  );
  return csv('successions.csv', 'old_code,old_name,new_code,new_name,extent', PROVINCE[1], ...rows);
}

const march = ({ old }: Pick<Case, 'old'>) => ListDrafter.import({ date: '2025-03-01', units: list(old), ...CODES });
const july = (given: Case) =>
  ListDrafter.reorganisation({ date: '2025-07-01', units: list(given.next), successions: successionsOf(given), ...CODES });

/** @returns whether there were changes to apply. */
function apply(ledger: UnitLedger, drafter: ListDrafter): boolean {
  atOnce(drafter.read());
  try {
    expect(atOnce(planEvent(ledger, atOnce(drafter.draft(ledger)))).problems).toEqual([]);
    return true;
  } catch (error) {
    if (!(error instanceof NothingToApply)) throw error;
    expect(drafter.findings.problems).toEqual([]);
    return false;
  }
}

function standing(ledger: UnitLedger, day: string): Map<string, SpanRow> {
  const spans = [...ledger.allUnits()].flatMap(unit => ledger.spanOn(unit.id, day) ?? []).filter(span => span.kind === 'XA');
  for (const span of spans) expect(contains(ledger.unit(span.unitId)!.range, day)).toBe(true);
  return new Map(spans.map(span => [span.code!, span]));
}

const codesAndNames = (spans: Map<string, SpanRow>) => [...spans.values()].map(({ code, name }) => `${code} ${name}`).toSorted();
const listed = (rows: readonly Commune[]) => rows.map(({ code, name }) => `${code} ${name}`).toSorted();

it('for any successions, the day before is unchanged, the day is as listed, successions are as given, and repeating it changes nothing', () =>
  fc.assert(
    fc.property(cases, given => {
      const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
      apply(ledger, march(given));
      apply(ledger, july(given));

      const [eve, day] = [standing(ledger, '2025-06-30'), standing(ledger, '2025-07-01')];
      expect(codesAndNames(eve)).toEqual(listed(given.old));
      expect(codesAndNames(day)).toEqual(listed(given.next));
      given.old.forEach((commune, i) => {
        const unitId = eve.get(commune.code)!.unitId;
        const heirs = given.passes[i]!.map(heir => day.get(given.next[heir]!.code)!.unitId);
        const recorded = ledger.successionsOf(unitId);
        const goesOn = [...day.values()].some(span => span.unitId === unitId);
        expect(recorded.map(row => row.successorId)).toEqual(goesOn ? [] : heirs);
        expect(recorded.every(row => row.whole === (heirs.length === 1))).toBe(true);
        if (goesOn) expect(heirs).toEqual([unitId]);
      });

      expect(apply(ledger, july(given))).toBe(false);
      expect(apply(ledger, march(given))).toBe(false);
      expect(apply(ledger, ListDrafter.import({ date: '2025-07-01', units: list(given.next), ...CODES }))).toBe(false);
    }),
    { numRuns: 300 },
  ));

it('after a wrong list the right one is as if it had come first; only what went on goes on, with a note where it should have ended', () =>
  fc.assert(
    fc.property(mistaken, given => {
      const ledger = new UnitLedger({ units: [], spans: [], successions: [] });
      apply(ledger, march(given));
      apply(ledger, july({ ...given, passes: given.wrong }));
      const drafter = july(given);
      apply(ledger, drafter);

      const [eve, day] = [standing(ledger, '2025-06-30'), standing(ledger, '2025-07-01')];
      expect(codesAndNames(day)).toEqual(listed(given.next));
      const kept = new Set<string>();
      given.old.forEach((commune, i) => {
        const { unitId } = eve.get(commune.code)!;
        const heirs = given.passes[i]!.map(heir => day.get(given.next[heir]!.code)!.unitId);
        const goesOn = [...day.values()].some(span => span.unitId === unitId);
        if (goesOn && (heirs.length > 1 || heirs[0] !== unitId)) kept.add(unitId);
        const stated = goesOn ? [] : heirs.map(heir => `${heir} ${heirs.length === 1}`).toSorted();
        expect([
          commune.code,
          ledger
            .successionsOf(unitId)
            .map(row => `${row.successorId} ${row.whole}`)
            .toSorted(),
        ]).toEqual([commune.code, stated]);
      });
      const codes = drafter.findings.notes.map(({ code }) => code);
      expect(codes.filter(code => code === 'LIST_GOES_ON_AS_RECORDED')).toHaveLength(kept.size);

      const again = july(given);
      expect(apply(ledger, again)).toBe(false);
      expect(again.differs).toBe(kept.size > 0);
      expect(again.counts.corrected).toBe(0);
    }),
    { numRuns: 300 },
  ));
