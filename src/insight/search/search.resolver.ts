import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { ShowsFound, declared } from '../../platform/views/shows.js';
import { searchFinder } from './search.finder.js';
import { Weighs } from '../../platform/graphql/cost.js';
import { SearchArgs, SearchConnection, type SearchFilter } from './search.graphql.js';

/** Each word may be a typo of many others, and their combinations are tried. */
const POINTS_OF_WORDS = 50;
/** People paste whole titles. */
const MOST_POINTS = 4_000;
const wordsIn = (text: string): number => text.trim().split(/[^\p{L}\p{Nd}]+/u).length;

/** The contract of searching; `search.finder.ts` finds, the planner shows. */
@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, { description: 'Finds units and models by words, the best match first (tìm kiếm).' })
  @Allow('registry.read')
  @ShowsFound(searchFinder)
  @Weighs(({ filter }) => Math.min(MOST_POINTS, POINTS_OF_WORDS * wordsIn((filter as SearchFilter).text) ** 2))
  search(@Args() _args: SearchArgs): SearchConnection {
    return declared();
  }
}
