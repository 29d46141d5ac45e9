import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { MergeRecordInput, RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { Records } from '../../platform/records/records.service.js';
import { ThemePayload } from './sector.graphql.js';

/** Takes back themes. */
@Resolver()
export class ThemeRecordsResolver {
  constructor(private readonly records: Records) {}

  @Mutation(() => RemovedRecordPayload, { description: 'Removes a theme that no model has (gỡ bỏ chuyên đề).' })
  @Allow('theme.edit')
  removeTheme(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      await this.records.remove(context.signedIn, seenRecord('Theme', input));
      return { removedId: input.id };
    });
  }

  @Mutation(() => ThemePayload, {
    description: 'Merges a theme into another that means the same, which is kept; its models then have that one (gộp chuyên đề trùng).',
  })
  @Allow('theme.edit')
  mergeTheme(
    @Args('input', { type: () => MergeRecordInput }) input: MergeRecordInput,
    @Context() context: RequestContext,
  ): Promise<ThemePayload> {
    return mutate(context, MergeRecordInput, input, async () => ({
      theme: await this.records.merge(context.signedIn, seenRecord('Theme', input), idOf('Theme', input.intoId, 'intoId')),
    }));
  }
}
