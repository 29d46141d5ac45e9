import { accounts, grants, profile, search, tokens } from './administration.js';
import { common, lists, states } from './common.js';
import { modelForm, models, steps, story } from './models.js';
import { decisions, movements, people, registrations, rounds, unitEvents, units } from './movements.js';
import { counted, overview } from './overview.js';
import { shell, signIn, waiting } from './shell.js';
import type { Texts } from '../vi/texts.js';

/** All texts of the client in English; the compiler compares them with the Vietnamese. */
export const en: Texts = {
  common,
  states,
  lists,
  shell,
  signIn,
  waiting,
  search,
  models,
  modelForm,
  story,
  steps,
  registrations,
  movements,
  rounds,
  decisions,
  units,
  unitEvents,
  people,
  accounts,
  grants,
  tokens,
  profile,
  overview,
  counted,
};
