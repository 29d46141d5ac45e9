import { sql } from '../../../platform/database/sql.js';
import type { Likeness } from '../../../platform/views/likely-duplicates.js';
import { appraisalRoundView } from './appraisal-round.view.js';

/** Two rounds that both count, or are both made up, over the same unit in the same year. Registrations are in one open round at a time. */
export const roundLikeness: Likeness = {
  view: appraisalRoundView,
  table: sql`appraisal_round`,
  name: row => sql`${row}.name`,
  field: 'unitIds',
  isLike: (own, other) => sql`(${own}.graded = 'UNIT_YEAR' and ${other}.graded = 'UNIT_YEAR' and ${own}.year = ${other}.year
    and ${own}.illustrative = ${other}.illustrative and exists (select from evaluation a join evaluation b on b.unit_id = a.unit_id
      where a.round_id = ${own}.id and b.round_id = ${other}.id and a.left_on is null and b.left_on is null))`,
};
