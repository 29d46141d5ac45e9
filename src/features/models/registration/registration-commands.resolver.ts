import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { ModelPayload, seenModel } from '../changed-model.inputs.js';
import { ModelNamesService } from './model-names.service.js';
import { PastAttestationService } from './past-attestation.service.js';
import {
  CorrectAttestationInput,
  DraftRegistrationInput,
  RecordModelStateInput,
  RecordPastRegistrationInput,
  RenameModelInput,
  UndoModelRenameInput,
} from './registration.inputs.js';
import { RegistrationsService } from './registrations.service.js';

/** Commands on the registrations of a model that is already in the registry, and on its title over time. */
@Resolver()
export class RegistrationCommandsResolver {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly attestation: PastAttestationService,
    private readonly names: ModelNamesService,
  ) {}

  @Mutation(() => ModelPayload, {
    description: 'Registers a model again once its last registration has ended, with the form of that one (đăng ký lại mô hình).',
  })
  @Allow('model.draft')
  draftRegistration(
    @Args('input', { type: () => DraftRegistrationInput }) input: DraftRegistrationInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, DraftRegistrationInput, input, async () => {
      const roundId = input.roundId ? idOf('RegistrationRound', input.roundId, 'roundId') : null;
      const given = { roundId, form: input.form ?? {} };
      return { model: await this.registrations.draftAgain(context.signedIn, seenModel(input), given, input.idempotencyKey) };
    });
  }

  @Mutation(() => ModelPayload, {
    description:
      'Enters another registration of a model from a paper, also one older than everything that is known so far (nhập lần đăng ký, công nhận từ văn bản cũ).',
  })
  @Allow('model.record')
  recordPastRegistration(
    @Args('input', { type: () => RecordPastRegistrationInput }) input: RecordPastRegistrationInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordPastRegistrationInput, input, async () => {
      const { state = null, on, level = null, decisionId, roundId, source, deviationReason = null, idempotencyKey } = input;
      const given = {
        state,
        on: parsePartialDate(on)!,
        level,
        decisionId: decisionId ? idOf('Decision', decisionId, 'decisionId') : null,
        roundId: roundId ? idOf('RegistrationRound', roundId, 'roundId') : null,
        source,
        deviationReason,
      };
      return { model: await this.registrations.recordPast(context.signedIn, seenModel(input), given, idempotencyKey) };
    });
  }

  @Mutation(() => ModelPayload, {
    description: 'Records the state of a registration whose paper did not say it (ghi trạng thái hồ sơ chưa biết).',
  })
  @Allow('model.record')
  recordModelState(
    @Args('input', { type: () => RecordModelStateInput }) input: RecordModelStateInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RecordModelStateInput, input, async () => {
      const { state, on, source } = input;
      const registrationId = input.registrationId ? idOf('Registration', input.registrationId, 'registrationId') : null;
      const given = { registrationId, state, on: parsePartialDate(on)!, source };
      return { model: await this.registrations.recordState(context.signedIn, seenModel(input), given) };
    });
  }

  @Mutation(() => ModelPayload, {
    description: 'Corrects the day and the paper by which a model of the past is known (đính chính ngày ghi nhận, nguồn).',
  })
  @Allow('model.record')
  correctAttestation(
    @Args('input', { type: () => CorrectAttestationInput }) input: CorrectAttestationInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, CorrectAttestationInput, input, async () => {
      const { attestedOn, source, reason } = input;
      const given = { attestedOn: attestedOn === undefined ? undefined : parsePartialDate(attestedOn), source, reason };
      return { model: await this.attestation.correct(context.signedIn, seenModel(input), given) };
    });
  }

  @Mutation(() => ModelPayload, {
    description:
      'Gives a model another title from a day on; the days before keep the earlier one (đổi tên mô hình). A wrong title is corrected by `editModel`.',
  })
  @Allow('model.edit')
  renameModel(
    @Args('input', { type: () => RenameModelInput }) input: RenameModelInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, RenameModelInput, input, async () => ({
      model: await this.names.rename(context.signedIn, seenModel(input), input),
    }));
  }

  @Mutation(() => ModelPayload, { description: 'Takes back the last renaming of a model (hoàn tác đổi tên mô hình).' })
  @Allow('model.edit')
  undoModelRename(
    @Args('input', { type: () => UndoModelRenameInput }) input: UndoModelRenameInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, UndoModelRenameInput, input, async () => ({
      model: await this.names.undoRename(context.signedIn, seenModel(input), input.reason),
    }));
  }
}
