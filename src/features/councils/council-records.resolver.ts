import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';

/** Takes back what was entered by mistake, while nothing rests on it. */
@Resolver()
export class CouncilRecordsResolver {
  constructor(private readonly records: Records) {}

  @Mutation(() => RemovedRecordPayload, {
    description:
      'Removes a council that was entered by mistake, with its rules, while it has neither members nor sessions (gỡ bỏ hội đồng).',
  })
  @Allow('council.manage')
  removeCouncil(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return this.remove('Council', input, context);
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a term that was entered by mistake, while the member is named in no session (gỡ bỏ thành viên hội đồng).',
  })
  @Allow('council.manage')
  removeCouncilMember(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return this.remove('CouncilMember', input, context);
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a rule that was entered by mistake, while it was applied to no session (gỡ bỏ quy chế họp).',
  })
  @Allow('council.manage')
  removeCouncilRule(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return this.remove('CouncilRule', input, context);
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a session that was entered by mistake, with its votes (gỡ bỏ phiên họp).',
  })
  @Allow('council.manage')
  removeCouncilSession(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return this.remove('CouncilSession', input, context);
  }

  private remove(type: string, input: RemoveRecordInput, context: RequestContext): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord(type, input));
      return { removedId: input.id };
    });
  }
}
