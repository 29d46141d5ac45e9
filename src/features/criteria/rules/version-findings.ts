import { Exact } from '../../../shared/exact.js';
import { pointsAt, scoredNodes, shapeFindings, treeFindings } from './criteria-tree.js';
import { boundFindings } from './grade-bounds.js';
import { checklistFindings, referenceFindings } from './grade-rules.js';
import { fault, type Finding, type VersionContent } from './version-content.js';

/** Everything that is wrong or missing in a version, each with its path. */
export function findingsOf(content: VersionContent): Finding[] {
  const shape = shapeFindings(content.criteria);
  if (shape.length > 0) return shape;
  return [
    ...treeFindings(content),
    ...checklistFindings(content),
    ...checklistSizeFindings(content),
    ...boundFindings(content),
    ...referenceFindings(content),
    ...adjustmentFindings(content),
  ];
}

function adjustmentFindings({ scoring, bonus, penalty, quotas }: VersionContent): Finding[] {
  const found: Finding[] = [];
  for (const [name, adjustment] of Object.entries({ bonus, penalty })) {
    if (adjustment === null) continue;
    if (scoring !== 'POINTS') found.push(fault('CRITERIA_POINTS_UNEXPECTED', [name]));
    pointsAt(adjustment.maximum, [name, 'maximum'], found);
  }
  for (const [i, { percent, raisedPercent }] of quotas.entries()) {
    const shares = {
      percent: pointsAt(percent, ['quotas', i, 'percent'], found),
      raisedPercent: pointsAt(raisedPercent, ['quotas', i, 'raisedPercent'], found),
    };
    for (const [name, share] of Object.entries(shares))
      if (share && share.compare(Exact.of(100)) > 0) found.push(fault('QUOTA_ABOVE_ALL', ['quotas', i, name]));
  }
  return found;
}

function checklistSizeFindings(content: VersionContent): Finding[] {
  const { checklist } = content;
  if (content.scoring !== 'CHECKLIST' || checklist === null) return [];
  const found: Finding[] = [];
  const share = /^[1-9]\d?\/[1-9]\d?$/.test(checklist.share) ? Exact.read(checklist.share) : undefined;
  if (!share || share.compare(Exact.of(1)) > 0)
    found.push(fault('CHECKLIST_SHARE_NOT_READABLE', ['checklist', 'share'], { text: checklist.share }));
  else if (checklist.moreThan && share.equals(Exact.of(1)))
    found.push(fault('CHECKLIST_SHARE_NOT_READABLE', ['checklist', 'share'], { text: checklist.share }));
  const items = scoredNodes(content).length;
  const { atLeast } = checklist;
  if (atLeast !== null && (atLeast < 1 || atLeast > items))
    found.push(fault('CHECKLIST_NEEDS_TOO_MANY', ['checklist', 'atLeast'], { count: atLeast, items }));
  return found;
}
