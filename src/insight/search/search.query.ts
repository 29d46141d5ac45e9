import type { Reading } from '../../shared/readings.js';
import { spelled, unmarked } from '../../shared/search-words.js';

/** What a person searches for, taken apart. */
export interface ParsedQuery {
  /** The ways to read it; a thing is found by any of them. */
  readonly readings: readonly Reading[];
  /** Its words with the marks they were typed with. */
  readonly typed: readonly string[];
  /** The text as a model's code, where it could be one. */
  readonly code: string | undefined;
}

export function parseQuery(text: string, readings: readonly Reading[]): ParsedQuery {
  const code = text.trim().toUpperCase();
  return { readings, typed: spelled(text).split(' '), code: /^[\p{L}\d]+(-\d+)+$/u.test(code) ? code : undefined };
}

/** Whether the person typed marks: only then what has the very same ones comes first. */
export const hasMarks = ({ typed }: ParsedQuery): boolean => typed.some(word => word !== unmarked(word));

/**
 * The words as one phrase; as two, with something between or the other way round; all of them anywhere; all of them so far, while the last
 * is still being typed. Each part holds those before it.
 */
export const MATCH_LEVELS = ['phrase', 'near', 'words', 'soFar'] as const;
export type MatchLevel = (typeof MATCH_LEVELS)[number];
