import { Exact } from '../../../shared/exact.js';

/** How the points of several sheets become one for each criterion. */
export const Aggregation = { SUM: 'SUM', MEAN: 'MEAN', TRIMMED_MEAN: 'TRIMMED_MEAN', MEDIAN: 'MEDIAN' } as const;
export type Aggregation = keyof typeof Aggregation;

/** Under a trimmed mean the highest and the lowest are left out; of fewer sheets than this the mean is taken. */
export const LEAST_TO_TRIM = 3;

/** @param points at least one */
export function aggregated(points: readonly Exact[], aggregation: Aggregation): Exact {
  const sorted = points.toSorted((a, b) => a.compare(b));
  switch (aggregation) {
    case 'SUM':
      return Exact.sum(sorted);
    case 'MEAN':
      return mean(sorted);
    case 'TRIMMED_MEAN':
      return mean(sorted.length < LEAST_TO_TRIM ? sorted : sorted.slice(1, -1));
    case 'MEDIAN': {
      const half = Math.floor(sorted.length / 2);
      return sorted.length % 2 === 1 ? sorted[half]! : mean(sorted.slice(half - 1, half + 1));
    }
  }
}

const mean = (points: readonly Exact[]): Exact => Exact.sum(points).over(Exact.of(points.length));
