import type { GivenPlaces, Things } from './matrix.places.js';

/** A version that no record has: a caller with the right gets STALE_VERSION, and nothing is changed. */
export const STALE = 999;

let count = 0;
export const unique = (): string => `${++count}`;

export type Inputs = (things: Things, given: GivenPlaces) => object;

export const taken =
  (id: (things: Things) => string): Inputs =>
  things => ({ id: id(things), expectedVersion: STALE, reason: 'Thử' });
