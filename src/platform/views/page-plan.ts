import { identifier, sql, type Sql } from '../database/sql.js';
import type { CursorKey } from '../graphql/cursor.js';
import { conditionsOf, type Conditions } from './list-conditions.js';
import type { Output } from './output.js';
import { PageOutput, type PageRows } from './page-output.js';
import { countOf, directionOf, foundByKeys, foundByText, foundInParts, orderOf, type FilterKeys, type PageSearch } from './page-search.js';
import type { PlanContext, RootPlan, RowContext, SelectedField } from './plan-context.js';
import type { ArgumentSource, Row, RunContext, ValueSource } from './run.js';
import { isVisibleThing, visibleInList } from './scope-conditions.js';
import { AS_OF, SelectBuilder, StatementParts, nestedDay } from './select-builder.js';
import { expressionOf, type AnyView, type Belonging, type Bind, type ListSpec, type Order, type ViewField } from './view.js';

/** The page of a root field: one statement, its count included. */
export function planRootPage(context: PlanContext, view: AnyView, selected: SelectedField, day: ValueSource): RootPlan {
  const select = new SelectBuilder(new StatementParts(0, day));
  const page = new PagePlanner(context, view, selected, select, AS_OF);
  const total = page.shown.showsCount ? select.column(page.count()) : undefined;
  if (!page.readsRows) {
    const statement = select.parts.statement(select.text(ONE_ROW, sql``));
    return { read: async run => [page.read([], (await statement.read(run))[0]![total!] as number)], output: page.shown.output };
  }
  const { found, order } = page.rows();
  if (total === undefined) {
    const statement = select.parts.statement(select.text(found, order));
    return { read: async run => [page.read(await statement.read(run), undefined)], output: page.shown.output };
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
  return { read, output: page.shown.output };
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
  const parent = { key: declared.parent(at.row, at.day), belonging: declared.belonging, as: declared.as };
  const page = new PagePlanner(context, declared.view(), selected, nested, day, parent);
  const total = page.shown.showsCount ? select.column(sql`(select ${page.count()} from ${from(ONE_ROW)})`) : undefined;
  const rows = page.readsRows ? page.rows() : undefined;
  const found = rows && select.column(nested.jsonRows(from(rows.found), rows.order));
  const read = (row: Row): Row => [
    page.read(found === undefined ? [] : nested.readJsonRows(row[found]), total === undefined ? undefined : (row[total] as number)),
  ];
  const { output } = page.shown;
  return { text: row => output.text(read(row)), value: row => output.value(read(row)) };
}

interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
  readonly orderBy?: string;
  readonly filter?: Readonly<Record<string, unknown>> | null;
}

interface ParentKey {
  readonly key: Sql;
  readonly belonging: Belonging;
  readonly as: (() => AnyView) | undefined;
}

class PagePlanner {
  readonly at: RowContext;
  readonly shown: PageOutput;
  private readonly list: ListSpec;
  private readonly args: PageArguments;
  private readonly source: ArgumentSource;
  private readonly orderName: string;

  constructor(
    private readonly context: PlanContext,
    private readonly view: AnyView,
    selected: SelectedField,
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
    const order = { at: this.at, by: this.by, name: this.cursorName };
    this.shown = new PageOutput(context, view, selected, select, order, this.isAfter);
  }

  /** A wrong id or cursor is refused whatever is shown of the page: the statement that binds it has to run. */
  get readsRows(): boolean {
    return this.shown.showsRows || !this.shown.showsCount || this.isAfter;
  }

  /** @param rows the page's rows and, where more follow, one more. */
  read(rows: readonly Row[], total: number | undefined): PageRows {
    const { first } = this.args;
    return { rows: rows.slice(0, first), more: rows.length > first, total };
  }

  /** The page's rows and their order; what is joined to them is read for those rows only. */
  rows(): { readonly found: Sql; readonly order: Sql } {
    const { row, day } = this.at;
    const { keys, text, parts, filtered, standing } = this.conditions(row);
    const search: PageSearch = {
      row,
      rows: this.list.rows(row, day),
      by: this.by,
      direction: directionOf(this.order.descending, this.order.nullable),
      indexed: !this.order.isUnindexed,
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
    const all = text && !text.rows ? [text.matches, ...filtered] : filtered;
    return sql`(${countOf({ row, rows: text?.rows ?? this.list.rows(row, this.at.day), filtered: all, standing }, keys, parts)})`;
  }

  /** What leads to the rows (the parent they belong to, else keys or words of the filter), and all other conditions. */
  private conditions(row: Sql): Conditions & { readonly parts: readonly Sql[] } {
    const { day } = this.at;
    const { parts, keys } = this.ofParent(row);
    const filtering = {
      bindFor: (field: string) => this.bindFor(field),
      isVisible: isVisibleThing(this.context, day, this.select.parts),
      scope: visibleInList(this.context, this.parent?.as?.() ?? this.view, row, this.select.parts),
    };
    const conditions = conditionsOf(this.list, this.args.filter ?? {}, { row, day }, filtering, this.parent !== undefined);
    return { parts, ...conditions, ...(keys && { keys }) };
  }

  /** What leads from the parent to its rows. */
  private ofParent(row: Sql): { readonly parts: readonly Sql[]; readonly keys?: FilterKeys } {
    const { parent } = this;
    if (!parent) return { parts: [] };
    const { key, belonging } = parent;
    if (typeof belonging === 'function') return { parts: [belonging(row, key, this.at.day)].flat() };
    const paths = (comparison: Sql, driving?: boolean): readonly Sql[] => belonging.paths(row, comparison, driving);
    return { parts: [], keys: { table: belonging.keys(key, this.at.day), paths } };
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
