import { literal, sql, words, type Sql } from '../../platform/database/sql.js';
import { UNIT_KINDS, kindFacts, type UnitKind } from './unit-kinds.js';

/**
 * What lists and views ask of units in SQL. `unit` and `day` are SQL themselves: a parameter or a column.
 */

/** The ids of the unit and of all that stands under it on the day: by parent, and organisations by their territory. */
export const subtreeOn = (unit: Sql, day: Sql): Sql => recursive(unit, day, sql``);

/**
 * The same, with every unit that had wholly passed into one of them by that day: where the work of former units is looked for.
 * A part of a unit is never followed: nobody knows which part.
 */
export const subtreeWithPredecessors = (unit: Sql, day: Sql): Sql =>
  recursive(
    unit,
    day,
    sql`union all select c.predecessor_id from unit_succession c where c.successor_id = tree.id and c.whole and c.effective_on <= ${day}`,
  );

/** Said so that no index on ranges is used: a day is in the spans of most units, while hardly any span has this parent. */
const holdsOn = (s: Sql, day: Sql): Sql => sql`(${s}.validity @> ${day}) is true`;

function recursive(unit: Sql, day: Sql, more: Sql): Sql {
  return sql`(with recursive tree (id) as (
      select ${unit}::uuid
      union
      select next.id from tree cross join lateral (
        select s.unit_id as id from unit_span s where s.parent_id = tree.id and ${holdsOn(sql`s`, day)}
        union all select s.unit_id from unit_span s where s.territory_id = tree.id and ${holdsOn(sql`s`, day)}
        ${more}) next)
    select id from tree)`;
}

/** How the unit with this id stood on the day: the span of that day, which is nearly always there, or else the nearest one that is known. */
const nearestSpan = (unit: Sql, day: Sql): Sql =>
  sql`(select * from unit_span n where n.unit_id = ${unit} and n.validity @> ${day}
    union all
    (select * from unit_span n where n.unit_id = ${unit} and not exists (select from unit_span x where x.unit_id = ${unit} and x.validity @> ${day})
      order by (lower_inf(n.validity) or lower(n.validity) <= ${day}) desc, abs(coalesce(lower(n.validity), '0001-01-01') - ${day}) limit 1)
    limit 1)`;

const UNIT_COLUMNS = sql`u.id, u.line, u.starts, u.ends, u.source, u.version, u.validity as life,
  s.name, s.kind, s.code, s.parent_id, s.territory_id, s.lexemes`;

/** The unit with this id as it stood on the day, or nearest to it. */
export const unitOn = (alias: Sql, unit: Sql, day: Sql): Sql =>
  sql`(select ${UNIT_COLUMNS} from unit u cross join lateral ${nearestSpan(sql`u.id`, day)} s where u.id = ${unit}) ${alias}`;

/** Every unit in force on the day. */
export const unitsInForce = (alias: Sql, day: Sql): Sql =>
  sql`(select ${UNIT_COLUMNS} from unit_span s join unit u on u.id = s.unit_id where s.validity @> ${day}) ${alias}`;

/** The word that stands before the name of an administrative unit. */
const label = (kind: Sql): Sql =>
  sql`case ${kind} ${words(
    (Object.keys(UNIT_KINDS) as UnitKind[])
      .filter(known => kindFacts(known).level)
      .map(known => sql`when ${literal(known)} then ${literal(`${kindFacts(known).label} `)}`),
  )} else '' end`;

/** The unit's full name on the day, or the nearest one that is known. */
export const nameOn = (unit: Sql, day: Sql): Sql =>
  sql`(select ${label(sql`named.kind`)} || named.name from ${nearestSpan(unit, day)} named)`;

/**
 * From the top down, as people say it. An organisation without a parent stands under its territory.
 * Each step up is taken on a day of the span below it, so a unit that has ended keeps the path it had.
 */
export const pathOf = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive climb (depth, id, day) as (
      select 0, ${unit}, ${day}
      union all
      select c.depth + 1, coalesce(s.parent_id, s.territory_id),
             greatest(least(c.day, coalesce(upper(s.validity) - 1, c.day)), coalesce(lower(s.validity), c.day))
        from climb c cross join lateral ${nearestSpan(sql`c.id`, sql`c.day`)} s
       where coalesce(s.parent_id, s.territory_id) is not null and c.depth < 50)
    select string_agg(${label(sql`s.kind`)} || s.name, ' / ' order by c.depth desc)
      from climb c cross join lateral ${nearestSpan(sql`c.id`, sql`c.day`)} s)`;

/**
 * The id of the unit that stands for it on the day: itself while it lives, else its whole successor, followed on. Who ends within a month or a
 * year that is all its source says lives through its last day, on which its successor lives, too.
 */
export const restatedTo = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive follow (id) as (
      select ${unit}
      union
      select c.successor_id from follow f join unit p on p.id = f.id and not p.validity @> ${day}
        join unit_succession c on c.predecessor_id = f.id and c.whole and c.effective_on <= ${day})
    select u.id from follow f join unit u on u.id = f.id where u.validity @> ${day})`;
