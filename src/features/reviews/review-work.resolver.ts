import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Costs } from '../../platform/graphql/cost.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ReviewMove } from './review-freeze.graphql.js';
import { ReviewFreezesService } from './review-freezes.service.js';
import { ReviewSubmissionsService } from './review-submissions.service.js';
import { ReviewTasksService } from './review-tasks.service.js';
import { ReviewPayload, ReviewTaskPayload } from './review.graphql.js';
import {
  AddReviewTaskInput,
  CorrectReviewTaskInput,
  ExtendReviewInput,
  FreezeReviewInput,
  SettleReviewTaskInput,
  SubmitForReviewInput,
} from './review.inputs.js';

/** Statistics are asked anew, as a table of the same size. */
const POINTS = 1_000;

/** What is done with a review: submissions, tasks, frozen numbers. */
@Resolver()
export class ReviewWorkResolver {
  constructor(
    private readonly submissions: ReviewSubmissionsService,
    private readonly tasks: ReviewTasksService,
    private readonly freezes: ReviewFreezesService,
  ) {}

  @Query(() => [ReviewMove], {
    description: 'What is another number now than when it was frozen (biến động sau khi chốt). Statistics are asked again as you see them.',
  })
  @Allow('registry.read')
  @Costs(() => POINTS)
  reviewMoves(
    @Args('freezeId', { type: () => ID, description: 'The frozen numbers (bản chốt số liệu).' }) freezeId: string,
    @Context() context: RequestContext,
  ): Promise<ReviewMove[]> {
    return this.freezes.moves(context.signedIn, idOf('ReviewFreeze', freezeId, 'freezeId'));
  }

  @Mutation(() => ReviewPayload, { description: 'Says that a unit’s figures for a review are complete (nộp số liệu).' })
  @Allow('review.submit')
  submitForReview(
    @Args('input', { type: () => SubmitForReviewInput }) input: SubmitForReviewInput,
    @Context() context: RequestContext,
  ): Promise<ReviewPayload> {
    return mutate(context, SubmitForReviewInput, input, async () => {
      const given = { reviewId: idOf('Review', input.reviewId, 'reviewId'), unitId: idOf('Unit', input.unitId, 'unitId') };
      return { review: await this.submissions.submitForReview(context.signedIn, given) };
    });
  }

  @Mutation(() => ReviewPayload, { description: 'Gives a unit more time for its figures (gia hạn nộp).' })
  @Allow('review.manage')
  extendReview(
    @Args('input', { type: () => ExtendReviewInput }) input: ExtendReviewInput,
    @Context() context: RequestContext,
  ): Promise<ReviewPayload> {
    return mutate(context, ExtendReviewInput, input, async () => {
      const { extendedTo, reason } = input;
      const given = {
        reviewId: idOf('Review', input.reviewId, 'reviewId'),
        unitId: idOf('Unit', input.unitId, 'unitId'),
        extendedTo,
        reason,
      };
      return { review: await this.submissions.extendReview(context.signedIn, given) };
    });
  }

  @Mutation(() => ReviewTaskPayload, { description: 'Sets a task for the next period (giao nhiệm vụ kỳ tới).' })
  @Allow('review.manage')
  addReviewTask(
    @Args('input', { type: () => AddReviewTaskInput }) input: AddReviewTaskInput,
    @Context() context: RequestContext,
  ): Promise<ReviewTaskPayload> {
    return mutate(context, AddReviewTaskInput, input, async () => {
      const { text, dueOn = null, idempotencyKey } = input;
      const ownerId = input.ownerId ? idOf('Unit', input.ownerId, 'ownerId') : null;
      const given = { reviewId: idOf('Review', input.reviewId, 'reviewId'), text, ownerId, dueOn };
      return { reviewTask: await this.tasks.addReviewTask(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => ReviewTaskPayload, { description: 'Corrects what was entered wrongly of a task (đính chính nhiệm vụ).' })
  @Allow('review.manage')
  correctReviewTask(
    @Args('input', { type: () => CorrectReviewTaskInput }) input: CorrectReviewTaskInput,
    @Context() context: RequestContext,
  ): Promise<ReviewTaskPayload> {
    return mutate(context, CorrectReviewTaskInput, input, async () => {
      const { text, dueOn, expectedVersion, reason } = input;
      const ownerId = input.ownerId ? idOf('Unit', input.ownerId, 'ownerId') : (input.ownerId as null | undefined);
      const seen = { id: idOf('ReviewTask', input.id, 'id'), expectedVersion, reason };
      return { reviewTask: await this.tasks.correctReviewTask(context.signedIn, seen, { text, ownerId, dueOn }) };
    });
  }

  @Mutation(() => ReviewTaskPayload, { description: 'Says how far a task has come (ghi kết quả nhiệm vụ).' })
  @Allow('review.manage')
  settleReviewTask(
    @Args('input', { type: () => SettleReviewTaskInput }) input: SettleReviewTaskInput,
    @Context() context: RequestContext,
  ): Promise<ReviewTaskPayload> {
    return mutate(context, SettleReviewTaskInput, input, async () => {
      const { expectedVersion, state, outcome = null } = input;
      const given = { id: idOf('ReviewTask', input.id, 'id'), expectedVersion, state, outcome };
      return { reviewTask: await this.tasks.settleReviewTask(context.signedIn, given) };
    });
  }

  @Mutation(() => ReviewPayload, {
    description: 'Keeps the numbers of a review as they are now, with what was asked and on which basis (chốt số liệu).',
  })
  @Allow('review.manage')
  freezeReview(
    @Args('input', { type: () => FreezeReviewInput }) input: FreezeReviewInput,
    @Context() context: RequestContext,
  ): Promise<ReviewPayload> {
    return mutate(context, FreezeReviewInput, input, async () => {
      const { expectedVersion, basis, idempotencyKey } = input;
      const given = { id: idOf('Review', input.id, 'id'), expectedVersion, basis };
      return { review: await this.freezes.freezeReview(context.signedIn, given, idempotencyKey) };
    });
  }
}
