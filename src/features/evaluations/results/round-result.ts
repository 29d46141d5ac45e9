import { Exact } from '../../../shared/exact.js';
import type { Derivation, ScoringRule } from '../../criteria/rules/derivation.js';
import { applyQuota } from '../../criteria/rules/quotas.js';
import { scoreOf, type ScoreInput } from '../../criteria/rules/score.js';
import { breakTie } from '../../criteria/rules/tie-break.js';
import type { TieBreak, VersionContent } from '../../criteria/rules/version-content.js';

/** What is known of an entry when its result is made. Stored with the result and written to the export, so that anybody can make it again. */
export interface EntryInput extends Omit<ScoreInput, 'rule'> {
  /** The number of the entry in its round. */
  readonly number: number;
  /** Quotas are counted within a block. */
  readonly block: string;
  /** Members who were assigned and may not score, because of a conflict of interest. Their sheets are not among `sheets`. */
  readonly conflicted: readonly string[];
}

/** How an entry is placed among the others. */
export interface Placing {
  /** Null: not ranked, because there is no total, or the entry was knocked out. */
  readonly rank: number | null;
  /** The written chain leaves it equal to another entry: people decide. */
  readonly tied: boolean;
  /** The step of the chain that parted it from an entry with the same total. */
  readonly partedBy: TieBreak | null;
  /** The grade that a quota took away. */
  readonly loweredFrom: string | null;
  /** The last places of a quota fall into a tie: people decide who has them. */
  readonly quotaOpen: boolean;
}

export interface EntryResult {
  readonly number: number;
  readonly derivation: Derivation;
  /** By the text, after quotas; null: people decide. */
  readonly grade: string | null;
  readonly placing: Placing;
}

export interface RoundRule {
  readonly rule: ScoringRule;
  readonly outstandingBlocks: readonly string[];
}

/** A knocked-out entry has its grade and is not ranked, so that it changes nobody's rank. */
const isRanked = ({ total, readings }: Derivation): boolean => total !== null && readings.every(({ outcome }) => outcome.knockOut === null);

/** The results of a round: each entry by itself, then the ranking, then the quotas, once. */
export function resultsOf(content: VersionContent, { rule, outstandingBlocks }: RoundRule, entries: readonly EntryInput[]): EntryResult[] {
  const scored = entries.map(entry => ({ entry, derivation: scoreOf(content, { ...entry, rule }) }));
  const ranked = scored
    .filter(({ derivation }) => isRanked(derivation))
    .map(each => ({ ...each, total: Exact.read(each.derivation.total!) }))
    .toSorted((a, b) => b.total.compare(a.total) || breakTie(content, a.derivation, b.derivation).order || a.entry.number - b.entry.number);
  const placings = new Map<number, Placing>();
  ranked.forEach((each, i) => {
    const [before, after] = [ranked[i - 1], ranked[i + 1]].map(other => other?.total.equals(each.total) ? breakTie(content, other.derivation, each.derivation) : undefined); // prettier-ignore
    const equalToBefore = before?.order === 0;
    placings.set(each.entry.number, {
      rank: equalToBefore ? placings.get(ranked[i - 1]!.entry.number)!.rank : i + 1,
      tied: equalToBefore || after?.order === 0,
      partedBy: [before, after].find(step => step !== undefined && step.order !== 0)?.decidedBy ?? null,
      loweredFrom: null,
      quotaOpen: false,
    });
  });
  const outcomes = quotaOutcomes(content, outstandingBlocks, ranked, placings);
  return scored.map(({ entry: { number }, derivation }) => {
    const placing = placings.get(number) ?? NOT_RANKED;
    const quota = outcomes.get(number);
    return {
      number,
      derivation,
      grade: quota?.open ? null : (quota?.grade ?? derivation.grade),
      placing: quota ? { ...placing, loweredFrom: quota.lowered ? derivation.grade : null, quotaOpen: quota.open } : placing,
    };
  });
}

const NOT_RANKED: Placing = { rank: null, tied: false, partedBy: null, loweredFrom: null, quotaOpen: false };

interface QuotaResult {
  readonly grade: string;
  readonly lowered: boolean;
  readonly open: boolean;
}

/** Each quota is applied to the grades by the text, so that none changes what another counts. */
function quotaOutcomes(
  { quotas }: VersionContent,
  outstandingBlocks: readonly string[],
  ranked: readonly { readonly entry: EntryInput; readonly derivation: Derivation }[],
  placings: ReadonlyMap<number, Placing>,
): ReadonlyMap<number, QuotaResult> {
  const graded = ranked.flatMap(({ entry: { number, block }, derivation: { grade } }) =>
    grade === null ? [] : [{ key: String(number), block, position: placings.get(number)!.rank!, grade }],
  );
  const results = new Map<number, QuotaResult>();
  for (const quota of quotas) {
    for (const { key, grade, lowered, decide } of applyQuota(quota, graded, new Set(outstandingBlocks)))
      if (lowered || decide) results.set(Number(key), { grade, lowered, open: decide });
  }
  return results;
}
