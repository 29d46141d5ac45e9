import type { Exact } from '../../../shared/exact.js';
import { isWithin } from './grade-bounds.js';
import { fault, missing, type Finding, type Grade, type GradeCondition, type VersionContent } from './version-content.js';

/** What is known of one thing that is graded, in addition to its points. */
export interface GradeFacts {
  /** The total that is compared with the thresholds. */
  readonly points: Exact;
  readonly scoredZero: boolean;
  readonly selfAssessed: boolean;
  /** Answers by code to knock-outs, caps and stated conditions. A code without an answer is not known. */
  readonly answers: Readonly<Record<string, boolean>>;
}

/** Why people have to decide: the text gives no grade, or a fact is not known. */
type Undecided =
  | { readonly reason: 'NO_GRADE_BY_THE_TEXT'; readonly because: readonly string[] }
  | { readonly reason: 'NOT_ANSWERED'; readonly codes: readonly string[] };

/** How a grade came about, in the order of the rules: knock-outs, points with conditions, caps. */
export interface GradeOutcome {
  readonly knockOut: string | null;
  /** The grade by points and conditions; null after a knock-out, and where there is none. */
  readonly byPoints: string | null;
  /** Codes of conditions that held for that grade. */
  readonly conditions: readonly string[];
  /** The cap that lowered it. */
  readonly cap: string | null;
  readonly grade: string | null;
  readonly undecided: Undecided | null;
}

const NOTHING: GradeOutcome = { knockOut: null, byPoints: null, conditions: [], cap: null, grade: null, undecided: null };

/** A condition within a derivation: its code, or its kind. */
export const conditionCode = ({ code, kind }: GradeCondition): string => code ?? kind;

/** The grade that the text gives. A cap lowers a grade and never fills a gap. */
export function gradeOf(content: Pick<VersionContent, 'grades' | 'knockOuts' | 'caps'>, facts: GradeFacts): GradeOutcome {
  const knockedOut = content.knockOuts.find(({ kind, code }) =>
    kind === 'NO_SELF_ASSESSMENT' ? !facts.selfAssessed : facts.answers[code] === true,
  );
  if (knockedOut) return { ...NOTHING, knockOut: knockedOut.code, grade: knockedOut.gradeCode };
  const unanswered = content.knockOuts
    .filter(({ kind, code }) => kind === 'STATED' && facts.answers[code] === undefined)
    .map(({ code }) => code);
  const byPoints = gradeByPoints(content.grades, facts);
  if ('undecided' in byPoints) {
    const undecided: Undecided =
      unanswered.length > 0 && byPoints.undecided.reason === 'NOT_ANSWERED'
        ? { reason: 'NOT_ANSWERED', codes: [...unanswered, ...byPoints.undecided.codes] }
        : byPoints.undecided;
    return { ...NOTHING, undecided };
  }
  const { grade, conditions } = byPoints;
  const place = (code: string): number => content.grades.findIndex(each => each.code === code);
  const lowering = content.caps.filter(({ gradeCode }) => place(gradeCode) > place(grade.code));
  const open = [...unanswered, ...lowering.filter(({ code }) => facts.answers[code] === undefined).map(({ code }) => code)];
  if (open.length > 0) return { ...NOTHING, byPoints: grade.code, conditions, undecided: { reason: 'NOT_ANSWERED', codes: open } };
  const [cap] = lowering.filter(({ code }) => facts.answers[code]).toSorted((a, b) => place(b.gradeCode) - place(a.gradeCode));
  return { ...NOTHING, byPoints: grade.code, conditions, cap: cap?.code ?? null, grade: cap?.gradeCode ?? grade.code };
}

function gradeByPoints(
  grades: readonly Grade[],
  facts: GradeFacts,
): { readonly grade: Grade; readonly conditions: readonly string[] } | { readonly undecided: Undecided } {
  const failed: string[] = [];
  for (const grade of grades.filter(each => isWithin(each, facts.points))) {
    const answers = grade.conditions.map(condition => [conditionCode(condition), holds(condition, facts)] as const);
    const broken = answers.filter(([, held]) => held === false).map(([code]) => code);
    const open = answers.filter(([, held]) => held === undefined).map(([code]) => code);
    if (broken.length > 0) failed.push(...broken);
    else if (open.length > 0) return { undecided: { reason: 'NOT_ANSWERED', codes: open } };
    else return { grade, conditions: answers.map(([code]) => code) };
  }
  return { undecided: { reason: 'NO_GRADE_BY_THE_TEXT', because: failed } };
}

const holds = ({ kind, code }: GradeCondition, { scoredZero, answers }: GradeFacts): boolean | undefined =>
  kind === 'NO_CRITERION_SCORED_ZERO' ? !scoredZero : answers[code!];

/** What is wrong with the names by which knock-outs, caps, conditions, quotas and tie-breaks refer to one another. */
export function referenceFindings(content: VersionContent): Finding[] {
  const grades = new Set(content.grades.map(({ code }) => code));
  const nodes = new Set(content.criteria.map(({ code }) => code));
  const found: Finding[] = [];
  const gradeAt = (code: string, ...path: (string | number)[]): void => {
    if (!grades.has(code)) found.push(fault('GRADE_UNKNOWN', path, { code }));
  };
  content.knockOuts.forEach(({ gradeCode }, i) => gradeAt(gradeCode, 'knockOuts', i, 'gradeCode'));
  content.caps.forEach(({ gradeCode }, i) => gradeAt(gradeCode, 'caps', i, 'gradeCode'));
  content.quotas.forEach(({ gradeCode, baseGradeCode }, i) => {
    gradeAt(gradeCode, 'quotas', i, 'gradeCode');
    gradeAt(baseGradeCode, 'quotas', i, 'baseGradeCode');
    if (gradeCode === baseGradeCode) found.push(fault('QUOTA_OF_ITSELF', ['quotas', i, 'baseGradeCode'], { code: gradeCode }));
  });
  content.tieBreaks.forEach(({ kind, code }, i) => {
    if (kind === 'CRITERION_POINTS' && !nodes.has(code ?? ''))
      found.push(fault('CRITERION_UNKNOWN', ['tieBreaks', i, 'code'], { code: code ?? '' }));
  });
  return [...found, ...answerFindings(content)];
}

/** Knock-outs, caps and stated conditions are answered by code, so that a code has one meaning. */
function answerFindings({ knockOuts, caps, grades }: VersionContent): Finding[] {
  const seen = new Map<string, string | null>();
  const found: Finding[] = [];
  const once = (code: string, text: string | null, path: (string | number)[]): void => {
    if (seen.has(code) && seen.get(code) !== text) found.push(fault('ANSWER_CODE_TWICE', path, { code }));
    seen.set(code, text);
  };
  knockOuts.forEach(({ code, text }, i) => once(code, text, ['knockOuts', i, 'code']));
  caps.forEach(({ code, text }, i) => once(code, text, ['caps', i, 'code']));
  grades.forEach(({ conditions }, i) =>
    conditions.forEach(({ kind, code, text }, j) => {
      const path = ['grades', i, 'conditions', j, 'code'];
      if (kind === 'STATED' && code === null) found.push(fault('CONDITION_WITHOUT_CODE', path));
      else if (kind === 'STATED') once(code!, text, path);
    }),
  );
  return found;
}

/** What a checklist still needs to be decided by. */
export const checklistFindings = ({ scoring, checklist }: VersionContent): Finding[] => {
  if (scoring === 'CHECKLIST') return checklist === null ? [missing('CHECKLIST_RULE_MISSING', ['checklist'])] : [];
  return checklist === null ? [] : [fault('CHECKLIST_RULE_UNEXPECTED', ['checklist'])];
};
