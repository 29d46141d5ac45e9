import { literal, sql, words, type Sql } from '../../platform/database/sql.js';
import { UNIT_KINDS, kindFacts, type UnitKind } from './unit-kinds.js';

/**
 * SQL fragments about units, for views and stores. The parameters `unit` and `day` are SQL, too: a bound parameter or a column.
 */

/** The ids of the unit and of all units under it on the day: by parent, and organisations by their territory. */
export const subtreeOn = (unit: Sql, day: Sql): Sql => subtree(unit, day, sql``);

/**
 * `subtreeOn` and every unit that had passed as a whole to one of them by that day, so that records of former units are found, too.
 * Successions in part are not followed, because it is not recorded which records belong to which part.
 */
export const subtreeWithPredecessors = (unit: Sql, day: Sql): Sql =>
  subtree(
    unit,
    day,
    sql`union all select c.predecessor_id from unit_succession c where c.successor_id = tree.id and c.whole and c.effective_on <= ${day}`,
  );

/** Written with `is true` so that PostgreSQL uses no index on ranges: most spans contain the day, while few have the given parent. */
const coversDay = (span: Sql, day: Sql): Sql => sql`(${span}.validity @> ${day}) is true`;

function subtree(unit: Sql, day: Sql, extraStep: Sql): Sql {
  return sql`(with recursive tree (id) as (
      select ${unit}::uuid
      union
      select next.id from tree cross join lateral (
        select s.unit_id as id from unit_span s where s.parent_id = tree.id and ${coversDay(sql`s`, day)}
        union all select s.unit_id from unit_span s where s.territory_id = tree.id and ${coversDay(sql`s`, day)}
        ${extraStep}) next)
    select id from tree)`;
}

/** The span of the unit on the day, which nearly always exists, or else its nearest known span. */
const nearestSpan = (unit: Sql, day: Sql): Sql =>
  sql`(select * from unit_span n where n.unit_id = ${unit} and n.validity @> ${day}
    union all
    (select * from unit_span n where n.unit_id = ${unit} and not exists (select from unit_span x where x.unit_id = ${unit} and x.validity @> ${day})
      order by (lower_inf(n.validity) or lower(n.validity) <= ${day}) desc, abs(coalesce(lower(n.validity), '0001-01-01') - ${day}) limit 1)
    limit 1)`;

const UNIT_COLUMNS = sql`u.line, u.starts, u.ends, u.source, u.version, u.validity as life,
  s.name, s.kind, s.code, s.parent_id, s.territory_id, s.lexemes`;

/** A column or a parameter. Any other expression would be computed at each place where a statement names it. */
const IS_SIMPLE = /^[\w.$:]+$/;

/**
 * The unit with this id as of the day, or else as of the nearest known day. The unit is joined outwards, though each span has one: where only
 * columns of the span are used (its name and kind, in most lists), PostgreSQL drops the join. A page of fifty takes a fifth less.
 */
export const unitOn = (alias: Sql, unit: Sql, day: Sql): Sql =>
  IS_SIMPLE.test(unit)
    ? sql`(select s.unit_id as id, ${UNIT_COLUMNS} from ${nearestSpan(unit, day)} s left join unit u on u.id = s.unit_id) ${alias}`
    : sql`(select u.id, ${UNIT_COLUMNS} from unit u cross join lateral ${nearestSpan(sql`u.id`, day)} s where u.id = ${unit}) ${alias}`;

/** Every unit in force on the day. */
export const unitsInForce = (alias: Sql, day: Sql): Sql =>
  sql`(select s.unit_id as id, ${UNIT_COLUMNS} from unit_span s left join unit u on u.id = s.unit_id where s.validity @> ${day}) ${alias}`;

/** The label before the name of an administrative unit; an empty text for organisations. */
const kindLabel = (kind: Sql): Sql =>
  sql`case ${kind} ${words(
    (Object.keys(UNIT_KINDS) as UnitKind[])
      .filter(known => kindFacts(known).level)
      .map(known => sql`when ${literal(known)} then ${literal(`${kindFacts(known).label} `)}`),
  )} else '' end`;

/** The unit’s full name on the day, or else the nearest known one. */
export const nameOn = (unit: Sql, day: Sql): Sql =>
  sql`(select ${kindLabel(sql`named.kind`)} || named.name from ${nearestSpan(unit, day)} named)`;

/**
 * The full names from the top down to the unit: “Tỉnh Quảng Nam / Huyện Quế Sơn / Xã Quế Hiệp”. An organisation without a parent is
 * under its territory. Each step up is taken on a day of the span below it, so a unit that has ended keeps its last path.
 */
export const pathOf = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive climb (depth, id, day) as (
      select 0, ${unit}, ${day}
      union all
      select c.depth + 1, coalesce(s.parent_id, s.territory_id),
             greatest(least(c.day, coalesce(upper(s.validity) - 1, c.day)), coalesce(lower(s.validity), c.day))
        from climb c cross join lateral ${nearestSpan(sql`c.id`, sql`c.day`)} s
       where coalesce(s.parent_id, s.territory_id) is not null and c.depth < 50)
    select string_agg(${kindLabel(sql`s.kind`)} || s.name, ' / ' order by c.depth desc)
      from climb c cross join lateral ${nearestSpan(sql`c.id`, sql`c.day`)} s)`;

/**
 * The id of the unit that replaces it on the day: itself while it is in force, else the last of its whole successors. If the source gives only
 * the month or year of the end, the unit is in force to the last day of that period, and so is its successor.
 */
export const restatedTo = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive follow (id) as (
      select ${unit}
      union
      select c.successor_id from follow f join unit p on p.id = f.id and not p.validity @> ${day}
        join unit_succession c on c.predecessor_id = f.id and c.whole and c.effective_on <= ${day})
    select u.id from follow f join unit u on u.id = f.id where u.validity @> ${day})`;

/** The ids of the units with the same parent, or else territory, as the unit in its latest span; the unit itself is among them. */
export const siblingsOf = (unit: Sql): Sql =>
  sql`(select s.unit_id from unit_span s
    where coalesce(s.parent_id, s.territory_id) = (
      select coalesce(o.parent_id, o.territory_id) from unit_span o
       where o.unit_id = ${unit} order by upper_inf(o.validity) desc, o.validity desc limit 1))`;

export const lineOf = (unit: Sql): Sql => sql`(select u.line from unit u where u.id = ${unit})`;
