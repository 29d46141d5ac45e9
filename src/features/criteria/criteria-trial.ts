import type { DomainError } from '../../platform/errors/domain-error.js';
import type { Bilingual } from '../../shared/language.js';
import { errorOfFinding } from './criteria-finding.errors.js';
import type { Aggregation } from './rules/aggregation.js';
import type { Derivation } from './rules/derivation.js';
import { explanationOf } from './rules/explanation.js';
import { readPoints } from './rules/points.js';
import { questionsOf, scoreOf } from './rules/score.js';
import { sheetFindings, type Sheet } from './rules/sheet.js';
import { fault, type Finding, type VersionContent } from './rules/version-content.js';
import { findingsOf } from './rules/version-findings.js';

export interface TrialGiven {
  readonly sheets: readonly Pick<Sheet, 'points' | 'marks'>[];
  readonly aggregation: Aggregation;
  readonly selfAssessed: boolean;
  readonly bonus: string;
  readonly penalty: string;
  readonly holds: readonly string[];
}

export interface TrialResult {
  readonly derivation: Derivation | null;
  readonly steps: readonly Bilingual[];
  readonly problems: readonly DomainError[];
}

/** What sheets would come to under a version. What is not named in `holds` is answered with no. */
export function tried(content: VersionContent, given: TrialGiven): TrialResult {
  const problems = [...faultsOf(content), ...sheetsFindings(content, given), ...adjustmentFindings(content, given)];
  if (problems.length > 0) return { derivation: null, steps: [], problems: problems.map(errorOfFinding) };
  const derivation = scoreOf(content, {
    rule: { aggregation: given.aggregation, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' },
    sheets: given.sheets.map((sheet, i) => ({ ...sheet, scorer: String(i + 1).padStart(3, '0'), state: 'SUBMITTED' })),
    selfAssessed: given.selfAssessed,
    bonus: given.bonus,
    penalty: given.penalty,
    answers: Object.fromEntries(questionsOf(content).map(code => [code, given.holds.includes(code)])),
  });
  return { derivation, steps: explanationOf(content, derivation), problems: [] };
}

const faultsOf = (content: VersionContent): Finding[] => findingsOf(content).filter(({ severity }) => severity === 'FAULT');

const sheetsFindings = (content: VersionContent, { sheets }: TrialGiven): Finding[] =>
  content.scoring === 'GUIDANCE'
    ? []
    : sheets.flatMap((sheet, i) => sheetFindings(content, sheet).map(found => ({ ...found, path: ['sheets', i, ...found.path] })));

function adjustmentFindings({ places }: VersionContent, given: TrialGiven): Finding[] {
  return (['bonus', 'penalty'] as const)
    .filter(name => !readPoints(given[name], places))
    .map(name => fault('POINTS_NOT_READABLE', [name], { text: given[name], places }));
}
