import { beforeEach, describe, expect, it } from '@jest/globals';
import { parsePartialDate } from '../../../shared/dates.js';
import { atOnce } from '../../../shared/turns.js';
import type { UnitChange } from '../unit-changes.js';
import { planEvent } from '../unit-event.plan.js';
import { UnitLedger } from '../unit-ledger.js';
import { ListDrafter, NothingToApply } from './list.drafter.js';

const csv = (name: string, header: string, lines: readonly string[]) => ({ name, content: Buffer.from([header, ...lines].join('\n')) });
const units = (lines: readonly string[]) => csv('units.csv', 'code,name,type,parent_code', lines);
const successions = (lines: readonly string[]) => csv('successions.csv', 'old_code,old_name,new_code,new_name,extent', lines);

const PROVINCE = '49,Tỉnh Quảng Nam,Tỉnh,';
const district = (code: string, name: string) => `${code},Huyện ${name},Huyện,49`;
const [NONG_SON, QUE_SON, HIEP_DUC] = [district('519', 'Nông Sơn'), district('509', 'Quế Sơn'), district('511', 'Hiệp Đức')];
const BEFORE = [PROVINCE, NONG_SON, QUE_SON, HIEP_DUC, '10,Xã A,Xã,519', '11,Xã B,Xã,509', '12,Xã C,Xã,511'];
/** Of January 2025: one district has passed to another, and its commune went on. */
const after = (parent: string) => [PROVINCE, QUE_SON, HIEP_DUC, `10,Xã A,Xã,${parent}`, '11,Xã B,Xã,509', '12,Xã C,Xã,511'];
const passesTo = (code: string, name: string) => [
  `519,Huyện Nông Sơn,${code},Huyện ${name},full`,
  '509,Huyện Quế Sơn,509,Huyện Quế Sơn,full',
  '511,Huyện Hiệp Đức,511,Huyện Hiệp Đức,full',
];

let ledger: UnitLedger;
/** Applies what the list drafts. */
function run(drafter: ListDrafter): ListDrafter {
  atOnce(drafter.read());
  try {
    drafter.addProblems(atOnce(planEvent(ledger, atOnce(drafter.draft(ledger)))).problems);
  } catch (error) {
    if (!(error instanceof NothingToApply)) throw error;
  }
  return drafter;
}
const reorganise = (lines: readonly string[], rows: readonly string[], corrected: readonly string[] = []) =>
  run(
    ListDrafter.reorganisation({ date: '2025-01-01', units: units(lines), successions: successions(rows), codes: 'AS_WRITTEN', corrected }),
  );
const on = (code: string, day = '2025-06-01') =>
  ledger.spansWithCode(code).find(({ range }) => (range.from ?? '') <= day && day < (range.to ?? '9999'))!;
const byHand = (...changes: UnitChange[]): void => {
  const act = { number: null, date: null, issuer: null };
  const plan = atOnce(planEvent(ledger, { kind: 'CHANGE', effective: parsePartialDate('2025-01-01')!, act, note: null, changes }));
  expect(plan.problems).toEqual([]);
};
const nong = (): string => on('519', '2024-06-01').unitId;
const codesOf = ({ findings }: ListDrafter): { problems: string[]; notes: string[] } => ({
  problems: findings.problems.map(({ code }) => code),
  notes: findings.notes.map(({ code }) => code),
});

beforeEach(() => {
  ledger = new UnitLedger({ units: [], spans: [], successions: [] });
  run(ListDrafter.import({ date: '2024-06-01', units: units(BEFORE), codes: 'AS_WRITTEN' }));
});

describe('a corrected list about a district that passed to another', () => {
  beforeEach(() => {
    expect(codesOf(reorganise(after('509'), passesTo('509', 'Quế Sơn'))).problems).toEqual([]);
  });

  it('takes its communes along to where the list has them', () => {
    expect(on('10').parentId).toBe(on('509').unitId);
    const corrected = reorganise(after('511'), passesTo('511', 'Hiệp Đức'));
    expect(codesOf(corrected)).toEqual({ problems: [], notes: ['LIST_SUCCESSION_CORRECTED'] });
    expect(on('10').parentId).toBe(on('511').unitId);
    expect(ledger.successionsOf(nong())).toMatchObject([{ successorId: on('511').unitId, whole: true }]);
  });

  const passesInParts = [
    '519,Huyện Nông Sơn,509,Huyện Quế Sơn,partial',
    '519,Huyện Nông Sơn,511,Huyện Hiệp Đức,partial',
    ...passesTo('', '').slice(1),
  ];
  it.each([
    ['leaves a commune where the list has it, though its district passed elsewhere', '509', passesTo('511', 'Hiệp Đức')],
    ['leaves a commune where the list has it, though its district was divided', '509', passesInParts],
    ['moves a commune of a divided district to where the list has it', '511', passesInParts],
  ])('%s', (_, parent, rows) => {
    const corrected = reorganise(after(parent), rows);
    expect([codesOf(corrected).problems, corrected.counts.corrected]).toEqual([[], 1]);
    expect(on('10').parentId).toBe(on(parent).unitId);
    expect([codesOf(reorganise(after(parent), rows)).notes]).toEqual([[]]);
  });

  it('is refused where a commune is recorded elsewhere, and its district is not corrected', () => {
    expect(codesOf(reorganise(after('511'), passesTo('509', 'Quế Sơn'))).problems).toEqual(['LIST_PARENT_DIFFERS']);
  });
});

const moved = (): UnitChange => ({ kind: 'move', unit: on('10', '2024-06-01').unitId, parent: on('509').unitId });

describe('that a unit passed to none', () => {
  const rows = passesTo('509', 'Quế Sơn');

  it('is kept as a person entered it, unless its code is confirmed', () => {
    byHand({ kind: 'dissolve', unit: nong() }, moved());
    const kept = reorganise(after('509'), rows);
    expect(codesOf(kept)).toEqual({ problems: [], notes: ['LIST_SUCCESSION_LEFT_ALONE'] });
    expect([kept.differs, ledger.successionsOf(nong())]).toEqual([true, []]);
    expect(reorganise(after('509'), rows, ['519']).counts).toMatchObject({ corrected: 1, leftAlone: 0 });
    expect(ledger.successionsOf(nong())).toHaveLength(1);
  });

  it('is no statement of a list that has no row for a unit', () => {
    byHand({ kind: 'succeed', unit: nong(), successors: [{ unit: on('509').unitId, whole: true }] });
    const silent = reorganise(after('509'), passesTo('509', 'Quế Sơn').slice(1));
    expect([codesOf(silent), silent.differs]).toEqual([{ problems: [], notes: [] }, false]);
  });
});
