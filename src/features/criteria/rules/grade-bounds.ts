import { Exact } from '../../../shared/exact.js';
import { pointsAt } from './criteria-tree.js';
import { fault, missing, type Bound, type Finding, type Grade, type VersionContent } from './version-content.js';

/** Whether points lie within the bounds of a grade. */
export function isWithin({ lower, upper }: Pick<Grade, 'lower' | 'upper'>, points: Exact): boolean {
  const above = lower === null || compared(points, lower) > 0 || (lower.inclusive && compared(points, lower) === 0);
  const below = upper === null || compared(points, upper) < 0 || (upper.inclusive && compared(points, upper) === 0);
  return above && below;
}

const compared = (points: Exact, { at }: Bound): number => points.compare(Exact.read(at));

/**
 * What is wrong with the thresholds: bounds that cannot be read or are empty, grades that share points, points that no grade has. A gap, also one that
 * conditions make (85 points with a criterion at zero), is allowed once `gradeGap` says why.
 */
export function boundFindings(content: VersionContent): Finding[] {
  const { grades, scoring } = content;
  const found: Finding[] = [];
  const codes = new Set<string>();
  for (const [i, grade] of grades.entries()) {
    if (codes.has(grade.code)) found.push(fault('GRADE_CODE_TWICE', ['grades', i, 'code'], { code: grade.code }));
    codes.add(grade.code);
    const lower = pointsAt(grade.lower?.at ?? null, ['grades', i, 'lower', 'at'], found);
    const upper = pointsAt(grade.upper?.at ?? null, ['grades', i, 'upper', 'at'], found);
    const empty =
      lower && upper && (lower.compare(upper) > 0 || (lower.equals(upper) && !(grade.lower!.inclusive && grade.upper!.inclusive)));
    if (empty) found.push(fault('GRADE_BOUNDS_EMPTY', ['grades', i], { grade: grade.name }));
  }
  if (scoring !== 'POINTS') return grades.length > 0 ? [...found, fault('GRADES_WITHOUT_POINTS', ['grades'])] : found;
  if (grades.length === 0) return [missing('GRADES_NONE', ['grades'])];
  if (found.length > 0) return found;
  found.push(...overlapFindings(grades), ...orderFindings(grades));
  const gap = found.length === 0 ? firstGap(content) : undefined;
  if (gap && content.gradeGap === null) found.push(gap);
  return found;
}

const edgeOrder = (a: Bound | null, b: Bound | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return Exact.read(a.at).compare(Exact.read(b.at)) || Number(b.inclusive) - Number(a.inclusive);
};

const fromLowest = (grades: readonly Grade[]): Grade[] => grades.toSorted((a, b) => edgeOrder(a.lower, b.lower));

function overlapFindings(grades: readonly Grade[]): Finding[] {
  return fromLowest(grades).flatMap((higher, i, sorted) => {
    const lower = sorted[i - 1];
    if (!lower || !touches(lower.upper, higher.lower, 'OVERLAP')) return [];
    return [fault('GRADES_OVERLAP', ['grades', grades.indexOf(higher)], { grade: higher.name, other: lower.name })];
  });
}

/** Grades stand from the best to the lowest: caps and quotas lower by this order. */
function orderFindings(grades: readonly Grade[]): Finding[] {
  const sorted = fromLowest(grades).toReversed();
  const i = grades.findIndex((grade, at) => grade !== sorted[at]);
  return i === -1 ? [] : [fault('GRADES_NOT_FROM_THE_BEST', ['grades', i], { grade: grades[i]!.name })];
}

/** Whether the end of one grade and the start of the next share points (`OVERLAP`), or leave some between them (`GAP`). */
function touches(end: Bound | null, start: Bound | null, as: 'OVERLAP' | 'GAP'): boolean {
  if (end === null || start === null) return as === 'OVERLAP';
  const order = Exact.read(end.at).compare(Exact.read(start.at));
  if (order !== 0) return order > 0 === (as === 'OVERLAP');
  return as === 'OVERLAP' ? end.inclusive && start.inclusive : !end.inclusive && !start.inclusive;
}

function firstGap({ grades, maximum }: VersionContent): Finding | undefined {
  const sorted = fromLowest(grades);
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const openBelow = lowest.lower !== null && !(Exact.read(lowest.lower.at).isZero && lowest.lower.inclusive);
  if (openBelow) return missing('GRADES_OPEN_BELOW', ['grades', grades.indexOf(lowest)], { grade: lowest.name, at: lowest.lower!.at });
  const top = maximum === null ? undefined : Exact.read(maximum);
  if (highest.upper !== null && !(top && isWithin({ lower: null, upper: highest.upper }, top)))
    return missing('GRADES_OPEN_ABOVE', ['grades', grades.indexOf(highest)], { grade: highest.name, at: highest.upper.at });
  for (const [i, higher] of sorted.entries()) {
    const lower = sorted[i - 1];
    if (lower && touches(lower.upper, higher.lower, 'GAP'))
      return missing('GRADES_OPEN_BETWEEN', ['grades', grades.indexOf(higher)], { grade: higher.name, other: lower.name });
  }
  const conditional = grades.findIndex(({ conditions }) => conditions.length > 0);
  return conditional === -1
    ? undefined
    : missing('GRADE_CONDITION_LEAVES_A_GAP', ['grades', conditional, 'conditions'], { grade: grades[conditional]!.name });
}
