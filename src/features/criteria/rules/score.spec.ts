import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../../../shared/exact.js';
import { illustrativeSet } from '../known-sets/point-sets.js';
import { scoredNodes } from './criteria-tree.js';
import type { Derivation, ScoringRule } from './derivation.js';
import { explanationOf } from './explanation.js';
import { questionsOf, scoreOf, type ScoreInput } from './score.js';
import { sheetFindings, type Sheet } from './sheet.js';
import type { VersionContent } from './version-content.js';

const content: VersionContent = illustrativeSet.version;
const CODES = scoredNodes(content).map(({ code }) => code);
const sheet = (scorer: string, ...points: string[]): Sheet => ({
  scorer,
  state: 'SUBMITTED',
  points: Object.fromEntries(CODES.map((code, i) => [code, points[i]!])),
  marks: {},
});
const absent = (scorer: string, state: 'ABSTAINED' | 'MISSING'): Sheet => ({ scorer, state, points: {}, marks: {} });
const MEAN: ScoringRule = { aggregation: 'MEAN', missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' };
const NO = Object.fromEntries(questionsOf(content).map(code => [code, false]));
const input = (sheets: readonly Sheet[], more: Partial<ScoreInput> = {}): ScoreInput => ({
  rule: MEAN,
  sheets,
  selfAssessed: true,
  bonus: '0',
  penalty: '0',
  answers: NO,
  ...more,
});
const score = (sheets: readonly Sheet[], more: Partial<ScoreInput> = {}, of = content): Derivation => scoreOf(of, input(sheets, more));

const A = sheet('A', '4', '6', '28', '28', '18', '9');
const B = sheet('B', '4', '5', '26', '28', '18', '9');
const C = sheet('C', '3.5', '6', '27', '28', '18', '10');

const taking = (aggregation: ScoringRule['aggregation']): Partial<ScoreInput> => ({ rule: { ...MEAN, aggregation } });

describe('the score of several sheets', () => {
  it('takes the mean for each criterion without losing a digit and rounds once, at the total', () => {
    const result = score([A, B, C]);
    expect(result.criteria.map(({ aggregate }) => aggregate)).toEqual(['23/6', '17/3', '27', '28', '18', '28/3']);
    expect(result).toMatchObject({ sum: '551/6', total: '91.83', grade: 'TOT', decide: null });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('one in conflict abstains: the sheet is left out and not taken for zero', () => {
    const four = score([A, B, C, absent('D', 'ABSTAINED')]);
    expect(four).toMatchObject({ total: '91.83', leftOut: [{ scorer: 'D', because: 'ABSTAINED' }] });
    const waiting = score([A, B, absent('D', 'MISSING')], { rule: { ...MEAN, missing: 'WAIT' } });
    expect(waiting).toMatchObject({ total: null, grade: null, decide: { reason: 'SHEETS_AWAITED', scorers: ['D'] } });
    expect(score([absent('D', 'MISSING')]).decide).toEqual({ reason: 'NO_SHEETS' });
  });

  it('a trimmed mean leaves out the highest and the lowest of each criterion, a median takes the middle', () => {
    expect(score([A, B, C], taking('TRIMMED_MEAN')).criteria.map(({ aggregate }) => aggregate)).toEqual(['4', '6', '27', '28', '18', '9']);
    expect(score([A, B, C], taking('MEDIAN')).total).toBe('92');
    expect(score([A, B], taking('TRIMMED_MEAN'))).toMatchObject({ trimmed: false, total: '91.5' });
    expect(score([A, B, C], taking('SUM'))).toMatchObject({ total: '275.5', grade: null, decide: { reason: 'SUM_HAS_NO_GRADE' } });
    expect(score([A], taking('SUM'))).toMatchObject({ total: '93', grade: 'TOT' });
  });

  it('half up before the thresholds: 94.995 is 95 and excellent', () => {
    const half = { ...content, places: 3 };
    const high = sheet('A', '4', '6', '29', '28', '18.995', '9');
    expect(score([high], {}, half)).toMatchObject({ total: '95', grade: 'XUAT_SAC' });
    expect(score([sheet('A', '4', '6', '29', '28', '18.994', '9')], {}, half)).toMatchObject({ total: '94.99', grade: 'TOT' });
  });

  it('a zero of one member alone is no zero of the criterion, unless the version says so', () => {
    const zero = sheet('B', '0', '6', '30', '30', '20', '10');
    expect(score([A, zero]).grade).toBe('TOT');
    const anySheet = { ...content, zeroOf: 'ANY_SHEET' } as const;
    expect(score([A, zero], {}, anySheet)).toMatchObject({ grade: null, decide: { reason: 'NO_GRADE_BY_THE_TEXT' } });
    expect(score([zero])).toMatchObject({ total: '96', grade: null, decide: { reason: 'NO_GRADE_BY_THE_TEXT' } });
  });

  it('bonus and penalty have caps of their own, and decide nothing that the text leaves open', () => {
    const low = sheet('A', '4', '6', '22', '22', '15', '5');
    // 74 + 3 is 77: a grade higher, if the bonus counts before the thresholds. The text does not say so.
    const open = score([low], { bonus: '5' });
    expect(open).toMatchObject({ bonus: { given: '5', counted: '3' }, total: '77', grade: null, decide: { reason: 'READINGS_DIFFER' } });
    expect(open.readings.map(({ graded, outcome }) => [graded, outcome.grade])).toEqual([
      ['77', 'HOAN_THANH'],
      ['74', 'KHONG_HOAN_THANH'],
    ]);
    const yes = { ...content, beforeThresholds: 'YES' } as const;
    expect(score([low], { bonus: '5' }, yes)).toMatchObject({ total: '77', grade: 'HOAN_THANH', decide: null });
    // Where both readings give the same result, nothing is left to decide.
    expect(score([A], { bonus: '1', penalty: '0.5' })).toMatchObject({ total: '93.5', grade: 'TOT', decide: null });
    const full = sheet('A', '4', '6', '30', '30', '20', '10');
    expect(score([full], { bonus: '2' })).toMatchObject({ total: null, decide: { reason: 'READINGS_DIFFER' } });
    expect(score([full], { bonus: '2' }, { ...content, mayPassMaximum: 'NO' }).total).toBe('100');
  });
});

describe('a sheet', () => {
  it('is refused over a maximum, with a criterion missing or of another version, with points that cannot be read', () => {
    expect(sheetFindings(content, A)).toEqual([]);
    const with_ = (points: Record<string, string>) => sheetFindings(content, { points: { ...A.points, ...points }, marks: {} });
    expect(with_({ 'I.1': '4.5' })).toMatchObject([{ code: 'SHEET_ABOVE_MAXIMUM', params: { code: 'I.1', points: '4.5', maximum: '4' } }]);
    expect(with_({ 'III.1': '1' })).toMatchObject([{ code: 'SHEET_CRITERION_UNKNOWN', params: { code: 'III.1' } }]);
    for (const text of ['8,5', '1e0', 'NaN', '-1', '1.25', '', '+1', '01'])
      expect(with_({ 'I.1': text })).toMatchObject([{ code: 'POINTS_NOT_READABLE', params: { text } }]);
    const { 'I.1': _left, ...others } = A.points;
    expect(sheetFindings(content, { points: others, marks: {} })).toMatchObject([{ code: 'SHEET_CRITERION_MISSING' }]);
    expect(sheetFindings(content, { points: A.points, marks: { 'I.1': 'MET' } })).toMatchObject([{ code: 'SHEET_CRITERION_UNKNOWN' }]);
  });
});

describe('properties over random sheets and rules', () => {
  const nodes = scoredNodes(content);
  const anySheet = fc.tuple(...nodes.map(({ maximum }) => fc.integer({ min: 0, max: Number(maximum) * 10 })));
  const sheets = fc
    .array(anySheet, { minLength: 1, maxLength: 9 })
    .map(all => all.map((points, i) => sheet(`J${i}`, ...points.map(n => Exact.of(n).over(Exact.of(10)).toString()))));
  const rule = fc.record({
    aggregation: fc.constantFrom<ScoringRule['aggregation']>('MEAN', 'TRIMMED_MEAN', 'MEDIAN'),
    missing: fc.constant('LEAVE_OUT' as const),
    abstained: fc.constant('LEAVE_OUT' as const),
  });
  const stated = fc.constantFrom('YES' as const, 'NO' as const, 'NOT_STATED' as const);
  const extra = fc.integer({ min: 0, max: 9 }).map(String);

  it('a score never leaves its bounds', () => {
    fc.assert(
      fc.property(sheets, rule, extra, extra, stated, stated, (given, by, bonus, penalty, mayPassMaximum, beforeThresholds) => {
        const result = score(given, { rule: by, bonus, penalty }, { ...content, mayPassMaximum, beforeThresholds });
        for (const { aggregate, maximum } of result.criteria) {
          expect(Exact.read(aggregate).compare(Exact.ZERO)).toBeGreaterThanOrEqual(0);
          expect(Exact.read(aggregate).compare(Exact.read(maximum))).toBeLessThanOrEqual(0);
        }
        for (const { total, mayPassMaximum: passes } of result.readings) {
          expect(Exact.read(total).compare(Exact.ZERO)).toBeGreaterThanOrEqual(0);
          expect(Exact.read(total).compare(Exact.of(passes ? 103 : 100))).toBeLessThanOrEqual(0);
        }
        // People decide, or the text does: never both, never neither.
        expect(result.decide === null).toBe(result.grade !== null);
      }),
    );
  });

  it('the order of the judges changes nothing, and an absent one changes nothing but the list of those left out', () => {
    fc.assert(
      fc.property(sheets, rule, fc.integer(), (given, by, seed) => {
        const shuffled = given.toSorted((a, b) => ((a.scorer.charCodeAt(1) * 31 + seed) % 7) - ((b.scorer.charCodeAt(1) * 31 + seed) % 7));
        expect(score(shuffled, { rule: by })).toEqual(score(given, { rule: by }));
        const { leftOut: _who, ...more } = score([...given, absent('Z', 'ABSTAINED')], { rule: by });
        const { leftOut: _none, ...without } = score(given, { rule: by });
        expect(more).toEqual(without);
      }),
    );
  });

  it('every result is explained in both languages, with its total and its grade', () => {
    fc.assert(
      fc.property(sheets, rule, extra, fc.constantFrom(...questionsOf(content)), fc.boolean(), (given, by, bonus, code, answer) => {
        const result = score(given, { rule: by, bonus, answers: { ...NO, [code]: answer } });
        const steps = explanationOf(content, result);
        for (const { vi, en } of steps)
          expect([/undefined|null|\[object/.test(vi), /undefined|null|\[object/.test(en)]).toEqual([false, false]);
        const text = steps.map(({ vi }) => vi).join(' ');
        if (result.grade !== null) expect(text).toContain(content.grades.find(each => each.code === result.grade)!.name);
        else expect(text).toContain('cần quyết định');
      }),
    );
  });
});
