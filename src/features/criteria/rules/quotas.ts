import { Exact } from '../../../shared/exact.js';
import type { GradeQuota } from './version-content.js';

/** A graded thing of a round, in the order of the ranking. */
export interface RankedGrade {
  readonly key: string;
  /** Things are counted within their block: the round’s own list of similar units. */
  readonly block: string;
  /** Equal positions are ties that the written chain leaves open. */
  readonly position: number;
  readonly grade: string;
}

export interface QuotaOutcome {
  readonly key: string;
  readonly grade: string;
  /** The quota took the better grade away. */
  readonly lowered: boolean;
  /** The last places of the quota fall into a tie: people decide who has them. */
  readonly decide: boolean;
}

/** How many of a block may have the grade: a share of those with the base grade, rounded down, or the floor. */
function allowance(quota: GradeQuota, base: number, outstanding: boolean): number {
  const percent = Exact.read((outstanding ? quota.raisedPercent : null) ?? quota.percent);
  return Math.max(quota.floor, Number(percent.times(Exact.of(base)).over(Exact.of(100)).floor()));
}

/**
 * Applies a quota once, after ranking, block by block. The base is counted before anything is lowered, and those who are lowered do not enlarge it.
 * @param outstanding blocks with the raised share
 */
export function applyQuota(
  quota: GradeQuota,
  ranked: readonly RankedGrade[],
  outstanding: ReadonlySet<string> = new Set(),
): QuotaOutcome[] {
  const allowed = new Map<string, number>();
  for (const { block } of ranked) {
    const base = ranked.filter(each => each.block === block && each.grade === quota.baseGradeCode).length;
    allowed.set(block, allowance(quota, base, outstanding.has(block)));
  }
  return ranked.map(({ key, block, position, grade }) => {
    if (grade !== quota.gradeCode) return { key, grade, lowered: false, decide: false };
    const rivals = ranked.filter(each => each.block === block && each.grade === grade);
    const better = rivals.filter(each => each.position < position).length;
    const tied = rivals.filter(each => each.position === position).length;
    const free = allowed.get(block)! - better;
    if (free >= tied) return { key, grade, lowered: false, decide: false };
    return free <= 0 ? { key, grade: quota.baseGradeCode, lowered: true, decide: false } : { key, grade, lowered: false, decide: true };
  });
}
