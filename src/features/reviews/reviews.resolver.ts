import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { parsePartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { CommendationPageArgs } from '../commendations/commendation.filter.js';
import { Commendation, CommendationConnection } from '../commendations/commendation.graphql.js';
import { Figure, FigureConnection, FigurePageArgs } from '../indicators/figure.graphql.js';
import { EmulationModel, EmulationModelConnection } from '../models/model.graphql.js';
import { ModelPageArgs } from '../models/model.filter.js';
import { Review, ReviewArgs, ReviewConnection, ReviewPayload, ReviewsArgs } from './review.graphql.js';
import { CorrectReviewInput, OpenReviewInput } from './review.inputs.js';
import { reviewView } from './review.view.js';
import { ReviewsService } from './reviews.service.js';

@Resolver(() => Review)
export class ReviewsResolver {
  constructor(
    private readonly service: ReviewsService,
    private readonly records: Records,
  ) {}

  @Query(() => ReviewConnection, { description: 'Reviews that you may see, the latest periods first (danh sách sơ kết, tổng kết).' })
  @Allow('registry.read')
  @ShowsPage(reviewView)
  reviews(@Args() _args: ReviewsArgs): Page<Review> {
    return declared();
  }

  @Query(() => Review, { nullable: true, description: 'One review (sơ kết, tổng kết). Null: you see none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(reviewView)
  review(@Args() _args: ReviewArgs): Review | null {
    return declared();
  }

  @ResolveField(() => FigureConnection, {
    description: 'The figures of its unit and of the units that report for it, within its period (số liệu).',
  })
  @CheckedArgs()
  figures(@Args() _args: FigurePageArgs): Page<Figure> {
    return declared();
  }

  @ResolveField(() => EmulationModelConnection, { description: 'The models that it names as exemplary (mô hình, điển hình tiêu biểu).' })
  @CheckedArgs()
  models(@Args() _args: ModelPageArgs): Page<EmulationModel> {
    return declared();
  }

  @ResolveField(() => CommendationConnection, { description: 'The commendations that it names (khen thưởng tại hội nghị).' })
  @CheckedArgs()
  commendations(@Args() _args: CommendationPageArgs): Page<Commendation> {
    return declared();
  }

  @Mutation(() => ReviewPayload, { description: 'Opens a review of a unit’s period (mở sơ kết, tổng kết).' })
  @Allow('review.manage')
  openReview(
    @Args('input', { type: () => OpenReviewInput }) input: OpenReviewInput,
    @Context() context: RequestContext,
  ): Promise<ReviewPayload> {
    return mutate(context, OpenReviewInput, input, async () => {
      const { name, kind, theme = null, period, heldOn = null, dueOn = null, note = null, idempotencyKey } = input;
      const given = {
        unitId: idOf('Unit', input.unitId, 'unitId'),
        name,
        kind,
        theme,
        periodText: period,
        starts: parsePartialDate(input.starts)!,
        ends: parsePartialDate(input.ends)!,
        heldOn,
        dueOn,
        note,
        organiserIds: idsOf('Unit', input.organiserIds, 'organiserIds'),
        unitIds: idsOf('Unit', input.unitIds, 'unitIds'),
        modelIds: idsOf('EmulationModel', input.modelIds, 'modelIds'),
        commendationIds: idsOf('Commendation', input.commendationIds, 'commendationIds'),
        previousId: input.previousId ? idOf('Review', input.previousId, 'previousId') : null,
      };
      return { review: await this.service.openReview(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => ReviewPayload, { description: 'Corrects what was entered wrongly of a review (đính chính sơ kết, tổng kết).' })
  @Allow('review.manage')
  correctReview(
    @Args('input', { type: () => CorrectReviewInput }) input: CorrectReviewInput,
    @Context() context: RequestContext,
  ): Promise<ReviewPayload> {
    return mutate(context, CorrectReviewInput, input, async () => {
      const { name, theme, heldOn, dueOn, note, expectedVersion, reason } = input;
      const changes = {
        name,
        theme,
        heldOn,
        dueOn,
        note,
        organiserIds: input.organiserIds && idsOf('Unit', input.organiserIds, 'organiserIds'),
        unitIds: input.unitIds && idsOf('Unit', input.unitIds, 'unitIds'),
        modelIds: input.modelIds && idsOf('EmulationModel', input.modelIds, 'modelIds'),
        commendationIds: input.commendationIds && idsOf('Commendation', input.commendationIds, 'commendationIds'),
        previousId: input.previousId ? idOf('Review', input.previousId, 'previousId') : (input.previousId as null | undefined),
      };
      const seen = { id: idOf('Review', input.id, 'id'), expectedVersion, reason };
      return { review: await this.service.correctReview(context.signedIn, seen, changes) };
    });
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a review that was entered by mistake, with its tasks, while nothing of it is frozen (gỡ bỏ sơ kết, tổng kết).',
  })
  @Allow('review.manage')
  removeReview(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Review', input));
      return { removedId: input.id };
    });
  }
}

const idsOf = (type: string, ids: readonly string[], field: string): Id[] => ids.map((id, i) => idOf(type, id, field, String(i)));
