import { list, literal, sql, type Sql } from '../../platform/database/sql.js';
import { FORM_ITEM_NAMES } from './form-items.js';
import { reachingTo } from '../units/unit-reach-sql.js';
import { lineOf, unitOn, wholeSuccessorOn } from '../units/unit-sql.js';

/**
 * SQL fragments about units with their rounds and receiving authorities. Two questions are kept apart: what a unit may do on a day follows from the
 * tree of that day (`ancestorsOn`, `roundsOfUnit`, `authoritiesOfUnit`); which records are found by it, from the rule of reach. The parameters `unit` and `day` are SQL, too: a bound parameter, a
 * column or a query. Aliases here are names that no caller uses (see `unit-sql.ts`).
 */

/**
 * The unit and every unit above it on the day, by parent and by territory, with the number of steps to each: the inverse of `subtreeOn`.
 * `in_line` is true for a unit reached through parents alone. No row if the unit is not in force on the day.
 */
export const ancestorsOn = (unit: Sql, day: Sql): Sql =>
  sql`(with recursive unit_above (id, steps, in_line) as (
      select start_unit.id, 0, true from ${unitOn(sql`start_unit`, unit, day)} where start_unit.life @> ${day}
      union
      select place_above.id, unit_above.steps + 1, unit_above.in_line and place_above.in_line
        from unit_above cross join lateral ${unitOn(sql`unit_below`, sql`unit_above.id`, day)}
       cross join lateral (values (unit_below.parent_id, true), (unit_below.territory_id, false)) place_above (id, in_line)
       where place_above.id is not null and unit_above.steps < 50)
    select distinct on (id) id, steps, in_line from unit_above order by id, steps, in_line desc)`;

/** Those of the units that are in force on the day, and every unit above one of them. @param units an array of ids. */
export const ancestorsOfAny = (units: Sql, day: Sql): Sql =>
  sql`(with recursive unit_above (id) as (
      select start_unit.id from unnest((select ${units}::uuid[])) given_unit (id)
        join unit start_unit on start_unit.id = given_unit.id and start_unit.validity @> ${day}
      union
      select place_above.id from unit_above cross join lateral ${unitOn(sql`unit_below`, sql`unit_above.id`, day)}
       cross join lateral (values (unit_below.parent_id), (unit_below.territory_id)) place_above (id)
       where place_above.id is not null)
    select id from unit_above)`;

/**
 * Every round that the unit belongs to on the day, with its last day for this unit: the extension of the nearest unit counts.
 * A deadline that was later moved beyond the extension counts instead, so that an extension never shortens the time of a unit.
 * `own_closes_on` is the last day without the extension, for those who do not see it.
 */
export const roundsOfUnit = (unit: Sql, day: Sql): Sql =>
  sql`(with above as materialized ${ancestorsOn(unit, day)}
    select r.id, r.opens_on, r.closes_on as own_closes_on, e.id as extension_id, greatest(r.closes_on, e.closes_on) as closes_on, coalesce(e.closes_on > r.closes_on, false) as extended
      from registration_round r
      join above on above.id = r.unit_id
      left join lateral (
        select x.id, x.closes_on from registration_extension x join above on above.id = x.unit_id
         where x.round_id = r.id order by above.steps, x.closes_on desc limit 1) e on true)`;

/** For each line, the id of the rule that applies to the unit on the day: the one of the nearest unit; at equal distance, of a unit in the same line. */
export const authoritiesOfUnit = (unit: Sql, day: Sql): Sql =>
  sql`(select distinct on (authority.line) authority.id
      from ${ancestorsOn(unit, day)} nearest join receiving_authority authority on authority.unit_id = nearest.id and authority.validity @> ${day}
     order by authority.line, nearest.steps, nearest.in_line desc, authority.id)`;

/**
 * Whether the rule for the unit on the day names one of the offices, of which others may have become the successors.
 * @param role whom the rule names: the office that receives, or the one that recognises. @param offices an array of ids.
 */
export const ruleNames = (unit: Sql, day: Sql, role: 'receiver' | 'recogniser', offices: Sql): Sql =>
  sql`exists (select from (select ${wholeSuccessorOn(unit, day)} as id) asked_office
      join receiving_authority naming_rule on naming_rule.line = ${lineOf(sql`asked_office.id`)}
     where naming_rule.id in ${authoritiesOfUnit(sql`asked_office.id`, day)}
       and ${role === 'receiver' ? sql`naming_rule.receiver_id` : sql`naming_rule.recogniser_id`} = any(${offices}))`;

/**
 * The ids of the rules to show for the unit: those that apply to it, or to its whole successor, and those of units that have ended and reach it or
 * what counts at it. The latter apply to no file any more, even where another unit took over as a whole: whom they shall bind now is decided by
 * setting a rule.
 */
export const authoritiesShownFor = (unit: Sql, day: Sql): Sql =>
  sql`(select rule_now.id from ${wholeSuccessorOn(unit, day)} asked cross join lateral ${authoritiesOfUnit(sql`asked.id`, day)} rule_now
    union
    select former_rule.id from ${reachingTo(unit, day)} reaching
      join unit former_unit on former_unit.id = reaching.id and upper(former_unit.validity) <= ${day}
      join receiving_authority former_rule on former_rule.unit_id = former_unit.id)`;

/**
 * Whether a file that the office holds can be passed on: the rule of the office names a receiver that is another one, on the day. The same rule as
 * `MovementsReader.authoritiesFor`. Not for an office that is null.
 */
export const canPassOn = (holder: Sql, day: Sql): Sql =>
  sql`exists (select from (select ${wholeSuccessorOn(holder, day)} as id) holding_office
      join receiving_authority passing_rule on passing_rule.line = ${lineOf(sql`holding_office.id`)}
     where passing_rule.id in ${authoritiesOfUnit(sql`holding_office.id`, day)}
       and ${wholeSuccessorOn(sql`passing_rule.receiver_id`, day)} <> holding_office.id)`;

const ALL_ITEMS = sql`array[${list(FORM_ITEM_NAMES.map(literal))}]::text[]`;

/** What holds on the day of the statements about the movement or round whose column is `of`. */
const statedItems = (what: Sql, of: Sql, id: Sql, day: Sql): Sql =>
  sql`(select ${what} from required_form_items stated where stated.${of} = ${id} and stated.from_day <= ${day} order by stated.from_day desc limit 1)`;

/**
 * What the forms of a movement have to contain on the day: what was stated for it, otherwise every item of the form (249/MTTQ-BTT of 2026; not
 * verified for other forms).
 */
export const itemsOfMovement = (movement: Sql, day: Sql): Sql =>
  sql`coalesce(${statedItems(sql`stated.items`, sql`movement_id`, movement, day)}, ${ALL_ITEMS})`;

/** The same for a round: what was stated for it counts before what was stated for its movement. Every item for a round that is null. */
export const itemsOfRound = (round: Sql, movement: Sql, day: Sql): Sql =>
  sql`coalesce(${statedItems(sql`stated.items`, sql`round_id`, round, day)}, ${itemsOfMovement(movement, day)})`;

/** The paper that says what holds on the day; null where nothing was stated. */
export const basisOfItems = (round: Sql | null, movement: Sql, day: Sql): Sql => {
  const ofMovement = statedItems(sql`stated.basis`, sql`movement_id`, movement, day);
  return round === null ? ofMovement : sql`coalesce(${statedItems(sql`stated.basis`, sql`round_id`, round, day)}, ${ofMovement})`;
};
