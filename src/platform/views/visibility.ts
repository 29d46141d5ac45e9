import { identifier, sql, type Sql } from '../database/sql.js';

/*
 * Who sees which rows of a view. The planner puts the conditions into every statement; how: `scope-conditions.ts`.
 */

/**
 * The conditions under which `row` belongs to a unit (or another key), each served by an index. `comparison` follows the compared column:
 * `= key.id` or `in (select …)`. With `driving`, rows are searched starting from one key; otherwise a row at hand is tested.
 */
export type OwnershipPaths = (row: Sql, comparison: Sql, driving?: boolean) => readonly Sql[];

/** Which rows of a view a caller sees. The planner puts it into every statement. */
export type Scope =
  | { readonly kind: 'open'; readonly reason: string }
  /** Rows that belong to the units which the caller's right to `action` reaches; with `includesSelf`, also those of the caller's account, token or person. */
  | {
      readonly kind: 'units';
      readonly action: string;
      readonly paths: OwnershipPaths;
      readonly includesSelf: boolean;
      readonly withheld?: Withheld | undefined;
      /** Whether it is withheld from every caller whom it concerns, and not from known persons alone. */
      readonly withheldFromAll?: boolean;
      /** Rows that every caller sees, wherever their rights reach. */
      readonly open?: ((row: Sql) => Sql) | undefined;
      /** Its conditions compare a row with the caller, not with one unit at a time: a list tests each row, and no unit leads to its rows. */
      readonly isTested?: boolean | undefined;
    };

export type UnitsScope = Extract<Scope, { kind: 'units' }>;

/**
 * The condition under which `row` is withheld from a caller whatever their rights, because of who they are: who scores it blind must not see it.
 * It is asked of callers who are a known person, or of all (`withheldFromAll`). `isSelf` follows the compared column, and their ids are among what it compares with.
 */
export type Withheld = (row: Sql, isSelf: Sql) => Sql;

/** Every caller sees every row, because of `reason`. */
export const visibleToAll = (reason: string): Scope => ({ kind: 'open', reason });

/** A caller with the right to `action` sees the rows that belong to the units which the right reaches. */
export const visibleByUnit = (action: string, paths: OwnershipPaths): Scope => ({ kind: 'units', action, paths, includesSelf: false });

/** Rows of which some are published to everybody, and the others belong to units as above. For small tables: a list tests each row. */
export const visibleToAllOrByUnit = (open: (row: Sql) => Sql, action: string, paths: OwnershipPaths): Scope => ({
  kind: 'units',
  action,
  paths,
  includesSelf: false,
  open,
});

/** The same, and the rows that belong to the caller: the ids of their account or token and of their person count as units. */
export const visibleByUnitOrSelf = (action: string, paths: OwnershipPaths, withheld?: Withheld): Scope => ({
  kind: 'units',
  action,
  paths,
  includesSelf: true,
  withheld,
});

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
