import type { Reading } from '../../shared/readings.js';
import { spelled } from '../../shared/search-words.js';
import { unmarked } from '../../shared/text.js';

/** A parsed search text. */
export interface ParsedQuery {
  /** Its readings; an object matches by any of them. */
  readonly readings: readonly Reading[];
  /** Its words with diacritics as typed. */
  readonly typed: readonly string[];
  /** The text as a model's code, if it has the form of one. */
  readonly code: string | undefined;
}

export function parseQuery(text: string, readings: readonly Reading[]): ParsedQuery {
  const code = text.trim().toUpperCase();
  return { readings, typed: spelled(text).split(' '), code: /^[\p{L}\d]+(-\d+)+$/u.test(code) ? code : undefined };
}

/** Whether diacritics were typed: only then do hits with the same diacritics come first. */
export const hasMarks = ({ typed }: ParsedQuery): boolean => typed.some(word => word !== unmarked(word));

/**
 * How closely a name matches, from narrow to wide; each level includes those before it.
 * `phrase`: the words as one phrase; `near`: as two phrases, apart or swapped; `words`: all words, anywhere; `soFar`: the same, the last word
 * possibly incomplete.
 */
export const MATCH_LEVELS = ['phrase', 'near', 'words', 'soFar'] as const;
export type MatchLevel = (typeof MATCH_LEVELS)[number];
