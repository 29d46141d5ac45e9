import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { CorrectionsService } from './grants/corrections.service.js';
import { CorrectCommendationInput, DecideTitleMoneyInput } from './grants/past.inputs.js';
import { CommendationPayload } from './commendation.graphql.js';
import { CommendationGuard } from './commendation-guard.js';

/** Corrects commendations, and takes back those that were entered by mistake. */
@Resolver()
export class CommendationRecordsResolver {
  constructor(
    private readonly records: Records,
    private readonly guard: CommendationGuard,
    private readonly corrections: CorrectionsService,
  ) {}

  @Mutation(() => RemovedRecordPayload, {
    description:
      'Removes a commendation that was entered by mistake, while no name of its list was added; one that was granted, by those who may grant it (gỡ khen thưởng nhập nhầm).',
  })
  @Allow('commendation.remove')
  removeCommendation(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.guard.requireRemoval(context.signedIn, idOf('Commendation', input.id, 'id'));
      await this.records.remove(context.signedIn, seenRecord('Commendation', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => CommendationPayload, {
    description:
      'Decides what is paid for a title for whose time another decision paid a lower one, where the rules do not say (quyết định mức chi cho danh hiệu).',
  })
  @Allow('commendation.grant')
  decideTitleMoney(
    @Args('input', { type: () => DecideTitleMoneyInput }) input: DecideTitleMoneyInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, DecideTitleMoneyInput, input, async () => {
      const { expectedVersion, reason, amount } = input;
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion, reason };
      return { commendation: await this.corrections.decideMoney(context.signedIn, seen, amount) };
    });
  }

  @Mutation(() => CommendationPayload, {
    description: 'Corrects misprints of a commendation; who was rewarded for what is removed and entered again (đính chính khen thưởng).',
  })
  @Allow('commendation.record')
  correctCommendation(
    @Args('input', { type: () => CorrectCommendationInput }) input: CorrectCommendationInput,
    @Context() context: RequestContext,
  ): Promise<CommendationPayload> {
    return mutate(context, CorrectCommendationInput, input, async () => {
      const { expectedVersion, reason, name, post, unitName, presentedOn, source } = input;
      const seen = { id: idOf('Commendation', input.id, 'id'), expectedVersion, reason };
      return { commendation: await this.corrections.correct(context.signedIn, seen, { name, post, unitName, presentedOn, source }) };
    });
  }
}
