import { sql, type Sql } from '../../platform/database/sql.js';

/*
 * The rule of reach (`unit-reach-sql.ts`) for many days at once: which units a unit reached, and on which days. What is asked of records with a day of
 * their own, such as the day of a registration, would otherwise ask the rule once for each day.
 *
 * A relation here is a query with the columns (top, id, validity): `top` reached the unit `id` on the days of `validity`. The parameters `unit` and
 * `owner` are ids, `day` a day, all as SQL. Aliases here are names that no caller uses (see `unit-sql.ts`).
 */

/** All that the units of `tops` (top, validity) reached on their days. @param day only what was reached on this day, which is quicker. */
const reachedOverTime = (tops: Sql, day: Sql | undefined): Sql => sql`with recursive reached_over_time (top, id, validity) as (
    select top_unit.top, top_unit.top, top_unit.validity from (${tops}) top_unit ${day ? sql`where top_unit.validity @> ${day}` : sql``}
    union
    select reached_over_time.top, place_below.unit_id, place_below.validity * reached_over_time.validity
      from reached_over_time join unit_place place_below on place_below.place_id = reached_over_time.id
       and (${day ? sql`place_below.validity @> ${day}` : sql`place_below.validity && reached_over_time.validity`}) is true)
  select top, id, validity from reached_over_time`;

const spansOf = (condition: Sql): Sql => sql`select top_span.unit_id as top, top_span.validity from unit_span top_span where ${condition}`;

/** What the unit reached while it was in force. */
export const reachOfUnit = (unit: Sql, day?: Sql): Sql =>
  reachedOverTime(sql`select whole_life.id as top, whole_life.validity from unit whole_life where whole_life.id = ${unit}`, day);

/** What each unit directly below the unit reached, while it was there. */
export const reachBelowUnit = (unit: Sql, day?: Sql): Sql =>
  reachedOverTime(spansOf(sql`(top_span.parent_id = ${unit} or top_span.territory_id = ${unit})`), day);

/** What each administrative unit of these kinds reached. @param kinds a list of texts. */
export const reachOfKinds = (kinds: Sql, day?: Sql): Sql => reachedOverTime(spansOf(sql`top_span.kind = any(${kinds}::text[])`), day);

/** What the unit reached while it was of one of these kinds, and while it was directly below that unit. @param kinds a list of texts. Both may be null: any. */
export const reachOfUnitWhile = (unit: Sql, kinds: Sql, above: Sql): Sql =>
  reachedOverTime(
    spansOf(sql`top_span.unit_id = ${unit} and (${kinds} is null or top_span.kind = any(${kinds}))
      and (${above} is null or top_span.parent_id = ${above} or top_span.territory_id = ${above})`),
    undefined,
  );

/** The unit, and from its days on each unit that wholly passed into it: what is its own and not of the units below it. */
export const ownOfUnit = (unit: Sql): Sql => sql`with recursive own_over_time (id, validity) as (
    select own_life.id, own_life.validity from unit own_life where own_life.id = ${unit}
    union
    select place_of_own.unit_id, place_of_own.validity * own_over_time.validity * daterange(passed_on.effective_on, null)
      from own_over_time join unit_succession passed_on on passed_on.successor_id = own_over_time.id and passed_on.whole
      join unit_place place_of_own on place_of_own.unit_id = passed_on.predecessor_id and place_of_own.place_id = passed_on.successor_id
       and (place_of_own.validity && (own_over_time.validity * daterange(passed_on.effective_on, null))) is true)
  select ${unit} as top, id, validity from own_over_time`;

/** Whether the relation has the owner on the day. */
export const hasOnDay = (relation: Sql, owner: Sql, day: Sql): Sql =>
  sql`exists (select from (${relation}) held_over_time where held_over_time.id = ${owner} and held_over_time.validity @> ${day})`;

/**
 * Whether the owner belongs to what is left of the unit on the day: the unit reaches it, but no unit directly below does, and it is not the unit's own.
 * Such units ended without a whole successor, and their records are counted at the unit and are never divided.
 */
export const isRestOf = (unit: Sql, owner: Sql, day: Sql): Sql =>
  sql`(${hasOnDay(reachOfUnit(unit), owner, day)} and not ${hasOnDay(ownOfUnit(unit), owner, day)} and not ${hasOnDay(reachBelowUnit(unit), owner, day)})`;
