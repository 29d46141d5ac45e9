import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ChangedModelInput, ModelPayload, seenModel } from '../changed-model.inputs.js';
import { MergeModelInput, TrashModelInput } from './model-tidying.inputs.js';
import { ModelTidyingService } from './model-tidying.service.js';

/** The trash, and merging of duplicates; both can be undone. */
@Resolver()
export class ModelTidyingResolver {
  constructor(private readonly service: ModelTidyingService) {}

  @Mutation(() => ModelPayload, { description: 'Moves a model to the trash (cho vào thùng rác).' })
  @Allow('model.trash')
  trashModel(
    @Args('input', { type: () => TrashModelInput }) input: TrashModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, TrashModelInput, input, async () => ({
      model: await this.service.trash(context.signedIn, seenModel(input), input.reason),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Restores a model from the trash (khôi phục từ thùng rác).' })
  @Allow('model.trash')
  restoreModel(
    @Args('input', { type: () => ChangedModelInput }) input: ChangedModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, ChangedModelInput, input, async () => ({
      model: await this.service.restore(context.signedIn, seenModel(input)),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Merges a duplicate into another model, which remains (gộp mô hình trùng).' })
  @Allow('model.merge')
  mergeModel(
    @Args('input', { type: () => MergeModelInput }) input: MergeModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, MergeModelInput, input, async () => ({
      model: await this.service.merge(context.signedIn, seenModel(input), idOf('EmulationModel', input.intoId, 'intoId'), input.reason),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Undoes the merge of a model (tách lại mô hình đã gộp).' })
  @Allow('model.merge')
  unmergeModel(
    @Args('input', { type: () => ChangedModelInput }) input: ChangedModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, ChangedModelInput, input, async () => ({
      model: await this.service.unmerge(context.signedIn, seenModel(input)),
    }));
  }
}
