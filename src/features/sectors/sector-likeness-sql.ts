import { sql } from '../../platform/database/sql.js';
import { similar, type Likeness } from '../../platform/views/likely-duplicates.js';
import { sectorView, themeView } from './sector.view.js';

/** Themes whose names are similar; equal ones are refused. */
export const themeLikeness: Likeness = {
  view: themeView,
  table: sql`theme`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => similar(sql`${own}.folded`, sql`${other}.folded`),
};

/** Sectors of similar names that are in force on a common day. */
export const sectorLikeness: Likeness = {
  view: sectorView,
  table: sql`sector`,
  name: row => sql`${row}.name`,
  field: 'name',
  isLike: (own, other) => sql`${own}.validity && ${other}.validity and ${similar(sql`fold(${own}.name)`, sql`fold(${other}.name)`)}`,
};
