import type { SearchStep } from './search.graphql.js';

/**
 * Ranks of hits, best first: the name is the phrase, begins with it, contains it, contains it in two pieces, contains all words, contains them with
 * the last one incomplete. A hit whose diacritics differ from the typed ones has the odd rank after it. A hit by corrected words has
 * `CORRECTED_OFFSET` more.
 */
export const RANK = { NAMED: 0, BEGINS: 2, HOLDS: 4, NEAR: 6, WORDS: 8, SO_FAR: 10 } as const;
export const CORRECTED_OFFSET = 12;

export const stepOf = (rank: number): SearchStep => (rank >= CORRECTED_OFFSET ? 'SIMILAR' : rank < RANK.BEGINS ? 'EXACT' : 'WORDS');
