import { Field, ID, InputType } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { ModelFactKind } from '../model-parts.graphql.js';
import { ChangedModelInput } from '../changed-model.inputs.js';
import { RunningState } from '../model-states.js';

@InputType({ isAbstract: true })
export abstract class ModelFactInput extends ChangedModelInput {
  @Field(() => ModelFactKind, { description: 'What the fact says (loại ghi nhận).' })
  kind: keyof typeof ModelFactKind;

  @Field(() => LocalDateScalar, { description: 'The day from which it counts (ngày).' })
  on: LocalDate;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level, if the document names one (cấp). Omitted or null: not named.' })
  level?: keyof typeof RecognitionLevel | null;

  @Field(() => ID, { nullable: true, description: 'The decision, where there is one (quyết định). Omitted or null: none.' })
  decisionId?: string | null;
}

@InputType({ description: 'Input of `recordModelFact` (ghi nhận).' })
export class RecordModelFactInput extends ModelFactInput {
  @Field(() => String, { description: 'The document that says so: title, number, date (nguồn).' })
  @IsWords(1_000)
  source: string;
}

@InputType({ description: 'Input of `retractModelFact` (xóa ghi nhận nhập nhầm). All fields together identify the fact.' })
export class RetractModelFactInput extends ModelFactInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `recordModelRunning` (ghi tình trạng vận hành).' })
export class RecordModelRunningInput extends ChangedModelInput {
  @Field(() => RunningState, { description: 'How the model ran (tình trạng vận hành).' })
  running: RunningState;

  @Field(() => LocalDateScalar, { description: 'The day on which it was observed (ngày).' })
  on: LocalDate;

  @Field(() => String, { description: 'The document or the person that says so (nguồn).' })
  @IsWords(1_000)
  source: string;
}
