import { sql, type Sql } from '../../platform/database/sql.js';
import { unitOn } from '../units/unit-sql.js';

/**
 * SQL fragments about units with their rounds and receiving authorities. The parameters `unit` and `day` are SQL, too: a bound parameter, a
 * column or a query.
 */

/**
 * The unit and every unit above it on the day, by parent and by territory, with the number of steps to each: the inverse of `subtreeOn`.
 * `in_line` is true for a unit reached through parents alone. No row if the unit is not in force on the day.
 */
export const ancestorsOn = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive above (id, steps, in_line) as (
      select u.id, 0, true from ${unitOn(sql`u`, unit, day)} where u.life @> ${day}
      union
      select place.id, a.steps + 1, a.in_line and place.in_line
        from above a cross join lateral ${unitOn(sql`s`, sql`a.id`, day)}
       cross join lateral (values (s.parent_id, true), (s.territory_id, false)) place (id, in_line)
       where place.id is not null and a.steps < 50)
    select distinct on (id) id, steps, in_line from above order by id, steps, in_line desc)`;

/** Those of the units that are in force on the day, and every unit above one of them. @param units an array of ids. */
export const ancestorsOfAny = (units: Sql, day: Sql): Sql =>
  sql`(with recursive above (id) as (
      select u.id from unnest((select ${units}::uuid[])) given (id) join unit u on u.id = given.id and u.validity @> ${day}
      union
      select place.id from above a cross join lateral ${unitOn(sql`s`, sql`a.id`, day)}
       cross join lateral (values (s.parent_id), (s.territory_id)) place (id)
       where place.id is not null)
    select id from above)`;

/**
 * Every round that the unit belongs to on the day, with its last day for this unit: the extension of the nearest unit counts.
 * A deadline that was later moved beyond the extension counts instead, so that an extension never shortens the time of a unit.
 */
export const roundsOfUnit = (unit: Sql, day: Sql): Sql =>
  sql`(with above as materialized ${ancestorsOn(unit, day)}
    select r.id, r.opens_on, greatest(r.closes_on, e.closes_on) as closes_on, coalesce(e.closes_on > r.closes_on, false) as extended
      from registration_round r
      join above on above.id = r.unit_id
      left join lateral (
        select x.closes_on from registration_extension x join above on above.id = x.unit_id
         where x.round_id = r.id order by above.steps, x.closes_on desc limit 1) e on true)`;

/** For each line, the id of the rule that applies to the unit on the day: the one of the nearest unit; at equal distance, of a unit in the same line. */
export const authoritiesOfUnit = (unit: Sql, day: Sql): Sql =>
  sql`(select distinct on (a.line) a.id
      from ${ancestorsOn(unit, day)} above join receiving_authority a on a.unit_id = above.id and a.validity @> ${day}
     order by a.line, above.steps, above.in_line desc, a.id)`;
