import { sql, type Sql } from '../database/sql.js';
import { expressionOf, type AnyView, type Belonging, type Column, type LateralRow, type NamedThing, type ViewField } from './view.js';

type FieldOf<Kind extends ViewField['kind']> = Extract<ViewField, { kind: Kind }>;

/** A column, or an expression over the row: `value('title')`. */
export const value = (column: Column): ViewField => ({ kind: 'value', columns: [expressionOf(column)], compute: undefined });

/** A value that `compute` makes from columns, given in order: `computed<[Id]>(['id'], id => toGlobalId('Unit', id))`. */
export const computed = <Columns extends readonly unknown[]>(
  columns: { readonly [K in keyof Columns]: Column },
  compute: (...columns: Columns) => unknown,
): ViewField => ({
  kind: 'value',
  columns: (columns as readonly Column[]).map(expressionOf),
  compute: compute as (...columns: never[]) => unknown,
});

/**
 * A value that can name another thing, which not every caller who sees the row may know. `compute` gets the columns, and last whether the caller sees that
 * thing.
 */
export const computedNaming = <Columns extends readonly unknown[]>(
  columns: { readonly [K in keyof Columns]: Column },
  named: NamedThing,
  compute: (...columns: [...Columns, boolean]) => unknown,
): ViewField => ({
  kind: 'value',
  columns: (columns as readonly Column[]).map(expressionOf),
  compute: compute as (...columns: never[]) => unknown,
  named,
});

/** A column of a lateral row; null where there is no such row. */
export const lateralValue = (rows: LateralRow, column: Column): ViewField => {
  const read = expressionOf(column);
  return {
    kind: 'value',
    columns: [(row, day) => sql`(select ${read(sql`lateral_row`, day)} from ${rows(sql`lateral_row`, row, day)})`],
    compute: undefined,
    lateral: { rows, column: read },
  };
};

/** A lateral row as a thing of its own. */
export const lateralOne = (view: () => AnyView, rows: LateralRow): ViewField => ({
  kind: 'one',
  view,
  id: (row, day) => sql`(select lateral_row.id from ${rows(sql`lateral_row`, row, day)})`,
  day: undefined,
  lateral: rows,
});

/** Another thing by the column that holds its id. @param day the day it is shown on, if not the day of the answer. */
export const one = (view: () => AnyView, id: Column, day?: Column): ViewField => ({
  kind: 'one',
  view,
  id: expressionOf(id),
  day: day === undefined ? undefined : expressionOf(day),
});

/** An object made of the same row. */
export const part = (view: () => AnyView): ViewField => ({ kind: 'part', view });

/** All rows that belong to this one. @param spec.parent the key they point to; default: the row's id. */
export const many = (
  view: () => AnyView,
  { parent = 'id', rows, orderBy, as }: Pick<FieldOf<'many'>, 'rows' | 'orderBy' | 'as'> & { readonly parent?: Column },
): ViewField => ({ kind: 'many', view, parent: expressionOf(parent), rows, orderBy, as });

/** A page of the rows of `view`'s list that belong to this one. */
export const page = (view: () => AnyView, belonging: Belonging, parent: Column = 'id', as?: () => AnyView): ViewField => ({
  kind: 'page',
  view,
  parent: expressionOf(parent),
  belonging,
  as,
});

/**
 * A field that says more of its row than every caller who sees the row may know: it is shown to those who also see the row as `view` shows it, whose
 * scope is narrower. Lists that lead to such rows by what is hidden name the same view: `as`.
 */
export const seenAs = (view: () => AnyView, field: ViewField): ViewField => ({ ...field, seenAs: view });

/** What a thing of any type is called, of which the row holds the type and the id: null unless its view says so (`named`) and the caller sees it there. */
export const nameOfThing = (type: Column, id: Column): ViewField => ({ kind: 'name', type: expressionOf(type), id: expressionOf(id) });

/** The number of rows that `page` would have without a filter: its `totalCount` as a field. */
export const rowCount = (view: () => AnyView, where: FieldOf<'count'>['where']): ViewField => ({ kind: 'count', view, where });

/**
 * All rows below this one in a tree, depth first. The rows have the table's columns and `depth`: 1 for a child, 2 for its child.
 * A row that would be below itself ends the walk there.
 */
export const tree = (
  view: () => AnyView,
  {
    table,
    parentColumn,
    orderBy,
  }: {
    readonly table: Sql;
    /** The column that names the row above. */
    readonly parentColumn: Sql;
    /** The order among the children of one row: one expression, with its collation where it is text. */
    readonly orderBy: (row: Sql) => Sql;
  },
): ViewField => {
  const ranked = (alias: Sql, above: Sql): Sql =>
    sql`(select child.*, row_number() over (order by ${orderBy(sql`child`)}, child.id) as position from ${table} child where child.${parentColumn} = ${above}) ${alias}`;
  return many(view, {
    rows: (alias, parent) =>
      sql`(with recursive branch (id, depth, place, path) as (
          select top.id, 1, array[top.position], array[${parent}, top.id] from ${ranked(sql`top`, parent)}
          union all
          select next.id, b.depth + 1, b.place || next.position, b.path || next.id
            from branch b cross join lateral ${ranked(sql`next`, sql`b.id`)} where next.id <> all (b.path))
        select t.*, b.depth, b.place from branch b join ${table} t on t.id = b.id) ${alias}`,
    orderBy: row => sql`${row}.place`,
  });
};

/**
 * Ownership through another table: rows of it point to `row` by `column`. PostgreSQL's estimate of how many they are is far off where a few
 * units own nearly all of them, so the way of reading is fixed: driving from one unit, its rows are read first, then `row` by id; testing a
 * row, the other table is read by index (the last condition is always true; it keeps PostgreSQL from hashing the table).
 */
export const throughTable = (
  row: Sql,
  { column, rows, where }: { readonly column: Sql; readonly rows: Sql; readonly where: Sql },
  driving: boolean | undefined,
): Sql =>
  driving
    ? sql`${row}.id = any(array(select ${column} from ${rows} where ${where} and ${column} is not null))`
    : sql`exists (select from ${rows} where ${column} = ${row}.id and ${where} and ${row}.id is not null)`;
