import type { RegisteredFilter } from '../../features/models/events/model-event.filter.js';
import {
  confirmedRunning,
  factsOfKind,
  firstRegistration,
  recognitionsStanding,
  registrationsSubmitted,
  stoppedSince,
  type EventsOfModel,
} from '../../features/models/events/model-events-sql.js';
import type { ModelAspect, ModelFilter } from '../../features/models/model.filter.js';
import type { StatisticsDimension, StatisticsList, StatisticsMeasure } from './statistics.graphql.js';

/** The conditions on the event of a measure; each measure uses those that its filter has. */
export type EventConditions = Omit<RegisteredFilter, 'period'> & {
  period?: object | null;
  level?: readonly string[] | null;
  withoutLevel?: boolean | null;
};

/** What is counted, as data: a new measure is one entry here and one word in `statistics.terms.ts`. */
export interface Measure {
  /** What it counts, one row each; models are counted once however many of these they have. */
  readonly events: EventsOfModel;
  /** The list that a number opens to, and the field of its filter that names the event. */
  readonly list: StatisticsList;
  readonly filter: keyof ModelFilter | 'submitted';
  /** Which dimensions of events it has, besides periods and units; those of models every measure has. */
  readonly dimensions: readonly StatisticsDimension[];
  /** Only models that have this. */
  readonly having?: ModelAspect;
  /** Whether it counts only what was recognised before the period of the table began. */
  readonly recognisedBefore?: true;
}

const OF_FILE: readonly StatisticsDimension[] = ['ROUND', 'MOVEMENT'];

export const MEASURES: Readonly<Record<StatisticsMeasure, Measure>> = {
  REGISTRATIONS: { events: registrationsSubmitted, list: 'REGISTRATIONS', filter: 'submitted', dimensions: OF_FILE },
  MODELS_REGISTERED: { events: firstRegistration, list: 'MODELS', filter: 'registered', dimensions: OF_FILE },
  MODELS_WITH_CHILDREN: { events: firstRegistration, list: 'MODELS', filter: 'registered', dimensions: OF_FILE, having: 'CHILDREN' },
  RECOGNISED: { events: recognitionsStanding, list: 'MODELS', filter: 'recognised', dimensions: [...OF_FILE, 'LEVEL'] },
  OUTSTANDING: { events: factsOfKind('OUTSTANDING'), list: 'MODELS', filter: 'outstanding', dimensions: ['LEVEL'] },
  REPLICATED: { events: factsOfKind('REPLICATED'), list: 'MODELS', filter: 'replicated', dimensions: ['LEVEL'] },
  SUSTAINED: { events: confirmedRunning, list: 'MODELS', filter: 'sustained', dimensions: [], recognisedBefore: true },
  STOPPED: { events: stoppedSince, list: 'MODELS', filter: 'stopped', dimensions: [] },
};
