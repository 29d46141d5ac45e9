import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../../platform/records/record.inputs.js';
import { Records } from '../../../platform/records/records.service.js';
import { columnsOf } from '../../../platform/views/object-plan.js';
import { declared } from '../../../platform/views/shows.js';
import { EmulationModel } from '../../models/model.graphql.js';
import type { ModelCarried } from '../../models/model.view.js';
import { ANSWER } from './still-alive.js';
import {
  AnswerStillAliveInput,
  StillAlive,
  StillAliveAnswer,
  StillAliveAnswerPayload,
  StillAliveArgs,
  StillAliveCounts,
  StillAliveCountsArgs,
} from './still-alive.graphql.js';
import { StillAliveService } from './still-alive.service.js';

@Resolver()
export class StillAliveResolver {
  constructor(
    private readonly service: StillAliveService,
    private readonly records: Records,
  ) {}

  @Query(() => StillAliveCounts, {
    description:
      'How the units have answered the question of a year whether their recognised models still run (tổng hợp câu hỏi duy trì). Silence is counted apart, by its reason.',
  })
  @Allow('registry.read')
  stillAliveCounts(@Args() { unitId, year }: StillAliveCountsArgs, @Context() context: RequestContext): Promise<StillAliveCounts> {
    return this.service.counts(context.signedIn, unitId ? idOf('Unit', unitId, 'unitId') : null, year);
  }

  @Mutation(() => StillAliveAnswerPayload, {
    description:
      'Answers for a recognised model whether it still runs: as before, changed, or stopped, with one figure (trả lời mô hình còn duy trì không). If it ran otherwise until now, the step of its running is taken, too.',
  })
  @Allow(ANSWER)
  answerStillAlive(
    @Args('input', { type: () => AnswerStillAliveInput }) input: AnswerStillAliveInput,
    @Context() context: RequestContext,
  ): Promise<StillAliveAnswerPayload> {
    return mutate(context, AnswerStillAliveInput, input, async () => {
      const { year = null, on = null, answer, words = null, figureName = null, figure = null, idempotencyKey } = input;
      const given = { modelId: idOf('EmulationModel', input.modelId, 'modelId'), year, on, answer, words, figureName, figure };
      return { stillAliveAnswer: await this.service.answer(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => RemovedRecordPayload, {
    description:
      'Removes an answer that was entered by mistake; then the model waits for one again (gỡ bỏ câu trả lời). A step of the running that was taken with it is taken back by `takeBackModelStep`.',
  })
  @Allow(ANSWER)
  removeStillAliveAnswer(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('StillAliveAnswer', input));
      return { removedId: input.id };
    });
  }
}

/** Adds to models the yearly question and its answers. */
@Resolver(() => EmulationModel)
export class ModelStillAliveResolver {
  constructor(private readonly service: StillAliveService) {}

  @ResolveField(() => StillAlive, {
    nullable: true,
    description:
      'The question of a year whether it still runs, as it is today (câu hỏi duy trì hằng năm). Null: the model is not asked in that year.',
  })
  @CheckedArgs()
  stillAlive(
    @Parent() model: EmulationModel,
    @Args() { year }: StillAliveArgs,
    @Context() context: RequestContext,
  ): Promise<StillAlive | null> {
    const { id } = columnsOf<ModelCarried>(model);
    return context.batch(this.service.loader, this.service.keyOf(id, year));
  }

  @ResolveField(() => [StillAliveAnswer], { description: 'The answers of its unit by the day, year by year (các câu trả lời duy trì).' })
  stillAliveAnswers(): StillAliveAnswer[] {
    return declared();
  }
}
