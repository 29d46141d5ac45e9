import { sql } from '../../platform/database/sql.js';
import { similar, type Likeness } from '../../platform/views/likely-duplicates.js';
import { criteriaSetView } from './criteria-set.view.js';

/** Two sets of one issuer, for the same kind of thing, with a similar name. A new text of a set is a version of it. */
export const criteriaSetLikeness: Likeness = {
  view: criteriaSetView,
  table: sql`criteria_set`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => sql`(${own}.issuer_id is not distinct from ${other}.issuer_id and ${own}.graded = ${other}.graded
    and ${similar(sql`fold(${own}.name)`, sql`fold(${other}.name)`)})`,
};

/** The same, of a set that came as a file. */
export const importedSetLikeness: Likeness = { ...criteriaSetLikeness, field: 'document' };
