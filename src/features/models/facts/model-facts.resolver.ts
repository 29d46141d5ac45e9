import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ModelPayload, seenModel } from '../changed-model.inputs.js';
import { RecordModelFactInput, RecordModelRunningInput, RetractModelFactInput, type ModelFactInput } from './model-facts.inputs.js';
import type { FactKey } from './model-fact.store.js';
import { ModelFactsService } from './model-facts.service.js';

const factOf = ({ kind, on, level, decisionId }: ModelFactInput): FactKey => ({
  kind,
  on,
  level: level ?? null,
  decisionId: decisionId ? idOf('Decision', decisionId, 'decisionId') : null,
});

/** Dated facts of models. */
@Resolver()
export class ModelFactsResolver {
  constructor(private readonly service: ModelFactsService) {}

  @Mutation(() => ModelPayload, {
    description:
      'Records that a model was launched, or is outstanding or chosen for replication, with the day and the document that says so (ghi nhận ra mắt, tiêu biểu, nhân rộng). What it was granted is a commendation.',
  })
  @Allow('model.recordFact')
  recordModelFact(
    @Args('input', { type: () => RecordModelFactInput }) input: RecordModelFactInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(
      context,
      RecordModelFactInput,
      input,
      async () => ({
        model: await this.service.record(context.signedIn, seenModel(input), factOf(input), input.source),
      }),
      async ({ model }) => this.service.warningsAbout(model!, input.on),
    );
  }

  @Mutation(() => ModelPayload, { description: 'Removes a fact that was entered by mistake, with a reason (xóa ghi nhận nhập nhầm).' })
  @Allow('model.recordFact')
  retractModelFact(
    @Args('input', { type: () => RetractModelFactInput }) input: RetractModelFactInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RetractModelFactInput, input, async () => ({
      model: await this.service.retract(context.signedIn, seenModel(input), factOf(input), input.reason),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Records how a past model ran when its paper did not say (ghi tình trạng vận hành).' })
  @Allow('model.record')
  recordModelRunning(
    @Args('input', { type: () => RecordModelRunningInput }) input: RecordModelRunningInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordModelRunningInput, input, async () => ({
      model: await this.service.recordRunning(context.signedIn, seenModel(input), input.running, input.on, input.source),
    }));
  }
}
