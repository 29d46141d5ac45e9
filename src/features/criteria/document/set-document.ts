import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import type { VersionContent } from '../rules/version-content.js';

/** What a set grades. `OTHER`: kept to be read and compared; no appraisal round is opened with it. */
export const GradedThing = { MODEL_REGISTRATION: 'MODEL_REGISTRATION', UNIT_YEAR: 'UNIT_YEAR', OTHER: 'OTHER' } as const;
export type GradedThing = keyof typeof GradedThing;

interface ActOfSet {
  readonly number: string | null;
  /** The day it was signed. */
  readonly date: string | null;
  readonly issuer: string | null;
}

/** For whom and from when a version applies, and how well it is known. Days are as precise as the source gives them. */
export interface VersionHead {
  readonly act: ActOfSet;
  readonly validFrom: string | null;
  /** The last day; null: it goes on. */
  readonly validTo: string | null;
  /** The first period that is scored by it, where the text names one apart from the day it is in force. */
  readonly scoredFrom: string | null;
  /** None: the text names no kind, and it is for all. */
  readonly subjectKinds: readonly SubjectKind[];
  readonly sectorCode: string | null;
  readonly level: RecognitionLevel | null;
  /** The text's own words for whom it is. */
  readonly appliesTo: string | null;
  /** What is missing of the text; null: nothing is. */
  readonly incompleteness: string | null;
  /** Where it was read. */
  readonly source: string | null;
}

export interface SetHead {
  readonly name: string;
  readonly graded: GradedThing;
  /** Made up to show how it works: no act, and nothing under it counts. */
  readonly illustrative: boolean;
  readonly note: string | null;
}

export const SET_FORMAT = 'dan-van-kheo/criteria-set';
export const SET_FORMAT_VERSION = 1;

/** One version of a set as a file: docs/criteria-set-format.md. */
export interface SetDocument {
  readonly format: typeof SET_FORMAT;
  readonly formatVersion: typeof SET_FORMAT_VERSION;
  readonly set: SetHead;
  readonly version: VersionHead & VersionContent;
}

export const documentOf = (set: SetHead, version: VersionHead & VersionContent): SetDocument => ({
  format: SET_FORMAT,
  formatVersion: SET_FORMAT_VERSION,
  set,
  version,
});

export const EMPTY_HEAD: VersionHead = {
  act: { number: null, date: null, issuer: null },
  validFrom: null,
  validTo: null,
  scoredFrom: null,
  subjectKinds: [],
  sectorCode: null,
  level: null,
  appliesTo: null,
  incompleteness: null,
  source: null,
};
