import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import type { Language } from '../../shared/language.js';
import { ModelFacet, ModelFacetsArgs } from './facets.graphql.js';
import { StatisticsReader } from './statistics.reader.js';
import { requestOf, type StatisticsRequest } from './statistics.request.js';

/** As a table with one dimension and one measure: a facet is one. */
const POINTS = 200;

/** The facets of a list of models: tables of statistics with the models of the list as their one measure. */
@Resolver()
export class FacetsResolver {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly db: Database,
  ) {}

  @Query(() => [ModelFacet], {
    description:
      'How many models of a list have which sector, theme, subject, state, unit and so on, counted by the whole filter (bộ đếm của danh sách mô hình). By the units of `asOf`.',
  })
  @Allow('registry.read')
  @Costs(({ by }) => POINTS * (by as unknown[]).length)
  async modelFacets(@Args() { filter, by, asOf }: ModelFacetsArgs, @Context() context: RequestContext): Promise<ModelFacet[]> {
    const today = this.db.today();
    const asked = by.map(axis => requestOf({ filter, rows: [axis], columns: [], measures: ['MODELS'], asOf, basis: 'RESTATED' }, today));
    const facets: ModelFacet[] = [];
    for (const request of asked) facets.push(await this.facet(context.signedIn, request, context.language));
    return facets;
  }

  private async facet(actor: Actor, request: StatisticsRequest, language: Language): Promise<ModelFacet> {
    const { rows, cells } = await this.reader.read(actor, request, language);
    const values = cells.flatMap(({ row, value: count, filter }) =>
      row === null ? [] : [{ value: rows[row]!.values[0]!, count, filter }],
    );
    return { dimension: request.rows[0]!.by, total: cells.find(({ row }) => row === null)!.value, values };
  }
}
