import { common, lists, states } from './common.js';
import { shell, signIn, waiting } from './shell.js';

/** All texts of the client in Vietnamese; `texts/en` has the same in English. */
export const vi = { common, states, lists, shell, signIn, waiting };

export type Texts = typeof vi;
