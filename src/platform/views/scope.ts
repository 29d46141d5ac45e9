import type { ListScope } from './list-conditions.js';
import type { PlanContext } from './plan-context.js';
import type { StatementBuilder } from './statement.js';
import type { AnyView, Scope, Seen, Sql } from './view.js';

type UnitsScope = Extract<Scope, { kind: 'units' }>;

/** What rows are compared with: the units reached, and the asker where rows can be theirs. One value a statement. */
const reachedBy = ({ action, own }: UnitsScope, statement: StatementBuilder): Sql =>
  own ? statement.bindOnce(`${action} own`, run => run.unitsAndOneself(action)) : statement.bindOnce(action, run => run.unitsOf(action));

/** The rows that the asker sees: to those of few units these lead, `first` or unless a filter does; of many, each row is asked. */
export function seenInList(context: PlanContext, view: AnyView, t: Sql, statement: StatementBuilder): ListScope | undefined {
  const scope = context.restricted(view);
  if (!scope) return undefined;
  const breadth = context.breadthOf(scope);
  // A list of ids as a value is compared one by one in a plan that is kept; as a table it is hashed, for the thousands of rows that are met.
  const table = `(select unnest(${reachedBy(scope, statement)}::uuid[]) as id)`;
  const holds = `(${scope.ways(t, `in ${table}`).join(' or ')})`;
  if (breadth === 'many') return { keys: undefined, first: false, holds };
  return { keys: { table, ways: (is, leads) => scope.ways(t, is, leads) }, first: breadth === 'handful', holds };
}

/** Whether the asker sees the row `t`, as a condition for one row at a time. */
export function seenRow(context: PlanContext, view: AnyView, t: Sql, statement: StatementBuilder): Sql | undefined {
  const scope = context.restricted(view);
  if (!scope) return undefined;
  const units = reachedBy(scope, statement);
  return `(${scope.ways(t, `= any(${units}::uuid[])`).join(' or ')})`;
}

/** Those of the rows that the asker sees: a table expression named `t` from one that is named as `rows` is told. */
export function seenOf(context: PlanContext, view: AnyView, t: Sql, rows: (t: Sql) => Sql, statement: StatementBuilder): Sql {
  const inner = `${t}s`;
  const condition = seenRow(context, view, inner, statement);
  return condition === undefined ? rows(t) : `(select ${inner}.* from ${rows(inner)} where ${condition}) ${t}`;
}

/** For filters that name a thing: nothing is asked where the asker sees all of its kind. */
export const seenThing =
  (context: PlanContext, day: Sql, statement: StatementBuilder): Seen =>
  (view, id) => {
    const condition = seenRow(context, view, 'named', statement);
    return condition === undefined ? 'true' : `exists (select from ${view.one!('named', id, day)} where ${condition})`;
  };
