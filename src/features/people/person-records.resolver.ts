import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MergeRecordInput, RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { PeopleService } from './people.service.js';
import { PersonPayload } from './person.graphql.js';
import type { SeenPerson } from './person.store.js';
import { CorrectPostInput, RemovePostInput } from './post-corrections.inputs.js';

/** Takes back records of people and their posts. */
@Resolver()
export class PersonRecordsResolver {
  constructor(
    private readonly records: Records,
    private readonly people: PeopleService,
  ) {}

  @Mutation(() => PersonPayload, { description: 'Corrects a post that was entered wrongly (đính chính chức vụ).' })
  @Allow('person.edit')
  correctPost(
    @Args('input', { type: () => CorrectPostInput }) input: CorrectPostInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(context, CorrectPostInput, input, async () => {
      const { seen, postId } = postOf(input);
      const { unitId, title, validFrom, validTo, reason } = input;
      const change = { unitId: unitId && idOf('Unit', unitId, 'unitId'), title, validFrom, validTo };
      return { person: await this.people.correctPost(context.signedIn, seen, postId, change, reason) };
    });
  }

  @Mutation(() => PersonPayload, {
    description: 'Removes a post that the person never held; one that was held is ended with `endPost` (gỡ bỏ chức vụ).',
  })
  @Allow('person.edit')
  removePost(
    @Args('input', { type: () => RemovePostInput }) input: RemovePostInput,
    @Context() context: RequestContext,
  ): Promise<PersonPayload> {
    return mutate(context, RemovePostInput, input, async () => {
      const { seen, postId } = postOf(input);
      return { person: await this.people.removePost(context.signedIn, seen, postId, input.reason) };
    });
  }

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

const postOf = ({ id, expectedVersion, postId }: RemovePostInput): { readonly seen: SeenPerson; readonly postId: string } => ({
  seen: { id: idOf('Person', id, 'id'), expectedVersion },
  postId: idOf('PersonPost', postId, 'postId'),
});
