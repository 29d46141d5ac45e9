import { or, sql, type Sql } from '../database/sql.js';
import type { ListScope } from './list-conditions.js';
import type { PlanContext } from './plan-context.js';
import type { StatementParts } from './select-builder.js';
import type { AnyView, IsVisible } from './view.js';
import type { UnitsScope } from './visibility.js';

/** The parameter that rows are compared with: the units that the caller's right reaches, and the caller where rows can be their own. */
const reachedUnits = ({ action, includesSelf }: UnitsScope, parts: StatementParts): Sql =>
  includesSelf ? parts.bindOnce(`${action} self`, run => run.unitsAndSelf(action)) : parts.bindOnce(action, run => run.unitsOf(action));

/** Which rows of a list the caller sees. Few units lead to their rows, unless a filter does; with many units, each row is tested. */
export function visibleInList(context: PlanContext, view: AnyView, row: Sql, parts: StatementParts): ListScope | undefined {
  const scope = context.restricted(view);
  if (!scope) return undefined;
  const breadth = context.breadthOf(scope);
  // In a plan that is kept, a list as a value is compared one by one; as a table it is hashed, for the thousands of rows that are tested.
  const table = sql`(select unnest(${reachedUnits(scope, parts)}::uuid[]) as id)`;
  const condition = or(scope.paths(row, sql`in ${table}`));
  if (breadth === 'many' || breadth === 'whole' || scope.isTested) return { keys: undefined, first: false, condition };
  const paths = (comparison: Sql, driving?: boolean): readonly Sql[] => scope.paths(row, comparison, driving);
  return { keys: { table, paths }, first: breadth === 'handful', condition };
}

/** Whether the caller sees the row, as a condition for one row at a time; `undefined` where they see all rows. */
export function visibleRow(context: PlanContext, view: AnyView, row: Sql, parts: StatementParts): Sql | undefined {
  const scope = context.restricted(view);
  if (!scope) return undefined;
  const units = reachedUnits(scope, parts);
  return or(scope.paths(row, sql`= any(${units}::uuid[])`));
}

/** Those of the rows that the caller sees, as a table expression named `alias`. */
export function visibleRows(context: PlanContext, view: AnyView, alias: Sql, rows: (alias: Sql) => Sql, parts: StatementParts): Sql {
  const inner = sql`${alias}_all`;
  const condition = visibleRow(context, view, inner, parts);
  return condition === undefined ? rows(alias) : sql`(select ${inner}.* from ${rows(inner)} where ${condition}) ${alias}`;
}

/** For filters that name a thing. Costs nothing where the caller sees all things of its kind. */
export const isVisibleThing =
  (context: PlanContext, day: Sql, parts: StatementParts): IsVisible =>
  (view, id) => {
    const alias = parts.alias();
    const condition = visibleRow(context, view, alias, parts);
    if (condition === undefined) return sql`true`;
    // The id has a row of its own: an alias in it may be one that `byId` uses for its own row, which would then be compared with itself.
    const asked = sql`${alias}_asked`;
    return sql`exists (select from (select ${id} as id) ${asked} cross join lateral ${view.byId!(alias, sql`${asked}.id`, day)} where ${condition})`;
  };
