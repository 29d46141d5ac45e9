import type { DatePair } from './date-pair.js';
import { PAIRS_OF_MODELS } from './pairs-of-models.js';
import { PAIRS_OF_MOVEMENTS } from './pairs-of-movements.js';
import { PAIRS_OF_PEOPLE } from './pairs-of-people.js';
import { PAIRS_OF_REPLICATIONS } from './pairs-of-replications.js';

/** Every pair of dates of two things, with each way by which they could come to contradict each other. */
export const DATE_PAIRS: readonly DatePair[] = [...PAIRS_OF_MOVEMENTS, ...PAIRS_OF_MODELS, ...PAIRS_OF_PEOPLE, ...PAIRS_OF_REPLICATIONS];

/** Pairs that are not compared, each with the reason. */
export const NOT_COMPARED: readonly { readonly first: string; readonly second: string; readonly because: string }[] = [
  { first: 'the post of a signer', second: 'the decision', because: 'the signer is text as on the paper; people are not linked to it' },
  { first: 'a theme', second: 'its models', because: 'themes have no dates' },
  {
    first: 'the first day of a grant',
    second: 'the creation of its account',
    because: 'the paper that gives a role is older than the account that uses it',
  },
  { first: 'the act of an event of units', second: 'its day', because: 'acts come into force before or after they are issued' },
  { first: 'the start of a sector', second: 'the models of it', because: 'models of the past are ordered by sectors founded later' },
];
