import { common, lists, states } from './common.js';
import { modelForm, models, story } from './models.js';
import { shell, signIn, waiting } from './shell.js';
import { steps } from './steps.js';
import { trail } from './trail.js';

/** All texts of the client in Vietnamese; `texts/en` has the same in English. */
export const vi = { common, states, lists, shell, signIn, waiting, models, modelForm, story, steps, trail };

export type Texts = typeof vi;
