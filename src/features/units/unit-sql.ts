import { literal, sql, words, type Sql } from '../../platform/database/sql.js';
import { UNIT_KINDS, kindFacts, type UnitKind } from './unit-kinds.js';
import { LEVELS } from './unit-rules.js';

/**
 * SQL fragments about units, for views and stores. The parameters `unit` and `day` are SQL, too: a bound parameter or a column. They are written out
 * inside the selects here, so aliases here are names that no caller uses: with `x` for a span, the `x.unit_id` of a caller would be the span's.
 */

/**
 * The ids of the unit and of all units under it on the day: by parent, and organisations by their territory. The tree of that day; which records
 * belong to a unit, those of former units included, is `reachOf` in `unit-reach-sql.ts`.
 */
export const subtreeOn = (unit: Sql, day: Sql): Sql => sql`(with recursive unit_tree (id) as (
      select ${unit}::uuid
      union
      select tree_step.id from unit_tree cross join lateral (
        select tree_span.unit_id as id from unit_span tree_span where tree_span.parent_id = unit_tree.id and ${coversDay(sql`tree_span`, day)}
        union all
        select tree_span.unit_id from unit_span tree_span where tree_span.territory_id = unit_tree.id and ${coversDay(sql`tree_span`, day)}) tree_step)
    select id from unit_tree)`;

/** Written with `is true` so that PostgreSQL uses no index on ranges: most spans contain the day, while few have the given parent. */
const coversDay = (span: Sql, day: Sql): Sql => sql`(${span}.validity @> ${day}) is true`;

/** The span of the unit on the day, which nearly always exists, or else its nearest known span. */
const nearestSpan = (unit: Sql, day: Sql): Sql =>
  sql`(select * from unit_span known_span where known_span.unit_id = ${unit} and known_span.validity @> ${day}
    union all
    (select * from unit_span known_span where known_span.unit_id = ${unit}
        and not exists (select from unit_span present_span where present_span.unit_id = ${unit} and present_span.validity @> ${day})
      order by (lower_inf(known_span.validity) or lower(known_span.validity) <= ${day}) desc,
               abs(coalesce(lower(known_span.validity), '0001-01-01') - ${day}) limit 1)
    limit 1)`;

const UNIT_COLUMNS = sql`own_unit.line, own_unit.starts, own_unit.ends, own_unit.source, own_unit.version, own_unit.validity as life,
  own_span.name, own_span.kind, own_span.code, own_span.parent_id, own_span.territory_id, own_span.lexemes`;

/** A column or a parameter. Any other expression would be computed at each place where a statement names it. */
const IS_SIMPLE = /^[\w.$:]+$/;

/**
 * The unit with this id as of the day, or else as of the nearest known day. The unit is joined outwards, though each span has one: where only
 * columns of the span are used (its name and kind, in most lists), PostgreSQL drops the join. A page of fifty takes a fifth less.
 */
export const unitOn = (alias: Sql, unit: Sql, day: Sql): Sql =>
  IS_SIMPLE.test(unit)
    ? sql`(select own_span.unit_id as id, ${UNIT_COLUMNS} from ${nearestSpan(unit, day)} own_span
        left join unit own_unit on own_unit.id = own_span.unit_id) ${alias}`
    : sql`(select own_unit.id, ${UNIT_COLUMNS} from unit own_unit
        cross join lateral ${nearestSpan(sql`own_unit.id`, day)} own_span where own_unit.id = ${unit}) ${alias}`;

/** Every unit in force on the day. */
export const unitsInForce = (alias: Sql, day: Sql): Sql =>
  sql`(select own_span.unit_id as id, ${UNIT_COLUMNS} from unit_span own_span
      left join unit own_unit on own_unit.id = own_span.unit_id where own_span.validity @> ${day}) ${alias}`;

/** The label before the name of an administrative unit; an empty text for organisations. */
export const kindLabel = (kind: Sql): Sql =>
  sql`case ${kind} ${words(
    (Object.keys(UNIT_KINDS) as UnitKind[])
      .filter(known => kindFacts(known).level)
      .map(known => sql`when ${literal(known)} then ${literal(`${kindFacts(known).label} `)}`),
  )} else '' end`;

/** 0 for the highest level; null for organisations. */
export const levelOf = (kind: Sql): Sql =>
  sql`case ${kind} ${words(
    (Object.keys(UNIT_KINDS) as UnitKind[]).flatMap(known => {
      const { level } = kindFacts(known);
      return level ? [sql`when ${literal(known)} then ${LEVELS.indexOf(level)}`] : [];
    }),
  )} end`;

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
 * the month or year of the end, the unit is in force to the last day of that period, and so is its successor. Unlike `restatedTo` it is the unit
 * that goes on as this one: an office without a whole successor is replaced by none.
 */
export const wholeSuccessorOn = (unit: Sql, day: Sql): Sql =>
  // Most units are in force: the chain of successors is followed, in a function, only for one that is not.
  IS_SIMPLE.test(unit)
    ? sql`(select same_unit.id from unit same_unit where same_unit.id = ${unit} and same_unit.validity @> ${day}
      union all ${lastOfSuccessors(unit, day)} limit 1)`
    : lastOfSuccessors(unit, day);

const lastOfSuccessors = (unit: Sql, day: Sql): Sql => sql`(select last_unit.id from last_of_successors(${unit}, ${day}) last_unit)`;

/** The ids of the units with the same parent, or else territory, as the unit in its latest span; the unit itself is among them. */
export const siblingsOf = (unit: Sql): Sql =>
  sql`(select sibling_span.unit_id from unit_span sibling_span
    where coalesce(sibling_span.parent_id, sibling_span.territory_id) = (
      select coalesce(latest_span.parent_id, latest_span.territory_id) from unit_span latest_span
       where latest_span.unit_id = ${unit} order by upper_inf(latest_span.validity) desc, latest_span.validity desc limit 1))`;

export const lineOf = (unit: Sql): Sql => sql`(select own_unit.line from unit own_unit where own_unit.id = ${unit})`;
