import { common, lists, states } from './common.js';
import { shell, signIn, waiting } from './shell.js';
import type { FirstTexts } from '../vi/first.js';

/** The texts in English that surround every page, and those of the first one; the others come with the second page. */
export const enFirst: FirstTexts = {
  common,
  states,
  lists,
  shell,
  signIn,
  waiting,
};
