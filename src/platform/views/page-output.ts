import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { sql, type Sql } from '../database/sql.js';
import { constant, leafWriter, listOutput, objectOutput, type Output } from './output.js';
import type { PlanContext, RowContext, SelectedField } from './plan-context.js';
import type { Row } from './run.js';
import type { SelectBuilder } from './select-builder.js';
import type { AnyView } from './view.js';

/** What a page has read. */
export interface PageRows {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly total: number | undefined;
}

/** The output of a page gets a row that holds nothing else. */
const pageOf = (row: Row): PageRows => row[0] as PageRows;

/** Where the rows of a page are, and their order: a cursor names a row's position in it. */
export interface PageOrder {
  readonly at: RowContext;
  readonly by: Sql;
  /** Such as `Unit.NAME`. */
  readonly name: string;
}

/** What of a page is shown: its columns go into `select`. */
export class PageOutput {
  readonly output: Output;
  /** Whether something of the rows is shown. */
  showsRows = false;
  /** Whether the count is shown. */
  showsCount = false;
  private readonly type: GraphQLObjectType;

  constructor(
    private readonly context: PlanContext,
    private readonly view: AnyView,
    selected: SelectedField,
    private readonly select: SelectBuilder,
    private readonly order: PageOrder,
    private readonly isAfter: boolean,
  ) {
    const type = getNamedType(selected.field!.type);
    if (!isObjectType(type)) throw new TypeError(`${selected.field!.name} is no connection.`);
    this.type = type;
    this.output = this.connection(selected);
  }

  private connection({ nodes }: SelectedField): Output {
    const fields = this.context.select(this.type, nodes).map((selected): [string, Output] => {
      const { key, field } = selected;
      switch (field?.name) {
        case undefined:
          return [key, constant(this.type.name)];
        case 'totalCount': {
          this.showsCount = true;
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

  private node(selected: SelectedField): Output {
    this.showsRows = true;
    return this.context.object(this.view, selected.nodes, this.order.at, this.select);
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
    this.showsRows = true;
    const key = this.select.column(sql`(${this.order.by})::text`);
    const id = this.select.column(sql`${this.order.at.row}.id`);
    const { cursors } = this.context;
    const { name } = this.order;
    const value = (row: Row): string => cursors.write([name, row[key] as string | null, row[id] as string]);
    return { text: row => JSON.stringify(value(row)), value };
  }
}
