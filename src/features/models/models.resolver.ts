import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import {
  EmulationModel,
  EmulationModelConnection,
  ModelArgs,
  ModelPageArgs,
  ModelPayload,
  ModelsArgs,
  RecordPastInput,
} from './model.graphql.js';
import { modelView } from './model.view.js';
import { ModelsService } from './models.service.js';

@Resolver(() => EmulationModel)
export class ModelsResolver {
  constructor(private readonly service: ModelsService) {}

  @Query(() => EmulationModelConnection, { description: 'Models attested by a day (danh sách mô hình).' })
  @Allow('registry.read')
  @ShowsPage(modelView)
  models(@Args() _args: ModelsArgs): Page<EmulationModel> {
    return declared();
  }

  @Query(() => EmulationModel, { nullable: true, description: 'One model (mô hình), or null when there is none with this id.' })
  @Allow('registry.read')
  @ShowsOne(modelView)
  model(@Args() _args: ModelArgs): EmulationModel | null {
    return declared();
  }

  @Mutation(() => ModelPayload, { description: 'Enters a model from a paper (nhập mô hình từ văn bản cũ).' })
  @Allow('model.record')
  recordPast(
    @Args('input', { type: () => RecordPastInput }) input: RecordPastInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordPastInput, input, async () => {
      const { idempotencyKey, unitId, jointOwnerIds, parentId, place, themes, ...rest } = input;
      const past = {
        ...rest,
        unitId: idOf('Unit', unitId, 'unitId'),
        jointOwnerIds: (jointOwnerIds ?? []).map((owner, i) => idOf('Unit', owner, 'jointOwnerIds', i)),
        parentId: parentId ? idOf('EmulationModel', parentId, 'parentId') : null,
        place: place ?? null,
        themes: themes ?? [],
      };
      return { model: await this.service.recordPast(context.signedIn, past, idempotencyKey) };
    });
  }

  @ResolveField(() => EmulationModelConnection, { description: 'The models that stand under it (mô hình con).' })
  @CheckedArgs()
  children(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }
}
