import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../../../platform/graphql/context.js';
import { columnsOf } from '../../../platform/views/object-plan.js';
import { EmulationModel } from '../../models/model.graphql.js';
import type { ModelCarried } from '../../models/model.view.js';
import { Spread } from './spread.graphql.js';
import { Spreads } from './spread.service.js';

/** Adds to models how far they have spread. */
@Resolver(() => EmulationModel)
export class ModelSpreadResolver {
  constructor(private readonly spreads: Spreads) {}

  @ResolveField(() => Spread, {
    description: 'How far it has spread by the day, over all generations of copies that you see (độ lan tỏa).',
  })
  spread(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<Spread> {
    const { id, day } = columnsOf<ModelCarried>(model);
    return context.batch(this.spreads.loadFor(context.signedIn), this.spreads.keyOf(id, day));
  }
}
