import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { apiTerms } from './api.terms.js';
import { describe } from '../../shared/terms.js';

/** Relay's forward paging: `first` rows after the cursor `after`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  @Min(1)
  @Max(100)
  first: number;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  after?: string;
}

@ObjectType({ description: describe(apiTerms.PageInfo) })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow this page (còn trang sau).' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether rows precede this page (có trang trước).' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row (con trỏ đầu trang). Null: the page is empty.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row, to pass as `after` for the next page (con trỏ cuối trang). Null: the page is empty.',
  })
  endCursor: string | null;
}

/** A page as the schema declares it. The planner fills it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The connection type of a node type: `UnitConnection` with `UnitEdge`. */
export function ConnectionOf<T extends object>(node: Type<T>, name: string): Type<Page<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor: string;

    @Field(() => node)
    node: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge])
    edges: Edge[];

    @Field(() => [node])
    nodes: T[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    @Field(() => Int)
    totalCount: number;
  }
  return Connection as unknown as Type<Page<T>>;
}
