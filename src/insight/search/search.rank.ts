import type { SearchStep } from './search.graphql.js';

/**
 * How well a thing answers, the best first: named so, beginning so, holding the phrase, holding it in two pieces, all the words, all of them
 * so far. Between two of these stands the same for things whose marks differ from what was typed: one more. What is found by a corrected word
 * has `SIMILAR` more.
 */
export const RANK = { NAMED: 0, BEGINS: 2, HOLDS: 4, NEAR: 6, WORDS: 8, SO_FAR: 10 } as const;
export const CORRECTED_OFFSET = 12;

export const stepOf = (rank: number): SearchStep => (rank >= CORRECTED_OFFSET ? 'SIMILAR' : rank < RANK.BEGINS ? 'EXACT' : 'WORDS');
