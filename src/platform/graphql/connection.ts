import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Cursors } from './cursor.js';

/** Relay's forward paging: `first` rows after the cursor `after`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows, 1 to 100 (số dòng một trang).' })
  @Min(1)
  @Max(100)
  first: number;

  @Field(() => String, { nullable: true, description: 'The cursor of the last row seen (con trỏ trang trước).' })
  @IsOptional()
  @MaxLength(4_000)
  after?: string;
}

@ObjectType({ description: 'Where a page ends (thông tin trang).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether rows come before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page.' })
  endCursor: string | null;
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  /** A getter: counted only when the query selects it. */
  readonly totalCount: Promise<number>;
}

/** The connection type of a node type: `UnitConnection` with `UnitEdge`. */
export function ConnectionOf<T extends object>(node: Type<T>, name: string): Type<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name}.` })
  class Edge {
    @Field(() => String)
    cursor: string;

    @Field(() => node)
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class Connection {
    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => [node])
    nodes: T[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many rows there are in all pages (tổng số); counted only when asked.' })
    totalCount: number;
  }
  return Connection as unknown as Type<Page<T>>;
}

export interface ListQuery {
  /** Tables, joins and conditions, without `where`: `from … where …` is put together here. */
  readonly from: string;
  readonly where: readonly string[];
  readonly values: readonly unknown[];
  /** The columns of a row, `id` among them. */
  readonly columns: string;
  readonly order: {
    readonly name: string;
    readonly by: string;
    readonly type: 'text' | 'integer' | 'date' | 'timestamptz';
    readonly descending: boolean;
  };
  /** The expression of the row's id, the last key of every order. */
  readonly id: string;
}

interface KeyedRow {
  readonly id: string;
  readonly order_key: string | null;
}

/** Pages through lists by key, never by offset: a page costs the same wherever it lies. */
@Injectable()
export class Lists {
  constructor(
    private readonly db: Database,
    private readonly cursors: Cursors,
  ) {}

  async page<Row extends { id: string }, T>(query: ListQuery, args: PageArgs, toNode: (row: Row) => T): Promise<Page<T>> {
    const { name, by, type, descending } = query.order;
    const values = [...query.values];
    const where = [...query.where];
    const after = args.after ? await this.cursors.read(args.after, name) : undefined;
    if (after) {
      values.push(after[1], after[2]);
      where.push(`(${by}, ${query.id}) ${descending ? '<' : '>'} ($${values.length - 1}::${type}, $${values.length}::uuid)`);
    }
    const direction = descending ? 'desc' : 'asc';
    const rows = await this.db.rows<Row & KeyedRow>(
      `select ${query.columns}, (${by})::text as order_key from ${query.from} ${conditions(where)}
        order by ${by} ${direction}, ${query.id} ${direction} limit ${args.first + 1}`,
      values,
    );
    const shown = rows.slice(0, args.first);
    const edges = await Promise.all(
      shown.map(async row => ({ cursor: await this.cursors.write([name, row.order_key, row.id]), node: toNode(row) })),
    );
    const count = (): Promise<number> => this.count(query);
    return {
      edges,
      nodes: edges.map(edge => edge.node),
      pageInfo: {
        hasNextPage: rows.length > args.first,
        hasPreviousPage: after !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      get totalCount() {
        return count();
      },
    };
  }

  private async count({ from, where, values }: ListQuery): Promise<number> {
    const [row] = await this.db.rows<{ n: string }>(`select count(*) as n from ${from} ${conditions(where)}`, values);
    return Number(row!.n);
  }
}

const conditions = (where: readonly string[]): string => (where.length > 0 ? `where ${where.join(' and ')}` : '');
