import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RestoreVersionInput } from '../../../platform/audit/object-history.graphql.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { checked, mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { LikelyDuplicates } from '../../../platform/views/likely-duplicates.js';
import { ModelPayload } from '../changed-model.inputs.js';
import { changeIn, contentIn } from '../content/model-content.js';
import { ModelDuplicates } from './model-duplicates.reader.js';
import { modelLikeness } from './model-likeness-sql.js';
import { LikelyDuplicate } from '../model.graphql.js';
import { DraftModelInput, EditModelInput, LikelyDuplicatesInput, RecordPastInput } from './model.inputs.js';
import { ModelsService } from './models.service.js';

/** Enters models and changes their content. */
@Resolver()
export class ModelRegistrationResolver {
  constructor(
    private readonly service: ModelsService,
    private readonly similar: ModelDuplicates,
    private readonly duplicates: LikelyDuplicates,
  ) {}

  @Query(() => [LikelyDuplicate], {
    description: 'Models near a unit with the same or a similar title, to show before a registration is submitted (mô hình có thể trùng).',
  })
  @Allow('registry.read')
  async likelyDuplicates(
    @Args('input', { type: () => LikelyDuplicatesInput }) input: LikelyDuplicatesInput,
    @Context() context: RequestContext,
  ): Promise<LikelyDuplicate[]> {
    const { title, unitId, exceptId } = checked(LikelyDuplicatesInput, input);
    const except = exceptId ? idOf('EmulationModel', exceptId, 'input', 'exceptId') : null;
    return this.similar.of(context.signedIn, title, idOf('Unit', unitId, 'input', 'unitId'), except);
  }

  @Mutation(() => ModelPayload, { description: 'Enters a model from a paper of the past (nhập mô hình từ văn bản cũ).' })
  @Allow('model.record')
  recordPast(
    @Args('input', { type: () => RecordPastInput }) input: RecordPastInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(
      context,
      RecordPastInput,
      input,
      async () => {
        const { state, running, attestedOn, source } = input;
        const past = { ...contentIn(input), state, running: running ?? null, attestedOn: parsePartialDate(attestedOn)!, source };
        return { model: await this.service.recordPast(context.signedIn, past, input.idempotencyKey) };
      },
      async ({ model }) => this.duplicates.warningsAbout(context.signedIn, modelLikeness, model!),
    );
  }

  @Mutation(() => ModelPayload, { description: 'Begins the registration of a model (tạo đăng ký mới).' })
  @Allow('model.draft')
  draftModel(
    @Args('input', { type: () => DraftModelInput }) input: DraftModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(
      context,
      DraftModelInput,
      input,
      async () => {
        const content = contentIn(input);
        const roundId = input.roundId ? idOf('RegistrationRound', input.roundId, 'roundId') : null;
        return { model: await this.service.draft(context.signedIn, { ...content, running: input.running, roundId }, input.idempotencyKey) };
      },
      async ({ model }) => this.duplicates.warningsAbout(context.signedIn, modelLikeness, model!),
    );
  }

  @Mutation(() => ModelPayload, { description: 'Changes the content of a model (sửa nội dung mô hình).' })
  @Allow('model.edit')
  editModel(
    @Args('input', { type: () => EditModelInput }) input: EditModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(
      context,
      EditModelInput,
      input,
      async () => {
        const { expectedVersion, reason } = input;
        const change = changeIn(input);
        const id = idOf('EmulationModel', input.id, 'id');
        return { model: await this.service.edit(context.signedIn, { id, expectedVersion, reason: reason ?? null, change }) };
      },
      async ({ model }) => this.duplicates.warningsAbout(context.signedIn, modelLikeness, model!),
    );
  }

  @Mutation(() => ModelPayload, {
    description: 'Restores what a model said after an earlier change, as a new change (khôi phục phiên bản của mô hình). Its steps remain.',
  })
  @Allow('model.edit')
  restoreModelVersion(
    @Args('input', { type: () => RestoreVersionInput }) input: RestoreVersionInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RestoreVersionInput, input, async () => {
      const changeId = idOf('AuditEntry', input.changeId, 'changeId');
      const seen = { ...input, id: idOf('EmulationModel', input.id, 'id'), changeId };
      return { model: await this.service.restoreVersion(context.signedIn, seen) };
    });
  }
}
