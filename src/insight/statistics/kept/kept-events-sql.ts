import { ownersOf } from '../../../features/models/events/model-events-sql.js';
import { fileState, running } from '../../../features/models/model-on-day-sql.js';
import { modelView } from '../../../features/models/model.view.js';
import { kindsOfLevel } from '../../../features/units/unit-kinds.js';
import { reachOfKinds } from '../../../features/units/unit-reach-over-time-sql.js';
import { list, literal, sql, unionAll, type Sql } from '../../../platform/database/sql.js';
import { LISTS, MEASURES } from '../measures.js';
import type { StatisticsList, StatisticsMeasure } from '../statistics-kinds.js';

/*
 * What is kept for statistics of today, and the one rule by which it is counted: the events are those of `measures.ts`, the provinces those of the rule of
 * reach. The registry counts by it after a change, statistics count by it what has changed since, and the doctor compares.
 */

/** The measures whose events are kept. The others depend on other models, on the period of the table, or are not of models. */
export const KEPT = [
  'MODELS',
  'REGISTRATIONS',
  'MODELS_REGISTERED',
  'RECOGNISED',
  'OUTSTANDING',
  'REPLICATED',
  'STOPPED',
] as const satisfies readonly StatisticsMeasure[];

export type KeptMeasure = (typeof KEPT)[number];

const DIMENSION_COLUMNS = [sql`level`, sql`sector_id`, sql`subject_kind`, sql`kind`, sql`state`, sql`running`];
const EVENT = [sql`model_id`, sql`thing_id`, sql`measure`, sql`unit_id`, sql`first_day`, sql`last_day`, ...DIMENSION_COLUMNS];
/** The columns of `counted_event`, in the order of `eventsOf`. */
export const EVENT_COLUMNS = list([...EVENT, sql`alone`]);
/** What `event_count` counts by. */
export const COUNT_COLUMNS = list([sql`measure`, sql`reported_id`, sql`restated_id`, sql`first_day`, sql`last_day`, ...DIMENSION_COLUMNS]);

/** The events of the models on the day, one row for each unit of the model. @param which a condition on the model `m`. @param measures whose events. */
export function eventsOf(which: Sql, day: Sql, measures: readonly KeptMeasure[] = KEPT): Sql {
  const each = measures.map(name => {
    const { events, list: shownIn } = MEASURES[name];
    const columns = [
      sql`m.id as model_id`,
      sql`${LISTS[shownIn].thing} as thing_id`,
      sql`${literal(name)}::text as measure`,
      sql`o.unit_id`,
      sql`e.first_day`,
      sql`e.last_day`,
      sql`e.level`,
      sql`m.sector_id`,
      sql`m.subject_kind`,
      sql`m.kind`,
      sql`${fileState(sql`m`, day)} as state`,
      sql`${running(sql`m`, day)} as running`,
    ];
    return sql`(select ${list(columns)} from ${countedRows(shownIn, day)} cross join lateral ${events(sql`e`, sql`m.id`, day)}
      cross join lateral ${ownersOf(sql`m.id`)} o where ${which})`;
  });
  return sql`select ${list(EVENT)}, count(*) over (partition by measure, thing_id) = 1 as alone from (${unionAll(each)}) found`;
}

/** The models whose events count in the list, as a table expression named `m`. What belongs to a model can be older than what attests the model. */
const countedRows = (shownIn: StatisticsList, day: Sql): Sql =>
  shownIn === 'MODELS'
    ? sql`(select * from ${modelView.list!.rows(sql`known`, day)} where known.trashed_at is null) m`
    : sql`(select * from emulation_model a where a.merged_into_id is null and a.trashed_at is null) m`;

/** In which units of province level each unit was on which days: the rows of `counted_place`. */
export const PLACES = sql`(
    with places as (
      select r.id as unit_id, r.top as place_id, unnest(range_agg(r.validity)) as validity
        from (${reachOfKinds(sql`array[${list(kindsOfLevel('PROVINCE').map(literal))}]`)}) r group by r.id, r.top)
    select p.unit_id, p.place_id, p.validity, count(other.unit_id) = 0 as sole
      from places p left join places other on other.unit_id = p.unit_id and other.place_id <> p.place_id and other.validity && p.validity
     group by p.unit_id, p.place_id, p.validity)`;

const CROWDED = sql`(select crowded.unit_id from counted_place crowded where not crowded.sole)`;

/** Whether the event can be added up: its thing has no other, and its unit was in one province on each day. */
export const isAddedUp = (event: Sql): Sql => sql`(${event}.alone and ${event}.unit_id not in ${CROWDED})`;

/** The ids of the kept events that cannot be added up: they are few, and each is looked at. */
export const TOGETHER = sql`(select together.id from counted_event together where not together.alone
    union select at_crowded.id from counted_event at_crowded where at_crowded.unit_id in ${CROWDED})`;

/** The days of an event, as the first and the last day of their years. */
export const WHOLE_YEARS = sql`date_trunc('year', first_day::timestamp)::date as first_day,
           (date_trunc('year', last_day::timestamp) + interval '1 year' - interval '1 day')::date as last_day`;

/**
 * The events with the columns of `event_count` and their own. @param events rows of `counted_event` with a column `n`. @param day of `counted_day`.
 */
export const placed = (events: Sql, day: Sql): Sql => sql`(
    select e.measure, reported.place_id as reported_id, restated.place_id as restated_id,
           ${WHOLE_YEARS},
           ${list(DIMENSION_COLUMNS.map(column => sql`e.${column}`))}, e.n, e.thing_id, e.alone, e.unit_id
      from (${events}) e
      left join counted_place reported on reported.unit_id = e.unit_id and reported.validity @> e.last_day
      left join counted_place restated on restated.unit_id = e.unit_id and restated.validity @> ${day})`;

/** The events that can be added up, with the columns of `event_count`: once for their province, once for the whole registry. @param events as for `placed`. */
export const countable = (events: Sql, day: Sql): Sql =>
  sql`(select measure, whole, case when not whole then reported_id end as reported_id, case when not whole then restated_id end as restated_id,
      first_day, last_day, ${list(DIMENSION_COLUMNS)}, n
    from ${placed(events, day)} p cross join (values (true), (false)) of (whole) where ${isAddedUp(sql`p`)})`;

/** Adds the events to the counts. */
export const addedUp = (events: Sql, day: Sql): Sql => sql`
  insert into event_count as kept (${COUNT_COLUMNS}, whole, n)
  select ${COUNT_COLUMNS}, whole, sum(n) from ${countable(events, day)} found
   group by ${COUNT_COLUMNS}, whole having sum(n) <> 0 order by measure, whole, restated_id
  on conflict (${COUNT_COLUMNS}, whole) do update set n = kept.n + excluded.n`;
