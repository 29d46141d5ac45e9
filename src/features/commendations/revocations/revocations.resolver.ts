import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { cleanText } from '../../../shared/text.js';
import { CommendationPayload } from '../commendation.graphql.js';
import { TakeBackCommendationInput } from '../grants/past.inputs.js';
import { MarkRecoveredInput, RevokeCommendationInput } from './revocation.inputs.js';
import { RevocationsService } from './revocations.service.js';

/** Revokes commendations, and takes back what was entered by mistake. */
@Resolver()
export class RevocationsResolver {
  constructor(private readonly service: RevocationsService) {}

  @Mutation(() => CommendationPayload, {
    description:
      'Revokes a commendation on a ground of the law; its certificate and money then have to be recovered (thu hồi khen thưởng).',
  })
  @Allow('commendation.revoke')
  revokeCommendation(
    @Args('input', { type: () => RevokeCommendationInput }) input: RevokeCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, RevokeCommendationInput, input, async () => {
      const { expectedVersion, on, ground, reason, decisionId } = input;
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion };
      const given = { on, ground, reason, decisionId: decisionId ? idOf('Decision', decisionId, 'decisionId') : null };
      return { commendation: await this.service.revoke(context.signedIn, seen, given) };
    });
  }

  @Mutation(() => CommendationPayload, {
    description: 'Takes back a revocation that was entered by mistake: the commendation is in force as before (bỏ việc thu hồi ghi nhầm).',
  })
  @Allow('commendation.revoke')
  takeBackRevocation(
    @Args('input', { type: () => TakeBackCommendationInput }) input: TakeBackCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, TakeBackCommendationInput, input, async () => {
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion: input.expectedVersion, reason: cleanText(input.reason) };
      return { commendation: await this.service.takeBack(context.signedIn, seen) };
    });
  }

  @Mutation(() => CommendationPayload, {
    description: 'Marks the certificate or the money of a revoked commendation as recovered (ghi đã thu hồi bằng, tiền thưởng).',
  })
  @Allow('commendation.record')
  markRecovered(
    @Args('input', { type: () => MarkRecoveredInput }) input: MarkRecoveredInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, MarkRecoveredInput, input, async () => {
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { commendation: await this.service.markRecovered(context.signedIn, seen, input.what, input.on) };
    });
  }
}
