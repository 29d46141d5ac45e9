import type { Bilingual } from '../../shared/language.js';

/** Injection token of the names of all actions, which are written in `app/action-names.ts`. */
export const ACTION_NAMES = Symbol('action words');
export type ActionNames = Readonly<Record<string, Bilingual>>;
