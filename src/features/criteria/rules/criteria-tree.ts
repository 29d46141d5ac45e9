import { Exact } from '../../../shared/exact.js';
import { MAX_PLACES, readPoints } from './points.js';
import { fault, missing, type CriterionNode, type Finding, type VersionContent } from './version-content.js';

/** A registry's version is read by people: a tree of more nodes is a mistake of the file, and it would hold up every sheet. */
export const MAX_NODES = 500;
export const MAX_DEPTH = 6;

/** A node with its place in the tree. */
export interface PlacedNode extends CriterionNode {
  readonly depth: number;
  readonly children: readonly PlacedNode[];
}

function childrenByParent(nodes: readonly CriterionNode[]): ReadonlyMap<string | null, readonly CriterionNode[]> {
  const below = new Map<string | null, CriterionNode[]>();
  for (const node of nodes) below.set(node.parentCode, [...(below.get(node.parentCode) ?? []), node]);
  return below;
}

/** The tree of a list without findings. */
export function treeOf(nodes: readonly CriterionNode[]): readonly PlacedNode[] {
  const below = childrenByParent(nodes);
  const place = (parentCode: string | null, depth: number): PlacedNode[] =>
    (below.get(parentCode) ?? []).map(node => ({ ...node, depth, children: place(node.code, depth + 1) }));
  return place(null, 1);
}

/** All nodes depth first: the order in which they are read. */
export const inOrder = (tree: readonly PlacedNode[]): PlacedNode[] => tree.flatMap(node => [node, ...inOrder(node.children)]);

/**
 * The nodes that a sheet gives points to: those with a maximum and no maximum below them. So a set whose text fixes only the maxima of its groups is
 * scored by group.
 */
export function scoredNodes(content: Pick<VersionContent, 'scoring' | 'criteria'>): readonly PlacedNode[] {
  const known = scoredKnown.get(content);
  if (known) return known;
  const nodes = scoredIn(content);
  scoredKnown.set(content, nodes);
  return nodes;
}

/** A version is read once and scores every entry of its round. */
const scoredKnown = new WeakMap<object, readonly PlacedNode[]>();

function scoredIn({ scoring, criteria }: Pick<VersionContent, 'scoring' | 'criteria'>): PlacedNode[] {
  const all = inOrder(treeOf(criteria));
  if (scoring === 'GUIDANCE') return [];
  if (scoring === 'CHECKLIST') return all.filter(({ children, kind }) => children.length === 0 && kind !== 'GROUP');
  return all.filter(node => node.maximum !== null && !hasMaximumBelow(node));
}

const hasMaximumBelow = ({ children }: PlacedNode): boolean => children.some(child => child.maximum !== null || hasMaximumBelow(child));

/** What is wrong with the shape of the list, so that it is no tree. Nothing else is looked at before this is empty. */
export function shapeFindings(nodes: readonly CriterionNode[]): Finding[] {
  if (nodes.length > MAX_NODES) return [fault('CRITERIA_TOO_MANY', ['criteria'], { count: nodes.length, max: MAX_NODES })];
  const seen = new Map<string, number>();
  const found: Finding[] = [];
  for (const [i, { code }] of nodes.entries()) {
    if (seen.has(code)) found.push(fault('CRITERION_CODE_TWICE', ['criteria', i, 'code'], { code }));
    else seen.set(code, i);
  }
  const parents = new Map(nodes.map(({ code, parentCode }) => [code, parentCode]));
  for (const [i, { code, parentCode }] of nodes.entries()) {
    const path = ['criteria', i, 'parentCode'];
    if (parentCode === null) continue;
    if (!seen.has(parentCode)) found.push(fault('CRITERION_PARENT_UNKNOWN', path, { code, parent: parentCode }));
    else {
      const above = ancestry(code, parents);
      if (above === 'CYCLE') found.push(fault('CRITERION_BELOW_ITSELF', path, { code }));
      else if (above > MAX_DEPTH) found.push(fault('CRITERIA_TOO_DEEP', path, { code, max: MAX_DEPTH }));
      else if (seen.get(parentCode)! > i) found.push(fault('CRITERION_BEFORE_ITS_PARENT', path, { code, parent: parentCode }));
    }
  }
  return found;
}

/** At which depth a node is. A walk that is longer than the tree goes in a circle. */
function ancestry(code: string, parents: ReadonlyMap<string, string | null>): number | 'CYCLE' {
  let depth = 1;
  for (let above = parents.get(code); above !== null && above !== undefined; above = parents.get(above)) {
    if (++depth > parents.size) return 'CYCLE';
  }
  return depth;
}

/** What is wrong or missing in the tree: maxima that do not add up, points that cannot be read, criteria that nothing scores. */
export function treeFindings(content: VersionContent): Finding[] {
  const { scoring, criteria, maximum } = content;
  if (criteria.length === 0) return [missing('CRITERIA_NONE', ['criteria'])];
  const found = levelFindings(content);
  if (scoring !== 'POINTS') {
    if (maximum !== null) found.push(fault('CRITERIA_POINTS_UNEXPECTED', ['maximum']));
    for (const [i, node] of criteria.entries())
      if (node.maximum !== null) found.push(fault('CRITERIA_POINTS_UNEXPECTED', ['criteria', i, 'maximum']));
    return found;
  }
  const total = pointsAt(maximum, ['maximum'], found);
  for (const [i, node] of criteria.entries()) {
    const own = pointsAt(node.maximum, ['criteria', i, 'maximum'], found);
    if (own?.isZero) found.push(fault('CRITERIA_MAXIMUM_ZERO', ['criteria', i, 'maximum'], { code: node.code }));
  }
  if (found.some(({ severity }) => severity === 'FAULT')) return found;
  const index = new Map(criteria.map(({ code }, i) => [code, i]));
  const tree = treeOf(criteria);
  if (maximum === null) found.push(missing('CRITERIA_TOTAL_MISSING', ['maximum']));
  found.push(...sumFindings(tree, total, null, index));
  return found;
}

/** Compares a maximum with the sum of the maxima below it. Branches without any maximum leave the sum unknown; next to branches with one they are missing. */
function sumFindings(
  nodes: readonly PlacedNode[],
  above: Exact | undefined,
  code: string | null,
  index: ReadonlyMap<string, number>,
): Finding[] {
  const found = nodes.flatMap(node => {
    const own = node.maximum === null ? undefined : Exact.read(node.maximum);
    return hasMaximumBelow(node) ? sumFindings(node.children, own, node.code, index) : [];
  });
  const silent = nodes.filter(node => node.maximum === null && !hasMaximumBelow(node));
  if (silent.length === nodes.length) return code === null ? [missing('CRITERIA_MAXIMA_MISSING', ['criteria'])] : found;
  if (silent.length > 0) {
    const missed = silent.map(node =>
      missing('CRITERION_MAXIMUM_MISSING', ['criteria', index.get(node.code)!, 'maximum'], { code: node.code }),
    );
    return [...found, ...missed];
  }
  const sum = Exact.sum(nodes.map(nearestMaxima));
  if (above === undefined || sum.equals(above)) return found;
  const path = code === null ? ['maximum'] : ['criteria', index.get(code)!, 'maximum'];
  const params = { sum: sum.toString(), maximum: above.toString() };
  return [
    ...found,
    code === null ? fault('CRITERIA_SUM_DIFFERS', path, params) : fault('CRITERION_SUM_DIFFERS', path, { code, ...params }),
  ];
}

const nearestMaxima = (node: PlacedNode): Exact =>
  node.maximum === null ? Exact.sum(node.children.map(nearestMaxima)) : Exact.read(node.maximum);

function levelFindings({ scoring, criteria }: VersionContent): Finding[] {
  const found: Finding[] = [];
  for (const [i, node] of criteria.entries()) {
    const highest = node.maximum === null ? undefined : readPoints(node.maximum, MAX_PLACES);
    for (const [j, level] of node.levels.entries()) {
      const path = ['criteria', i, 'levels', j];
      if (scoring !== 'POINTS' && (level.from !== null || level.to !== null)) {
        found.push(fault('CRITERIA_POINTS_UNEXPECTED', path));
        continue;
      }
      const from = pointsAt(level.from, [...path, 'from'], found);
      const to = pointsAt(level.to, [...path, 'to'], found);
      if (from && to && from.compare(to) > 0) found.push(fault('CRITERION_LEVEL_BACKWARDS', path, { level: level.name }));
      const worth = to ?? from;
      if (highest && worth && worth.compare(highest) > 0)
        found.push(fault('CRITERION_LEVEL_ABOVE_MAXIMUM', path, { level: level.name, code: node.code, maximum: node.maximum! }));
    }
  }
  return found;
}

/** The points at a path; a text that cannot be read is a fault there. */
export function pointsAt(text: string | null, path: Finding['path'], found: Finding[]): Exact | undefined {
  if (text === null) return undefined;
  const points = readPoints(text, MAX_PLACES);
  if (!points) found.push(fault('POINTS_NOT_READABLE', path, { text, places: MAX_PLACES }));
  return points;
}
