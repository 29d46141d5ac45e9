import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { CommendationGuard } from './commendation-guard.js';

/** Takes back commendations that were entered by mistake. */
@Resolver()
export class CommendationRecordsResolver {
  constructor(
    private readonly records: Records,
    private readonly guard: CommendationGuard,
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
}
