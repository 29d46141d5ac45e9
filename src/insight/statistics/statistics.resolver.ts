import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { ShowsMade } from '../../platform/views/shows.js';
import { Statistics } from './statistics.graphql.js';
import { StatisticsArgs } from './statistics.inputs.js';
import { StatisticsReader } from './statistics.reader.js';
import { requestOf } from './statistics.request.js';

/** Each measure is a statement of its own over all events, and each dimension joins something to it: as much as a page of a hundred rows. */
const POINTS = 100;

/** The contract of statistics. */
@Resolver()
export class StatisticsResolver {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly db: Database,
  ) {}

  @Query(() => Statistics, {
    description:
      'A table of numbers of models or registrations that you see (bảng thống kê). Every number carries the filter of the list that contains exactly what it counts.',
  })
  @Allow('registry.read')
  @ShowsMade()
  @Costs(
    ({ measures, rows, columns }) =>
      POINTS * (measures as unknown[]).length * (1 + (rows as unknown[]).length + (columns as unknown[]).length),
  )
  async statistics(@Args() args: StatisticsArgs, @Context() context: RequestContext): Promise<Statistics> {
    return this.reader.read(context.signedIn, requestOf(args, this.db.today()), context.language);
  }
}
