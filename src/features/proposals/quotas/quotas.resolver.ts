import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { Database } from '../../../platform/database/database.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { declared } from '../../../platform/views/shows.js';
import { AppraisalRound } from '../../evaluations/rounds/appraisal-round.graphql.js';
import { knownOn } from './known-quotas.js';
import { CommendationQuota, CommendationQuotasPayload, QuotaRule, QuotaRulesArgs, SetCommendationQuotasInput } from './quota.graphql.js';
import { QuotasService } from './quotas.service.js';

/** How many may be granted from the results of a round. */
@Resolver(() => AppraisalRound)
export class QuotasResolver {
  constructor(
    private readonly db: Database,
    private readonly quotas: QuotasService,
  ) {}

  @ResolveField(() => [CommendationQuota], {
    description:
      'How many may be granted from its results, and how many were (hạn mức khen thưởng). Empty: none is set, and nothing is counted.',
  })
  commendationQuotas(): CommendationQuota[] {
    return declared();
  }

  @Query(() => [QuotaRule], { description: 'Quotas as acts state them (hạn mức theo văn bản).' })
  @Allow('registry.read')
  commendationQuotaRules(@Args() { on }: QuotaRulesArgs): readonly QuotaRule[] {
    return knownOn(on ?? this.db.today());
  }

  @Mutation(() => CommendationQuotasPayload, {
    description:
      'Sets how many may be granted from the results of a round: all anew, none below what was granted (đặt hạn mức khen thưởng).',
  })
  @Allow('appraisal.manage')
  setCommendationQuotas(
    @Args('input', { type: () => SetCommendationQuotasInput }) input: SetCommendationQuotasInput,
    @Context() context: RequestContext,
  ): Promise<CommendationQuotasPayload> {
    return mutate(context, SetCommendationQuotasInput, input, async () => {
      const { expectedVersion, act = null, lines } = input;
      const given = { roundId: idOf('AppraisalRound', input.roundId, 'roundId'), expectedVersion, act, lines: lines ?? [] };
      return { appraisalRound: await this.quotas.set(context.signedIn, given) };
    });
  }
}
