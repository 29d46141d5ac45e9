import { Exact } from '../../../shared/exact.js';
import { inOrder, treeOf } from './criteria-tree.js';
import type { Derivation } from './derivation.js';
import type { TieBreak, VersionContent } from './version-content.js';

type Scored = Pick<Derivation, 'criteria' | 'bonus' | 'penalty'>;

/**
 * Which of two results with equal totals comes first by the written chain, and the step that decides. `order` 0: the chain leaves the tie open;
 * with `decidedBy`, people decide by the words of that step.
 */
export function breakTie(
  content: Pick<VersionContent, 'tieBreaks' | 'criteria'>,
  a: Scored,
  b: Scored,
): { readonly order: number; readonly decidedBy: TieBreak | null } {
  for (const step of content.tieBreaks) {
    if (step.kind === 'DECIDED') return { order: 0, decidedBy: step };
    const order = byStep(step, content, a, b);
    if (order !== 0) return { order, decidedBy: step };
  }
  return { order: 0, decidedBy: null };
}

function byStep({ kind, code }: TieBreak, { criteria }: Pick<VersionContent, 'criteria'>, a: Scored, b: Scored): number {
  const counted = (adjustment: Scored['bonus']): Exact => Exact.read(adjustment?.counted ?? '0');
  if (kind === 'LESS_PENALTY') return counted(a.penalty).compare(counted(b.penalty));
  if (kind === 'MORE_BONUS') return counted(b.bonus).compare(counted(a.bonus));
  const node = inOrder(treeOf(criteria)).find(each => each.code === code)!;
  const codes = new Set(inOrder([node]).map(each => each.code));
  const points = (scored: Scored): Exact =>
    Exact.sum(scored.criteria.filter(each => codes.has(each.code)).map(({ aggregate }) => Exact.read(aggregate)));
  return points(b).compare(points(a));
}
