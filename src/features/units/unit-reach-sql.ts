import { sql, type Sql } from '../../platform/database/sql.js';

/*
 * Which records belong to a unit on a day: the one rule of reach, for rights, filters by unit, pages of a unit, restated figures and counts by unit.
 *
 * Every unit has its place on every day from its start on (`unit_place`): under its parent and in its territory; from its end on, at its whole
 * successor or, without one, where it was on its last day. A unit reaches itself and all units whose places lead to it. So what ended without a
 * whole successor belongs to the nearest unit above it that lives on, by itself or as its successor, and nothing is divided.
 *
 * Example: xã A was divided among xã B and xã C, and its huyện ended; both belonged to tỉnh Quảng Nam, which passed as a whole to Đà Nẵng. Đà Nẵng
 * reaches A and the bodies of the huyện; neither B nor C does. What no unit in force reaches is a residual and is shown as such.
 *
 * The parameters `unit` and `day` are SQL: a parameter or a column of the caller. Aliases here are names that no caller uses (see `unit-sql.ts`).
 */

/** Written with `is true` so that PostgreSQL uses no index on ranges: most places hold on the day, while few lead to the given unit. */
const holdsOn = (place: Sql, day: Sql): Sql => sql`(${place}.validity @> ${day}) is true`;

/** The units whose places lead to one of `start`, which are reached themselves. A query with the one column `id`. */
const leadingTo = (start: Sql, day: Sql): Sql => sql`with recursive reached_unit (id) as (
    ${start}
    union
    select unit_place.unit_id from reached_unit join unit_place on unit_place.place_id = reached_unit.id and ${holdsOn(sql`unit_place`, day)})
  select id from reached_unit`;

/**
 * The ids of the units that the unit reaches on the day, itself among them. If it has ended by then, as on its last day: what was its own. If it
 * begins later, what the units that wholly passed into it reached.
 */
export const reachOf = (unit: Sql, day: Sql): Sql =>
  sql`(select reached.id from ${askedOn(unit, day)} cross join lateral ${reachedFrom(unit, sql`asked_on.day`)} reached)`;

/** The day, or the last day of the unit if that is earlier. No row if there is no such unit. */
const askedOn = (unit: Sql, day: Sql): Sql =>
  sql`(select least(${day}, upper(asked_unit.validity) - 1) as day, lower(asked_unit.validity) as first_day from unit asked_unit where asked_unit.id = ${unit}::uuid) asked_on`;

/** The unit; while it has not begun, also the units that will wholly pass into it. A recursive part of a statement. */
const origin = (unit: Sql, day: Sql): Sql => sql`origin (id) as (
      select ${unit}::uuid
      union
      select origin_succession.predecessor_id from origin join unit later_unit on later_unit.id = origin.id and lower(later_unit.validity) > ${day}
        join unit_succession origin_succession on origin_succession.successor_id = origin.id and origin_succession.whole)`;

/** @param day on which the unit has not ended yet. */
const reachedFrom = (unit: Sql, day: Sql): Sql => sql`(with recursive ${origin(unit, day)}
    select id from (${leadingTo(sql`select id from origin`, day)}) reached_units)`;

/** The units of `start`, and the ended ones that count at them: their places lead there through ended units alone. A recursive part of a statement. */
const counted = (start: Sql, day: Sql): Sql => sql`counted (id) as (
      ${start}
      union
      select unit_place.unit_id from counted join unit_place on unit_place.place_id = counted.id and ${holdsOn(sql`unit_place`, day)}
        join unit gone_unit on gone_unit.id = unit_place.unit_id and upper(gone_unit.validity) <= ${day})`;

/** The ids of the units of an array, and of the ended ones whose records count at them on the day. */
export const countedAt = (units: Sql, day: Sql): Sql =>
  sql`(with recursive ${counted(sql`select unnest(${units}::uuid[])`, day)} select id from counted)`;

/**
 * The ids of the units that reach the unit, or what counts at it: the inverse of `reachOf`, for records that hold for a unit and all under it.
 * A unit that has ended is among them if it reached one of these on its last day. So a round of Quảng Nam is found by Đà Nẵng, and by a commune
 * that was in Quảng Nam or took over one that was.
 */
export const reachingTo = (unit: Sql, day: Sql): Sql =>
  sql`(select reaching_unit.id from ${askedOn(unit, day)} cross join lateral (
    with recursive ${origin(unit, sql`asked_on.day`)},
    ${counted(sql`select id from origin`, sql`asked_on.day`)},
    climbed (id, days) as (
      select id, daterange(null, asked_on.day, '[]') from counted
      union
      select unit_place.place_id, climbed.days * unit_place.validity
        from climbed join unit_place on unit_place.unit_id = climbed.id and (unit_place.validity && climbed.days) is true),
    begins_later (id) as (
      select id from climbed where days @> asked_on.day
      union
      select heir.successor_id from begins_later join unit_succession heir on heir.predecessor_id = begins_later.id and heir.whole
        join unit later_heir on later_heir.id = heir.successor_id and lower(later_heir.validity) > asked_on.day)
    select climbed.id from climbed join unit climbed_unit on climbed_unit.id = climbed.id
     where climbed.days @> least(asked_on.day, upper(climbed_unit.validity) - 1)
    union
    select id from begins_later) reaching_unit)`;

/** The ids of all units that some unit in force on the day reaches; the others are the residual of the whole registry. */
export const placedOn = (day: Sql): Sql =>
  sql`(${leadingTo(sql`select placed_unit.id from unit placed_unit where placed_unit.validity @> ${day}`, day)})`;

/**
 * The residual of the unit on the day, as rows (id, reason): units whose records it cannot answer for, though they are connected with it.
 * `DIVIDED`: passed in parts, one of them to a unit that it reaches, or belonged to such a unit. `LATER`: the unit begins after the day and reaches
 * this one by then, though it did not belong to any of its whole predecessors. Units that began after the day have no records yet.
 */
export const residualOf = (unit: Sql, day: Sql): Sql =>
  sql`(select residual_unit.id, residual_unit.reason from ${askedOn(unit, day)} cross join lateral (
      with own as materialized (select id from ${reachedFrom(unit, sql`asked_on.day`)} own_units),
      later as materialized (select id from ${reachedFrom(unit, LATER_DAY)} later_units where asked_on.first_day > asked_on.day),
      divided as materialized (${leadingTo(
        sql`select part.predecessor_id from (select id from own union select id from later) whole_unit
            join unit_succession part on part.successor_id = whole_unit.id and not part.whole and part.effective_on <= ${LATER_DAY}
            join unit divided_unit on divided_unit.id = part.predecessor_id and upper(divided_unit.validity) <= ${LATER_DAY}`,
        LATER_DAY,
      )})
      select found.id, found.reason from (
        select later.id, 'LATER' as reason from later
        union all
        select divided.id, 'DIVIDED' from divided where divided.id not in (select id from later)) found
       where found.id not in (select id from own)) residual_unit
    join unit known_unit on known_unit.id = residual_unit.id and (lower_inf(known_unit.validity) or lower(known_unit.validity) <= asked_on.day))`;

/** The day, or the first day of the unit if it begins later. */
const LATER_DAY = sql`greatest(asked_on.day, asked_on.first_day)`;

/**
 * The id of the unit in force on the day at which the unit’s records count: itself, its whole successor, or the nearest unit above that lives on.
 * A body whose line and territory lead to different units counts in its territory. No row if there is none.
 */
export const restatedTo = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive climb_to_living (id, steps) as (
      select ${unit}, 0
      union
      select unit_place.place_id, climb_to_living.steps + 1
        from climb_to_living join unit ended_unit on ended_unit.id = climb_to_living.id and not ended_unit.validity @> ${day}
        join unit_place on unit_place.unit_id = ended_unit.id and ${holdsOn(sql`unit_place`, day)}
       where climb_to_living.steps < 50)
    select living_unit.id from climb_to_living join unit living_unit on living_unit.id = climb_to_living.id and living_unit.validity @> ${day}
     order by (living_unit.line = 'TERRITORY') desc, climb_to_living.steps, living_unit.id limit 1)`;
