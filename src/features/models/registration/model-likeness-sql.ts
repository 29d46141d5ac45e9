import { sql } from '../../../platform/database/sql.js';
import { similar, type Likeness } from '../../../platform/views/likely-duplicates.js';
import { modelView } from '../model.view.js';

/** Models of one unit with a similar title. `likelyDuplicates` also shows those of other units, before a registration is submitted. */
export const modelLikeness: Likeness = {
  view: modelView,
  table: sql`emulation_model`,
  name: row => sql`${row}.title`,
  field: 'title',
  isLike: (own, other) => sql`${own}.unit_id = ${other}.unit_id and ${similar(sql`${own}.folded`, sql`${other}.folded`)}
    and ${other}.trashed_at is null and ${other}.merged_into_id is null`,
};
