import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { constant, leafWriter, listOutput, objectOutput, type Output } from './output.js';
import type { PlanContext, Place, Selected } from './plan-context.js';
import {
  DAY,
  PARENTS,
  StatementBuilder,
  type ArgumentSource,
  type Binder,
  type Row,
  type RunContext,
  type Statement,
} from './statement.js';
import type { CursorKey } from '../graphql/cursor.js';
import { conditionsOf, type Conditions } from './list-conditions.js';
import { seenInList, seenThing } from './scope.js';
import { pageOf, pageRead, type PageArguments, type PagePlan, type PageRead } from './page-read.js';
import { countOf, foundAmong, foundBy, foundIn, orderOf, type PageSearch } from './page-search.js';
import type { AnyView, Bind, ListSpec, Order, Sql, ViewField } from './view.js';

/** The page of a root field. */
export function planRootPage(context: PlanContext, view: AnyView, selected: Selected, day: Binder): PagePlan {
  return new PagePlanner(context, view, selected, { day: DAY, parent: undefined }, day).plan();
}

export async function readRootPage(plan: PagePlan, run: RunContext): Promise<PageRead> {
  const [rows, count] = await Promise.all([plan.rows?.read(run), plan.count?.read(run)]);
  return pageRead(plan, run, rows ?? [], count?.[0]?.[0] as number | undefined);
}

/** Which lists a page can be of: a root field's, or the part of it that belongs to a parent. */
export interface Within {
  readonly day: Sql;
  readonly parent: { readonly key: Sql; readonly where: Extract<ViewField, { kind: 'page' }>['where'] } | undefined;
}

export class PagePlanner {
  private readonly list: ListSpec;
  private readonly args: PageArguments;
  private readonly source: ArgumentSource;
  private readonly orderName: string;
  private readonly rows: StatementBuilder;
  private readonly place: Place;
  private readonly type: GraphQLObjectType;
  private readsRows = false;
  private counts = false;

  constructor(
    private readonly context: PlanContext,
    private readonly view: AnyView,
    private readonly selected: Selected,
    private readonly within: Within,
    private readonly day: Binder | undefined,
  ) {
    this.list = view.list!;
    const { now, source } = context.argumentsOf(selected);
    this.args = now as unknown as PageArguments;
    this.source = source;
    this.orderName = this.args.orderBy ?? Object.keys(this.list.order)[0]!;
    this.rows = this.newStatement('p');
    this.place = { t: this.rows.alias(), day: within.day };
    const type = getNamedType(selected.field!.type);
    if (!isObjectType(type)) throw new TypeError(`${selected.field!.name} is no connection.`);
    this.type = type;
  }

  plan(): PagePlan {
    const number = this.within.parent ? this.rows.column('q.n::int') : -1;
    const output = this.connection();
    // A wrong id or cursor is refused whatever is shown of the page: it is found out where the statement takes it.
    if (!this.counts || this.isAfter) this.readsRows = true;
    return {
      rows: this.readsRows ? this.rowsStatement() : undefined,
      number,
      count: this.counts ? this.countStatement() : undefined,
      first: this.args.first,
      source: this.source,
      output,
    };
  }

  private connection(): Output {
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
    return objectOutput(fields);
  }

  private node(selected: Selected): Output {
    this.readsRows = true;
    return this.context.object(this.view, selected.nodes, this.place, this.rows);
  }

  private edges(selected: Selected): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const cursor = this.cursor();
    const fields = this.context.select(type, selected.nodes).map((edge): [string, Output] => {
      if (!edge.field) return [edge.key, constant(type.name)];
      return [edge.key, edge.field.name === 'cursor' ? cursor : this.node(edge)];
    });
    return listOutput(row => pageOf(row).rows, objectOutput(fields));
  }

  private pageInfo(selected: Selected): Output {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    this.readsRows = true;
    const cursor = this.cursor();
    const cursorAt =
      (index: 0 | -1) =>
      (row: Row): unknown => {
        const at = pageOf(row).rows.at(index);
        return at === undefined ? null : cursor.value(at);
      };
    const values: Readonly<Record<string, (row: Row) => unknown>> = {
      hasNextPage: row => pageOf(row).more,
      hasPreviousPage: row => pageOf(row).after,
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

  /** A row's place in the order, signed. */
  private cursor(): Output {
    this.readsRows = true;
    const { t, day } = this.place;
    const key = this.rows.column(`(${this.order.by(t, day)})::text`);
    const id = this.rows.column(`${t}.id`);
    const { cursors } = this.context;
    const name = this.cursorName;
    const value = (row: Row): string => cursors.write([name, row[key] as string | null, row[id] as string]);
    return { text: row => JSON.stringify(value(row)), value };
  }

  /** The page's rows are found first; what is joined to them is read for those rows only. */
  private rowsStatement(): Statement {
    const { t, day } = this.place;
    const direction = this.order.descending ? 'desc' : 'asc';
    const { keys, sought, parts, asked, standing } = this.conditions(this.rows, t);
    const search: PageSearch = {
      t,
      rows: this.list.rows(t, day),
      by: this.order.by(t, day),
      direction,
      asked,
      standing: [...standing, ...this.keyset(t)],
      // It stands in the text: as a parameter it would keep PostgreSQL from its generic plan.
      limit: this.args.first + 1,
    };
    const found = keys ? foundAmong(search, keys) : sought ? foundBy(search, sought) : foundIn(search, parts);
    const order = orderOf(search);
    return this.within.parent
      ? this.rows.build(`${PARENTS} cross join lateral ${found}`, `order by q.n, ${order}`)
      : this.rows.build(found, `order by ${order}`);
  }

  private countStatement(): Statement {
    const statement = this.newStatement('c');
    const t = statement.alias();
    const { day, parent } = this.within;
    const { keys, sought, parts, asked, standing } = this.conditions(statement, t);
    const search = { t, rows: this.list.rows(t, day), asked: sought ? [sought.holds, ...asked] : asked, standing };
    const count = `(${countOf(search, keys, parts)})`;
    if (!parent) {
      statement.column(count);
      return statement.build('(values (1)) one', '');
    }
    statement.column('q.n::int');
    statement.column(count);
    return statement.build(PARENTS, '');
  }

  /** Where rows are looked for (in the parts of the parent, else along a filter's keys), and what else is asked of them. */
  private conditions(statement: StatementBuilder, t: Sql): Conditions & { readonly parts: readonly Sql[] } {
    const { day, parent } = this.within;
    const parts = parent ? [parent.where(t, parent.key, day)].flat() : [];
    const binder = (name: string): Bind => this.binder(statement, name);
    const scope = seenInList(this.context, this.view, t, statement);
    const asker = { binder, seen: seenThing(this.context, day, statement), scope };
    return { parts, ...conditionsOf(this.list, this.args.filter ?? {}, { t, day }, asker, parent !== undefined) };
  }

  private binder(statement: StatementBuilder, name: string): Bind {
    return (make, spread) =>
      statement.bind(run => {
        const { filter } = run.argumentsOf(this.source) as unknown as PageArguments;
        return make ? make(filter![name] as never, run.ask) : filter![name];
      }, spread);
  }

  /** After the cursor, in the same order and collation. */
  private keyset(t: Sql): Sql[] {
    if (!this.isAfter) return [];
    const { cursors } = this.context;
    const read = (run: RunContext): CursorKey =>
      cursors.read((run.argumentsOf(this.source) as unknown as PageArguments).after!, this.cursorName);
    const key = this.rows.bind(run => read(run)[1]);
    const id = this.rows.bind(run => read(run)[2]);
    const { by, type, descending } = this.order;
    return [`(${by(t, this.place.day)}, ${t}.id) ${descending ? '<' : '>'} (${key}::${type}, ${id}::uuid)`];
  }

  private get isAfter(): boolean {
    return this.args.after !== null && this.args.after !== undefined;
  }

  private get order(): Order {
    return this.list.order[this.orderName]!;
  }

  private get cursorName(): string {
    return `${this.view.name}.${this.orderName}`;
  }

  private newStatement(letter: string): StatementBuilder {
    return new StatementBuilder(letter, this.within.parent ? 2 : 0, this.day);
  }
}
