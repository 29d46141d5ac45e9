import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MergeRecordInput, RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { PersonPayload } from './person.graphql.js';

/** Takes back records of people. */
@Resolver()
export class PersonRecordsResolver {
  constructor(private readonly records: Records) {}

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a person who was entered by mistake, with their posts, while nothing rests on them (gỡ bỏ người).',
  })
  @Allow('person.edit')
  removePerson(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Person', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => PersonPayload, {
    description: 'Merges a person who was entered twice into the other entry, which is kept (gộp người trùng).',
  })
  @Allow('person.edit')
  mergePerson(
    @Args('input', { type: () => MergeRecordInput }) input: MergeRecordInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(context, MergeRecordInput, input, async () => ({
      person: await this.records.merge(context.signedIn, seenRecord('Person', input), idOf('Person', input.intoId, 'intoId')),
    }));
  }
}
