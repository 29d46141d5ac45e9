import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import { ActionView, toActionViews } from '../../platform/graphql/action.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { columnsOf } from '../../platform/views/object-plan.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { Decision } from '../decisions/decision.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { ModelActions } from './steps/model-actions.js';
import { EmulationModel, EmulationModelConnection } from './model.graphql.js';
import { ModelArgs, ModelPageArgs, ModelsArgs } from './model.filter.js';
import { modelView, type ModelCarried } from './model.view.js';

/** The contract of the queries on models; `model.view.ts` declares their SQL. */
@Resolver(() => EmulationModel)
export class ModelsResolver {
  constructor(private readonly actionsOf: ModelActions) {}

  @Query(() => EmulationModelConnection, {
    description:
      'Models attested by a day, drafts included from the day on which they were entered (danh sách mô hình). All drafts that you see, of whatever unit: `filter: { state: [DRAFT] }`; how many there are in each state: `modelFacets(by: [{ by: STATE }])`.',
  })
  @Allow('registry.read')
  @ShowsPage(modelView)
  models(@Args() _args: ModelsArgs): Page<EmulationModel> {
    return declared();
  }

  @Query(() => EmulationModel, { nullable: true, description: 'One model (mô hình). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(modelView)
  model(@Args() _args: ModelArgs): EmulationModel | null {
    return declared();
  }

  @ResolveField(() => EmulationModelConnection, { description: 'The models directly below it (mô hình con).' })
  @CheckedArgs()
  children(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }

  @ResolveField(() => [ActionView], {
    description:
      'The actions that concern the model today, each with the reasons that prevent it for you (thao tác). They depend on its file, its running and your rights.',
  })
  async actions(@Parent() model: EmulationModel, @Context() context: RequestContext): Promise<ActionView[]> {
    return toActionViews(await context.batch(this.actionsOf.loadFor(context.signedIn), columnsOf<ModelCarried>(model).id), context);
  }
}

/** Adds the field `models` to decisions. */
@Resolver(() => Decision)
export class DecisionModelsResolver {
  @ResolveField(() => EmulationModelConnection, {
    description:
      'The models that it recognises by the day, also where that was revoked since, and those that it names outstanding or for replication (mô hình theo quyết định).',
  })
  @CheckedArgs()
  models(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }
}

/** Adds the field `models` to units. */
@Resolver(() => Unit)
export class UnitModelsResolver {
  @ResolveField(() => EmulationModelConnection, {
    description:
      'The models of this unit on the day, as `models` with its `filter.unitId` finds them: its own, those of the units below it and of former units that count at it (mô hình của đơn vị).',
  })
  @CheckedArgs()
  models(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }
}
