import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload, UserError } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { RecognitionLevel } from '../../movements/recognition-level.js';
import { EmulationModel } from '../model.graphql.js';

@InputType({ description: 'A model and the version you have seen.' })
export class SeenModelInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { nullable: true, description: 'Refused when somebody changed it meanwhile.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A step for one model or for up to 200 at once; each is answered for itself.' })
export class StepModelsInput {
  @Field(() => [SeenModelInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SeenModelInput)
  models: SeenModelInput[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the step counts from; default: today.' })
  on?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Lý do.' })
  @IsOptional()
  @IsWords(2_000)
  reason?: string | null;

  @IdempotencyKey(150)
  idempotencyKey?: string | null;
}

@InputType({ description: 'A step that rests on a decision.' })
export class DecideModelsInput extends StepModelsInput {
  @Field(() => ID, { nullable: true, description: 'Quyết định.' })
  decisionId?: string | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'Cấp công nhận.' })
  level?: keyof typeof RecognitionLevel | null;
}

@ObjectType({ description: 'What became of one model of a step.' })
export class ModelStepRow {
  @Field(() => EmulationModel, { nullable: true })
  model: Id | null;

  @Field(() => [UserError], { description: 'Empty: the step was done.' })
  userErrors: UserError[];
}

@ObjectType({ implements: () => MutationPayload })
export class ModelStepsPayload extends MutationPayload {
  @Field(() => [ModelStepRow], { nullable: true, description: 'One a model, in the order given.' })
  rows?: ModelStepRow[] | null;
}
