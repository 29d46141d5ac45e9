import { createHash } from 'node:crypto';
import type { Id } from '../../../shared/ids.js';

/** An entry and who may score it. */
export interface Drawn {
  readonly evaluationId: Id;
  readonly number: number;
  /** Who may score it and does not yet. */
  readonly free: readonly Id[];
  /** How many are still needed. */
  readonly needed: number;
}

/** The place of a person for an entry in the drawing of this seed: anybody who knows the seed draws the same. */
const lot = (seed: string, number: number, personId: Id): string =>
  createHash('sha256').update(`${seed}\n${number}\n${personId}`).digest('hex');

const byLot = (seed: string, number: number, people: readonly Id[]): Id[] =>
  people
    .map(id => ({ id, lot: lot(seed, number, id) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ id }) => id);

/** Draws by lot. An entry with too few people gets all of them: the caller compares. */
export const drawAtRandom = (entries: readonly Drawn[], seed: string): ReadonlyMap<Id, readonly Id[]> =>
  new Map(entries.map(({ evaluationId, number, free, needed }) => [evaluationId, byLot(seed, number, free).slice(0, needed)]));

/** Gives each entry those who have the fewest so far; entries with the fewest people to choose from come first, and lots decide between equals. */
export function drawBalanced(entries: readonly Drawn[], seed: string, load: ReadonlyMap<Id, number>): ReadonlyMap<Id, readonly Id[]> {
  const loads = new Map(load);
  const drawn = new Map<Id, readonly Id[]>();
  for (const { evaluationId, number, free, needed } of entries.toSorted((a, b) => a.free.length - b.free.length || a.number - b.number)) {
    const chosen = byLot(seed, number, free)
      .toSorted((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0))
      .slice(0, needed);
    for (const id of chosen) loads.set(id, (loads.get(id) ?? 0) + 1);
    drawn.set(evaluationId, chosen);
  }
  return drawn;
}
