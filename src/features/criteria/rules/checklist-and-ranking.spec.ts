import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daLat2017, dakNong2023 } from '../known-sets/checklist-sets.js';
import { illustrativeSet, regulation366 } from '../known-sets/point-sets.js';
import { explanationOf } from './explanation.js';
import { applyQuota, type RankedGrade } from './quotas.js';
import { scoreOf } from './score.js';
import type { ItemMark, Sheet } from './sheet.js';
import { breakTie } from './tie-break.js';
import type { ChecklistRule, VersionContent } from './version-content.js';
import { findingsOf } from './version-findings.js';

const LEAVE_OUT = { aggregation: 'MEAN', missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } as const;
const HALF: ChecklistRule = { share: '1/2', moreThan: true, of: 'OPINIONS', atLeast: null };
const [collectives] = daLat2017;
const checklist = (rule: ChecklistRule): VersionContent => ({ ...collectives.version, checklist: rule });
const marked = (scorer: string, ...marks: ItemMark[]): Sheet => ({
  scorer,
  state: 'SUBMITTED',
  points: {},
  marks: Object.fromEntries(marks.map((mark, i) => [`T${i + 1}`, mark])),
});
const result = (content: VersionContent, ...sheets: Sheet[]) =>
  scoreOf(content, { rule: LEAVE_OUT, sheets, selfAssessed: true, bonus: '0', penalty: '0', answers: {} });

describe('a checklist', () => {
  const A = marked('A', 'MET', 'MET', 'MET', 'NO_OPINION', 'NO_OPINION');
  const B = marked('B', 'MET', 'NOT_MET', 'NO_OPINION', 'NO_OPINION', 'MET');
  const C = marked('C', 'MET', 'MET', 'NO_OPINION', 'NO_OPINION', 'NOT_MET');

  it('an item is met by the stated majority, of those with an opinion or of all', () => {
    expect(result(checklist(HALF), A, B, C).items.map(({ isMet }) => isMet)).toEqual([true, true, true, false, false]);
    expect(result(checklist({ ...HALF, of: 'SHEETS' }), A, B, C).items.map(({ isMet }) => isMet)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(result(checklist({ ...HALF, moreThan: false }), A, B, C).items.map(({ isMet }) => isMet)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  it('all items, or at least a stated number, are needed, as the version says', () => {
    expect(result(checklist(HALF), A, B, C)).toMatchObject({ total: '3', maximum: '5', passed: false });
    expect(result(checklist({ ...HALF, atLeast: 3 }), A, B, C).passed).toBe(true);
    expect(result(checklist({ ...HALF, atLeast: 4 }), A, B, C).passed).toBe(false);
  });

  it('without that rule it is incomplete, and its result is left to people', () => {
    expect(findingsOf(collectives.version).map(({ code, severity }) => [code, severity])).toEqual([['CHECKLIST_RULE_MISSING', 'MISSING']]);
    expect(result(collectives.version, A)).toMatchObject({ passed: null, decide: { reason: 'CHECKLIST_RULE_MISSING' } });
    expect(findingsOf(checklist(HALF))).toEqual([]);
    expect(findingsOf(checklist({ ...HALF, atLeast: 6 })).map(({ code }) => code)).toEqual(['CHECKLIST_NEEDS_TOO_MANY']);
    for (const share of ['0.5', '3/2', '0/2', 'một nửa'])
      expect(findingsOf(checklist({ ...HALF, share })).map(({ code }) => code)).toEqual(['CHECKLIST_SHARE_NOT_READABLE']);
  });

  it('is explained with its votes', () => {
    const said = explanationOf(checklist(HALF), result(checklist(HALF), A, B, C)).map(({ vi }) => vi);
    expect(said).toContain('T5 “Bền vững”: 1 đạt, 1 không đạt, 1 không có ý kiến → không đạt.');
    expect(said.slice(-2)).toEqual(['Đạt 3/5 mục.', 'Kết quả: không đạt.']);
  });

  it('guidance is never scored', () => {
    expect(result(dakNong2023.version, A).decide).toEqual({ reason: 'NOT_SCORED' });
  });
});

const [quota] = regulation366.version.quotas;
const ranked = (block: string, ...grades: (readonly [grade: string, position: number])[]): RankedGrade[] =>
  grades.map(([grade, position], i) => ({ key: `${block}${i}`, block, grade, position }));
const good = (n: number, from: number) => Array.from({ length: n }, (_, i) => ['TOT', from + i] as const);

const bestFirst = (grades: string[]) => grades.toSorted((a, b) => Number(b === 'XUAT_SAC') - Number(a === 'XUAT_SAC'));

describe('the quota of 366-QĐ/TW', () => {
  it('is a share of those graded good, counted once, in the block, by ranking', () => {
    const ten = ranked('X', ['XUAT_SAC', 1], ['XUAT_SAC', 2], ['XUAT_SAC', 3], ...good(10, 4));
    const gradesOf = (outstanding?: ReadonlySet<string>) =>
      applyQuota(quota!, ten, outstanding).map(({ grade, lowered }) => [grade, lowered]);
    expect(gradesOf().slice(0, 3)).toEqual([
      ['XUAT_SAC', false],
      ['XUAT_SAC', false],
      ['TOT', true],
    ]);
    // The one that was lowered does not enlarge the base; a quarter of ten, rounded down, is two as well.
    expect(gradesOf(new Set(['X']))).toEqual(gradesOf());
    const twelve = ranked('X', ['XUAT_SAC', 1], ['XUAT_SAC', 2], ['XUAT_SAC', 3], ...good(12, 4));
    expect(applyQuota(quota!, twelve, new Set(['X'])).filter(({ lowered }) => lowered)).toEqual([]);
  });

  it('a tie across its last place is left to people, and a floor holds in a small block', () => {
    const tied = ranked('X', ['XUAT_SAC', 1], ['XUAT_SAC', 1], ...good(5, 3));
    expect(
      applyQuota(quota!, tied)
        .map(({ decide }) => decide)
        .slice(0, 2),
    ).toEqual([true, true]);
    const small = ranked('X', ['XUAT_SAC', 1], ...good(2, 2));
    expect(applyQuota(quota!, small)[0]).toMatchObject({ lowered: true });
    expect(applyQuota({ ...quota!, floor: 1 }, small)[0]).toMatchObject({ lowered: false });
  });

  it('never keeps more than it allows, lowers nobody above one who keeps the grade, and leaves other blocks alone', () => {
    const grade = fc.constantFrom('XUAT_SAC', 'TOT', 'HOAN_THANH');
    fc.assert(
      fc.property(fc.array(grade, { maxLength: 30 }), fc.array(grade, { maxLength: 10 }), (one, other) => {
        const first = ranked('X', ...bestFirst(one).map((each, i) => [each, i + 1] as const));
        const second = ranked('Y', ...bestFirst(other).map((each, i) => [each, i + 1] as const));
        const alone = applyQuota(quota!, first);
        const kept = alone.filter(({ grade: each }) => each === 'XUAT_SAC');
        expect(kept.length).toBeLessThanOrEqual(Math.floor(one.filter(each => each === 'TOT').length / 5));
        const firstLowered = alone.findIndex(({ lowered }) => lowered);
        if (firstLowered !== -1) expect(alone.slice(firstLowered).some(({ grade: each }) => each === 'XUAT_SAC')).toBe(false);
        expect(applyQuota(quota!, [...first, ...second]).slice(0, first.length)).toEqual(alone);
      }),
    );
  });
});

const scored = (first: string, second: string, penalty = '0') => ({
  criteria: [
    { code: 'I.1', maximum: '4', points: [], aggregate: first },
    { code: 'II.1', maximum: '30', points: [], aggregate: second },
  ],
  bonus: null,
  penalty: { given: penalty, maximum: '3', counted: penalty },
});

describe('a written chain of tie-breaks', () => {
  const chain: VersionContent = {
    ...illustrativeSet.version,
    tieBreaks: [
      { kind: 'CRITERION_POINTS', code: 'II', text: null },
      { kind: 'LESS_PENALTY', code: null, text: null },
      { kind: 'DECIDED', code: null, text: 'cấp có thẩm quyền quyết định' },
    ],
  };

  it('its first step in which two differ decides', () => {
    expect(breakTie(chain, scored('3', '20'), scored('4', '19'))).toMatchObject({ order: -1, decidedBy: { kind: 'CRITERION_POINTS' } });
    expect(breakTie(chain, scored('4', '20', '1'), scored('4', '20'))).toMatchObject({ order: 1, decidedBy: { kind: 'LESS_PENALTY' } });
  });

  it('what it leaves open is decided by people', () => {
    expect(breakTie(chain, scored('4', '20'), scored('4', '20'))).toMatchObject({ order: 0, decidedBy: { kind: 'DECIDED' } });
    expect(breakTie({ ...chain, tieBreaks: [] }, scored('4', '20'), scored('4', '20'))).toEqual({ order: 0, decidedBy: null });
  });
});
