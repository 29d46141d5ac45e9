import { contains, parsePartialDate, type LocalDate } from '../../src/shared/dates.js';
import { byBytes, rowId, type Shown, type World } from './oracle.chapter.js';
import { registrationsOf } from './oracle.model-parts.js';
import { NaiveReach } from './oracle.reach.js';
import type { AnyRow, Rows } from './oracle.rows.js';

/** What happened to a model: the first and the last possible day, and what else is known of it. */
export interface ModelEvent {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly registrationId: string | null;
  readonly roundId: string | null;
  readonly level: string | null;
  readonly decisionId: string | null;
  readonly grade?: string | null;
}

type Events = (world: World, model: Shown) => ModelEvent[];

export const EVER = '0000-01-01';
const ALWAYS = '9999-12-31';

const event = (day: LocalDate, given: string | null, more: Partial<ModelEvent> = {}): ModelEvent => ({
  first: given === null ? day : (parsePartialDate(given)!.earliest ?? EVER),
  last: day,
  registrationId: null,
  roundId: null,
  level: null,
  decisionId: null,
  ...more,
});

const stepsBy = ({ all }: World, { row, day }: Shown, wanted: (step: AnyRow) => boolean): AnyRow[] =>
  all.steps
    .filter(step => step.model_id === row.id && step.on_day <= day && wanted(step))
    .toSorted((a, b) => byBytes(a.on_day, b.on_day) || byBytes(a.id, b.id));

/** Registrations that were submitted, the earliest first. */
export const submittedOf: Events = (world, model) =>
  registrationsOf(world, model).flatMap(({ id, round_id, source, opened_on }) => {
    const steps = stepsBy(world, model, step => step.registration_id === id);
    const more = { registrationId: id, roundId: round_id };
    const sent = steps.find(step => step.to_state === 'SUBMITTED');
    if (sent) return [event(sent.on_day, sent.on_given, more)];
    if (source === null || steps.at(-1)?.to_state === 'DRAFT') return [];
    return [event(opened_on, null, { ...more, first: EVER })];
  });

const runningOf = (world: World, model: Shown): AnyRow[] => stepsBy(world, model, ({ lifecycle }) => lifecycle === 'RUNNING');

const factsOf =
  (kind: string): Events =>
  ({ all }, { row, day }) =>
    all.facts
      .filter(fact => fact.model_id === row.id && fact.kind === kind && fact.on_day <= day)
      .map(({ on_day, level, decision_id }) => event(on_day, null, { level, decisionId: decision_id }));

const recognised: Events = ({ all }, { row, day }) =>
  all.recognitions
    .filter(one => one.model_id === row.id && one.recognised_on <= day && (one.revoked_on === null || one.revoked_on > day))
    .map(one =>
      event(one.recognised_on, one.recognised_given, {
        registrationId: one.registration_id,
        roundId: all.registrations.find(({ id }) => id === one.registration_id)!.round_id,
        level: one.level,
        decisionId: one.decision_id,
      }),
    );

/** The events by which models are filtered and counted. */
export const eventsOf: Readonly<Record<string, Events>> = {
  attested: (_, { row, day }) => (row.attested_on <= day ? [event(row.attested_on, row.attested_given)] : []),
  registered: (world, model) => submittedOf(world, model).slice(0, 1),
  recognised,
  outstanding: factsOf('OUTSTANDING'),
  replicated: factsOf('REPLICATED'),
  sustained: (world, model) =>
    runningOf(world, model)
      .filter(({ to_state }) => to_state === 'ACTIVE')
      .map(({ on_day, on_given }) => event(on_day, on_given)),
  stopped: (world, model) =>
    runningOf(world, model)
      .slice(-1)
      .filter(({ to_state }) => to_state === 'STOPPED')
      .map(({ on_day, on_given }) => event(on_day, on_given)),
};

/** `2022`, or `2022-4` for its fourth quarter. */
const partOf = (part: string, day: LocalDate): string =>
  part === 'YEAR' ? day.slice(0, 4) : `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
const beginningOf = (part: string, day: LocalDate): LocalDate =>
  part === 'YEAR'
    ? `${day.slice(0, 4)}-01-01`
    : `${day.slice(0, 5)}${String(Math.ceil(Number(day.slice(5, 7)) / 3) * 3 - 2).padStart(2, '0')}-01`;

interface GivenPeriod {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly certainty?: string | null;
  readonly within?: string;
}

export const isOf = ({ first, last }: ModelEvent, { from, to, certainty }: GivenPeriod): boolean => {
  const [start, end] = [from ?? EVER, to ?? ALWAYS];
  const within = first >= start && last <= end;
  if (!certainty || certainty === 'CERTAIN') return within;
  const possible = last >= start && first <= end;
  if (certainty === 'POSSIBLE') return possible;
  const part = certainty.replace('_UNKNOWN', '');
  return possible && !(within && partOf(part, first) === partOf(part, last));
};

export const wasSustained = (world: World, model: Shown, one: ModelEvent, { from, to, within }: GivenPeriod): boolean => {
  if (!isOf(one, { from, to }) || partOf(within!, one.first) !== partOf(within!, one.last)) return false;
  const start = beginningOf(within!, one.last);
  return recognised(world, model).some(({ last }) => last < (from && from > start ? from : start));
};

const inForce = ({ units }: Rows, id: string, day: LocalDate): boolean => {
  const unit = units.find(known => known.id === id);
  return unit !== undefined && contains(unit, day);
};

/** What the unit reached on a day on which it was in force. */
const reachedBy = (rows: Rows, unit: string, day: LocalDate): Set<string> =>
  inForce(rows, unit, day) ? NaiveReach.over(rows).reach(unit, day) : new Set();

/** The unit, and those that have wholly passed into it. */
function ownOf(rows: Rows, unit: string, day: LocalDate): Set<string> {
  if (!inForce(rows, unit, day)) return new Set();
  const own = new Set([unit]);
  for (const id of own)
    for (const { whole, successor_id, predecessor_id, effective_on } of rows.successions)
      if (whole && successor_id === id && effective_on <= day && !inForce(rows, predecessor_id, day)) own.add(predecessor_id);
  return own;
}

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  PROVINCE: ['TINH', 'THANH_PHO_TW'],
  DISTRICT: ['QUAN', 'HUYEN', 'THI_XA', 'THANH_PHO'],
  COMMUNE: ['PHUONG', 'XA', 'THI_TRAN', 'DAC_KHU'],
};

/** The administrative units of the level on the day. */
export const unitsOfLevel = ({ spans }: Rows, level: string, day: LocalDate): string[] =>
  spans.filter(span => LEVELS[level]!.includes(span.kind) && contains(span, day)).map(({ unit_id }) => unit_id);

/** The units directly below the unit on the day. */
export const unitsBelow = ({ spans }: Rows, unit: string, day: LocalDate): string[] =>
  spans.filter(span => (span.parent_id === unit || span.territory_id === unit) && contains(span, day)).map(({ unit_id }) => unit_id);

/** Whether an owner belongs to what is asked for on the day, by the name of the filter. @param given a row's id, or a level. */
export const belongs: Readonly<Record<string, (rows: Rows, given: string, owner: string, day: LocalDate) => boolean>> = {
  unitId: (rows, unit, owner, day) => reachedBy(rows, unit, day).has(owner),
  ownOf: (rows, unit, owner, day) => ownOf(rows, unit, day).has(owner),
  restOf: (rows, unit, owner, day) =>
    reachedBy(rows, unit, day).has(owner) &&
    !ownOf(rows, unit, day).has(owner) &&
    !unitsBelow(rows, unit, day).some(below => reachedBy(rows, below, day).has(owner)),
  outside: (rows, level, owner, day) => !unitsOfLevel(rows, level, day).some(unit => reachedBy(rows, unit, day).has(owner)),
};

type EventFilter = (given: any, world: World) => (one: ModelEvent, model: Shown) => boolean;

const byId =
  (type: string, matches: (one: ModelEvent, id: string, world: World) => boolean): EventFilter =>
  (id: string, world) => {
    const wanted = rowId(type, id);
    return one => matches(one, wanted, world);
  };

interface GivenUnitWhile {
  readonly unitId: string;
  readonly level?: string | null;
  readonly belowId?: string | null;
}

/** @param ownersOf a parameter, because models ask for their events. */
export const eventFilters = (ownersOf: (world: World, model: AnyRow) => string[]): Readonly<Record<string, EventFilter>> => {
  const owner =
    (name: string): EventFilter =>
    (given: string, world) => {
      const wanted = name === 'outside' ? given : rowId('Unit', given);
      return (one, { row }) => ownersOf(world, row).some(unit => belongs[name]!(world.all, wanted, unit, one.last));
    };
  return {
    period: (given: GivenPeriod, world) => (one, model) =>
      given.within === undefined ? isOf(one, given) : wasSustained(world, model, one, given),
    roundId: byId('RegistrationRound', ({ roundId }, id) => roundId === id),
    movementId: byId('Movement', ({ roundId }, id, { all }) => all.rounds.find(round => round.id === roundId)?.movement_id === id),
    withoutRound: (wanted: boolean) => one => (one.roundId === null) === wanted,
    level: (levels: (string | null)[]) => one => one.level !== null && levels.includes(one.level),
    withoutLevel: (wanted: boolean) => one => (one.level === null) === wanted,
    decisionId: byId('Decision', ({ decisionId }, id) => decisionId === id),
    unitId: owner('unitId'),
    unitWhile: (given: GivenUnitWhile, world) => {
      const unit = rowId('Unit', given.unitId);
      const below = given.belowId ? rowId('Unit', given.belowId) : undefined;
      return (one, { row }) =>
        ownersOf(world, row).some(
          owned =>
            reachedBy(world.all, unit, one.last).has(owned) &&
            (!given.level || unitsOfLevel(world.all, given.level, one.last).includes(unit)) &&
            (!below || unitsBelow(world.all, below, one.last).includes(unit)),
        );
    },
    ownOf: owner('ownOf'),
    restOf: owner('restOf'),
    outside: owner('outside'),
  };
};
