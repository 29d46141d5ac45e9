import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Allow } from '../access/allow.js';
import { ShowsNodes, declared } from '../views/shows.js';
import { Node } from './node.js';

const MAX_IDS = 100;

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'At most 100 identifiers (các mã định danh).' })
  @ArrayMaxSize(MAX_IDS)
  ids: string[];
}

@Resolver()
export class NodesResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this identifier (đối tượng theo mã). Null: you see none.' })
  @Allow('registry.read')
  @ShowsNodes()
  node(@Args('id', { type: () => ID }) _id: string): Node | null {
    return declared();
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The objects with these identifiers, in the same order; null for each that you do not see (các đối tượng theo mã).',
  })
  @Allow('registry.read')
  @ShowsNodes()
  nodes(@Args() _args: NodesArgs): (Node | null)[] {
    return declared();
  }
}
