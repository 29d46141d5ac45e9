import type { Derivation } from '../../criteria/rules/derivation.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { resultsOf, type EntryInput, type Placing, type RoundRule } from './round-result.js';

export const ROUND_FORMAT = 'dan-van-kheo/appraisal-round';
export const ROUND_FORMAT_VERSION = 1;

export interface ExportedEntry extends EntryInput {
  readonly result: {
    readonly total: string | null;
    /** By the text, after quotas. */
    readonly grade: string | null;
    /** As people decided; null: they did not. */
    readonly decidedGrade: string | null;
    /** As shown: after ties were decided. */
    readonly rank: number | null;
    readonly derivation: Derivation;
    readonly placing: Placing;
  };
}

/** A closed round as a file: docs/appraisal-format.md. */
export interface RoundDocument {
  readonly format: typeof ROUND_FORMAT;
  readonly formatVersion: typeof ROUND_FORMAT_VERSION;
  readonly round: RoundRule & { readonly name: string; readonly year: number; readonly illustrative: boolean; readonly closedOn: string };
  readonly criteria: VersionContent;
  readonly entries: readonly ExportedEntry[];
}

/** Numbers of entries of a file whose results are not what is made again from its sheets. */
export function differingEntries({ round, criteria, entries }: RoundDocument): number[] {
  const made = new Map(resultsOf(criteria, round, entries).map(one => [one.number, one]));
  return entries.filter(({ number, result }) => !sameAs(result, made.get(number)!)).map(({ number }) => number);
}

const sameAs = (stored: ExportedEntry['result'], { derivation, grade, placing }: ReturnType<typeof resultsOf>[number]): boolean =>
  stored.total === derivation.total &&
  stored.grade === grade &&
  JSON.stringify(sorted(stored.derivation)) === JSON.stringify(sorted(derivation)) &&
  JSON.stringify(sorted(stored.placing)) === JSON.stringify(sorted(placing));

/** The same value whatever the order of its keys. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])) // prettier-ignore
      : value;
