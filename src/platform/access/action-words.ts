import type { Bilingual } from '../../shared/language.js';

/** What each action of the access matrix is called in a sentence; `app/action-words.ts` is where they are written. */
export const ACTION_WORDS = Symbol('action words');
export type ActionWords = Readonly<Record<string, Bilingual>>;
