import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canTho2025, illustrativeSet, regulation366 } from '../known-sets/point-sets.js';
import { inOrder, MAX_DEPTH, MAX_NODES, scoredNodes, shapeFindings, treeFindings, treeOf } from './criteria-tree.js';
import { EMPTY_CONTENT, type CriterionNode } from './version-content.js';

const node = (code: string, parentCode: string | null, maximum: string | null = null): CriterionNode => ({
  code,
  parentCode,
  kind: parentCode === null ? 'GROUP' : 'CRITERION',
  text: `Tiêu chí ${code}`,
  maximum,
  note: null,
  levels: [],
});
const points = (maximum: string | null, ...criteria: CriterionNode[]) => ({ ...EMPTY_CONTENT, maximum, criteria });
const codesOf = (found: readonly { code: string }[]): string[] => found.map(({ code }) => code);

const tenths = (n: number): string => `${Math.floor(n / 10)}${n % 10 === 0 ? '' : `.${n % 10}`}`;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('the tree of a version', () => {
  it('is no tree with a cycle, a parent that is not there, a code twice, or a node before its parent', () => {
    expect(codesOf(shapeFindings([node('A', 'B'), node('B', 'A')]))).toEqual(['CRITERION_BELOW_ITSELF', 'CRITERION_BELOW_ITSELF']);
    expect(codesOf(shapeFindings([node('A', 'A')]))).toEqual(['CRITERION_BELOW_ITSELF']);
    expect(shapeFindings([node('A', 'Z')])).toMatchObject([{ code: 'CRITERION_PARENT_UNKNOWN', path: ['criteria', 0, 'parentCode'] }]);
    expect(codesOf(shapeFindings([node('A', null), node('A', null)]))).toEqual(['CRITERION_CODE_TWICE']);
    expect(codesOf(shapeFindings([node('B', 'A'), node('A', null)]))).toEqual(['CRITERION_BEFORE_ITS_PARENT']);
  });

  it('has limits of nodes and levels: ten thousand are refused in one sentence', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => node(String(i), i === 0 ? null : String(i - 1)));
    expect(shapeFindings(many)).toMatchObject([{ code: 'CRITERIA_TOO_MANY', params: { count: 10_000, max: MAX_NODES } }]);
    expect(codesOf(shapeFindings(many.slice(0, MAX_DEPTH + 1)))).toEqual(['CRITERIA_TOO_DEEP']);
    expect(shapeFindings(many.slice(0, MAX_DEPTH))).toEqual([]);
  });

  it('maxima add up on every level on which there are any', () => {
    const good = [node('I', null, '10'), node('I.1', 'I', '4.5'), node('I.2', 'I', '5.5'), node('II', null, '90')];
    expect(treeFindings(points('100', ...good))).toEqual([]);
    expect(treeFindings(points('99', ...good))).toMatchObject([
      { code: 'CRITERIA_SUM_DIFFERS', path: ['maximum'], params: { sum: '100', maximum: '99' } },
    ]);
    expect(treeFindings(points('100', node('I', null, '11'), ...good.slice(1)))).toMatchObject([
      { code: 'CRITERION_SUM_DIFFERS', path: ['criteria', 0, 'maximum'], params: { sum: '10', maximum: '11' } },
      { code: 'CRITERIA_SUM_DIFFERS' },
    ]);
    // Maxima below a group without one still add up to the total.
    expect(treeFindings(points('10', node('I', null), node('I.1', 'I', '4'), node('I.2', 'I', '6')))).toEqual([]);
  });

  it('a criterion without a maximum next to others with one is missing, and so are all of them', () => {
    expect(treeFindings(points('10', node('I', null, '10'), node('II', null)))).toMatchObject([
      { code: 'CRITERION_MAXIMUM_MISSING', severity: 'MISSING', path: ['criteria', 1, 'maximum'] },
    ]);
    expect(codesOf(treeFindings(points(null, node('I', null))))).toEqual(['CRITERIA_TOTAL_MISSING', 'CRITERIA_MAXIMA_MISSING']);
  });

  it('points with a comma, an exponent or a sign are not read', () => {
    for (const text of ['8,5', '1e3', 'NaN', '-1', '08', '1.23456', ''])
      expect(treeFindings(points(null, node('I', null, text)))).toMatchObject([{ code: 'POINTS_NOT_READABLE', params: { text } }]);
  });

  it('a described level lies within the maximum, and a checklist has no points', () => {
    const level = { name: 'Tốt', text: null, from: '8', to: '12' };
    expect(codesOf(treeFindings(points('10', { ...node('I', null, '10'), levels: [level] })))).toEqual(['CRITERION_LEVEL_ABOVE_MAXIMUM']);
    expect(codesOf(treeFindings(points('10', { ...node('I', null, '10'), levels: [{ ...level, to: '7' }] })))).toEqual([
      'CRITERION_LEVEL_BACKWARDS',
    ]);
    expect(codesOf(treeFindings({ ...points('10', node('I', null, '10')), scoring: 'CHECKLIST' }))).toEqual([
      'CRITERIA_POINTS_UNEXPECTED',
      'CRITERIA_POINTS_UNEXPECTED',
    ]);
  });

  it('is scored at its lowest maxima: by group where the text fixes only those', () => {
    expect(scoredNodes(regulation366.version).map(({ code }) => code)).toEqual(['I', 'II']);
    expect(scoredNodes(canTho2025.version).map(({ code }) => code)).toEqual(['I', 'II']);
    expect(scoredNodes(illustrativeSet.version).map(({ code }) => code)).toEqual(['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4']);
  });

  it('any random tree whose maxima are the sums of those below has no fault, and one changed maximum is found', () => {
    const leaves = fc.array(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(leaves, groups => {
        const nodes = groups.flatMap((items, i) => [
          node(`G${i}`, null, tenths(sum(items))),
          ...items.map((item, j) => node(`G${i}.${j}`, `G${i}`, tenths(item))),
        ]);
        const total = sum(groups.map(sum));
        expect(treeFindings(points(tenths(total), ...nodes))).toEqual([]);
        expect(treeFindings(points(tenths(total + 1), ...nodes))).toMatchObject([{ code: 'CRITERIA_SUM_DIFFERS' }]);
        expect(inOrder(treeOf(nodes)).map(({ code }) => code)).toEqual(nodes.map(({ code }) => code));
      }),
    );
  });
});
