import { Exact } from '../../../shared/exact.js';
import { aggregated, LEAST_TO_TRIM } from './aggregation.js';
import { checklistScore } from './checklist-score.js';
import { scoredNodes } from './criteria-tree.js';
import type { CountedAdjustment, Derivation, Reading, ScoredCriterion, ScoringRule } from './derivation.js';
import { conditionCode, gradeOf } from './grade-rules.js';
import type { Sheet } from './sheet.js';
import type { Adjustment, Stated, VersionContent } from './version-content.js';

/** Everything that a result is made from. */
export interface ScoreInput {
  readonly rule: ScoringRule;
  /** Valid sheets (`sheetFindings`), absent ones among them. */
  readonly sheets: readonly Sheet[];
  readonly selfAssessed: boolean;
  /** Points outside of the criteria (bonus and penalty) as they were found, before their caps. */
  readonly bonus: string;
  readonly penalty: string;
  readonly answers: Readonly<Record<string, boolean>>;
}

/** The result of valid sheets under a version and the rule of a round. */
export function scoreOf(content: VersionContent, input: ScoreInput): Derivation {
  const { rule } = input;
  const counted = input.sheets.filter(({ state }) => state === 'SUBMITTED').toSorted(byScorer);
  const absent = input.sheets.filter(({ state }) => state !== 'SUBMITTED').toSorted(byScorer);
  const awaited = absent.filter(({ state }) => (state === 'MISSING' ? rule.missing : rule.abstained) === 'WAIT');
  const start: Derivation = {
    format: 1,
    rule,
    counted: counted.map(({ scorer }) => scorer),
    leftOut: absent.map(({ scorer, state }) => ({ scorer, because: state as 'MISSING' | 'ABSTAINED' })),
    trimmed: rule.aggregation === 'TRIMMED_MEAN' && counted.length >= LEAST_TO_TRIM,
    criteria: [],
    items: [],
    sum: null,
    maximum: content.maximum,
    bonus: null,
    penalty: null,
    rounding: content.rounding,
    readings: [],
    total: null,
    grade: null,
    passed: null,
    decide: null,
  };
  if (content.scoring === 'GUIDANCE') return { ...start, decide: { reason: 'NOT_SCORED' } };
  if (awaited.length > 0) return { ...start, decide: { reason: 'SHEETS_AWAITED', scorers: awaited.map(({ scorer }) => scorer) } };
  if (counted.length === 0) return { ...start, decide: { reason: 'NO_SHEETS' } };
  if (content.scoring === 'CHECKLIST') return { ...start, ...checklistScore(content, counted) };
  return { ...start, ...pointScore(content, input, counted) };
}

const byScorer = (a: Sheet, b: Sheet): number => (a.scorer < b.scorer ? -1 : a.scorer > b.scorer ? 1 : 0);

function pointScore(content: VersionContent, input: ScoreInput, counted: readonly Sheet[]): Partial<Derivation> {
  const { aggregation } = input.rule;
  const exactly: Exact[] = [];
  const criteria = scoredNodes(content).map(({ code, maximum }) => {
    const points = counted.map(sheet => sheet.points[code]!);
    const aggregate = aggregated(points.map(Exact.read), aggregation);
    exactly.push(aggregate);
    return { code, maximum: maximum!, points, aggregate: aggregate.toString() };
  });
  // The maximum of a sum is that of one sheet times the number of sheets, and the thresholds are those of one sheet.
  const isSumOfMany = aggregation === 'SUM' && counted.length > 1;
  const maximum =
    content.maximum &&
    Exact.read(content.maximum)
      .times(Exact.of(isSumOfMany ? counted.length : 1))
      .toString();
  const sum = Exact.sum(exactly);
  const bonus = countedOf(content.bonus, input.bonus);
  const penalty = countedOf(content.penalty, input.penalty);
  const scoredZero = content.zeroOf === 'AGGREGATE' ? exactly.some(each => each.isZero) : zeroOnASheet(criteria);
  const facts = { scoredZero, selfAssessed: input.selfAssessed, answers: input.answers };
  const difference = Exact.read(bonus?.counted ?? '0').minus(Exact.read(penalty?.counted ?? '0'));
  const readings = distinct(
    readingsOf(content.mayPassMaximum).flatMap(mayPassMaximum =>
      readingsOf(content.beforeThresholds).map((beforeThresholds): Reading => {
        const exact = withAdjustments(sum, difference, mayPassMaximum ? null : maximum);
        const total = exact.round(content.rounding);
        const graded = beforeThresholds ? total : sum.round(content.rounding);
        const outcome = gradeOf(content, { ...facts, points: graded });
        return { mayPassMaximum, beforeThresholds, exact: exact.toString(), total: total.toString(), graded: graded.toString(), outcome };
      }),
    ),
  );
  const common = { criteria, sum: sum.toString(), maximum, bonus, penalty, readings };
  const [first, ...others] = readings;
  const total = others.every(reading => reading.total === first!.total) ? first!.total : null;
  if (isSumOfMany && content.grades.length > 0) return { ...common, readings: [], total, decide: { reason: 'SUM_HAS_NO_GRADE' } };
  if (others.length > 0) return { ...common, total, decide: { reason: 'READINGS_DIFFER' } };
  if (content.grades.length === 0) return { ...common, total };
  return { ...common, total, grade: first!.outcome.grade, decide: first!.outcome.undecided };
}

/** Bonus and penalty are added to the sum; nothing falls below zero. */
function withAdjustments(sum: Exact, difference: Exact, cap: string | null): Exact {
  const adjusted = Exact.greatest(sum.plus(difference), Exact.ZERO);
  return cap === null ? adjusted : Exact.least(adjusted, Exact.greatest(Exact.read(cap), Exact.ZERO));
}

const readingsOf = (stated: Stated): readonly boolean[] => (stated === 'NOT_STATED' ? [true, false] : [stated === 'YES']);

/** Readings with another total or another grade. */
const distinct = (readings: readonly Reading[]): Reading[] =>
  readings.filter((reading, i) => readings.findIndex(other => resultOf(other) === resultOf(reading)) === i);

const resultOf = ({ total, outcome }: Reading): string => JSON.stringify([total, outcome.grade, outcome.undecided]);

function countedOf(adjustment: Adjustment | null, given: string): CountedAdjustment | null {
  if (adjustment === null) return null;
  const { maximum } = adjustment;
  return { given, maximum, counted: Exact.least(Exact.read(given), Exact.read(maximum)).toString() };
}

/** Whether any sheet has a criterion at zero. */
const zeroOnASheet = (criteria: readonly ScoredCriterion[]): boolean =>
  criteria.some(({ points }) => points.some(each => Exact.read(each).isZero));

/** The stated conditions, knock-outs and caps that a scorer of this version has to answer. */
export const questionsOf = ({ knockOuts, caps, grades }: VersionContent): readonly string[] => [
  ...new Set([
    ...knockOuts.filter(({ kind }) => kind === 'STATED').map(({ code }) => code),
    ...caps.map(({ code }) => code),
    ...grades.flatMap(({ conditions }) => conditions.filter(({ kind }) => kind === 'STATED').map(conditionCode)),
  ]),
];
