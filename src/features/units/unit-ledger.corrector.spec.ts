import { describe, expect, it } from '@jest/globals';
import { correctMisprint } from './unit-ledger.corrector.js';
import { UnitLedger, type SpanRow } from './unit-ledger.js';

const FROM = ['2000-01-01', '2010-01-01', '2020-01-01'];

/** A unit with these names, one after the other. */
function named(...names: string[]): UnitLedger {
  const spans = names.map((name, i): SpanRow => ({
    id: `s${i}`,
    unitId: 'u',
    range: { from: FROM[i]!, to: FROM[i + 1] && i + 1 < names.length ? FROM[i + 1]! : null },
    name,
    kind: 'XA',
    code: '1',
    parentId: null,
    territoryId: null,
  }));
  const unit = {
    id: 'u',
    line: 'TERRITORY',
    starts: FROM[0]!,
    ends: null,
    range: { from: FROM[0]!, to: null },
    source: null,
    version: 1,
    endedByHand: false,
  } as const;
  return new UnitLedger({ units: [unit], spans, successions: [] });
}
const shown = (ledger: UnitLedger): string[] => ledger.spansOf('u').map(({ name, code, range }) => `${range.from} ${name} ${code}`);

describe('a misprint', () => {
  it('is corrected on all days with the wrong name, and on no other', () => {
    const ledger = named('Quế Hiêp', 'Quế Hiêp', 'Quế Sơn Trung');
    // The two spans differ in their code.
    ledger.putSpan({ ...ledger.spanOn('u', '2010-01-01')!, code: '2' });
    expect(correctMisprint(ledger, 'u', '2015-06-01', { name: 'Quế Hiệp' })).toMatchObject({
      kind: 'CORRECTED',
      before: 'Quế Hiêp',
      after: 'Quế Hiệp',
    });
    expect(shown(ledger)).toEqual(['2000-01-01 Quế Hiệp 1', '2010-01-01 Quế Hiệp 2', '2020-01-01 Quế Sơn Trung 1']);
  });

  it('that somebody corrected by renaming leaves no trace', () => {
    const ledger = named('Quế Hiêp', 'Quế Hiệp', 'Quế Sơn Trung');
    correctMisprint(ledger, 'u', '2000-01-01', { name: 'Quế Hiệp' });
    expect(shown(ledger)).toEqual(['2000-01-01 Quế Hiệp 1', '2020-01-01 Quế Sơn Trung 1']);
    expect(ledger.changes().remove.spans).toEqual(['s1']);
  });

  it('of another time stays, where a right name lies between', () => {
    const ledger = named('Quế Hiêp', 'Quế Sơn Trung', 'Quế Hiêp');
    correctMisprint(ledger, 'u', '2025-01-01', { name: 'Quế Hiệp' });
    expect(shown(ledger)).toEqual(['2000-01-01 Quế Hiêp 1', '2010-01-01 Quế Sơn Trung 1', '2020-01-01 Quế Hiệp 1']);
  });

  it('is none where everything is so already', () => {
    const ledger = named('Quế Hiệp');
    expect(correctMisprint(ledger, 'u', '2005-01-01', { name: 'Quế Hiệp', code: '1' })).toBeUndefined();
    expect(ledger.changes().update.units).toEqual([]);
  });

  it('is not looked for on a day on which the unit is not in force', () => {
    expect(() => correctMisprint(named('A'), 'u', '1999-12-31', { name: 'B' })).toThrow(/not in force/);
  });
});
