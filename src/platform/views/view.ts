import { identifier, sql, type Sql } from '../database/sql.js';

/*
 * A view declares what the API shows of a thing, once and as data: each field of a contract class as SQL. The planner turns the fields that a
 * document selects into one statement; lists, details, counts, nested fields and search all read the same declaration.
 * How fields are declared: `view-fields.ts`.
 */

/** The SQL of a value of `row` (the alias of a row), as known for `day`, the day that the answer shows. */
export type Expression = (row: Sql, day: Sql) => Sql;

/** A column of the row by its name, or an expression. */
export type Column = string | Expression;

export const expressionOf = (column: Column): Expression => {
  if (typeof column !== 'string') return column;
  const name = identifier(column);
  return row => sql`${row}.${name}`;
};

/** Runs a statement of its own, apart from the planned one. Rows in array mode. @param spread see `SKEWED`. */
export type RunQuery = (text: string, values: readonly unknown[], spread?: typeof SKEWED) => Promise<unknown[][]>;

/** Values of this argument differ so much in how many rows they find that no plan is good for all: PostgreSQL plans each run anew. */
export const SKEWED = 'skewed';

/**
 * Binds the value of an argument to the statement. @returns its parameter, such as `$3`.
 * @param convert changes the value first, and may refuse it.
 */
export type Bind = (convert?: (value: never, runQuery: RunQuery) => unknown, spread?: typeof SKEWED) => Sql;

/** Whether the caller sees the thing of `view` with this id: for filters that name a thing which may belong to another unit. */
export type IsVisible = (view: AnyView, id: Sql) => Sql;

/** The condition of a filter's field. Called only when the client gives the field a value. */
export type Condition = (row: Sql, day: Sql, bind: Bind, isVisible: IsVisible) => Sql;

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
 * A filter by many keys at once, such as a unit and all units below it. A page is first searched in the first rows of the whole list; if too
 * few of them match, then key by key, for each key at most a page. So its cost does not grow with the number of matching rows.
 */
interface KeyFilter {
  /** The keys, as a table expression with the one column `id`. */
  readonly keys: (day: Sql, bind: Bind) => Sql;
  readonly paths: OwnershipPaths;
  /** Only rows that the caller sees as this view shows them: see `seenAs`. */
  readonly as?: () => AnyView;
}

/**
 * A filter by words. Some words are in every second row, others in one of a million, and PostgreSQL's estimate is far off for several words.
 * Common words fill a page from the first rows of the list; where they do not, the index is read.
 */
export interface TextFilter {
  readonly matches: Condition;
  /** How many rows to read in the order of the list before the index is used; found out before the statement runs. */
  readonly scanLimit: (bind: Bind) => Sql;
}

/**
 * A filter whose value is itself a filter, or a list of filters which all hold. `holds` says of what: of the row itself, of a row that belongs to
 * it, or of the row that it belongs to. Only the conditions that the client gives are in the statement.
 */
export interface NestedFilter {
  readonly filters: () => Filters;
  /** @param matching the given conditions, about a row of this alias. */
  readonly holds: (row: Sql, matching: (inner: Sql) => Sql, day: Sql, isVisible: IsVisible) => Sql;
}

export type Filter = Condition | KeyFilter | TextFilter | NestedFilter;

/** The filters of a list, by their names in the API. */
export type Filters = Readonly<Record<string, Filter>>;

/** An order of a list. The id follows as the last key, so that the order is total. */
export interface Order {
  readonly by: Column;
  /** The type in SQL: a cursor's text is cast to it. */
  readonly type: 'text' | 'integer' | 'numeric' | 'date' | 'timestamptz';
  readonly descending?: boolean;
  /** Whether the value can be null. Nulls come last in either direction. Required to say: paging compares nulls differently. */
  readonly nullable?: boolean;
}

/** At most one row looked up for each row of a view, as a table expression named `alias`. Several fields can read it; it is joined once. */
export type LateralRow = (alias: Sql, row: Sql, day: Sql) => Sql;

/** Which rows of a list belong to a parent: those for which a condition holds, or those of one of its keys, such as all units below it. */
export type Belonging =
  /** Several conditions are alternatives, each with its own index. */
  ((row: Sql, parent: Sql, day: Sql) => Sql | readonly Sql[]) | ParentKeys;

interface ParentKeys {
  /** As those of a `KeyFilter`, found by the parent's own. */
  readonly keys: (parent: Sql, day: Sql) => Sql;
  readonly paths: OwnershipPaths;
}

/** A field of a contract, declared as data. */
export type ViewField = DeclaredField & {
  /** The field is null or empty unless the caller sees the row as this view shows it: see `seenAs`. */
  readonly seenAs?: () => AnyView;
};

type DeclaredField =
  /** A value from columns. `compute` gets the columns in order; without it the one column is the value. */
  | {
      readonly kind: 'value';
      readonly columns: readonly Expression[];
      readonly compute: ((...columns: never[]) => unknown) | undefined;
      /** Set where the one column is read from a lateral row. */
      readonly lateral?: { readonly rows: LateralRow; readonly column: Expression };
    }
  /** Another thing by its id, or a lateral row as a thing. `day` is the day it is shown on, if not the day of the answer. */
  | {
      readonly kind: 'one';
      readonly view: () => AnyView;
      readonly id: Expression;
      readonly day: Expression | undefined;
      readonly lateral?: LateralRow;
    }
  /** An object made of the same row: the fields of `view`, without a join. */
  | { readonly kind: 'part'; readonly view: () => AnyView }
  /** All rows that belong to this one, in order. */
  | {
      readonly kind: 'many';
      readonly view: () => AnyView;
      readonly parent: Expression;
      readonly rows: (alias: Sql, parent: Sql, day: Sql) => Sql;
      readonly orderBy: (row: Sql) => Sql;
      /** Only rows that the caller sees as this view shows them. */
      readonly as?: (() => AnyView) | undefined;
    }
  /** A page of the rows of `view`'s list that belong to this one. */
  | {
      readonly kind: 'page';
      readonly view: () => AnyView;
      readonly parent: Expression;
      readonly belonging: Belonging;
      /** Only rows that the caller sees as this view shows them. */
      readonly as?: (() => AnyView) | undefined;
    }
  /** How many rows of `view`'s list belong to this one. */
  | { readonly kind: 'count'; readonly view: () => AnyView; readonly where: (row: Sql, parent: Sql, day: Sql) => Sql };

export interface ListSpec {
  /** The rows of the list on a day, as a table expression named `alias`, with `id` and the columns that the view's fields use. */
  readonly rows: (alias: Sql, day: Sql) => Sql;
  readonly filter: Filters;
  /** Conditions that hold where the client leaves a field of the filter out. */
  readonly whenOmitted?: Readonly<Record<string, Expression>>;
  /** The first is the default. */
  readonly order: Readonly<Record<string, Order>>;
}

export interface AnyView {
  /** The GraphQL type. */
  readonly name: string;
  readonly scope: Scope;
  readonly fields: Readonly<Record<string, ViewField>>;
  /** The row with this id as it was on a day, as a table expression named `alias`; absent where a thing is only shown inside another. */
  readonly byId: ((alias: Sql, id: Sql, day: Sql) => Sql) | undefined;
  readonly list: ListSpec | undefined;
  /** Whether its rows can be merged (`platform/records`): then the id of a merged one shows the one that was kept. */
  readonly merges: boolean;
  /** Columns handed to resolvers of fields that are not declared (`columnsOf`). */
  readonly resolverColumns: Readonly<Record<string, Expression>>;
}

/** What an upper chapter adds to the view of a lower one: fields, and further conditions under which its rows belong to units. */
interface ViewExtension {
  readonly type: string;
  readonly fields?: Readonly<Record<string, ViewField>>;
  readonly paths?: OwnershipPaths;
  /** Whether the paths lead to rows that are the caller's own, at any unit: see `visibleByUnitOrSelf`. */
  readonly includesSelf?: true;
  readonly withheld?: Withheld;
  /** Paths by way of the rows of another view: who sees one of those sees the rows that it names, by whatever path that view has. */
  readonly through?: { readonly view: AnyView; readonly paths: (own: OwnershipPaths) => OwnershipPaths };
}

/** All views of the registry with their extensions, listed where the program is put together. */
export interface Views {
  readonly views: readonly AnyView[];
  readonly extensions: readonly ViewExtension[];
}
export const VIEWS = Symbol('views');

/**
 * Declares the view of a contract class. The compiler checks that it declares exactly the fields of the class, handles exactly the fields of
 * its filter and defines exactly its orders.
 */
export const view =
  <Contract extends object, Filtered extends object = never, Orders extends string = never>() =>
  (
    name: string,
    spec: {
      readonly scope: Scope;
      readonly byId?: AnyView['byId'];
      readonly merges?: true;
      readonly fields: { readonly [K in keyof Contract]-?: ViewField };
      /** Fields with arguments. A contract class cannot hold them; the resolver class declares them. */
      readonly pages?: Readonly<Record<string, ViewField>>;
      readonly resolverColumns?: Readonly<Record<string, Column>>;
    } & ([Filtered] extends [never]
      ? { readonly list?: undefined }
      : {
          readonly list: {
            readonly rows: ListSpec['rows'];
            readonly filter: { readonly [K in keyof Filtered]-?: Filter };
            readonly whenOmitted?: { readonly [K in keyof Filtered]?: Expression };
            readonly order: { readonly [K in Orders]: Order };
          };
        }),
  ): AnyView => ({
    name,
    scope: spec.scope,
    byId: spec.byId,
    merges: spec.merges ?? false,
    fields: { ...(spec.fields as Record<string, ViewField>), ...spec.pages },
    list: spec.list as ListSpec | undefined,
    resolverColumns: Object.fromEntries(Object.entries(spec.resolverColumns ?? {}).map(([key, column]) => [key, expressionOf(column)])),
  });

/** The id of the row that an id from a client leads to: its own, or that of the row into which its row was merged. */
export const keptId = ({ merges }: AnyView, id: Sql): Sql =>
  merges ? sql`coalesce((select merged.into_id from merged_record merged where merged.id = ${id}), ${id})` : id;
