import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MergeRecordInput, RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { DecisionPayload } from './decision.graphql.js';

/** Takes back decisions. */
@Resolver()
export class DecisionRecordsResolver {
  constructor(private readonly records: Records) {}

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a decision that was entered by mistake, while nothing rests on it; its scans go with it (gỡ bỏ văn bản).',
  })
  @Allow('decision.correct')
  removeDecision(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Decision', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => DecisionPayload, {
    description: 'Merges a decision that was entered twice into the other entry, which is kept (gộp văn bản trùng).',
  })
  @Allow('decision.correct')
  mergeDecision(
    @Args('input', { type: () => MergeRecordInput }) input: MergeRecordInput,
    @Context() context: RequestContext,
  ): Promise<DecisionPayload> {
    return mutate(context, MergeRecordInput, input, async () => ({
      decision: await this.records.merge(context.signedIn, seenRecord('Decision', input), idOf('Decision', input.intoId, 'intoId')),
    }));
  }
}
