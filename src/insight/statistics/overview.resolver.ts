import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { Database } from '../../platform/database/database.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { MAX_TARGETS, OverviewReader } from './overview.reader.js';
import { Overview, OverviewArgs, TargetProgress } from './overview.graphql.js';
import { StatisticsMeasure } from './statistics-kinds.js';
import { Statistics } from './statistics.graphql.js';
import type { StatisticsAxis } from './statistics.inputs.js';
import { StatisticsReader } from './statistics.reader.js';
import { requestOf } from './statistics.request.js';

const OF_COMMENDATIONS: readonly StatisticsMeasure[] = ['COMMENDATIONS', 'RECIPIENTS', 'MONEY'];
const OF_MODELS = Object.values(StatisticsMeasure).filter(measure => !OF_COMMENDATIONS.includes(measure));
const WITHOUT_LEVELS: readonly StatisticsMeasure[] = ['REGISTRATIONS', 'MODELS_REGISTERED', 'RECOGNISED'];

const POINTS = 100;
/** For each target the registrations of its round are counted: a part of all events. */
const POINTS_OF_TARGET = 10;

/** A year of a unit compared with the year before: tables that `statistics` answers, too, and its targets. */
@Resolver(() => Overview)
export class OverviewResolver {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly overviews: OverviewReader,
    private readonly db: Database,
  ) {}

  @Query(() => Overview, {
    description: 'A year of a unit by the units of today, next to the year before (tổng quan của đơn vị trong năm).',
  })
  @Allow('registry.read')
  async overview(@Args() args: OverviewArgs): Promise<Overview> {
    return this.overviews.of(args, this.db.today());
  }

  @ResolveField(() => Statistics, { description: 'Every measure of models, in this year and the year before (các chỉ số).' })
  @Costs(() => OF_MODELS.length * POINTS)
  totals(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [], OF_MODELS);
  }

  @ResolveField(() => Statistics, { description: 'Registered and recognised, by sector (theo lĩnh vực).' })
  @Costs(() => WITHOUT_LEVELS.length * POINTS)
  bySector(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [{ by: 'SECTOR' }], WITHOUT_LEVELS);
  }

  @ResolveField(() => Statistics, { description: 'Registered and recognised, by subject (theo đối tượng).' })
  @Costs(() => WITHOUT_LEVELS.length * POINTS)
  bySubjectKind(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [{ by: 'SUBJECT_KIND' }], WITHOUT_LEVELS);
  }

  @ResolveField(() => Statistics, { description: 'Recognised, by level (theo cấp công nhận).' })
  @Costs(() => POINTS)
  byLevel(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [{ by: 'LEVEL' }], ['RECOGNISED']);
  }

  @ResolveField(() => Statistics, {
    description: 'Commendations of recipients of the unit and of units that it reaches, by level and form (khen thưởng).',
  })
  @Costs(() => OF_COMMENDATIONS.length * POINTS)
  commendations(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [{ by: 'LEVEL' }, { by: 'COMMENDATION_FORM' }], OF_COMMENDATIONS);
  }

  @ResolveField(() => Statistics, {
    description: 'Registered and recognised, by the units directly below it (theo đơn vị trực thuộc). Of a unit that has ended: as it was.',
  })
  @Costs(() => WITHOUT_LEVELS.length * POINTS)
  byUnit(@Parent() overview: Overview, @Context() context: RequestContext): Promise<Statistics> {
    return this.table(overview, context, [{ by: 'UNIT', childrenOf: overview.unitId }], WITHOUT_LEVELS);
  }

  @ResolveField(() => [TargetProgress], {
    description:
      'Targets that you see, assigned to the unit or to units that it reaches today, in rounds that were open in the year; at most 100 (chỉ tiêu giao).',
  })
  @Costs(() => MAX_TARGETS * POINTS_OF_TARGET)
  targets(@Parent() overview: Overview, @Context() context: RequestContext): Promise<TargetProgress[]> {
    return this.overviews.targets(context.signedIn, overview);
  }

  private async table(
    { unitId, year, asOf }: Overview,
    context: RequestContext,
    rows: readonly StatisticsAxis[],
    measures: readonly StatisticsMeasure[],
  ): Promise<Statistics> {
    const columns: StatisticsAxis[] = [{ by: 'YEAR', from: `${year - 1}-01-01`, to: `${year}-12-31` }];
    const asWas = rows.some(({ childrenOf }) => childrenOf) && (await this.overviews.hasEnded(unitId, asOf));
    const unit = asWas ? null : { unitId };
    const filters = measures === OF_COMMENDATIONS ? { filter: null, commendations: unit } : { filter: unit };
    const basis = asWas ? 'AS_REPORTED' : 'RESTATED';
    const request = requestOf({ ...filters, rows: [...rows], columns, measures: [...measures], asOf, basis }, asOf);
    return this.reader.read(context.signedIn, request, context.language);
  }
}
