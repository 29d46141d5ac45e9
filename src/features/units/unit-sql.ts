/**
 * The two questions about units that lists ask in SQL. Each is a fragment over two parameters, a unit's id and a day,
 * named as they stand in the statement (`$1`, `$2`).
 */

/** The ids of the unit and of all that stands under it on the day: by parent, and organisations by their territory. */
export const subtreeOn = (unit: string, day: string): string => recursive(unit, day, '');

/**
 * The same, with every unit that had wholly passed into one of them by that day: where the work of former units is looked for.
 * A part of a unit is never followed: nobody knows which part.
 */
export const subtreeWithPredecessors = (unit: string, day: string): string =>
  recursive(
    unit,
    day,
    `union all select c.predecessor_id from unit_succession c where c.successor_id = t.id and c.whole and c.effective_on <= ${day}::date`,
  );

function recursive(unit: string, day: string, more: string): string {
  return `(with recursive tree (id) as (
      select ${unit}::uuid
      union
      select next.id from tree t cross join lateral (
        select s.unit_id as id from unit_span s where s.parent_id = t.id and s.validity @> ${day}::date
        union all select s.unit_id from unit_span s where s.territory_id = t.id and s.validity @> ${day}::date
        ${more}) next)
    select id from tree)`;
}

/** How a unit `u` stood on `day`, as row `s`: the span of that day, or the nearest one that is known. */
export const nearestSpan = (day: string): string =>
  `(select * from unit_span n where n.unit_id = u.id
     order by (lower_inf(n.validity) or lower(n.validity) <= ${day}) desc, abs(coalesce(lower(n.validity), '0001-01-01') - ${day}) limit 1) s`;
