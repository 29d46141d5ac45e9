import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import { mutate, toUserError } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { parsePartialDate } from '../../../shared/dates.js';
import { ModelPayload, seenModel } from '../changed-model.inputs.js';
import { TakenBackStepsService } from './taken-back-steps.service.js';
import {
  DecideModelsInput,
  ModelStepsPayload,
  RecordModelSubmissionsInput,
  StepModelsInput,
  TakeBackModelStepInput,
} from './model-steps.inputs.js';
import type { ModelActionName } from '../model.lifecycle.js';
import { ModelStepsService } from './model-steps.service.js';

const OF_MODEL: ReadonlySet<string | number | undefined> = new Set(['id', 'registrationId', 'expectedVersion', undefined]);

/** Where the client sent it: what concerns one model at that model, what it sent for all of them (`on`, `decisionId`) there. */
const placed = (error: DomainError, i: number): DomainError => (OF_MODEL.has(error.field[0]) ? error.at('models', i) : error);

/** A mutation for one transition of the lifecycles. */
const Step = (action: ModelActionName, description: string): MethodDecorator => {
  return (target, key, descriptor) => {
    Mutation(() => ModelStepsPayload, { description })(target, key, descriptor as never);
    Allow(`model.${action}`)(target, key, descriptor);
  };
};
const Given = (): ParameterDecorator => Args('input', { type: () => StepModelsInput });
const Decided = (): ParameterDecorator => Args('input', { type: () => DecideModelsInput });

/** The steps of models: one mutation for each transition, for one model or many. */
@Resolver()
export class ModelStepsResolver {
  constructor(
    private readonly service: ModelStepsService,
    private readonly takenBack: TakenBackStepsService,
  ) {}

  @Step(
    'submit',
    'Submits models to the receiving authority of their unit (nộp đăng ký). Rules about time hold today, whatever earlier day is stated; see `recordModelSubmissions`.',
  )
  submitModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('submit', StepModelsInput, input, context);
  }

  @Mutation(() => ModelStepsPayload, {
    description:
      'Records that units submitted models on an earlier day, which a paper shows (ghi nhận hồ sơ đã nộp theo giấy tờ). The deadline is that of the day.',
  })
  @Allow('model.recordSubmission')
  recordModelSubmissions(
    @Args('input', { type: () => RecordModelSubmissionsInput }) input: RecordModelSubmissionsInput,
    @Context() context: RequestContext,
  ): Promise<ModelStepsPayload> {
    return this.step('submit', RecordModelSubmissionsInput, input, context);
  }

  @Step('return', 'Returns models to the unit for supplement, with a reason (trả lại để bổ sung). Every earlier step is kept.')
  returnModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('return', StepModelsInput, input, context);
  }

  @Step('receive', 'Receives submitted models (tiếp nhận).')
  receiveModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('receive', StepModelsInput, input, context);
  }

  @Step('agree', 'Agrees and passes models on to the receiving authority above the one that holds them (đồng ý, chuyển cấp trên).')
  agreeModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('agree', StepModelsInput, input, context);
  }

  @Step('openAppraisal', 'Opens the appraisal of received models (đưa vào thẩm định).')
  openAppraisalOfModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('openAppraisal', StepModelsInput, input, context);
  }

  @Step('recognise', 'Recognises models under appraisal by a decision, at a level (công nhận).')
  recogniseModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('recognise', DecideModelsInput, input, context);
  }

  @Step('decline', 'Declines models under appraisal, with a reason (không công nhận).')
  declineModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('decline', DecideModelsInput, input, context);
  }

  @Step('withdraw', 'Withdraws models before a decision, with a reason (rút).')
  withdrawModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('withdraw', StepModelsInput, input, context);
  }

  @Step('revoke', 'Revokes the recognition of models by a decision, with a reason (thu hồi công nhận).')
  revokeModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('revoke', DecideModelsInput, input, context);
  }

  @Step('start', 'Starts the running of planned models (ra mắt, bắt đầu thực hiện).')
  startModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('start', StepModelsInput, input, context);
  }

  @Step('strengthen', 'Marks running models as weak, with a reason (cần củng cố).')
  strengthenModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('strengthen', StepModelsInput, input, context);
  }

  @Step('sustain', 'Marks models as strengthened; they run again as usual (đã củng cố, duy trì).')
  sustainModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('sustain', StepModelsInput, input, context);
  }

  @Step('stop', 'Stops models, with a reason (dừng).')
  stopModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('stop', StepModelsInput, input, context);
  }

  @Step('resume', 'Resumes stopped models (thực hiện lại).')
  resumeModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('resume', StepModelsInput, input, context);
  }

  @Mutation(() => ModelPayload, {
    description:
      'Takes back the last step of a file or of the running that was entered by mistake, while nothing rests on it (thu lại bước ghi nhầm). Who may take the step may take it back.',
  })
  @Allow('model.takeBackStep')
  takeBackModelStep(
    @Args('input', { type: () => TakeBackModelStepInput }) input: TakeBackModelStepInput,
    @Context() context: RequestContext,
  ): Promise<ModelPayload> {
    return mutate(context, TakeBackModelStepInput, input, async () => {
      const { lifecycle, action, reason } = input;
      const registrationId = input.registrationId ? idOf('Registration', input.registrationId, 'registrationId') : null;
      return { model: await this.takenBack.takeBack(context.signedIn, seenModel(input), { lifecycle, registrationId, action, reason }) };
    });
  }

  private step(
    action: ModelActionName,
    type: new () => StepModelsInput,
    input: StepModelsInput & Partial<DecideModelsInput>,
    context: RequestContext,
  ): Promise<ModelStepsPayload> {
    return mutate(context, type, input, async () => {
      const answers = await this.service.step(
        context.signedIn,
        {
          action,
          models: input.models.map(({ id, registrationId, expectedVersion }, i) => ({
            id: idOf('EmulationModel', id, 'models', i, 'id'),
            registrationId: registrationId ? idOf('Registration', registrationId, 'models', i, 'registrationId') : undefined,
            expectedVersion: expectedVersion ?? undefined,
          })),
          on: input.on ? parsePartialDate(input.on) : undefined,
          reason: input.reason ?? undefined,
          decisionId: input.decisionId ? idOf('Decision', input.decisionId, 'decisionId') : undefined,
          level: input.level ?? undefined,
          source: input.source ?? undefined,
          deviationReason: input.deviationReason ?? undefined,
        },
        input.idempotencyKey,
      );
      const rows = answers.map(({ id, errors }, i) => ({
        model: id,
        userErrors: errors.map(error => toUserError(placed(error, i), context)),
      }));
      return { rows };
    });
  }
}
