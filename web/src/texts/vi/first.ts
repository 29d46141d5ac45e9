import { common, lists, states } from './common.js';
import { shell, signIn, waiting } from './shell.js';

/** The texts in Vietnamese that surround every page, and those of the first one; the others come with the second page. */
export const viFirst = {
  common,
  states,
  lists,
  shell,
  signIn,
  waiting,
};

export type FirstTexts = typeof viFirst;
