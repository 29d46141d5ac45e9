/*
 * What a version of a criteria set says, as data: plain, serialisable, without identifiers of rows. Numbers are decimals as text. The rules that read
 * it are pure and in the same folder; the chapter stores it, shows it, and writes it as a document.
 */

/** How a version is scored. GUIDANCE says what to look at and gives no score. */
export const Scoring = { POINTS: 'POINTS', CHECKLIST: 'CHECKLIST', GUIDANCE: 'GUIDANCE' } as const;
export type Scoring = keyof typeof Scoring;

export const CriterionKind = { GROUP: 'GROUP', CRITERION: 'CRITERION', ITEM: 'ITEM' } as const;
export type CriterionKind = keyof typeof CriterionKind;

/** What a text says about a question: `NOT_STATED` is an answer of its own and never a default. */
export const Stated = { YES: 'YES', NO: 'NO', NOT_STATED: 'NOT_STATED' } as const;
export type Stated = keyof typeof Stated;

/** A described level of a criterion: which points it is worth. */
export interface CriterionLevel {
  readonly name: string;
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A node of the tree. Nodes are a flat list in reading order; `parentCode` names the node above, which comes before it. */
export interface CriterionNode {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: CriterionKind;
  readonly text: string;
  /** Null: the text gives none at this level. */
  readonly maximum: string | null;
  readonly note: string | null;
  readonly levels: readonly CriterionLevel[];
}

export interface Bound {
  readonly at: string;
  readonly inclusive: boolean;
}

/** `NO_CRITERION_SCORED_ZERO` is counted; a `STATED` condition is answered by people. */
export const ConditionKind = { NO_CRITERION_SCORED_ZERO: 'NO_CRITERION_SCORED_ZERO', STATED: 'STATED' } as const;
export type ConditionKind = keyof typeof ConditionKind;

export interface GradeCondition {
  readonly kind: ConditionKind;
  /** Null: the condition is counted and needs no code. */
  readonly code: string | null;
  readonly text: string | null;
}

/** A grade. Grades stand from the best to the lowest. */
export interface Grade {
  readonly code: string;
  readonly name: string;
  readonly lower: Bound | null;
  readonly upper: Bound | null;
  readonly conditions: readonly GradeCondition[];
}

/** `NO_SELF_ASSESSMENT` is known to the registry; a `STATED` fact is answered by people. */
export const KnockOutKind = { STATED: 'STATED', NO_SELF_ASSESSMENT: 'NO_SELF_ASSESSMENT' } as const;
export type KnockOutKind = keyof typeof KnockOutKind;

/** What leads to a grade whatever the points are. */
interface KnockOut {
  readonly code: string;
  readonly kind: KnockOutKind;
  readonly text: string;
  readonly gradeCode: string;
}

/** What lets a grade be no better than another. It lowers, and never fills a gap. */
interface GradeCap {
  readonly code: string;
  readonly text: string;
  readonly gradeCode: string;
}

/** Bonus or penalty: points outside of the criteria, with a maximum of their own. */
export interface Adjustment {
  readonly maximum: string;
  readonly basis: string;
}

export const ZeroOf = { AGGREGATE: 'AGGREGATE', ANY_SHEET: 'ANY_SHEET' } as const;
export type ZeroOf = keyof typeof ZeroOf;

/** Of whose marks a majority is taken: of those who have an opinion, or of all who marked. */
export const MajorityOf = { OPINIONS: 'OPINIONS', SHEETS: 'SHEETS' } as const;
export type MajorityOf = keyof typeof MajorityOf;

export interface ChecklistRule {
  /** A fraction such as `1/2`. */
  readonly share: string;
  /** More than the share; otherwise the share is enough. */
  readonly moreThan: boolean;
  readonly of: MajorityOf;
  /** How many items have to be met; null: all. */
  readonly atLeast: number | null;
}

/** At most `percent` of the number graded `baseGradeCode` in the block, rounded down, may have the grade. */
export interface GradeQuota {
  readonly gradeCode: string;
  readonly baseGradeCode: string;
  readonly percent: string;
  /** For blocks that were named outstanding. Null: the same for all. */
  readonly raisedPercent: string | null;
  /** So many may have it in any case. */
  readonly floor: number;
}

export const TieBreakKind = {
  CRITERION_POINTS: 'CRITERION_POINTS',
  LESS_PENALTY: 'LESS_PENALTY',
  MORE_BONUS: 'MORE_BONUS',
  DECIDED: 'DECIDED',
} as const;
export type TieBreakKind = keyof typeof TieBreakKind;

export interface TieBreak {
  readonly kind: TieBreakKind;
  /** The node whose points decide; null for other kinds. */
  readonly code: string | null;
  readonly text: string | null;
}

export const SourceMark = {
  SOURCED: 'SOURCED',
  INFERRED: 'INFERRED',
  NOT_VERIFIED: 'NOT_VERIFIED',
  ILLUSTRATIVE: 'ILLUSTRATIVE',
} as const;
export type SourceMark = keyof typeof SourceMark;

/** How well a part of the version is known: `about` is a field, such as `rounding`. */
interface Marked {
  readonly about: string;
  readonly mark: SourceMark;
  readonly note: string | null;
}

export interface VersionContent {
  readonly scoring: Scoring;
  readonly maximum: string | null;
  /** How many decimals points of a sheet may have. */
  readonly places: number;
  readonly criteria: readonly CriterionNode[];
  readonly grades: readonly Grade[];
  /** Why points that fit no grade are left so. Null: nothing is left. */
  readonly gradeGap: string | null;
  readonly knockOuts: readonly KnockOut[];
  readonly caps: readonly GradeCap[];
  readonly bonus: Adjustment | null;
  readonly penalty: Adjustment | null;
  readonly mayPassMaximum: Stated;
  readonly beforeThresholds: Stated;
  /** How many decimals the total is rounded to, once, half up, before it is compared with thresholds. */
  readonly rounding: number;
  readonly zeroOf: ZeroOf;
  readonly checklist: ChecklistRule | null;
  readonly quotas: readonly GradeQuota[];
  readonly tieBreaks: readonly TieBreak[];
  readonly marks: readonly Marked[];
}

/** A version that says nothing yet. */
export const EMPTY_CONTENT: VersionContent = {
  scoring: 'POINTS',
  maximum: null,
  places: 1,
  criteria: [],
  grades: [],
  gradeGap: null,
  knockOuts: [],
  caps: [],
  bonus: null,
  penalty: null,
  mayPassMaximum: 'NOT_STATED',
  beforeThresholds: 'NOT_STATED',
  rounding: 2,
  zeroOf: 'AGGREGATE',
  checklist: null,
  quotas: [],
  tieBreaks: [],
  marks: [],
};

/** What is wrong or missing in a version: a code of the catalogue of errors, and where. */
export interface Finding {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly path: readonly (string | number)[];
  /** A fault is never published; what is only missing is published with a reason. */
  readonly severity: 'FAULT' | 'MISSING';
}

export const fault = (code: string, path: Finding['path'], params: Finding['params'] = {}): Finding => ({
  code,
  params,
  path,
  severity: 'FAULT',
});

export const missing = (code: string, path: Finding['path'], params: Finding['params'] = {}): Finding => ({
  ...fault(code, path, params),
  severity: 'MISSING',
});
