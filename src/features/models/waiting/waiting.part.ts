import type { Sql } from '../../../platform/database/sql.js';

/** The units at which the caller may take a step: all, or those of a list that is bound to the statement, at this index of its values. */
export type Reach = 'everywhere' | { readonly units: Sql; readonly index: number; readonly many: boolean };

/** A slice of the order: at most `limit` rows that follow a position. */
export interface Slice {
  readonly behind: Sql | undefined;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

/** One part of what waits, in one state and at one list of units. It reads an index in the order of the page, up to the page's size. */
export interface Part {
  /** A select with the columns type, id, since and steps. */
  page(slice: Slice): Sql;
  /** A select of the ids of all things of the part, with since when they wait. */
  readonly ids: Sql;
}
