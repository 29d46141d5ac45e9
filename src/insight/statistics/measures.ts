import { grantStanding, recipientUnitOf } from '../../features/commendations/commendation-events-sql.js';
import type { GrantedFilter } from '../../features/commendations/commendation.filter.js';
import { commendationView } from '../../features/commendations/commendation.view.js';
import { resultsOfModel } from '../../features/evaluations/evaluation-sql.js';
import type { ResultFilter } from '../../features/evaluations/evaluation.filter.js';
import { evaluationView, subjectView } from '../../features/evaluations/evaluation.view.js';
import type { RegisteredFilter } from '../../features/models/events/model-event.filter.js';
import {
  attestation,
  confirmedRunning,
  factsOfKind,
  firstRegistration,
  ownersOf,
  recognitionsStanding,
  registrationsSubmitted,
  stoppedSince,
  type EventsOfModel,
} from '../../features/models/events/model-events-sql.js';
import type { ModelAspect, ModelFilter } from '../../features/models/model.filter.js';
import { carriedBy, modelView } from '../../features/models/model.view.js';
import { registrationView } from '../../features/models/registration/registration.view.js';
import { or, sql, type Sql } from '../../platform/database/sql.js';
import type { AnyView } from '../../platform/views/view.js';
import type { StatisticsDimension, StatisticsList, StatisticsMeasure } from './statistics-kinds.js';

/** The conditions on the event of a measure; each measure uses those that its filter has. */
export type EventConditions = Omit<RegisteredFilter & GrantedFilter & ResultFilter, 'period' | 'level' | 'form' | 'recipientKind'> & {
  period?: object | null;
  level?: readonly string[] | null;
  form?: readonly string[] | null;
  recipientKind?: readonly string[] | null;
};

/** A list that numbers open to. */
export interface CountedList {
  readonly view: AnyView;
  /** What is counted: the row `m` itself, or something that belongs to the model `m` and is named by the event `e`. */
  readonly thing: Sql;
  /** Whether `m` is a model: then the dimensions of models are those of all its measures. */
  readonly ofModels: boolean;
  /** The units of `m`, as a table expression with the column `unit_id`. */
  readonly owners: Sql;
  /** Whether `m` belongs to a unit, by the comparison with it. */
  readonly belongs: (isUnit: Sql) => Sql;
  /** As which the caller has to see the thing as well. */
  readonly seenAs: readonly AnyView[];
}

const ofModels = (view: AnyView, thing: Sql, seenAs: readonly AnyView[] = []): CountedList => ({
  view,
  thing,
  ofModels: true,
  owners: ownersOf(sql`m.id`),
  belongs: isUnit => or(carriedBy(sql`m`, isUnit)),
  seenAs,
});

export const LISTS: Readonly<Record<StatisticsList, CountedList>> = {
  MODELS: ofModels(modelView, sql`m.id`),
  REGISTRATIONS: ofModels(registrationView, sql`e.registration_id`),
  EVALUATIONS: ofModels(evaluationView, sql`e.evaluation_id`, [evaluationView, subjectView]),
  COMMENDATIONS: {
    view: commendationView,
    thing: sql`m.id`,
    ofModels: false,
    owners: recipientUnitOf(sql`m`),
    belongs: isUnit => sql`m.unit_id ${isUnit}`,
    seenAs: [],
  },
};

/** What is counted, as data: a new measure is one entry here and one word in `statistics.terms.ts`. */
export interface Measure {
  /** What it counts, one row each; a thing is counted once however many of these it has. */
  readonly events: EventsOfModel;
  /** The list that a number opens to, and the field of its filter that names the event. */
  readonly list: StatisticsList;
  readonly filter: keyof ModelFilter | 'submitted' | 'granted' | 'result';
  /** Which dimensions of events it has, besides periods and units; those of models every measure has. */
  readonly dimensions: readonly StatisticsDimension[];
  /** Only models that have this. */
  readonly having?: ModelAspect;
  /** Whether it counts only what was recognised before the period of the table began. */
  readonly recognisedBefore?: true;
  /** The number of each thing that is added up, or of which the average is taken. Exact: no floating point. `null`: not known. */
  readonly amount?: { readonly of: Sql; readonly by: 'sum' | 'average' };
}

const OF_FILE: readonly StatisticsDimension[] = ['ROUND', 'MOVEMENT'];
const GRANTED = {
  events: grantStanding,
  list: 'COMMENDATIONS',
  filter: 'granted',
  dimensions: ['LEVEL', 'COMMENDATION_FORM', 'RECIPIENT_KIND'],
} as const satisfies Measure;

const RESULT = { events: resultsOfModel, list: 'EVALUATIONS', filter: 'result', dimensions: ['GRADE'] } as const satisfies Measure;

export const MEASURES: Readonly<Record<StatisticsMeasure, Measure>> = {
  MODELS: { events: attestation, list: 'MODELS', filter: 'attested', dimensions: [] },
  REGISTRATIONS: { events: registrationsSubmitted, list: 'REGISTRATIONS', filter: 'submitted', dimensions: OF_FILE },
  MODELS_REGISTERED: { events: firstRegistration, list: 'MODELS', filter: 'registered', dimensions: OF_FILE },
  MODELS_WITH_CHILDREN: { events: firstRegistration, list: 'MODELS', filter: 'registered', dimensions: OF_FILE, having: 'CHILDREN' },
  RECOGNISED: { events: recognitionsStanding, list: 'MODELS', filter: 'recognised', dimensions: [...OF_FILE, 'LEVEL'] },
  OUTSTANDING: { events: factsOfKind('OUTSTANDING'), list: 'MODELS', filter: 'outstanding', dimensions: ['LEVEL'] },
  REPLICATED: { events: factsOfKind('REPLICATED'), list: 'MODELS', filter: 'replicated', dimensions: ['LEVEL'] },
  SUSTAINED: { events: confirmedRunning, list: 'MODELS', filter: 'sustained', dimensions: [], recognisedBefore: true },
  STOPPED: { events: stoppedSince, list: 'MODELS', filter: 'stopped', dimensions: [] },
  RESULTS: RESULT,
  AVERAGE_SCORE: { ...RESULT, amount: { of: sql`e.total`, by: 'average' } },
  COMMENDATIONS: GRANTED,
  RECIPIENTS: { ...GRANTED, amount: { of: sql`e.count::numeric`, by: 'sum' } },
  MONEY: { ...GRANTED, amount: { of: sql`e.money::numeric`, by: 'sum' } },
};
