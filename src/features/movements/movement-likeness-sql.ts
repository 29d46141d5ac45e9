import { sql } from '../../platform/database/sql.js';
import { similar, type Likeness } from '../../platform/views/likely-duplicates.js';
import { movementView, registrationRoundView } from './movement.view.js';

/** One launcher with a similar name in overlapping time, or one document. Other launchers use the same name each year. */
export const movementLikeness: Likeness = {
  view: movementView,
  table: sql`movement`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => sql`(${own}.launcher_id = ${other}.launcher_id
    and (${own}.period && ${other}.period and ${similar(sql`${own}.folded`, sql`${other}.folded`)}
      or ${own}.act_date = ${other}.act_date and replace(fold(${own}.act_number), ' ', '') = replace(fold(${other}.act_number), ' ', '')))`,
};

/** Two rounds of one movement for one unit with a similar name or common days. */
export const roundLikeness: Likeness = {
  view: registrationRoundView,
  table: sql`registration_round`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => sql`(${own}.movement_id = ${other}.movement_id and ${own}.unit_id = ${other}.unit_id
    and (${similar(sql`${own}.folded`, sql`${other}.folded`)} or ${own}.opens_on <= ${other}.closes_on and ${other}.opens_on <= ${own}.closes_on))`,
};
