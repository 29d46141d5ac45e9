import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { ShowsFound, declared } from '../../platform/views/shows.js';
import { searchFinder } from './search.finder.js';
import { SearchArgs, SearchConnection } from './search.graphql.js';

/** The contract of searching; `search.finder.ts` finds, the planner shows. */
@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Units and models by words, the best first (tìm kiếm).' })
  @Allow('registry.read')
  @ShowsFound(searchFinder)
  search(@Args() _args: SearchArgs): SearchConnection {
    return declared();
  }
}
