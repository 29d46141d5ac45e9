import { Exact } from '../../../shared/exact.js';

/** How the points of several sheets become one for each criterion. */
export const Aggregation = { SUM: 'SUM', MEAN: 'MEAN', TRIMMED_MEAN: 'TRIMMED_MEAN', MEDIAN: 'MEDIAN' } as const;
export type Aggregation = keyof typeof Aggregation;

/** Under a trimmed mean the highest and the lowest are left out; of fewer sheets than this the mean is taken. */
export const LEAST_TO_TRIM = 3;

/** @param points at least one */
export function aggregated(points: readonly Exact[], aggregation: Aggregation): Exact {
  switch (aggregation) {
    case 'SUM':
      return Exact.sum(points);
    case 'MEAN':
      return mean(points);
    case 'TRIMMED_MEAN':
      return mean(points.length < LEAST_TO_TRIM ? points : inOrder(points).slice(1, -1));
    case 'MEDIAN': {
      const [sorted, half] = [inOrder(points), Math.floor(points.length / 2)];
      return sorted.length % 2 === 1 ? sorted[half]! : mean(sorted.slice(half - 1, half + 1));
    }
  }
}

const inOrder = (points: readonly Exact[]): Exact[] => points.toSorted((a, b) => a.compare(b));
const mean = (points: readonly Exact[]): Exact => Exact.sum(points).over(Exact.of(points.length));
