import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Allow } from '../access/allow.js';
import { ShowsNodes, declared } from '../views/shows.js';
import { Node } from './node.js';

const MOST_IDS = 100;

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'At most 100 ids.' })
  @ArrayMaxSize(MOST_IDS)
  ids: string[];
}

@Resolver()
export class NodesResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this id (đối tượng theo mã), or null when there is none.' })
  @Allow('registry.read')
  @ShowsNodes()
  node(@Args('id', { type: () => ID }) _id: string): Node | null {
    return declared();
  }

  @Query(() => [Node], { nullable: 'items', description: 'The objects with these ids, in order; null for each that is unknown.' })
  @Allow('registry.read')
  @ShowsNodes()
  nodes(@Args() _args: NodesArgs): (Node | null)[] {
    return declared();
  }
}
