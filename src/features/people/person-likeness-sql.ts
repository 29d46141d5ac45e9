import { sql, type Sql } from '../../platform/database/sql.js';
import type { Likeness } from '../../platform/views/likely-duplicates.js';
import { personView } from './person.view.js';

const unitsOf = (person: Sql): Sql =>
  sql`(select ${person}.unit_id as id where ${person}.unit_id is not null union select p.unit_id from person_post p where p.person_id = ${person}.id)`;

/** The same name, with or without marks, at the same unit, or where no unit is known. Names alone say little: many people share one. */
export const personLikeness: Likeness = {
  view: personView,
  table: sql`person`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => sql`${own}.folded = ${other}.folded
    and (exists (select from ${unitsOf(own)} a join ${unitsOf(other)} b on a.id = b.id)
      or not exists (select from ${unitsOf(own)} a) or not exists (select from ${unitsOf(other)} b))`,
};
