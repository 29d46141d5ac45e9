import { accounts, grants, profile, search, tokens } from './administration.js';
import { files, modelForm, models, steps, story } from './models.js';
import { decisions, movements, people, registrations, rounds } from './movements.js';
import { enFirst } from './first.js';
import { counted, overview } from './overview.js';
import { authorities, unitEvents, unitLists, units } from './units.js';
import type { Texts } from '../vi/texts.js';

/** All texts of the client in English; the compiler compares them with the Vietnamese. */
export const en: Texts = {
  ...enFirst,
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
