import type { Id } from '../../shared/ids.js';

/** What somebody sees: everything that is read by a right which they have everywhere, and of the rest what belongs to some units. */
export interface Sight {
  /** Whose sight it is: what is theirs, they see wherever it lies. */
  readonly id: Id | null;
  /** Whether they have the right for the whole registry. */
  isWhole(action: string): boolean;
  /** The units that their right reaches, as PostgreSQL reads a list of ids. */
  unitsOf(action: string): Promise<string>;
  /** How many these are. */
  countOf(action: string): Promise<number>;
}

/** The same list with the asker’s own id. */
export async function unitsAndOneself(sight: Sight, action: string): Promise<string> {
  const units = await sight.unitsOf(action);
  const { id } = sight;
  return id === null ? units : units === '{}' ? `{${id}}` : `{${id},${units.slice(1)}`;
}

/** Of whoever has no right at all. */
export const NO_SIGHT: Sight = {
  id: null,
  isWhole: () => false,
  unitsOf: () => Promise.resolve('{}'),
  countOf: () => Promise.resolve(0),
};
