import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { seenModel } from '../changed-model.inputs.js';
import { RecordModelFactInput, RecordModelRunningInput, RetractModelFactInput, type ModelFactInput } from './model-facts.inputs.js';
import type { FactKey } from './model-fact.store.js';
import { ModelFactsService } from './model-facts.service.js';
import { ModelPayload } from '../registration/model.inputs.js';

const factOf = ({ kind, on, level, decisionId }: ModelFactInput): FactKey => ({
  kind,
  on,
  level: level ?? null,
  decisionId: decisionId ? idOf('Decision', decisionId, 'decisionId') : null,
});

/** What becomes known of a model on a day. */
@Resolver()
export class ModelFactsResolver {
  constructor(private readonly service: ModelFactsService) {}

  @Mutation(() => ModelPayload, {
    description: 'Ghi nhận tiêu biểu, được nhân rộng, được khen thưởng: with its day and the paper that says so.',
  })
  @Allow('model.recordFact')
  recordModelFact(
    @Args('input', { type: () => RecordModelFactInput }) input: RecordModelFactInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordModelFactInput, input, async () => ({
      model: await this.service.record(context.signedIn, seenModel(input), factOf(input), input.source),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Xóa ghi nhận nhập nhầm, with a reason.' })
  @Allow('model.recordFact')
  retractModelFact(
    @Args('input', { type: () => RetractModelFactInput }) input: RetractModelFactInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RetractModelFactInput, input, async () => ({
      model: await this.service.retract(context.signedIn, seenModel(input), factOf(input), input.reason),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Ghi tình trạng vận hành of a past entry whose paper did not say how it ran.' })
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
