import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../../../shared/exact.js';
import { canThoGrading } from '../known-sets/cantho-rules.js';
import { regulation366 } from '../known-sets/point-sets.js';
import { boundFindings, isWithin } from './grade-bounds.js';
import { gradeOf, referenceFindings, type GradeFacts } from './grade-rules.js';
import { questionsOf } from './score.js';
import { EMPTY_CONTENT, type Grade, type VersionContent } from './version-content.js';

const NO = Object.fromEntries(questionsOf(canThoGrading).map(code => [code, false]));
const facts = (points: string, more: Partial<GradeFacts> = {}): GradeFacts => ({
  points: Exact.read(points),
  scoredZero: false,
  selfAssessed: true,
  answers: NO,
  ...more,
});
const grade = (points: string, more: Partial<GradeFacts> = {}) => gradeOf(canThoGrading, facts(points, more));

const of366 = (answers: Record<string, boolean>) => gradeOf(regulation366.version, facts('92', { answers }));

describe('a grade by the rules of Cần Thơ', () => {
  it('bounds are what the text says: 95 is excellent, 94.99 is good, 74.99 is not completed', () => {
    const points = ['100', '95', '94.99', '85', '84.99', '75', '74.99', '0'];
    expect(points.map(each => grade(each).grade)).toEqual([
      'XUAT_SAC',
      'XUAT_SAC',
      'TOT',
      'TOT',
      'HOAN_THANH',
      'HOAN_THANH',
      'KHONG_HOAN_THANH',
      'KHONG_HOAN_THANH',
    ]);
  });

  it('85 points or more with a criterion at zero fit no grade: people decide', () => {
    const undecided = { reason: 'NO_GRADE_BY_THE_TEXT', because: ['NO_CRITERION_SCORED_ZERO'] };
    expect(grade('85', { scoredZero: true })).toMatchObject({ grade: null, undecided });
    expect(grade('97', { scoredZero: true })).toMatchObject({ grade: null, undecided });
    expect(grade('84.99', { scoredZero: true }).grade).toBe('HOAN_THANH');
  });

  it('a cap lowers a grade, the stricter of two holds, and it neither raises nor fills a gap', () => {
    const reprimanded = { answers: { ...NO, KHIEN_TRACH: true } };
    const both = { answers: { ...NO, KHIEN_TRACH: true, CANH_CAO: true } };
    expect(grade('97', reprimanded)).toMatchObject({ byPoints: 'XUAT_SAC', cap: 'KHIEN_TRACH', grade: 'TOT' });
    expect(grade('97', both)).toMatchObject({ cap: 'CANH_CAO', grade: 'HOAN_THANH' });
    expect(grade('60', both)).toMatchObject({ cap: null, grade: 'KHONG_HOAN_THANH' });
    expect(grade('97', { ...both, scoredZero: true })).toMatchObject({ cap: null, grade: null });
  });

  it('a knock-out comes before points, and no self-assessment is one', () => {
    expect(grade('99', { answers: { ...NO, THAM_NHUNG: true } })).toMatchObject({ knockOut: 'THAM_NHUNG', grade: 'KHONG_HOAN_THANH' });
    expect(grade('99', { selfAssessed: false })).toMatchObject({ knockOut: 'KHONG_TU_CHAM', grade: 'KHONG_HOAN_THANH' });
    expect(grade('99', { selfAssessed: false, scoredZero: true }).grade).toBe('KHONG_HOAN_THANH');
  });

  it('what nobody has answered is not taken for no', () => {
    expect(grade('97', { answers: {} })).toMatchObject({
      grade: null,
      undecided: { reason: 'NOT_ANSWERED', codes: ['THAM_NHUNG', 'MAT_DOAN_KET', 'CACH_CHUC', 'HINH_SU', 'KHIEN_TRACH', 'CANH_CAO'] },
    });
    const withoutWarning = Object.fromEntries(Object.entries(NO).filter(([code]) => code !== 'CANH_CAO'));
    // A warning could not lower “not completed”, so it need not be known there.
    expect(grade('60', { answers: withoutWarning }).grade).toBe('KHONG_HOAN_THANH');
    expect(grade('97', { answers: withoutWarning }).undecided).toEqual({ reason: 'NOT_ANSWERED', codes: ['CANH_CAO'] });
  });

  it('stated conditions are answered by people: 92 points without all of them fit no grade of 366-QĐ/TW', () => {
    const all = { DUNG_HAN: true, VUOT_YEU_CAU: true, KHAC_PHUC: true };
    expect(of366(all).grade).toBe('XUAT_SAC');
    expect(of366({ ...all, VUOT_YEU_CAU: false }).undecided).toEqual({ reason: 'NO_GRADE_BY_THE_TEXT', because: ['VUOT_YEU_CAU'] });
    expect(of366({ DUNG_HAN: true, KHAC_PHUC: true }).undecided).toEqual({ reason: 'NOT_ANSWERED', codes: ['VUOT_YEU_CAU'] });
  });
});

const made = (code: string, lower: string | null, upper: string | null, inclusive: readonly [boolean, boolean] = [true, false]): Grade => ({
  code,
  name: code,
  lower: lower === null ? null : { at: lower, inclusive: inclusive[0] },
  upper: upper === null ? null : { at: upper, inclusive: inclusive[1] },
  conditions: [],
});
const version = (...grades: Grade[]): VersionContent => ({ ...EMPTY_CONTENT, maximum: '100', grades });
const codesOf = (content: VersionContent): string[] => boundFindings(content).map(({ code }) => code);

const at = (n: number): string => Exact.of(n).over(Exact.of(10)).toString();

describe('thresholds', () => {
  it('those of Cần Thơ leave a gap by their condition, which has to be stated', () => {
    expect(boundFindings(canThoGrading)).toEqual([]);
    expect(codesOf({ ...canThoGrading, gradeGap: null })).toEqual(['GRADE_CONDITION_LEAVES_A_GAP']);
  });

  it('overlapping ones are a fault, whatever reason is given', () => {
    const both = version(made('A', '80', null), made('B', null, '80', [true, true]));
    expect(codesOf(both)).toEqual(['GRADES_OVERLAP']);
    expect(codesOf({ ...both, gradeGap: 'có lý do' })).toEqual(['GRADES_OVERLAP']);
    expect(codesOf(version(made('A', '80', null), made('B', null, null)))).toEqual(['GRADES_OVERLAP']);
  });

  it('open ones are missing: between two grades, below the lowest, above the highest', () => {
    expect(codesOf(version(made('A', '80', null, [false, false]), made('B', null, '80')))).toEqual(['GRADES_OPEN_BETWEEN']);
    expect(codesOf(version(made('A', '85', null), made('B', null, '80')))).toEqual(['GRADES_OPEN_BETWEEN']);
    expect(codesOf(version(made('A', '80', null), made('B', '50', '80')))).toEqual(['GRADES_OPEN_BELOW']);
    expect(codesOf(version(made('A', '80', '100'), made('B', '0', '80')))).toEqual(['GRADES_OPEN_ABOVE']);
    expect(codesOf(version(made('A', '80', '100', [true, true]), made('B', '0', '80')))).toEqual([]);
    expect(codesOf({ ...version(made('A', '85', null), made('B', null, '80')), gradeGap: 'có lý do' })).toEqual([]);
  });

  it('empty bounds, a grade twice, the wrong order and an unknown name are faults', () => {
    expect(codesOf(version(made('A', '80', '80')))).toEqual(['GRADE_BOUNDS_EMPTY']);
    expect(codesOf(version(made('A', '80', null), made('A', null, '80')))).toContain('GRADE_CODE_TWICE');
    expect(codesOf(version(made('B', null, '80'), made('A', '80', null)))).toEqual(['GRADES_NOT_FROM_THE_BEST']);
    expect(codesOf(version(made('A', '8,5', null)))).toEqual(['POINTS_NOT_READABLE']);
    const wrong = { ...version(made('A', null, null)), caps: [{ code: 'X', text: 'x', gradeCode: 'Z' }] };
    expect(referenceFindings(wrong)).toMatchObject([{ code: 'GRADE_UNKNOWN', path: ['caps', 0, 'gradeCode'] }]);
  });

  it('grades without findings give every number of points exactly one grade', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 })
      .map(each => each.toSorted((a, b) => b - a));
    const sides = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(cuts, sides, fc.integer({ min: 0, max: 1_000 }), (found, inclusive, tenths) => {
        const grades = [...found, 0].map((cut, i): Grade => ({
          code: `G${i}`,
          name: `G${i}`,
          lower: cut === 0 ? null : { at: at(cut), inclusive: inclusive[i]! },
          upper: i === 0 ? null : { at: at(found[i - 1]!), inclusive: !inclusive[i - 1]! },
          conditions: [],
        }));
        expect(boundFindings(version(...grades))).toEqual([]);
        expect(grades.filter(each => isWithin(each, Exact.read(at(tenths))))).toHaveLength(1);
      }),
    );
  });
});
