import { sql, type Sql } from '../../platform/database/sql.js';
import type { Likeness } from '../../platform/views/likely-duplicates.js';
import { unitEventView } from './unit-event.view.js';

export const unitOfRow = (row: Sql): Sql => sql`coalesce(${row}.after, ${row}.before) ->> 'unit_id'`;

/** What people know an event by: the number of its act, and its day. */
export const eventName = (row: Sql): Sql => sql`concat_ws(', ', coalesce(${row}.act_number, ${row}.note, '…'), ${row}.effective)`;

/**
 * Events of one day with the same kind of effect on one unit, or that establish units of one name, kind and place: one act that was entered
 * twice. Rows of units that passed on or moved name the unit; a unit that is established twice has two ids and one name.
 */
export const unitEventLikeness: Likeness = {
  view: unitEventView,
  table: sql`unit_event`,
  name: eventName,
  field: 'changes',
  isLike: (
    own,
    other,
  ) => sql`${own}.state = 'APPLIED' and ${other}.state = 'APPLIED' and ${own}.effective_on = ${other}.effective_on and exists (
    select from unit_event_row a join unit_event_row b on a.relation = 'unit_span' and b.relation = 'unit_span'
       and (${unitOfRow(sql`a`)} = ${unitOfRow(sql`b`)}
         and exists (select jsonb_object_keys(${own}.summary) intersect select jsonb_object_keys(${other}.summary))
         or fold(a.after ->> 'name') = fold(b.after ->> 'name') and a.after ->> 'kind' = b.after ->> 'kind'
         and (a.after ->> 'parent_id') is not distinct from (b.after ->> 'parent_id')
         and (a.after ->> 'territory_id') is not distinct from (b.after ->> 'territory_id'))
     where a.event_id = ${own}.id and b.event_id = ${other}.id)`,
};
