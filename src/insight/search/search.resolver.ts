import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { ShowsFound, declared } from '../../platform/views/shows.js';
import { searchFinder } from './search.finder.js';
import { SearchArgs, SearchConnection } from './search.graphql.js';

/** The contract of searching; `search.finder.ts` finds, the planner shows. */
@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Finds units and models by words, the best match first (tìm kiếm).' })
  @Allow('registry.read')
  @ShowsFound(searchFinder)
  search(@Args() _args: SearchArgs): SearchConnection {
    return declared();
  }
}
