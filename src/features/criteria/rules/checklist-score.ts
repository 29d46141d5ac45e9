import { Exact } from '../../../shared/exact.js';
import { scoredNodes } from './criteria-tree.js';
import type { Derivation, MarkedItem } from './derivation.js';
import type { Sheet } from './sheet.js';
import type { ChecklistRule, VersionContent } from './version-content.js';

/** The result of a checklist: its total is the number of items that are met. */
export function checklistScore(
  content: VersionContent,
  counted: readonly Sheet[],
): Pick<Derivation, 'items' | 'sum' | 'maximum' | 'total' | 'passed' | 'decide'> {
  const nodes = scoredNodes(content);
  const { checklist } = content;
  const maximum = String(nodes.length);
  if (checklist === null) return { items: [], sum: null, maximum, total: null, passed: null, decide: { reason: 'CHECKLIST_RULE_MISSING' } };
  const items = nodes.map(({ code }) => {
    const marks = counted.map(sheet => sheet.marks[code]!);
    const of = (mark: string): number => marks.filter(each => each === mark).length;
    const votes = { met: of('MET'), notMet: of('NOT_MET'), noOpinion: of('NO_OPINION') };
    return { code, ...votes, isMet: isMet(checklist, votes) };
  });
  const met = items.filter(item => item.isMet).length;
  const total = String(met);
  return { items, sum: total, maximum, total, passed: met >= (checklist.atLeast ?? nodes.length), decide: null };
}

/** An item on which nobody has an opinion is not met. */
function isMet(
  { share, moreThan, of }: ChecklistRule,
  { met, notMet, noOpinion }: Pick<MarkedItem, 'met' | 'notMet' | 'noOpinion'>,
): boolean {
  const all = met + notMet + (of === 'SHEETS' ? noOpinion : 0);
  if (all === 0) return false;
  const order = Exact.of(met).compare(Exact.read(share).times(Exact.of(all)));
  return moreThan ? order > 0 : order >= 0;
}
