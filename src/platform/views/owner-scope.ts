import { identifier, sql } from '../database/sql.js';
import type { Scope } from './view.js';

/**
 * Rows that are their owner's alone until they are shared with a unit: then also a right to `action` that reaches the unit shows them. What is not
 * shared, a right for the whole registry does not show.
 */
export const visibleToOwnerOrByUnit = (action: string, columns: { readonly owner: string; readonly unit: string }): Scope => {
  const [owner, unit] = [identifier(columns.owner), identifier(columns.unit)];
  return {
    kind: 'units',
    action,
    paths: (row, matches) => [sql`${row}.${owner} ${matches}`, sql`${row}.${unit} ${matches}`],
    includesSelf: true,
    withheld: (row, isSelf) => sql`(${row}.${unit} is null and not ${row}.${owner} ${isSelf})`,
    withheldFromAll: true,
  };
};
