import type { SearchStep } from './search.graphql.js';

/**
 * Ranks of hits, best first: the name is the phrase, begins with it, contains it, contains it in two pieces, contains all words, contains them with
 * the last one incomplete. A hit whose diacritics differ from the typed ones has `OTHER_MARKS` more, a unit that is not in force on the day `ENDED`
 * more: of namesakes the living one comes first. A hit by corrected words has `CORRECTED_OFFSET` more.
 */
export const RANK = { NAMED: 0, BEGINS: 4, HOLDS: 8, NEAR: 12, WORDS: 16, SO_FAR: 20 } as const;
export const OTHER_MARKS = 2;
export const ENDED = 1;
export const CORRECTED_OFFSET = 24;

export const stepOf = (rank: number): SearchStep => (rank >= CORRECTED_OFFSET ? 'SIMILAR' : rank < RANK.BEGINS ? 'EXACT' : 'WORDS');
