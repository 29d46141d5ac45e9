import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { Allow } from '../access/allow.js';
import { RequestContext } from './context.js';
import { Node, Nodes } from './node.js';

const MOST_IDS = 100;

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'At most 100 ids.' })
  @ArrayMaxSize(MOST_IDS)
  ids: string[];
}

@Resolver()
export class NodesResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Node, { nullable: true, description: 'The object with this id (đối tượng theo mã), or null when there is none.' })
  @Allow('registry.read')
  async node(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<object | null> {
    return (await this.nodes.find([id], context))[0] ?? null;
  }

  @Query(() => [Node], {
    name: 'nodes',
    nullable: 'items',
    description: 'The objects with these ids, in order; null for each that is unknown.',
  })
  @Allow('registry.read')
  nodesByIds(@Args() { ids }: NodesArgs, @Context() context: RequestContext): Promise<(object | null)[]> {
    return this.nodes.find(ids, context);
  }
}
