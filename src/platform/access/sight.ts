import type { Id } from '../../shared/ids.js';

/**
 * What a caller may read, by action: all rows where the caller has the right for the whole registry, else the rows that belong to certain units.
 * Views compare their rows with it (docs/adr/0018-scope-in-the-plan.md).
 */
export interface Sight {
  /** The caller's own ids, of the account or token and of the person: their own rows are visible to them at any unit. */
  readonly own: readonly Id[];
  /** Whether the registry knows which person the caller is. */
  readonly isPerson: boolean;
  /** Whether the caller has the right for the whole registry. */
  isWhole(action: string): boolean;
  /** The units that the right reaches, as a PostgreSQL array literal: `{018f…,0190…}`. */
  unitsOf(action: string): Promise<string>;
  /** How many units the right reaches. */
  countOf(action: string): Promise<number>;
}

/** The same array literal with the caller's own ids in front. */
export async function unitsAndOwnIds({ own, unitsOf }: Sight, action: string): Promise<string> {
  const units = (await unitsOf(action)).slice(1, -1);
  return `{${[...own, ...(units === '' ? [] : [units])].join(',')}}`;
}

/** Sight of a caller without any right. */
export const NO_SIGHT: Sight = {
  own: [],
  isPerson: false,
  isWhole: () => false,
  unitsOf: () => Promise.resolve('{}'),
  countOf: () => Promise.resolve(0),
};
