import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { identifier, sql, type Sql } from '../database/sql.js';
import type { CursorKey } from '../graphql/cursor.js';
import { conditionsOf, type Conditions } from './list-conditions.js';
import { constant, leafWriter, listOutput, objectOutput, type Output } from './output.js';
import { countOf, directionOf, foundByKeys, foundByText, foundInParts, orderOf, type PageSearch } from './page-search.js';
import type { PlanContext, RootPlan, RowContext, SelectedField } from './plan-context.js';
import type { ArgumentSource, Row, RunContext, ValueSource } from './run.js';
import { isVisibleThing, visibleInList } from './scope-conditions.js';
import { AS_OF, SelectBuilder, StatementParts, nestedDay } from './select-builder.js';
import { expressionOf, type AnyView, type Bind, type ListSpec, type Order, type ViewField } from './view.js';

/** The page of a root field: one statement, its count included. */
export function planRootPage(context: PlanContext, view: AnyView, selected: SelectedField, day: ValueSource): RootPlan {
  const select = new SelectBuilder(new StatementParts(0, day));
  const page = new PagePlanner(context, view, selected, select, AS_OF);
  const output = page.output();
  const total = page.counts ? select.column(page.count()) : undefined;
  if (!page.readsRows) {
    const statement = select.parts.statement(select.text(ONE_ROW, sql``));
    return { read: async run => [page.read([], (await statement.read(run))[0]![total!] as number)], output };
  }
  const { found, order } = page.rows();
  if (total === undefined) {
    const statement = select.parts.statement(select.text(found, order));
    return { read: async run => [page.read(await statement.read(run), undefined)], output };
  }
  // An empty page has its count on a row without an id.
  const id = select.column(sql`${page.at.row}.id`);
  const statement = select.parts.statement(select.text(sql`${ONE_ROW} left join lateral ${found} on true`, order));
  const read = async (run: RunContext): Promise<Row> => {
    const rows = await statement.read(run);
    return [
      page.read(
        rows.filter(row => row[id] !== null),
        rows[0]![total] as number,
      ),
    ];
  };
  return { read, output };
}

const ONE_ROW = sql`(values (1)) one_row`;

/** A page of rows that belong to a row of `select`: two columns of it, the rows and their count. */
export function planNestedPage(
  context: PlanContext,
  declared: Extract<ViewField, { kind: 'page' }>,
  selected: SelectedField,
  at: RowContext,
  select: SelectBuilder,
): Output {
  const nested = select.nested();
  const { day, from } = nestedDay(nested, at.day);
  const parent = { key: declared.parent(at.row, at.day), where: declared.where };
  const page = new PagePlanner(context, declared.view(), selected, nested, day, parent);
  const output = page.output();
  const total = page.counts ? select.column(sql`(select ${page.count()} from ${from(ONE_ROW)})`) : undefined;
  const rows = page.readsRows ? page.rows() : undefined;
  const found = rows && select.column(nested.jsonRows(from(rows.found), rows.order));
  const read = (row: Row): Row => [
    page.read(found === undefined ? [] : nested.readJsonRows(row[found]), total === undefined ? undefined : (row[total] as number)),
  ];
  return { text: row => output.text(read(row)), value: row => output.value(read(row)) };
}

/** What a page has read. */
interface PageRows {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly total: number | undefined;
}

/** The output of a page gets a row that holds nothing else. */
const pageOf = (row: Row): PageRows => row[0] as PageRows;

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy?: string;
  readonly filter?: Readonly<Record<string, unknown>> | null;
}

interface ParentKey {
  readonly key: Sql;
  readonly where: Extract<ViewField, { kind: 'page' }>['where'];
}

class PagePlanner {
  readonly at: RowContext;
  /** Whether something of the rows is shown, or found out by reading them. */
  readsRows = false;
  /** Whether the count is shown. */
  counts = false;
  private readonly list: ListSpec;
  private readonly args: PageArguments;
  private readonly source: ArgumentSource;
  private readonly orderName: string;
  private readonly type: GraphQLObjectType;

  constructor(
    private readonly context: PlanContext,
    private readonly view: AnyView,
    private readonly selected: SelectedField,
    private readonly select: SelectBuilder,
    day: Sql,
    private readonly parent?: ParentKey,
  ) {
    this.list = view.list!;
    const { now, source } = context.argumentsOf(selected);
    this.args = now as unknown as PageArguments;
    this.source = source;
    this.orderName = this.args.orderBy ?? Object.keys(this.list.order)[0]!;
    this.at = { row: select.alias(), day };
    const type = getNamedType(selected.field!.type);
    if (!isObjectType(type)) throw new TypeError(`${selected.field!.name} is no connection.`);
    this.type = type;
  }

  output(): Output {
    const fields = this.context.select(this.type, this.selected.nodes).map((selected): [string, Output] => {
      const { key, field } = selected;
      switch (field?.name) {
        case undefined:
          return [key, constant(this.type.name)];
        case 'totalCount': {
          this.counts = true;
          const write = leafWriter(field.type);
          return [key, { text: row => write(pageOf(row).total), value: row => pageOf(row).total }];
        }
        case 'pageInfo':
          return [key, this.pageInfo(selected)];
        case 'nodes':
          return [key, listOutput(row => pageOf(row).rows, this.node(selected))];
        default:
          return [key, this.edges(selected)];
      }
    });
    // A wrong id or cursor is refused whatever is shown of the page: the statement that binds it has to run.
    if (!this.counts || this.isAfter) this.readsRows = true;
    return objectOutput(fields);
  }

  /** @param rows the page's rows and, where more follow, one more. */
  read(rows: readonly Row[], total: number | undefined): PageRows {
    const { first } = this.args;
    return { rows: rows.slice(0, first), more: rows.length > first, total };
  }

  private node(selected: SelectedField): Output {
    this.readsRows = true;
    return this.context.object(this.view, selected.nodes, this.at, this.select);
  }

  private edges(selected: SelectedField): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const cursor = this.cursor();
    const fields = this.context.select(type, selected.nodes).map((edge): [string, Output] => {
      if (!edge.field) return [edge.key, constant(type.name)];
      return [edge.key, edge.field.name === 'cursor' ? cursor : this.node(edge)];
    });
    return listOutput(row => pageOf(row).rows, objectOutput(fields));
  }

  private pageInfo(selected: SelectedField): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const cursor = this.cursor();
    const cursorAt =
      (index: 0 | -1) =>
      (row: Row): unknown => {
        const at = pageOf(row).rows.at(index);
        return at === undefined ? null : cursor.value(at);
      };
    const values: Readonly<Record<string, (row: Row) => unknown>> = {
      hasNextPage: row => pageOf(row).more,
      hasPreviousPage: () => this.isAfter,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    };
    return objectOutput(
      this.context.select(type, selected.nodes).map(({ key, field }): [string, Output] => {
        if (!field) return [key, constant(type.name)];
        const [value, write] = [values[field.name]!, leafWriter(field.type)];
        return [key, { text: row => write(value(row)), value }];
      }),
    );
  }

  /** A row's position in the order, signed. */
  private cursor(): Output {
    this.readsRows = true;
    const key = this.select.column(sql`(${this.by})::text`);
    const id = this.select.column(sql`${this.at.row}.id`);
    const { cursors } = this.context;
    const name = this.cursorName;
    const value = (row: Row): string => cursors.write([name, row[key] as string | null, row[id] as string]);
    return { text: row => JSON.stringify(value(row)), value };
  }

  /** The page's rows and their order; what is joined to them is read for those rows only. Call after `output`, which selects the columns. */
  rows(): { readonly found: Sql; readonly order: Sql } {
    const { row, day } = this.at;
    const { keys, text, parts, filtered, standing } = this.conditions(row);
    const search: PageSearch = {
      row,
      rows: this.list.rows(row, day),
      by: this.by,
      direction: directionOf(this.order.descending, this.order.nullable),
      filtered,
      standing: [...standing, ...this.afterCursor()],
      // Part of the text: as a parameter it would keep PostgreSQL from its generic plan.
      limit: this.args.first + 1,
    };
    const found = keys ? foundByKeys(search, keys) : text ? foundByText(search, text) : foundInParts(search, parts);
    return { found, order: sql`order by ${orderOf(search)}` };
  }

  count(): Sql {
    const row = this.select.alias();
    const { keys, text, parts, filtered, standing } = this.conditions(row);
    const all = text ? [text.matches, ...filtered] : filtered;
    return sql`(${countOf({ row, rows: this.list.rows(row, this.at.day), filtered: all, standing }, keys, parts)})`;
  }

  /** What leads to the rows (the parent they belong to, else keys or words of the filter), and all other conditions. */
  private conditions(row: Sql): Conditions & { readonly parts: readonly Sql[] } {
    const { day } = this.at;
    const parts = this.parent ? [this.parent.where(row, this.parent.key, day)].flat() : [];
    const filtering = {
      bindFor: (field: string) => this.bindFor(field),
      isVisible: isVisibleThing(this.context, day, this.select.parts),
      scope: visibleInList(this.context, this.view, row, this.select.parts),
    };
    return { parts, ...conditionsOf(this.list, this.args.filter ?? {}, { row, day }, filtering, this.parent !== undefined) };
  }

  private bindFor(field: string): Bind {
    return (convert, spread) =>
      this.select.parts.bind(run => {
        const { filter } = run.argumentsOf(this.source) as unknown as PageArguments;
        return convert ? convert(filter![field] as never, run.runQuery) : filter![field];
      }, spread);
  }

  /** Only rows after the cursor, compared in the same order and collation. Nulls come last: a null is after every value. */
  private afterCursor(): Sql[] {
    if (!this.isAfter) return [];
    const { cursors } = this.context;
    const read = (run: RunContext): CursorKey =>
      cursors.read((run.argumentsOf(this.source) as unknown as PageArguments).after!, this.cursorName);
    const { parts } = this.select;
    const { type, descending, nullable } = this.order;
    const key = sql`${parts.bind(run => read(run)[1])}::${identifier(type)}`;
    const id = sql`${parts.bind(run => read(run)[2])}::uuid`;
    const own = sql`${this.at.row}.id`;
    const after = descending ? sql`<` : sql`>`;
    const compared = sql`(${this.by}, ${own}) ${after} (${key}, ${id})`;
    if (!nullable) return [compared];
    return [sql`case when ${key} is null then ${this.by} is null and ${own} ${after} ${id} else ${compared} or ${this.by} is null end`];
  }

  private get isAfter(): boolean {
    return this.args.after !== null && this.args.after !== undefined;
  }

  private get order(): Order {
    return this.list.order[this.orderName]!;
  }

  private get by(): Sql {
    return expressionOf(this.order.by)(this.at.row, this.at.day);
  }

  private get cursorName(): string {
    return `${this.view.name}.${this.orderName}`;
  }
}
