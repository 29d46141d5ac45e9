import { beforeEach, describe, expect, it } from '@jest/globals';
import { parsePartialDate } from '../../../shared/dates.js';
import { atOnce } from '../../../shared/turns.js';
import type { Establish, UnitChange } from '../unit-changes.js';
import { planEvent } from '../unit-event.plan.js';
import { UnitLedger } from '../unit-ledger.js';
import { ListDrafter, NothingToApply } from './list.drafter.js';

const csv = (name: string, header: string, lines: readonly string[]) => ({ name, content: Buffer.from([header, ...lines].join('\n')) });
const units = (...lines: string[]) => csv('units.csv', 'code,name,type,parent_code', lines);
const successions = (...lines: string[]) => csv('successions.csv', 'old_code,old_name,new_code,new_name,extent', lines);

const MARCH = ['48,Thành phố Đà Nẵng,Thành phố Trung ương,', '509,Huyện Quế Sơn,Huyện,48', '10,Xã A,Xã,509', '11,Xã B,Xã,509'];
const JULY = ['48,Thành phố Đà Nẵng,Thành phố Trung ương,'];
const PROVINCE_GOES_ON = '48,Thành phố Đà Nẵng,48,Thành phố Đà Nẵng,full';

let ledger: UnitLedger;
beforeEach(() => {
  ledger = new UnitLedger({ units: [], spans: [], successions: [] });
});

/** Applies the drafted event to the ledger. */
function run(drafter: ListDrafter) {
  atOnce(drafter.read());
  try {
    const plan = atOnce(planEvent(ledger, atOnce(drafter.draft(ledger))));
    drafter.addProblems(plan.problems);
  } catch (error) {
    if (!(error instanceof NothingToApply)) throw error;
  }
  const { counts, findings } = drafter;
  return {
    counts,
    problems: findings.problems.map(({ file, row, column, code }) => [file, row, column, code]),
    notes: findings.notes.map(({ row, code }) => [row, code]),
  };
}
const enter = (lines: readonly string[], date = '2025-03-01') =>
  run(ListDrafter.import({ date, units: units(...lines), codes: 'AS_WRITTEN' }));
const reorganisation = (july: readonly string[], rows: readonly string[]) =>
  ListDrafter.reorganisation({ date: '2025-07-01', units: units(...july), successions: successions(...rows), codes: 'AS_WRITTEN' });
const reorganise = (july: readonly string[], rows: readonly string[]) => run(reorganisation(july, rows));

function change(day: string | null, ...changes: UnitChange[]): void {
  const act = { number: null, date: null, issuer: null };
  const effective = day === null ? null : parsePartialDate(day)!;
  expect(atOnce(planEvent(ledger, { kind: 'CHANGE', effective, act, note: null, changes })).problems).toEqual([]);
}
const unit = (id: string, code: string | null, name: string, more: Partial<Establish> = {}): Establish => ({
  kind: 'establish',
  id,
  line: 'TERRITORY',
  unitKind: 'XA',
  name,
  code,
  parent: null,
  territory: null,
  starts: null,
  ends: null,
  source: null,
  ...more,
});
const on = (code: string, day: string) =>
  ledger.spansWithCode(code).find(span => (span.range.from ?? '') <= day && day < (span.range.to ?? '9999'));

describe('importing a list', () => {
  it('establishes every unit with an unknown start, and nothing when repeated', () => {
    expect(enter(MARCH)).toMatchObject({ problems: [], counts: { established: 4, matched: 0 } });
    expect(ledger.unit(on('10', '2025-03-01')!.unitId)).toMatchObject({ starts: null, range: { from: null, to: null } });
    expect(enter(MARCH)).toMatchObject({ problems: [], counts: { established: 0, matched: 4 } });
  });

  it('never identifies a unit by its code alone', () => {
    change(null, unit('a', '10', 'Khác'), unit('b', '11', 'B', { unitKind: 'PHUONG' }));
    expect(enter(MARCH).problems).toEqual([
      ['units.csv', 4, 'code', 'LIST_CODE_HELD'],
      ['units.csv', 5, 'code', 'LIST_CODE_HELD'],
    ]);
  });

  it('regards a unit that ended before the date as another one, with a note', () => {
    change(null, unit('a', '10', 'A', { ends: parsePartialDate('2020-01-31')! }));
    expect(enter(MARCH)).toMatchObject({ problems: [], notes: [[4, 'LIST_ENDED_NAMESAKE']], counts: { established: 4 } });
    expect(ledger.unit(on('10', '2025-03-01')!.unitId)!.range).toEqual({ from: '2020-02-01', to: null });
  });

  it('refuses a unit whose code belongs to another one later, because the list does not state its end', () => {
    change('2025-07-01', unit('a', '10', 'Mới', { starts: undefined }));
    expect(enter(MARCH).problems).toEqual([['units.csv', 4, 'code', 'LIST_CODE_HELD_LATER']]);
  });

  it('does not move a unit that is recorded elsewhere, but fills in an unknown place', () => {
    change(null, unit('p', '48', 'Đà Nẵng', { unitKind: 'THANH_PHO_TW' }), unit('a', '10', 'A', { parent: 'p' }), unit('b', '11', 'B'));
    expect(enter(MARCH)).toMatchObject({
      problems: [['units.csv', 4, 'parent_code', 'LIST_PARENT_DIFFERS']],
      notes: [[5, 'LIST_PLACE_FILLED']],
    });
  });

  it('fills in a place from the date on, and leaves it unknown before', () => {
    change(null, unit('b', '11', 'B'));
    expect(enter(MARCH)).toMatchObject({ problems: [], counts: { established: 3, matched: 1, moved: 1 } });
    expect(on('11', '2025-02-28')!.parentId).toBeNull();
    expect(on('11', '2025-03-01')!.parentId).toBe(on('509', '2025-03-01')!.unitId);
  });

  it('reports a unit of the same name and place that has no code', () => {
    change(null, unit('a', null, 'A'));
    expect(enter(MARCH).problems).toEqual([['units.csv', 4, 'code', 'LIST_UNIT_WITHOUT_CODE']]);
  });

  it('moves a unit to the whole successor of its parent, if the parent has ended since', () => {
    change(null, unit('p', '48', 'Đà Nẵng', { unitKind: 'THANH_PHO_TW' }));
    const next = unit('q', '48', 'Đà Nẵng', { unitKind: 'THANH_PHO_TW', starts: undefined });
    change('2025-07-01', next, { kind: 'succeed', unit: 'p', successors: [{ unit: 'q', whole: true }] });
    expect(enter(MARCH).problems).toEqual([]);
    expect(on('509', '2025-06-30')!.parentId).toBe('p');
    expect(on('509', '2025-07-01')!.parentId).toBe('q');
  });

  it('is refused for a day that does not exist, together with all other problems', () => {
    const drafter = ListDrafter.import({ date: '2025-02-30', units: units('48,Thành phố Đà Nẵng,Thành,') });
    atOnce(drafter.read());
    expect(drafter.readable).toBe(false);
    expect(drafter.findings.problems).toMatchObject([
      { code: 'DATE_INVALID', column: 'date' },
      { code: 'LIST_TYPE_UNKNOWN', row: 2 },
    ]);
  });
});

describe('a reorganisation', () => {
  const merged = [...JULY, '10,Xã A,Xã,48'];
  const rows = [PROVINCE_GOES_ON, '10,Xã A,10,Xã A,full', '11,Xã B,10,Xã A,full'];

  it('establishes a new unit from two, even with the code, name and kind of one of them', () => {
    enter(MARCH);
    const before = on('10', '2025-06-30')!.unitId;
    expect(reorganise(merged, rows)).toMatchObject({
      problems: [],
      counts: { established: 1, goingOn: 1, endedWhole: 2, endedWithoutSuccessor: 1, successions: 2 },
    });
    const after = on('10', '2025-07-01')!.unitId;
    expect(after).not.toBe(before);
    expect(ledger.successionsOf(before)).toMatchObject([{ successorId: after, whole: true, effectiveOn: '2025-07-01' }]);
    expect(ledger.unit(after)!.starts).toBe('2025-07-01');
    expect(reorganise(merged, rows)).toMatchObject({ problems: [], counts: { established: 0, matched: 1, recorded: 2 } });
  });

  it('continues a unit that only passes as a whole to itself or that no row mentions, and moves it to its listed parent', () => {
    enter(MARCH);
    const [a, b] = [on('10', '2025-06-30')!.unitId, on('11', '2025-06-30')!.unitId];
    expect(reorganise([...JULY, '10,Xã A,Xã,48', '11,Xã B,Xã,48'], rows.slice(0, 2))).toMatchObject({
      problems: [],
      counts: { established: 0, goingOn: 3, moved: 2, endedWithoutSuccessor: 1 },
    });
    expect([on('10', '2025-07-01'), on('11', '2025-07-01')]).toMatchObject(
      [a, b].map(unitId => ({ unitId, parentId: on('48', '2025-07-01')!.unitId })),
    );
  });

  it('regards a unit with another name or kind as a new one', () => {
    enter([...MARCH, '12,Thị trấn C,Thị trấn,509']);
    const july = [...JULY, '10,Xã Á,Xã,48', '11,Phường B,Phường,48', '12,Xã C,Xã,48'];
    const passing = ['10,Xã A,10,Xã Á,full', '11,Xã B,11,Phường B,full', '12,Thị trấn C,12,Xã C,full'];
    expect(reorganise(july, [PROVINCE_GOES_ON, ...passing])).toMatchObject({
      problems: [],
      counts: { established: 3, goingOn: 1, endedWhole: 3 },
    });
  });

  it('keeps an end that is recorded already', () => {
    enter(MARCH);
    const known = on('11', '2025-06-30')!.unitId;
    change('2025-07-01', unit('c', '12', 'C', { starts: undefined }), {
      kind: 'succeed',
      unit: known,
      successors: [{ unit: 'c', whole: true }],
    });
    const found = reorganise([...merged, '12,Xã C,Xã,48'], rows);
    // As recorded, nothing passed to Xã A, so it goes on.
    expect(found).toMatchObject({ problems: [], counts: { leftAlone: 1, matched: 1, successions: 0, goingOn: 2 } });
    expect(found.notes).toContainEqual([4, 'LIST_SUCCESSION_LEFT_ALONE']);
    expect(ledger.successionsOf(known)).toMatchObject([{ successorId: 'c' }]);
  });

  it('continues a unit that, as recorded, another one passed to', () => {
    enter(MARCH);
    const [a, b] = [on('10', '2025-06-30')!.unitId, on('11', '2025-06-30')!.unitId];
    change('2025-07-01', { kind: 'merge', units: [b], into: a });
    expect(reorganise(merged, rows)).toMatchObject({ problems: [], counts: { established: 0, goingOn: 2, recorded: 1, leftAlone: 0 } });
    expect(on('10', '2025-07-01')!.unitId).toBe(a);
  });

  it('passes a district without communes to the special zone of its name in the same province, without a row', () => {
    enter([...MARCH, '498,Huyện Hoàng Sa,Huyện,48']);
    const found = reorganise([...merged, '99,Đặc khu Hoàng Sa,Đặc khu,48'], rows);
    expect(found).toMatchObject({ problems: [], counts: { endedWhole: 3, endedWithoutSuccessor: 1 } });
    expect(found.notes).toContainEqual([null, 'LIST_DISTRICT_BECAME_ZONE']);
    expect(ledger.successionsOf(on('498', '2025-06-30')!.unitId)).toMatchObject([
      { successorId: on('99', '2025-07-01')!.unitId, whole: true },
    ]);
  });

  it('leaves provinces unchanged that the files do not mention', () => {
    enter([...MARCH, '01,Thành phố Hà Nội,Thành phố Trung ương,', '001,Quận Ba Đình,Quận,01', '20,Phường C,Phường,001']);
    expect(reorganise(merged, rows)).toMatchObject({ problems: [], counts: { endedWithoutSuccessor: 1 } });
    expect(ledger.unit(on('001', '2025-07-01')!.unitId)!.range.to).toBeNull();
  });

  it('is refused while units are missing, named differently or not mentioned, with all problems and their rows', () => {
    enter(MARCH);
    const found = reorganise(
      [...JULY, '10,Xã A,Xã,48', '12,Xã D,Xã,48'],
      [PROVINCE_GOES_ON, '10,Xã Á,10,Xã A,full', '13,Xã E,12,Xã D,full', '14,Xã G,15,Xã H,full', '48,Thành phố Đà Nẵng,12,Xã Đ,full'],
    );
    expect(found.problems).toEqual([
      ['successions.csv', 6, 'old_code', 'LIST_SUCCESSION_MIXED'],
      ['successions.csv', 3, 'old_name', 'LIST_PREDECESSOR_NAMED_OTHERWISE'],
      ['successions.csv', 4, 'old_code', 'LIST_PREDECESSOR_MISSING'],
      ['successions.csv', 5, 'new_code', 'LIST_SUCCESSOR_MISSING'],
      ['successions.csv', 5, 'old_code', 'LIST_PREDECESSOR_MISSING'],
      ['successions.csv', null, 'old_code', 'LIST_UNIT_UNSPOKEN'],
    ]);
  });

  it('asks to import the previous list if the registry does not have it', () => {
    const drafter = reorganisation(merged, rows);
    expect(run(drafter).problems).toHaveLength(3);
    expect(drafter.findings.problems[0]!.en).toContain('Import the previous list');
  });

  it('names the organisations under an ended district, because a person must decide about them', () => {
    enter(MARCH);
    const district = on('509', '2025-06-30')!.unitId;
    change(null, unit('o', null, 'Thanh tra huyện', { line: 'STATE', unitKind: 'INSPECTORATE', territory: district }));
    const drafter = reorganisation(merged, rows);
    expect(run(drafter).problems).toContainEqual([null, null, null, 'UNIT_STILL_HOLDS_UNITS']);
    expect(drafter.findings.problems[0]!.vi).toContain('Huyện Quế Sơn');
    expect(drafter.findings.problems[0]!.vi).toContain('Thanh tra huyện');
  });

  it('moves organisations to the whole successor of their territory', () => {
    enter(MARCH);
    change(null, unit('o', null, 'Ủy ban nhân dân xã B', { line: 'STATE', unitKind: 'UBND', territory: on('11', '2025-06-30')!.unitId }));
    expect(reorganise(merged, rows).problems).toEqual([]);
    expect(ledger.spanOn('o', '2025-07-01')!.territoryId).toBe(on('10', '2025-07-01')!.unitId);
  });

  it('notes a commune that passes to another province, which usually means two units of the same name were confused', () => {
    enter([...MARCH, '01,Thành phố Hà Nội,Thành phố Trung ương,']);
    const july = [...merged, '01,Thành phố Hà Nội,Thành phố Trung ương,', '20,Phường B,Phường,01'];
    const toOtherProvince = [...rows.slice(0, 2), '11,Xã B,20,Phường B,full', '01,Thành phố Hà Nội,01,Thành phố Hà Nội,full'];
    expect(reorganise(july, toOtherProvince)).toMatchObject({ problems: [], notes: [[4, 'LIST_OTHER_PROVINCE']] });
  });
});
