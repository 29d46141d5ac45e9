import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate, toUserError } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { DecideModelsInput, ModelStepsPayload, StepModelsInput } from './model-steps.inputs.js';
import type { ModelActionName } from '../model.lifecycle.js';
import { ModelStepsService } from './model-steps.service.js';

/** A mutation that takes models one step further. */
const Step = (action: ModelActionName, description: string): MethodDecorator => {
  return (target, key, descriptor) => {
    Mutation(() => ModelStepsPayload, { description })(target, key, descriptor as never);
    Allow(`model.${action}`)(target, key, descriptor);
  };
};
const Given = (): ParameterDecorator => Args('input', { type: () => StepModelsInput });
const Decided = (): ParameterDecorator => Args('input', { type: () => DecideModelsInput });

/** The steps of models, single and in bulk the same: what can happen to them, one mutation a transition. */
@Resolver()
export class ModelStepsResolver {
  constructor(private readonly service: ModelStepsService) {}

  @Step('submit', 'Nộp đăng ký: to the receiving authority of the unit.')
  submitModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('submit', StepModelsInput, input, context);
  }

  @Step('return', 'Trả lại để bổ sung: with a reason; the rounds are kept.')
  returnModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('return', StepModelsInput, input, context);
  }

  @Step('receive', 'Tiếp nhận.')
  receiveModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('receive', StepModelsInput, input, context);
  }

  @Step('agree', 'Đồng ý và chuyển cấp trên: to the receiving authority of the one that holds it.')
  agreeModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('agree', StepModelsInput, input, context);
  }

  @Step('openAppraisal', 'Đưa vào thẩm định.')
  openAppraisalOfModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('openAppraisal', StepModelsInput, input, context);
  }

  @Step('recognise', 'Công nhận, by a decision and at a level.')
  recogniseModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('recognise', DecideModelsInput, input, context);
  }

  @Step('decline', 'Không công nhận, with a reason.')
  declineModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('decline', DecideModelsInput, input, context);
  }

  @Step('withdraw', 'Rút, before a decision, with a reason.')
  withdrawModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('withdraw', StepModelsInput, input, context);
  }

  @Step('revoke', 'Thu hồi công nhận, by a decision, with a reason.')
  revokeModels(@Decided() input: DecideModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('revoke', DecideModelsInput, input, context);
  }

  @Step('start', 'Ra mắt, bắt đầu thực hiện.')
  startModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('start', StepModelsInput, input, context);
  }

  @Step('strengthen', 'Đánh dấu cần củng cố, with a reason.')
  strengthenModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('strengthen', StepModelsInput, input, context);
  }

  @Step('sustain', 'Đã củng cố, duy trì.')
  sustainModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('sustain', StepModelsInput, input, context);
  }

  @Step('stop', 'Dừng, with a reason.')
  stopModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('stop', StepModelsInput, input, context);
  }

  @Step('resume', 'Thực hiện lại.')
  resumeModels(@Given() input: StepModelsInput, @Context() context: RequestContext): Promise<ModelStepsPayload> {
    return this.step('resume', StepModelsInput, input, context);
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
          models: input.models.map(({ id, expectedVersion }, i) => ({
            id: idOf('EmulationModel', id, 'models', i, 'id'),
            expectedVersion: expectedVersion ?? undefined,
          })),
          on: input.on ?? undefined,
          reason: input.reason ?? undefined,
          decisionId: input.decisionId ? idOf('Decision', input.decisionId, 'decisionId') : undefined,
          level: input.level ?? undefined,
        },
        input.idempotencyKey,
      );
      const rows = answers.map(({ id, errors }, i) => ({
        model: id,
        userErrors: errors.map(error => toUserError(error.at('models', i), context)),
      }));
      return { rows };
    });
  }
}
