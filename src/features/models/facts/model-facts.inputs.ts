import { Field, ID, InputType } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RecognitionLevel } from '../../movements/recognition-level.js';
import { ModelFactKind } from '../model.graphql.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { RunningState } from '../model-states.js';

@InputType({ isAbstract: true })
export abstract class ModelFactInput extends ChangedModelInput {
  @Field(() => ModelFactKind)
  kind: keyof typeof ModelFactKind;

  @Field(() => LocalDateScalar, { description: 'The day it counts from.' })
  on: LocalDate;

  @Field(() => RecognitionLevel, { nullable: true, description: 'Cấp, if the paper says so.' })
  level?: keyof typeof RecognitionLevel | null;

  @Field(() => ID, { nullable: true, description: 'Quyết định, where there is one.' })
  decisionId?: string | null;
}

@InputType({ description: 'A model became outstanding, was replicated or commended on a day.' })
export class RecordModelFactInput extends ModelFactInput {
  @Field(() => String, { description: 'The paper: title, number, date.' })
  @IsWords(1_000)
  source: string;
}

@InputType({ description: 'A fact that was entered by mistake, with everything that tells it from others.' })
export class RetractModelFactInput extends ModelFactInput {
  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'How a past entry runs.' })
export class RecordModelRunningInput extends ChangedModelInput {
  @Field(() => RunningState)
  running: RunningState;

  @Field(() => LocalDateScalar, { description: 'The day on which it was seen so.' })
  on: LocalDate;

  @Field(() => String, { description: 'The paper, or who says so.' })
  @IsWords(1_000)
  source: string;
}
