import { accounts, grants, profile, search, tokens } from './administration.js';
import { files, modelForm, models, story } from './models.js';
import { decisions, movements, people, registrations, rounds } from './movements.js';
import { viFirst } from './first.js';
import { counted, overview } from './overview.js';
import { steps } from './steps.js';
import { authorities, unitEvents, unitLists, units } from './units.js';

/** All texts of the client in Vietnamese; `texts/en` has the same in English. */
export const vi = {
  ...viFirst,
  search,
  models,
  modelForm,
  files,
  story,
  steps,
  registrations,
  movements,
  rounds,
  decisions,
  units,
  unitEvents,
  unitLists,
  authorities,
  people,
  accounts,
  grants,
  tokens,
  profile,
  overview,
  counted,
};

export type Texts = typeof vi;
