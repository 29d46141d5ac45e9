import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { LikelyDuplicates } from '../../platform/views/likely-duplicates.js';
import { RemoveRecordInput, RemovedRecordPayload, seenRecord } from '../../platform/records/record.inputs.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { CriteriaSetsArgs } from './criteria-set.filter.js';
import { CriteriaSet, CriteriaSetConnection, CriteriaSetPayload, CriteriaSetVersionPayload } from './criteria-set.graphql.js';
import {
  CopyCriteriaSetVersionInput,
  CorrectCriteriaSetInput,
  DraftCriteriaSetInput,
  EditCriteriaSetVersionInput,
  ImportCriteriaSetInput,
  PublishCriteriaSetVersionInput,
} from './criteria-set.inputs.js';
import { documentGiven, setGiven, versionGiven } from './criteria-set.reading.js';
import { criteriaSetView } from './criteria-set.view.js';
import { criteriaSetLikeness, importedSetLikeness } from './criteria-likeness-sql.js';
import { CriteriaReader } from './criteria.reader.js';
import { CriteriaSetsService } from './criteria-sets.service.js';

@Resolver(() => CriteriaSet)
export class CriteriaSetsResolver {
  constructor(
    private readonly service: CriteriaSetsService,
    private readonly reader: CriteriaReader,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => CriteriaSetConnection, { description: 'Criteria sets, by name (danh sách bộ tiêu chí).' })
  @Allow('registry.read')
  @ShowsPage(criteriaSetView)
  criteriaSets(@Args() _args: CriteriaSetsArgs): Page<CriteriaSet> {
    return declared();
  }

  @Query(() => CriteriaSet, { nullable: true, description: 'One criteria set (bộ tiêu chí). Null: there is none with this identifier.' })
  @Allow('registry.read')
  @ShowsOne(criteriaSetView)
  criteriaSet(@Args('id', { type: () => ID }) _id: string): CriteriaSet | null {
    return declared();
  }

  @Mutation(() => CriteriaSetPayload, { description: 'Drafts a new criteria set with its first version (soạn bộ tiêu chí).' })
  @Allow('criteria.draft')
  draftCriteriaSet(
    @Args('input', { type: () => DraftCriteriaSetInput }) input: DraftCriteriaSetInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetPayload> {
    return mutate(
      context,
      DraftCriteriaSetInput,
      input,
      async () => {
        const issuerId = input.issuerId ? idOf('Unit', input.issuerId, 'issuerId') : null;
        const drafted = { issuerId, set: setGiven(input), says: versionGiven(input.version) };
        return { criteriaSet: await this.service.draft(context.signedIn, drafted, input.idempotencyKey) };
      },
      async ({ criteriaSet }) => this.duplicates.warningsAbout(context.signedIn, criteriaSetLikeness, criteriaSet!),
    );
  }

  @Mutation(() => CriteriaSetPayload, {
    description:
      'Corrects name, issuer or note of a set of which nothing is published (đính chính bộ tiêu chí). Its act is corrected in its drafts.',
  })
  @Allow('criteria.draft')
  correctCriteriaSet(
    @Args('input', { type: () => CorrectCriteriaSetInput }) input: CorrectCriteriaSetInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetPayload> {
    return mutate(context, CorrectCriteriaSetInput, input, async () => {
      const { id, expectedVersion, reason, issuerId, ...rest } = input;
      const changes = { ...rest, ...(issuerId !== undefined && { issuerId: issuerId && idOf('Unit', issuerId, 'issuerId') }) };
      return {
        criteriaSet: await this.service.correct(context.signedIn, { id: idOf('CriteriaSet', id, 'id'), expectedVersion }, reason, changes),
      };
    });
  }

  @Mutation(() => CriteriaSetVersionPayload, { description: 'Replaces all that a draft says (sửa bản nháp bộ tiêu chí).' })
  @Allow('criteria.draft')
  editCriteriaSetVersion(
    @Args('input', { type: () => EditCriteriaSetVersionInput }) input: EditCriteriaSetVersionInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetVersionPayload> {
    return mutate(context, EditCriteriaSetVersionInput, input, async () => {
      const seen = { id: idOf('CriteriaSetVersion', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { criteriaSetVersion: await this.service.edit(context.signedIn, seen, versionGiven(input.version)) };
    });
  }

  @Mutation(() => CriteriaSetVersionPayload, {
    description: 'Copies a version, published or not, to a new draft of its set (sao chép phiên bản bộ tiêu chí).',
  })
  @Allow('criteria.draft')
  copyCriteriaSetVersion(
    @Args('input', { type: () => CopyCriteriaSetVersionInput }) input: CopyCriteriaSetVersionInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetVersionPayload> {
    return mutate(context, CopyCriteriaSetVersionInput, input, async () => ({
      criteriaSetVersion: await this.service.copy(context.signedIn, idOf('CriteriaSetVersion', input.id, 'id'), input.idempotencyKey),
    }));
  }

  @Mutation(() => CriteriaSetVersionPayload, {
    description: 'Publishes a draft, which is never changed again; the version in force for the same is superseded (ban hành bộ tiêu chí).',
  })
  @Allow('criteria.publish')
  publishCriteriaSetVersion(
    @Args('input', { type: () => PublishCriteriaSetVersionInput }) input: PublishCriteriaSetVersionInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetVersionPayload> {
    return mutate(context, PublishCriteriaSetVersionInput, input, async () => {
      const seen = { id: idOf('CriteriaSetVersion', input.id, 'id'), expectedVersion: input.expectedVersion };
      return { criteriaSetVersion: await this.service.publish(context.signedIn, seen, input.reason ?? null) };
    });
  }

  @Mutation(() => CriteriaSetVersionPayload, {
    description:
      'Reads a file as a new set, or as a new draft of a set (nhập bộ tiêu chí từ tệp JSON). Problems are reported by their path.',
  })
  @Allow('criteria.draft')
  importCriteriaSet(
    @Args('input', { type: () => ImportCriteriaSetInput }) input: ImportCriteriaSetInput,
    @Context() context: RequestContext,
  ): Promise<CriteriaSetVersionPayload> {
    return mutate(
      context,
      ImportCriteriaSetInput,
      input,
      async () => {
        const { issuerId, intoSetOfId, idempotencyKey } = input;
        const into = {
          issuerId: issuerId ? idOf('Unit', issuerId, 'issuerId') : null,
          versionId: intoSetOfId ? idOf('CriteriaSetVersion', intoSetOfId, 'intoSetOfId') : null,
        };
        return { criteriaSetVersion: await this.service.import(context.signedIn, documentGiven(input.document), into, idempotencyKey) };
      },
      async ({ criteriaSetVersion }) => {
        if (input.intoSetOfId) return [];
        const { setId } = await this.reader.version(context.signedIn, criteriaSetVersion!);
        return this.duplicates.warningsAbout(context.signedIn, importedSetLikeness, setId);
      },
    );
  }

  @Mutation(() => RemovedRecordPayload, {
    description: 'Removes a draft that was made by mistake; a set without any other version goes with it (gỡ bỏ bản nháp bộ tiêu chí).',
  })
  @Allow('criteria.draft')
  removeCriteriaSetVersion(
    @Args('input', { type: () => RemoveRecordInput }) input: RemoveRecordInput,
    @Context() context: RequestContext,
  ): Promise<RemovedRecordPayload> {
    return mutate(context, RemoveRecordInput, input, async () => {
      const { id, expectedVersion, reason } = seenRecord('CriteriaSetVersion', input);
      await this.service.remove(context.signedIn, { id, expectedVersion }, reason);
      return { removedId: input.id };
    });
  }
}
