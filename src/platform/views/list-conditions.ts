import { and, or, sql, unionAll, type Sql } from '../database/sql.js';
import type { FilterKeys, FilterText } from './page-search.js';
import type { RowContext } from './plan-context.js';
import { LEVELLED, SKEWED, type Bind, type IsVisible, type ListSpec, type NestedFilter, type TextFilter } from './view.js';

/** What a list requires of its rows. */
export interface Conditions {
  /** Keys that lead to the rows, where that is quicker than reading the list in its order. */
  readonly keys: FilterKeys | undefined;
  /** Words that lead to the rows. */
  readonly text: FilterText | undefined;
  /** All other conditions of the filter and of the scope. */
  readonly filtered: readonly Sql[];
  /** Conditions of every such list, whatever the client filters by. */
  readonly standing: readonly Sql[];
}

/** Which rows of a list the caller sees. */
export interface ListScope {
  /** The units that lead to the rows, where they are few. */
  readonly keys: FilterKeys | undefined;
  /** Whether they lead before any filter does. */
  readonly first: boolean;
  /** The same as a condition of a row. */
  readonly condition: Sql;
}

/** How the values of a filter are bound, and what the caller sees. */
export interface Filtering {
  readonly bindFor: (field: string) => Bind;
  readonly isVisible: IsVisible;
  /** `undefined`: the caller sees all rows. */
  readonly scope: ListScope | undefined;
}

type GivenFilter = Readonly<Record<string, unknown>>;

/** @param nested whether a parent leads to the rows already. */
export function conditionsOf(
  list: ListSpec,
  filter: GivenFilter,
  { row, day }: RowContext,
  { bindFor, isVisible, scope }: Filtering,
  nested: boolean,
): Conditions {
  let keys = !nested && scope?.first ? scope.keys : undefined;
  let search: { readonly filter: TextFilter; readonly bind: Bind } | undefined;
  const filtered: Sql[] = [];
  for (const name of Object.keys(filter).filter(field => isGiven(filter, field))) {
    const condition = list.filter[name]!;
    const bind = bindFor(name);
    if (typeof condition === 'function') filtered.push(condition(row, day, bind, isVisible));
    else if ('holds' in condition) filtered.push(...nestedConditions(condition, filter[name], { row, day }, bind, isVisible));
    else if ('matches' in condition) {
      // One search can lead to the rows; a second is a condition of them.
      if (search) filtered.push(hasWords(condition, row, bind));
      else search = { filter: condition, bind };
    } else {
      const paths = (comparison: Sql, driving?: boolean): readonly Sql[] => condition.paths(row, comparison, driving);
      const given: FilterKeys = { table: condition.keys(day, bind), paths };
      if (nested || keys) filtered.push(belongsTo(given));
      else keys = given;
      if (condition.as) filtered.push(isVisible(condition.as(), sql`${row}.id`));
    }
  }
  if (!nested) keys ??= scope?.keys;
  if (scope && (keys === undefined || keys !== scope.keys)) filtered.push(scope.condition);
  if (search && (nested || keys)) filtered.push(hasWords(search.filter, row, search.bind));
  const text = search && !nested && !keys ? leadingText(list, search.filter, search.bind, { row, day }, filtered.length === 0) : undefined;
  return { keys, text, filtered, standing: standingConditions(list, filter, { row, day }) };
}

const hasWords = ({ words, matches }: TextFilter, row: Sql, bind: Bind): Sql => matches(row, words(bind, SKEWED));

/** @param alone whether nothing else is asked of the rows. What is asked besides may be rarer than the words; then PostgreSQL has to weigh one against the other. */
function leadingText(
  list: ListSpec,
  { table, words, matches }: TextFilter,
  bind: Bind,
  { row, day }: RowContext,
  alone: boolean,
): FilterText {
  const asked = words(bind, alone ? LEVELLED : SKEWED);
  // `offset 0`: PostgreSQL reads these rows by themselves, and not also an index of the list's own conditions.
  const rows = alone ? list.rows(row, day, sql`(select * from ${table} w where ${matches(sql`w`, asked)} offset 0)`) : undefined;
  return { matches: matches(row, asked), rows };
}

const belongsTo = ({ table, paths }: FilterKeys): Sql => or(paths(sql`in ${table}`));

/** The same as plain conditions, for search, which reads the rows in an order of its own. */
export function listConditions(list: ListSpec, filter: GivenFilter, at: RowContext, { bindFor, isVisible, scope }: Filtering): Sql[] {
  const { row, day } = at;
  const filtered = Object.keys(filter)
    .filter(name => isGiven(filter, name))
    .map(name => {
      const condition = list.filter[name]!;
      const bind = bindFor(name);
      if (typeof condition === 'function') return condition(row, day, bind, isVisible);
      if ('holds' in condition) return and(nestedConditions(condition, filter[name], at, bind, isVisible));
      if ('matches' in condition) return hasWords(condition, row, bind);
      const among = amongKeys(list, at, { table: condition.keys(day, bind), paths: comparison => condition.paths(sql`k`, comparison) });
      return condition.as ? and([among, isVisible(condition.as(), sql`${row}.id`)]) : among;
    });
  return [...filtered, ...(scope ? [scope.condition] : []), ...standingConditions(list, filter, at)];
}

/** The conditions of a filter within a filter, about one row at a time. */
function nestedConditions(nested: NestedFilter, given: unknown, at: RowContext, bind: Bind, isVisible: IsVisible): Sql[] {
  if (!Array.isArray(given)) return [oneNested(nested, given as GivenFilter, at, bind, isVisible)];
  return given.map((one: GivenFilter, i) => {
    const bindOne: Bind = (convert, spread) =>
      bind((values: readonly unknown[], runQuery) => (convert ? convert(values[i] as never, runQuery) : values[i]), spread);
    return oneNested(nested, one, at, bindOne, isVisible);
  });
}

function oneNested({ filters, holds }: NestedFilter, given: GivenFilter, { row, day }: RowContext, bind: Bind, isVisible: IsVisible): Sql {
  const matching = (inner: Sql): Sql =>
    and(
      Object.keys(given)
        .filter(name => isGiven(given, name))
        .flatMap(name => {
          const condition = filters()[name]!;
          const bindField: Bind = (convert, spread) =>
            bind((value: GivenFilter, runQuery) => (convert ? convert(value[name] as never, runQuery) : value[name]), spread);
          if (typeof condition === 'function') return [condition(inner, day, bindField, isVisible)];
          if ('holds' in condition) return nestedConditions(condition, given[name], { row: inner, day }, bindField, isVisible);
          if ('matches' in condition) return [hasWords(condition, inner, bindField)];
          const belongs = or(condition.paths(inner, sql`in ${condition.keys(day, bindField)}`));
          return condition.as ? [belongs, isVisible(condition.as(), sql`${inner}.id`)] : [belongs];
        }),
    );
  return holds(row, matching, day, isVisible);
}

/** Whether the row belongs to one of the keys; each path is read by its own index. @param keys.paths of rows named `k`. */
export function amongKeys(list: ListSpec, { row, day }: RowContext, { table, paths }: FilterKeys): Sql {
  const found = paths(sql`in (select id from key)`).map(path => sql`select k.id from ${list.rows(sql`k`, day)} where ${path}`);
  return sql`${row}.id in (with key (id) as materialized (select id from ${table} keys) ${unionAll(found)})`;
}

const standingConditions = ({ whenOmitted = {} }: ListSpec, filter: GivenFilter, { row, day }: RowContext): Sql[] =>
  Object.entries(whenOmitted).flatMap(([name, condition]) => (isGiven(filter, name) ? [] : [condition(row, day)]));

const isGiven = (filter: GivenFilter, name: string): boolean => filter[name] !== null && filter[name] !== undefined;
