import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload, UserError } from '../../../platform/graphql/mutation.js';
import { PartialDateScalar } from '../../../platform/graphql/scalars.js';
import type { Id } from '../../../shared/ids.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { describe } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { EmulationModel } from '../model.graphql.js';
import { modelTerms } from '../model.terms.js';

@InputType({ description: 'A model and its version (mô hình và phiên bản đã xem).' })
export class SeenModelInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The registration whose file takes the step (lần đăng ký). Omitted or null: the latest.',
  })
  registrationId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` that the client has read (phiên bản đã xem). The step is refused when the model has changed since. Omitted or null: not compared.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A step for 1 to 200 models, each with its own result (bước xử lý nhiều mô hình).' })
export class StepModelsInput {
  @Field(() => [SeenModelInput], { description: 'The models (các mô hình).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SeenModelInput)
  models: SeenModelInput[];

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'The day from which the step counts (ngày thực hiện). For a registration known from a paper also `2022` or `2022-10`. Omitted or null: today.',
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the step is taken (lý do). Required where the mutation says “with a reason”. Omitted or null: none.',
  })
  @IsOptional()
  @IsWords(2_000)
  reason?: string | null;

  @IdempotencyKey(150)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Models that their units submitted on a day which a paper shows (hồ sơ đơn vị đã nộp theo giấy tờ).' })
export class RecordModelSubmissionsInput extends StepModelsInput {
  @Field(() => String, { description: 'The paper that shows the day: number and day of the letter, entry of the register (nguồn).' })
  @IsWords(1_000)
  source: string;
}

@InputType({ description: 'A step for 1 to 200 models that is based on a decision (bước xử lý theo quyết định).' })
export class DecideModelsInput extends StepModelsInput {
  @Field(() => ID, { nullable: true, description: 'The decision (quyết định). Omitted or null: none, where the step allows it.' })
  decisionId?: string | null;

  @Field(() => RecognitionLevel, {
    nullable: true,
    description: 'The level of recognition (cấp công nhận). Required to recognise. Omitted or null: none.',
  })
  level?: keyof typeof RecognitionLevel | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The paper that says so, for a registration known from a paper where no decision is known (nguồn). Omitted or null: the decision says so.',
  })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the level, the issuer or the class of the document differs from the rule of recognition (lý do khác quy định). Omitted or null: nothing differs.',
  })
  @IsOptional()
  @IsWords(2_000)
  deviationReason?: string | null;
}

@ObjectType({ description: describe(modelTerms.ModelStepRow) })
export class ModelStepRow {
  @Field(() => EmulationModel, { nullable: true, description: 'The model after the step (mô hình). Null when `userErrors` is not empty.' })
  model: Id | null;

  @Field(() => [UserError], { description: 'What prevented the step for this model (lỗi cần sửa). Empty: it was carried out.' })
  userErrors: UserError[];
}

@ObjectType({ implements: () => MutationPayload })
export class ModelStepsPayload extends MutationPayload {
  @Field(() => [ModelStepRow], {
    nullable: true,
    description: 'One result for each model, in the order of the input (kết quả từng mô hình). Null when `userErrors` is not empty.',
  })
  rows?: ModelStepRow[] | null;
}

export const ModelLifecycle = { FILE: 'FILE', RUNNING: 'RUNNING' } as const;
export type ModelLifecycle = keyof typeof ModelLifecycle;
registerEnum(ModelLifecycle, 'ModelLifecycle', modelTerms.ModelLifecycle);

@InputType({ description: 'Input of `takeBackModelStep` (thu lại bước ghi nhầm).' })
export class TakeBackModelStepInput extends ChangedModelInput {
  @Field(() => ModelLifecycle, {
    defaultValue: ModelLifecycle.FILE,
    description: 'Whether it is a step of the file or of the running (vòng đời).',
  })
  lifecycle: ModelLifecycle;

  @Field(() => ID, { nullable: true, description: 'The registration whose file took it (lần đăng ký). Omitted or null: the latest.' })
  registrationId?: string | null;

  @Field(() => String, { description: 'The `action` of the last step, as the client has seen it (thao tác).' })
  @IsWords(60)
  action: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
