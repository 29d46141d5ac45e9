import { sql, type Sql } from '../../platform/database/sql.js';
import { unitOn } from '../units/unit-sql.js';

/**
 * What rounds and receiving authorities ask of units in SQL. `unit` and `day` are SQL themselves: a parameter, a column or a query.
 */

/**
 * The unit and every unit it stands under on the day, with the steps up to each: the other side of `subtreeOn`, by parent and by territory.
 * `in_line` tells a unit reached through parents alone. No row when the unit is not in force on the day.
 */
export const aboveOn = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive above (id, steps, in_line) as (
      select u.id, 0, true from ${unitOn(sql`u`, unit, day)} where u.life @> ${day}
      union
      select place.id, a.steps + 1, a.in_line and place.in_line
        from above a cross join lateral ${unitOn(sql`s`, sql`a.id`, day)}
       cross join lateral (values (s.parent_id, true), (s.territory_id, false)) place (id, in_line)
       where place.id is not null and a.steps < 50)
    select distinct on (id) id, steps, in_line from above order by id, steps, in_line desc)`;

/** Those of the units that are in force on the day, and every unit that one of them stands under then. @param units a list of ids. */
export const aboveAny = (units: Sql, day: Sql): Sql =>
  sql`(with recursive above (id) as (
      select u.id from unnest((select ${units}::uuid[])) given (id) join unit u on u.id = given.id and u.validity @> ${day}
      union
      select place.id from above a cross join lateral ${unitOn(sql`s`, sql`a.id`, day)}
       cross join lateral (values (s.parent_id), (s.territory_id)) place (id)
       where place.id is not null)
    select id from above)`;

/**
 * Every round that the unit stands in on the day, with its last day for this unit: the extension of the nearest unit counts.
 * A deadline that was moved beyond an extension counts instead of it: nobody loses days by having been granted some.
 */
export const roundsFor = (unit: Sql, day: Sql): Sql =>
  sql`(with above as materialized ${aboveOn(unit, day)}
    select r.id, r.opens_on, greatest(r.closes_on, e.closes_on) as closes_on, coalesce(e.closes_on > r.closes_on, false) as extended
      from registration_round r
      join above on above.id = r.unit_id
      left join lateral (
        select x.closes_on from registration_extension x join above on above.id = x.unit_id
         where x.round_id = r.id order by above.steps, x.closes_on desc limit 1) e on true)`;

/** Of each line, the id of the rule that answers for the unit's place on the day: the nearest, at equal steps the one in the unit's own line. */
export const nearestAuthorities = (unit: Sql, day: Sql): Sql =>
  sql`(select distinct on (a.line) a.id
      from ${aboveOn(unit, day)} above join receiving_authority a on a.unit_id = above.id and a.validity @> ${day}
     order by a.line, above.steps, above.in_line desc, a.id)`;
