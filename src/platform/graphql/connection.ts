import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';

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

/** A page as its contract tells it; the planner reads it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
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
