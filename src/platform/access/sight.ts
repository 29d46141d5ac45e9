import type { Id } from '../../shared/ids.js';

/**
 * What a caller may read, by action: all rows where the caller has the right for the whole registry, else the rows that belong to certain units.
 * Views compare their rows with it (docs/adr/0018-scope-in-the-plan.md).
 */
export interface Sight {
  /** The caller's own id: their own rows are visible to them at any unit. */
  readonly id: Id | null;
  /** Whether the caller has the right for the whole registry. */
  isWhole(action: string): boolean;
  /** The units that the right reaches, as a PostgreSQL array literal: `{018f…,0190…}`. */
  unitsOf(action: string): Promise<string>;
  /** How many units the right reaches. */
  countOf(action: string): Promise<number>;
}

/** The same array literal with the caller's own id in front. */
export async function unitsAndOwnId(sight: Sight, action: string): Promise<string> {
  const units = await sight.unitsOf(action);
  const { id } = sight;
  return id === null ? units : units === '{}' ? `{${id}}` : `{${id},${units.slice(1)}`;
}

/** Sight of a caller without any right. */
export const NO_SIGHT: Sight = {
  id: null,
  isWhole: () => false,
  unitsOf: () => Promise.resolve('{}'),
  countOf: () => Promise.resolve(0),
};
