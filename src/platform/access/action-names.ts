import type { Bilingual } from '../../shared/language.js';

/** What each action of the access matrix is called in a sentence; `app/action-names.ts` is where they are written. */
export const ACTION_NAMES = Symbol('action words');
export type ActionNames = Readonly<Record<string, Bilingual>>;
