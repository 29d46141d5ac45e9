import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { DecisionPayload } from '../../decisions/decision.graphql.js';
import { CommendationErrors } from '../commendation.errors.js';
import { CommendationPayload } from '../commendation.graphql.js';
import { CompletionsService } from './completions.service.js';
import { DraftCommendationsInput, GrantCommendationsInput, GrantPayload } from './grant.inputs.js';
import { CompleteCommendationInput, RecordPastCommendationInput, TakeBackCommendationInput } from './past.inputs.js';
import { GrantDraftsService } from './grant-drafts.service.js';
import { GrantsService } from './grants.service.js';
import { PastCommendationsService } from './past.service.js';
import { UnitWarnings } from './unit-warnings.service.js';
import { decisionOf, idOrNull, nameOf, rewardOf } from './read-inputs.js';

/** Grants commendations, enters those of the past, and names the recipients of lists. */
@Resolver()
export class GrantsResolver {
  constructor(
    private readonly grants: GrantsService,
    private readonly past: PastCommendationsService,
    private readonly completions: CompletionsService,
    private readonly drafts: GrantDraftsService,
    private readonly units: UnitWarnings,
  ) {}

  @Mutation(() => GrantPayload, { description: 'Grants commendations by a decision of the body that has the power (tặng khen thưởng).' })
  @Allow('commendation.grant')
  grantCommendations(
    @Args('input', { type: () => GrantCommendationsInput }) input: GrantCommendationsInput,
    @Context() context: RequestContext,
  ): Promise<GrantPayload> {
    const work = async (): Promise<{ decision: Id; rows: { commendation: Id }[] }> => {
      const { decision = null, receivedOn = null, newerLawReason = null, presentedOn = null, idempotencyKey } = input;
      const decisionId = idOrNull('Decision', input.decisionId, 'decisionId');
      if (decision !== null && decisionId !== null) throw CommendationErrors.COMMENDATION_DECISION_TWICE().at('decisionId');
      const given = {
        decisionId,
        decision: decision && decisionOf(decision),
        receivedOn,
        newerLawReason,
        presentedOn,
        recipients: input.recipients.map((line, index) => rewardOf(line, 'recipients', index)),
      };
      const granted = await this.grants.grant(context.signedIn, given, idempotencyKey);
      return { decision: granted.decisionId, rows: granted.ids.map(commendation => ({ commendation })) };
    };
    return mutate(context, GrantCommendationsInput, input, work, ({ rows }) =>
      this.units.of(
        rows.map(({ commendation }) => commendation),
        index => ['recipients', index, 'unitId'],
      ),
    );
  }

  @Mutation(() => DecisionPayload, { description: 'Drafts what a draft of a decision would grant (dự thảo danh sách khen thưởng).' })
  @Allow('commendation.record')
  draftCommendations(
    @Args('input', { type: () => DraftCommendationsInput }) input: DraftCommendationsInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, DraftCommendationsInput, input, async () => {
      const { receivedOn = null, newerLawReason = null, expectedVersion } = input;
      const given = { receivedOn, newerLawReason, recipients: input.recipients.map((line, index) => rewardOf(line, 'recipients', index)) };
      return {
        decision: await this.drafts.draft(context.signedIn, idOf('Decision', input.decisionId, 'decisionId'), expectedVersion, given),
      };
    });
  }

  @Mutation(() => CommendationPayload, {
    description:
      'Enters a commendation from a paper of the past; what the paper does not say stays not known (nhập khen thưởng từ văn bản đã có).',
  })
  @Allow('commendation.record')
  recordPastCommendation(
    @Args('input', { type: () => RecordPastCommendationInput }) input: RecordPastCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    const work = async (): Promise<{ commendation: Id }> => {
      const { form = null, kind = null, level = null, presentedOn = null, on = null, count = null, reason = null } = input;
      const { periodFrom = null, periodTo = null, amount = null, source, idempotencyKey } = input;
      const given = {
        ...nameOf(input),
        form,
        kind,
        level,
        presentedOn,
        on,
        count,
        reason,
        periodFrom,
        periodTo,
        amount,
        source,
        decisionId: idOrNull('Decision', input.decisionId, 'decisionId'),
        issuerId: idOrNull('Unit', input.issuerId, 'issuerId'),
        modelId: idOrNull('EmulationModel', input.modelId, 'modelId'),
      };
      return { commendation: await this.past.record(context.signedIn, given, idempotencyKey) };
    };
    return mutate(context, RecordPastCommendationInput, input, work, ({ commendation }) => this.units.of([commendation], () => ['unitId']));
  }

  @Mutation(() => CommendationPayload, {
    description: 'Names recipients of a commendation whose paper gives only their number; the number stays (bổ sung danh sách được khen).',
  })
  @Allow('commendation.complete')
  completeCommendation(
    @Args('input', { type: () => CompleteCommendationInput }) input: CompleteCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    const work = async (): Promise<{ commendation: Id; named: readonly Id[] }> => {
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion: input.expectedVersion };
      const names = input.recipients.map((each, index) => nameOf(each, 'recipients', index));
      const { list, named } = await this.completions.complete(context.signedIn, seen, names);
      return { commendation: list, named };
    };
    return mutate(context, CompleteCommendationInput, input, work, ({ named }) =>
      this.units.of(named, index => ['recipients', index, 'unitId']),
    );
  }

  @Mutation(() => CommendationPayload, {
    description: 'Takes back one name of a list that was added by mistake; the answer is the list (gỡ tên bổ sung nhầm).',
  })
  @Allow('commendation.complete')
  takeBackCompletion(
    @Args('input', { type: () => TakeBackCommendationInput }) input: TakeBackCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, TakeBackCommendationInput, input, async () => {
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion: input.expectedVersion, reason: cleanText(input.reason) };
      return { commendation: await this.completions.takeBack(context.signedIn, seen) };
    });
  }
}
