import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../../platform/access/allow.js';
import { ActionView, toActionViews } from '../../../platform/graphql/action.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../../platform/views/likely-duplicates.js';
import { columnsOf } from '../../../platform/views/object-plan.js';
import { ShowsOne, ShowsPage, declared } from '../../../platform/views/shows.js';
import type { Id } from '../../../shared/ids.js';
import { EvaluationPageArgs, RankingPageArgs } from '../evaluation.filter.js';
import { Evaluation, EvaluationConnection } from '../evaluation.graphql.js';
import { DecisionsService } from '../results/decisions.service.js';
import { ResultsService } from '../results/results.service.js';
import {
  AppraisalRound,
  AppraisalRoundArgs,
  AppraisalRoundConnection,
  AppraisalRoundPayload,
  AppraisalRoundsArgs,
} from './appraisal-round.graphql.js';
import { CloseAppraisalRoundInput, DecideTieInput, OpenAppraisalRoundInput, ReopenAppraisalRoundInput } from './appraisal-round.inputs.js';
import { appraisalRoundView } from './appraisal-round.view.js';
import { AppraisalRoundsService } from './appraisal-rounds.service.js';
import { roundLikeness } from './round-likeness-sql.js';
import { RoundActions } from './round-actions.js';

@Resolver(() => AppraisalRound)
export class AppraisalRoundsResolver {
  constructor(
    private readonly service: AppraisalRoundsService,
    private readonly results: ResultsService,
    private readonly decisions: DecisionsService,
    private readonly actionsOf: RoundActions,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => AppraisalRoundConnection, { description: 'Appraisal rounds that you may see, the latest first (danh sách đợt thẩm định).' })
  @Allow('registry.read')
  @ShowsPage(appraisalRoundView)
  appraisalRounds(@Args() _args: AppraisalRoundsArgs): Page<AppraisalRound> {
    return declared();
  }

  @Query(() => AppraisalRound, {
    nullable: true,
    description: 'One appraisal round (đợt thẩm định). Null: you see none with this identifier.',
  })
  @Allow('registry.read')
  @ShowsOne(appraisalRoundView)
  appraisalRound(@Args() _args: AppraisalRoundArgs): AppraisalRound | null {
    return declared();
  }

  @Mutation(() => AppraisalRoundPayload, {
    description: 'Opens an appraisal round over registrations, which come under appraisal, or over units (mở đợt thẩm định).',
  })
  @Allow('appraisal.manage')
  openAppraisalRound(
    @Args('input', { type: () => OpenAppraisalRoundInput }) input: OpenAppraisalRoundInput,
    @Context() context: RequestContext,
  ): Promise<AppraisalRoundPayload> {
    return mutate(
      context,
      OpenAppraisalRoundInput,
      input,
      async () => {
        const { idempotencyKey, level = null, closesOn = null, complaintDays = null, councilId, registrationRoundId, ...rest } = input;
        const given = {
          ...rest,
          level,
          closesOn,
          complaintDays,
          unitId: idOf('Unit', input.unitId, 'unitId'),
          criteriaVersionId: idOf('CriteriaSetVersion', input.criteriaVersionId, 'criteriaVersionId'),
          councilId: councilId ? idOf('Council', councilId, 'councilId') : null,
          registrationRoundId: registrationRoundId ? idOf('RegistrationRound', registrationRoundId, 'registrationRoundId') : null,
          registrationIds: input.registrationIds.map((id, i) => idOf('Registration', id, 'registrationIds', i)),
          unitIds: input.unitIds.map((id, i) => idOf('Unit', id, 'unitIds', i)),
          blocks: input.blocks.map((block, i) => ({
            ...block,
            unitIds: block.unitIds.map((id, j) => idOf('Unit', id, 'blocks', i, 'unitIds', j)),
          })),
        };
        return { appraisalRound: await this.service.open(context.signedIn, given, idempotencyKey) };
      },
      async ({ appraisalRound }) => this.duplicates.warningsAbout(context.signedIn, roundLikeness, appraisalRound!),
    );
  }

  @Mutation(() => AppraisalRoundPayload, {
    description:
      'Closes a round: makes, ranks and stores every result (khóa đợt thẩm định). With a council it takes a session with a quorum.',
  })
  @Allow('appraisal.manage')
  closeAppraisalRound(
    @Args('input', { type: () => CloseAppraisalRoundInput }) input: CloseAppraisalRoundInput,
    @Context() context: RequestContext,
  ): Promise<AppraisalRoundPayload> {
    return mutate(context, CloseAppraisalRoundInput, input, async () => {
      const seen = { id: idOf('AppraisalRound', input.id, 'id'), expectedVersion: input.expectedVersion };
      const sessionId = input.sessionId ? idOf('CouncilSession', input.sessionId, 'sessionId') : null;
      return { appraisalRound: await this.results.close(context.signedIn, seen, sessionId) };
    });
  }

  @Mutation(() => AppraisalRoundPayload, { description: 'Opens a closed round again, with a reason (mở lại đợt thẩm định sau khiếu nại).' })
  @Allow('appraisal.decide')
  reopenAppraisalRound(
    @Args('input', { type: () => ReopenAppraisalRoundInput }) input: ReopenAppraisalRoundInput,
    @Context() context: RequestContext,
  ): Promise<AppraisalRoundPayload> {
    return mutate(context, ReopenAppraisalRoundInput, input, async () => {
      const seen = { id: idOf('AppraisalRound', input.id, 'id'), expectedVersion: input.expectedVersion };
      const complaintId = input.complaintId ? idOf('AppraisalComplaint', input.complaintId, 'complaintId') : null;
      return { appraisalRound: await this.results.reopen(context.signedIn, seen, input.reason, complaintId) };
    });
  }

  @Mutation(() => AppraisalRoundPayload, {
    description: 'Decides the order among entries that the written chain leaves equal (quyết định thứ hạng khi bằng nhau).',
  })
  @Allow('appraisal.decide')
  decideTie(
    @Args('input', { type: () => DecideTieInput }) input: DecideTieInput,
    @Context() context: RequestContext,
  ): Promise<AppraisalRoundPayload> {
    return mutate(context, DecideTieInput, input, async () => {
      const roundId = idOf('AppraisalRound', input.roundId, 'roundId');
      const ids = input.evaluationIds.map((id, i) => idOf('Evaluation', id, 'evaluationIds', i));
      return { appraisalRound: await this.decisions.decideTie(context.signedIn, roundId, ids, input.reason) };
    });
  }

  @ResolveField(() => EvaluationConnection, { description: 'Its entries that you may see (các trường hợp).' })
  @CheckedArgs()
  entries(@Args() _args: EvaluationPageArgs): Page<Evaluation> {
    return declared();
  }

  @ResolveField(() => EvaluationConnection, { description: 'Its ranked entries once it is closed, the best first (xếp hạng).' })
  @CheckedArgs()
  ranking(@Args() _args: RankingPageArgs): Page<Evaluation> {
    return declared();
  }

  @ResolveField(() => [ActionView], {
    description: 'What can be done with it now, each with the reasons that prevent it for you (thao tác).',
  })
  async actions(@Parent() round: AppraisalRound, @Context() context: RequestContext): Promise<ActionView[]> {
    const load = this.actionsOf.loadFor(context.signedIn);
    return toActionViews(await context.batch(load, columnsOf<{ readonly id: Id }>(round).id), context);
  }
}
