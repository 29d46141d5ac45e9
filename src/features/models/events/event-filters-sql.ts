import { sql, type Sql } from '../../../platform/database/sql.js';
import { idOf } from '../../../platform/graphql/node.js';
import type { Condition, Filter, Filters, NestedFilter } from '../../../platform/views/view.js';
import type { AdministrativeLevel } from '../../units/unit-kinds.js';
import { kindsOfLevel } from '../../units/unit-kinds.js';
import { hasOnDay, isRestOf, ownOfUnit, reachOfKinds, reachOfUnit, reachOfUnitWhile } from '../../units/unit-reach-over-time-sql.js';
import type {
  EventFilter,
  EventPeriod,
  RecognisedFilter,
  RecordedFilter,
  RegisteredFilter,
  StoppedFilter,
  SustainedFilter,
  SustainedPeriod,
  UnitWhileFilter,
} from './model-event.filter.js';
import {
  attestation,
  confirmedRunning,
  factsOfKind,
  firstRegistration,
  isPossible,
  isUnclear,
  isWithin,
  ownersOf,
  recognitionsStanding,
  stoppedSince,
  wasRecognisedBefore,
  type EventsOfModel,
} from './model-events-sql.js';

/** The filters of an input class. */
type FiltersOf<Input> = { readonly [K in keyof Input]-?: Filter };

/** The units that a row belongs to, as a table expression with the column `unit_id`. */
type Owners = (row: Sql) => Sql;

/** A row belongs to a unit by any of its owners. @param dayOf the day on which it has to. */
const byOwner = (
  owners: Owners,
  dayOf: (row: Sql, day: Sql) => Sql,
  holds: (value: Sql, owner: Sql, day: Sql) => Sql,
  convert: (value: never) => unknown,
  type: Sql,
): Condition => {
  return (row, day, bind) =>
    sql`exists (select from ${owners(row)} of_owner where ${holds(sql`${bind(convert)}::${type}`, sql`of_owner.unit_id`, dayOf(row, day))})`;
};

const unitNamed =
  (field: string) =>
  (id: string): string =>
    idOf('Unit', id, 'filter', field);

const kindsNamed = (level: AdministrativeLevel): string[] => kindsOfLevel(level);

/** What the owners have to belong to on a day: `ownOf`, `restOf` and `outside`, of lists on the day asked for and of events on their own. */
export const ownerFilters = (owners: Owners, dayOf: (row: Sql, day: Sql) => Sql): Record<'ownOf' | 'restOf' | 'outside', Condition> => ({
  ownOf: byOwner(owners, dayOf, (unit, owner, day) => hasOnDay(ownOfUnit(unit), owner, day), unitNamed('ownOf'), sql`uuid`),
  restOf: byOwner(owners, dayOf, isRestOf, unitNamed('restOf'), sql`uuid`),
  outside: byOwner(owners, dayOf, (kinds, owner, day) => sql`not ${hasOnDay(reachOfKinds(kinds), owner, day)}`, kindsNamed, sql`text[]`),
});

const ownersOfEvent: Owners = event => ownersOf(sql`${event}.model_id`);
const dayOfEvent = (event: Sql): Sql => sql`${event}.last_day`;

/** Of a unit that moved or changed its level, only what it reached while it was there. */
const ofUnitWhile =
  (owners: Owners): Condition =>
  (row, _day, bind) => {
    const unit = sql`${bind((given: UnitWhileFilter) => unitNamed('unitWhile')(given.unitId))}::uuid`;
    const kinds = sql`${bind((given: UnitWhileFilter) => (given.level ? kindsNamed(given.level) : null))}::text[]`;
    const above = sql`${bind((given: UnitWhileFilter) => (given.belowId ? unitNamed('unitWhile')(given.belowId) : null))}::uuid`;
    const reach = reachOfUnitWhile(unit, kinds, above);
    return sql`exists (select from ${owners(row)} of_owner where ${hasOnDay(reach, sql`of_owner.unit_id`, dayOfEvent(row))})`;
  };

const onDayOfEvent = (owners: Owners) => ({
  unitWhile: ofUnitWhile(owners),
  unitId: byOwner(owners, dayOfEvent, (unit, owner, day) => hasOnDay(reachOfUnit(unit), owner, day), unitNamed('unitId'), sql`uuid`),
  ...ownerFilters(owners, dayOfEvent),
});
const ownerOnDay = onDayOfEvent(ownersOfEvent);

const period: Condition = (event, _day, bind) => {
  const from = sql`coalesce(${bind((given: EventPeriod) => given.from ?? null)}::date, '-infinity')`;
  const to = sql`coalesce(${bind((given: EventPeriod) => given.to ?? null)}::date, 'infinity')`;
  const certainty = sql`${bind((given: EventPeriod) => given.certainty ?? 'CERTAIN')}::text`;
  const unclear = isUnclear(event, sql`replace(${certainty}, '_UNKNOWN', '')`, from, to);
  return sql`(case ${certainty} when 'CERTAIN' then ${isWithin(event, from, to)} when 'POSSIBLE' then ${isPossible(event, from, to)} else ${unclear} end)`;
};

const sustainedPeriod: Condition = (confirmed, day, bind) => {
  const from = sql`coalesce(${bind((given: SustainedPeriod) => given.from ?? null)}::date, '-infinity')`;
  const to = sql`coalesce(${bind((given: SustainedPeriod) => given.to ?? null)}::date, 'infinity')`;
  const part = sql`${bind((given: SustainedPeriod) => given.within)}::text`;
  return sql`(${isWithin(confirmed, from, to)} and ${wasRecognisedBefore(confirmed, part, from, day)})`;
};

const ofFile: Record<'roundId' | 'movementId' | 'withoutRound', Condition> = {
  roundId: (event, _day, bind) =>
    sql`${event}.round_id = ${bind((id: string) => idOf('RegistrationRound', id, 'filter', 'roundId'))}::uuid`,
  movementId: (event, _day, bind) =>
    sql`${event}.round_id in (select of_movement.id from registration_round of_movement where of_movement.movement_id = ${bind((id: string) => idOf('Movement', id, 'filter', 'movementId'))}::uuid)`,
  withoutRound: (event, _day, bind) => sql`(${event}.round_id is null) = ${bind()}`,
};

const atLevel: Record<'level' | 'withoutLevel' | 'decisionId', Condition> = {
  withoutLevel: (event, _day, bind) => sql`(${event}.level is null) = ${bind()}`,
  level: (event, _day, bind) => sql`${event}.level = any(${bind()})`,
  decisionId: (event, _day, bind) =>
    sql`${event}.decision_id = ${bind((id: string) => idOf('Decision', id, 'filter', 'decisionId'))}::uuid`,
};

/** When an event was, and whose it was then. @param owners of models, unless it is an event of something else. */
export const eventFiltersOf = (owners: Owners = ownersOfEvent) => ({ period, ...onDayOfEvent(owners) }) satisfies FiltersOf<EventFilter>;

/** Conditions on one event, by the names of their inputs (`model-event.filter.ts`). */
export const registeredFilters = { period, ...ofFile, ...ownerOnDay } satisfies FiltersOf<RegisteredFilter>;
const recognisedFilters = { period, ...ofFile, ...atLevel, ...ownerOnDay } satisfies FiltersOf<RecognisedFilter>;
const recordedFilters = { period, ...atLevel, ...ownerOnDay } satisfies FiltersOf<RecordedFilter>;
const stoppedFilters = eventFiltersOf() satisfies FiltersOf<StoppedFilter>;
const sustainedFilters = { period: sustainedPeriod, ...ownerOnDay } satisfies FiltersOf<SustainedFilter>;

/** Models with such an event by the day, one that meets all of the conditions. */
const withEvent = (events: EventsOfModel, filters: Filters): NestedFilter => ({
  filters: () => filters,
  holds: (row, matching, day) => sql`exists (select from ${events(sql`of_event`, sql`${row}.id`, day)} where ${matching(sql`of_event`)})`,
});

/** The filters of models by their events. */
export const eventFilters = {
  attested: withEvent(attestation, eventFiltersOf()),
  registered: withEvent(firstRegistration, registeredFilters),
  recognised: withEvent(recognitionsStanding, recognisedFilters),
  outstanding: withEvent(factsOfKind('OUTSTANDING'), recordedFilters),
  replicated: withEvent(factsOfKind('REPLICATED'), recordedFilters),
  sustained: withEvent(confirmedRunning, sustainedFilters),
  stopped: withEvent(stoppedSince, stoppedFilters),
};
