import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { ShowsPage, declared } from '../../../platform/views/shows.js';
import { idOrNull } from '../../commendations/grants/read-inputs.js';
import {
  CorrectHoldInput,
  Hold,
  HoldConnection,
  HoldPayload,
  HoldsArgs,
  LiftHoldInput,
  PlaceHoldInput,
  ReviewHoldInput,
} from './hold.graphql.js';
import { holdView } from './hold.view.js';
import { HoldsService } from './holds.service.js';

/** Who cannot be granted now. */
@Resolver(() => Hold)
export class HoldsResolver {
  constructor(private readonly service: HoldsService) {}

  @Query(() => HoldConnection, {
    description: 'Who cannot be granted now, for those who may propose or grant; everybody else sees none (danh sách chưa khen thưởng).',
  })
  @Allow('registry.read')
  @ShowsPage(holdView)
  holds(@Args() _args: HoldsArgs): Page<Hold> {
    return declared();
  }

  @Mutation(() => HoldPayload, {
    description: 'Says that somebody cannot be granted now, with a reason and a day of review (ghi nhận chưa khen thưởng).',
  })
  @Allow('hold.place')
  placeHold(
    @Args('input', { type: () => PlaceHoldInput }) input: PlaceHoldInput,
    @Context() context: RequestContext,
  ): Promise<HoldPayload> {
    return mutate(context, PlaceHoldInput, input, async () => {
      const { ground, reason, source, reviewOn, name = null, idempotencyKey } = input;
      const given = {
        ground,
        reason,
        source,
        reviewOn,
        name,
        bodyId: idOf('Unit', input.bodyId, 'bodyId'),
        councilId: idOrNull('Council', input.councilId, 'councilId'),
        personId: idOrNull('Person', input.personId, 'personId'),
        unitId: idOrNull('Unit', input.unitId, 'unitId'),
      };
      return { hold: await this.service.place(context.signedIn, given, idempotencyKey) };
    });
  }

  @Mutation(() => HoldPayload, { description: 'Lets a hold go on until another day of review (xem lại, gia hạn chưa khen thưởng).' })
  @Allow('hold.place')
  reviewHold(
    @Args('input', { type: () => ReviewHoldInput }) input: ReviewHoldInput,
    @Context() context: RequestContext,
  ): Promise<HoldPayload> {
    return mutate(context, ReviewHoldInput, input, async () => ({
      hold: await this.service.review(context.signedIn, seenHold(input), input.reviewOn, input.reason),
    }));
  }

  @Mutation(() => HoldPayload, {
    description:
      'Corrects what was entered wrongly of a hold: ground, reason, source, day of review (đính chính ghi nhận chưa khen thưởng).',
  })
  @Allow('hold.place')
  correctHold(
    @Args('input', { type: () => CorrectHoldInput }) input: CorrectHoldInput,
    @Context() context: RequestContext,
  ): Promise<HoldPayload> {
    return mutate(context, CorrectHoldInput, input, async () => {
      const { ground, text, source, reviewOn, reason } = input;
      return { hold: await this.service.correct(context.signedIn, seenHold(input), { ground, reason: text, source, reviewOn }, reason) };
    });
  }

  @Mutation(() => HoldPayload, { description: 'Lifts a hold: the award may go on (bỏ ghi nhận chưa khen thưởng).' })
  @Allow('hold.place')
  liftHold(@Args('input', { type: () => LiftHoldInput }) input: LiftHoldInput, @Context() context: RequestContext): Promise<HoldPayload> {
    return mutate(context, LiftHoldInput, input, async () => ({
      hold: await this.service.lift(context.signedIn, seenHold(input), input.reason),
    }));
  }
}

const seenHold = ({ id, expectedVersion }: Pick<LiftHoldInput, 'id' | 'expectedVersion'>): { id: string; expectedVersion: number } => ({
  id: idOf('Hold', id, 'id'),
  expectedVersion,
});
