import type { Aggregation } from './aggregation.js';
import type { GradeOutcome } from './grade-rules.js';

/** `LEAVE_OUT`: the other sheets are counted. `WAIT`: there is no result before the sheet is there. A sheet is never counted as zero. */
type AbsentRule = 'LEAVE_OUT' | 'WAIT';

/** The rule of the round. */
export interface ScoringRule {
  readonly aggregation: Aggregation;
  readonly missing: AbsentRule;
  readonly abstained: AbsentRule;
}

/** How members marked an item, and whether it is met. */
export interface MarkedItem {
  readonly code: string;
  readonly met: number;
  readonly notMet: number;
  readonly noOpinion: number;
  readonly isMet: boolean;
}

export interface ScoredCriterion {
  readonly code: string;
  readonly maximum: string;
  /** In the order of the sheets that were counted. */
  readonly points: readonly string[];
  readonly aggregate: string;
}

export interface CountedAdjustment {
  readonly given: string;
  readonly maximum: string;
  readonly counted: string;
}

/** One way to read a version where the text does not say whether bonus and penalty pass the maximum or count for the grade. */
export interface Reading {
  readonly mayPassMaximum: boolean;
  readonly beforeThresholds: boolean;
  /** Before it was rounded. */
  readonly exact: string;
  readonly total: string;
  /** What was compared with the thresholds. */
  readonly graded: string;
  readonly outcome: GradeOutcome;
}

export type Decide =
  | { readonly reason: 'SHEETS_AWAITED'; readonly scorers: readonly string[] }
  | { readonly reason: 'NOT_SCORED' | 'NO_SHEETS' | 'CHECKLIST_RULE_MISSING' | 'SUM_HAS_NO_GRADE' | 'READINGS_DIFFER' }
  | NonNullable<GradeOutcome['undecided']>;

/** A result with everything that led to it, as data that is stored, shown and recomputed. Numbers are exact texts. */
export interface Derivation {
  readonly format: 1;
  readonly rule: ScoringRule;
  readonly counted: readonly string[];
  readonly leftOut: readonly { readonly scorer: string; readonly because: 'MISSING' | 'ABSTAINED' }[];
  readonly trimmed: boolean;
  readonly criteria: readonly ScoredCriterion[];
  readonly items: readonly MarkedItem[];
  /** The sum of the criteria; null: nothing was scored. */
  readonly sum: string | null;
  readonly maximum: string | null;
  readonly bonus: CountedAdjustment | null;
  readonly penalty: CountedAdjustment | null;
  readonly rounding: number;
  /** One, unless the text leaves open what makes a difference. */
  readonly readings: readonly Reading[];
  readonly total: string | null;
  readonly grade: string | null;
  /** Of a checklist: whether it is passed. */
  readonly passed: boolean | null;
  /** Why people have to decide; null: the text gives the result. */
  readonly decide: Decide | null;
}
