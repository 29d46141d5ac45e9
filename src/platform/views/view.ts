/**
 * Views: what the API shows of a thing, declared once as data. One planner turns the fields a document selects into SQL;
 * the same declaration serves lists, details, counts and nested fields.
 */

export type Sql = string;

/** The SQL of a value, over a row named `t`, on the day of the answer. */
export type Expr = (t: Sql, day: Sql) => Sql;

/** Asks the database beside the statement in the making; rows in array mode. */
export type Ask = (text: string, values: readonly unknown[]) => Promise<unknown[][]>;

/**
 * Puts an argument's value into the statement, changed by `make` first, and answers the `$n` it stands at. `make` may refuse it.
 * `SKEWED`: how many rows it finds differs so much from value to value that no plan is good for all; each run is planned anew.
 */
export type Bind = (make?: (value: never, ask: Ask) => unknown, spread?: typeof SKEWED) => Sql;
export const SKEWED = 'skewed';

/** Asks whether a thing of a view is one that the asker sees: of an id that a filter names, which may belong to somebody else. */
export type Seen = (view: AnyView, id: Sql) => Sql;

/** What a filter's field asks of a row. It is only called when the client gives the field a value. */
export type Condition = (t: Sql, day: Sql, bind: Bind, seen: Seen) => Sql;

/**
 * The ways in which a row `t` belongs to units, or to other keys, each by itself a look into an index. `is` stands behind what is compared:
 * `= …` or `in (…)`. A way `leads` where the rows of one key are looked for by it; else it is asked of a row.
 */
export type Ways = (t: Sql, is: Sql, leads?: boolean) => readonly Sql[];

/**
 * A way through the rows of another table, whose `column` names these. PostgreSQL’s guess of how many those are is far off where few units
 * have nearly all of them, so it is left no choice: from one unit they are read first, then each of these by its id; and where each of these
 * is asked by itself, the other table is not read as a whole (the last condition says nothing but that).
 */
export const through = (t: Sql, { column, rows, where }: { column: Sql; rows: Sql; where: Sql }, leads: boolean | undefined): Sql =>
  leads
    ? `${t}.id = any(array(select ${column} from ${rows} where ${where} and ${column} is not null))`
    : `exists (select from ${rows} where ${column} = ${t}.id and ${where} and ${t}.id is not null)`;

/** Which rows of a view somebody sees: part of every plan, not a filter after it. */
export type Scope =
  | { readonly kind: 'open'; readonly reason: string }
  /** Those that belong to units which the right to `action` reaches, in one of the ways. */
  | { readonly kind: 'units'; readonly action: string; readonly ways: Ways; readonly own: boolean };

/** Everybody who may ask at all sees every row, because of `reason`. */
export const open = (reason: string): Scope => ({ kind: 'open', reason });

/** Whoever has the right to `action` sees the rows that belong to units it reaches. */
export const ofUnits = (action: string, ways: Ways): Scope => ({ kind: 'units', action, ways, own: false });

/** The same, and rows that belong to the asker: their account or token is compared like a unit. */
export const ofUnitsAndOneself = (action: string, ways: Ways): Scope => ({
  kind: 'units',
  action,
  ways,
  own: true,
});

/**
 * A filter by many keys at once, a unit and all below it above all. The page is looked for among the first rows of the whole list, and where
 * too few of those belong, key by key, of each no more than the page holds: what it costs does not grow with the rows behind it.
 */
export interface Among {
  /** The keys, as a table expression with one column. */
  readonly keys: (day: Sql, bind: Bind) => Sql;
  readonly ways: Ways;
}

/**
 * A filter by words: one stands in every second row, another in one of a million, and PostgreSQL's guess is far off where several come
 * together. Where they are common, a page is first looked for among the first rows of the list; where those do not fill it, by the index.
 */
export interface Sought {
  readonly holds: Condition;
  /** How many rows of the list are worth reading in its order, found out before the statement runs. */
  readonly worthReading: (bind: Bind) => Sql;
}

export interface Order {
  readonly by: Expr;
  readonly type: 'text' | 'integer' | 'date' | 'timestamptz';
  readonly descending?: boolean;
}

/** A row found beside each row of a view, as a table expression named `b`: several fields tell of it, and it is looked up once. */
export type Beside = (b: Sql, t: Sql, day: Sql) => Sql;

/** A field of a contract, told as data. */
export type ViewField =
  /** One value from columns; `make` turns them into what the field shows, null in null out unless it says otherwise. */
  | {
      readonly kind: 'value';
      readonly of: readonly Expr[];
      readonly make: ((...columns: never[]) => unknown) | undefined;
      /** The one column, where it is one of a row beside. */
      readonly from?: { readonly row: Beside; readonly of: (b: Sql) => Sql };
    }
  /** Another thing by its id, or the very row beside. `day` is the day it is shown on, when not the day of the answer. */
  | {
      readonly kind: 'one';
      readonly view: () => AnyView;
      readonly id: Expr;
      readonly day: Expr | undefined;
      readonly row?: Beside;
    }
  /** An object of the same row: the fields of `view`, with nothing joined. */
  | { readonly kind: 'part'; readonly view: () => AnyView }
  /** All rows that belong to this one, in their order. */
  | {
      readonly kind: 'many';
      readonly view: () => AnyView;
      readonly parent: Expr;
      readonly rows: (t: Sql, parent: Sql, day: Sql) => Sql;
      readonly orderBy: (t: Sql) => Sql;
    }
  /** A page of the rows of `view`'s list that belong to this one; several conditions are several ways to belong. */
  | {
      readonly kind: 'page';
      readonly view: () => AnyView;
      readonly parent: Expr;
      readonly where: (t: Sql, parent: Sql, day: Sql) => Sql | readonly Sql[];
    }
  /** How many rows of `view`'s list belong to this one. */
  | { readonly kind: 'count'; readonly view: () => AnyView; readonly where: (t: Sql, parent: Sql, day: Sql) => Sql };

export interface ListSpec {
  /** The rows of the list on a day, as a table expression named `t` with the columns that the view's fields use, `id` among them. */
  readonly rows: (t: Sql, day: Sql) => Sql;
  readonly filter: Readonly<Record<string, Condition | Among | Sought>>;
  /** What holds where the client leaves a filter's field out. */
  readonly otherwise?: Readonly<Record<string, Expr>>;
  readonly order: Readonly<Record<string, Order>>;
}

/** What an upper chapter gives to the view of a lower one: fields, and further ways in which its rows belong to units. */
interface Added {
  readonly to: string;
  readonly fields?: Readonly<Record<string, ViewField>>;
  readonly ways?: Ways;
}

export interface AnyView {
  readonly name: string;
  readonly scope: Scope;
  readonly fields: Readonly<Record<string, ViewField>>;
  /** The one row with this id, shown on a day, as a table expression named `t`; absent where a thing is only ever shown within another. */
  readonly one: ((t: Sql, id: Sql, day: Sql) => Sql) | undefined;
  readonly list: ListSpec | undefined;
  /** Columns handed to resolvers of fields that are not declared (see `carriedBy`). */
  readonly carry: Readonly<Record<string, Expr>>;
}

/** Every view of the registry, and what chapters give to those of others: named once where it is put together. */
export interface Views {
  readonly views: readonly AnyView[];
  readonly added: readonly Added[];
}
export const VIEWS = Symbol('views');

/**
 * Declares the view of a contract class: the compiler checks that exactly its fields are declared, exactly the fields of its filter handled,
 * and exactly its orders told.
 */
export const view =
  <Contract extends object, Filter extends object = never, Orders extends string = never>() =>
  (
    name: string,
    spec: {
      readonly scope: Scope;
      readonly one?: AnyView['one'];
      readonly fields: { readonly [K in keyof Contract]-?: ViewField };
      /** Fields that take arguments, which a contract class cannot hold; its resolver class declares them. */
      readonly pages?: Readonly<Record<string, ViewField>>;
      readonly carry?: AnyView['carry'];
    } & ([Filter] extends [never]
      ? { readonly list?: undefined }
      : {
          readonly list: {
            readonly rows: ListSpec['rows'];
            readonly filter: { readonly [K in keyof Filter]-?: Condition | Among | Sought };
            readonly otherwise?: { readonly [K in keyof Filter]?: Expr };
            readonly order: { readonly [K in Orders]: Order };
          };
        }),
  ): AnyView => ({
    name,
    scope: spec.scope,
    one: spec.one,
    fields: { ...(spec.fields as Record<string, ViewField>), ...spec.pages },
    list: spec.list as ListSpec | undefined,
    carry: spec.carry ?? {},
  });

/** A column, or any other expression over the row. */
export const value = (of: Expr): ViewField => ({ kind: 'value', of: [of], make: undefined });

/** A small value computed from columns, which `make` gets in order. */
export const computed = <Columns extends readonly unknown[]>(
  of: { readonly [K in keyof Columns]: Expr },
  make: (...columns: Columns) => unknown,
): ViewField => ({ kind: 'value', of, make: make as (...columns: never[]) => unknown });

/** A column of a row beside, null where there is none. */
export const valueOf = (row: Beside, of: (b: Sql) => Sql): ViewField => ({
  kind: 'value',
  of: [(t, day) => `(select ${of('b')} from ${row('b', t, day)})`],
  make: undefined,
  from: { row, of },
});

/** The row beside, as a thing of its own. */
export const oneOf = (target: () => AnyView, row: Beside): ViewField => ({
  kind: 'one',
  view: target,
  id: (t, day) => `(select b.id from ${row('b', t, day)})`,
  day: undefined,
  row,
});

export const one = (target: () => AnyView, id: Expr, day?: Expr): ViewField => ({ kind: 'one', view: target, id, day });

export const part = (target: () => AnyView): ViewField => ({ kind: 'part', view: target });

export const many = (
  target: () => AnyView,
  spec: Pick<Extract<ViewField, { kind: 'many' }>, 'parent' | 'rows' | 'orderBy'>,
): ViewField => ({ kind: 'many', view: target, ...spec });

export const page = (target: () => AnyView, spec: Pick<Extract<ViewField, { kind: 'page' }>, 'parent' | 'where'>): ViewField => ({
  kind: 'page',
  view: target,
  ...spec,
});

/** The number of rows that `page` would be of, without anything else asked: what `totalCount` says, as a field of its own. */
export const counted = (target: () => AnyView, where: Extract<ViewField, { kind: 'count' }>['where']): ViewField => ({
  kind: 'count',
  view: target,
  where,
});
