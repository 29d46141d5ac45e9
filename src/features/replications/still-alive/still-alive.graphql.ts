import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { EmulationModel } from '../../models/model.graphql.js';
import { StillAliveAnswerKind, StillAliveSilence } from './still-alive.js';
import { stillAliveTerms } from './still-alive.terms.js';

registerEnum(StillAliveAnswerKind, 'StillAliveAnswerKind', stillAliveTerms.StillAliveAnswerKind);
registerEnum(StillAliveSilence, 'StillAliveSilence', stillAliveTerms.StillAliveSilence);

const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

@ObjectType({ implements: () => Node, description: describe(stillAliveTerms.StillAliveAnswer) })
export class StillAliveAnswer extends Node {
  @Field(() => EmulationModel, { description: 'The model (mô hình).' })
  model: EmulationModel;

  @Field(() => Int, { description: 'The year of the question (năm).' })
  year: number;

  @Field(() => LocalDateScalar, { description: 'The day on which the model was so (ngày).' })
  on: LocalDate;

  @Field(() => StillAliveAnswerKind, { description: 'How the unit answers (nội dung trả lời).' })
  answer: StillAliveAnswerKind;

  @Field(() => String, { nullable: true, description: 'What has changed, or why it stopped (nội dung cụ thể). Null: nothing was added.' })
  words: string | null;

  @Field(() => String, { nullable: true, description: 'What the figure counts, with its unit (tên số liệu). Null: no figure.' })
  figureName: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'One figure of the model (số liệu). Null: none was given.' })
  figure: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ description: describe(stillAliveTerms.StillAlive) })
export class StillAlive {
  @Field(() => Int, { description: 'The year of the question (năm).' })
  year: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day from which it is asked (ngày hỏi). Null: the model was recognised in that year.',
  })
  askedOn: LocalDate | null;

  @Field(() => StillAliveAnswerKind, {
    nullable: true,
    description: 'How the unit has answered (nội dung trả lời). Null: it has not; `silence` says why.',
  })
  answer: StillAliveAnswerKind | null;

  @Field(() => StillAliveSilence, { nullable: true, description: 'Why there is no answer (lý do chưa có trả lời). Null: there is one.' })
  silence: StillAliveSilence | null;
}

@ObjectType({ description: describe(stillAliveTerms.StillAliveCounts) })
export class StillAliveCounts {
  @Field(() => Int, { description: 'The year of the questions (năm).' })
  year: number;

  @Field(() => Int, { description: 'Models that run as before (vẫn duy trì).' })
  running: number;

  @Field(() => Int, { description: 'Models that run and have changed (duy trì, có thay đổi).' })
  changed: number;

  @Field(() => Int, { description: 'Models that have stopped, by an answer of that year (đã dừng).' })
  stopped: number;

  @Field(() => Int, { description: 'Models that are not asked yet (chưa đến ngày hỏi).' })
  notAskedYet: number;

  @Field(() => Int, { description: 'Models that were asked, and whose unit has not answered (đã hỏi, chưa trả lời).' })
  unanswered: number;

  @Field(() => Int, { description: 'Models that were asked, and for whose unit nobody may answer today (không còn ai trả lời).' })
  nobodyToAnswer: number;
}

@ArgsType()
export class StillAliveArgs {
  @Field(() => Int, { nullable: true, description: 'The year of the question (năm). Omitted or null: this year.' })
  @IsOptional()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number | null;
}

@ArgsType()
export class StillAliveCountsArgs extends StillAliveArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only models of this unit, and of the units it reaches, as in `ModelFilter` (đơn vị). Omitted or null: all that you see.',
  })
  unitId?: string | null;
}

@InputType({ description: 'Input of `answerStillAlive` (trả lời mô hình còn duy trì không).' })
export class AnswerStillAliveInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  modelId: string;

  @Field(() => Int, { nullable: true, description: 'The year of the question (năm). Omitted or null: this year.' })
  @IsOptional()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  year?: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the model is so, from the day of the question to today (ngày). Omitted or null: today.',
  })
  on?: LocalDate | null;

  @Field(() => StillAliveAnswerKind, { description: 'The answer (nội dung trả lời).' })
  answer: StillAliveAnswerKind;

  @Field(() => String, {
    nullable: true,
    description: 'What has changed, or why it stopped; required for these answers (nội dung cụ thể). Omitted or null: nothing is added.',
  })
  @IsOptional()
  @IsWords(2_000)
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'What the figure counts, with its unit (tên số liệu). Omitted or null: no figure.' })
  @IsOptional()
  @IsWords(300)
  figureName?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'One figure of the model (số liệu). Omitted or null: none.' })
  figure?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class StillAliveAnswerPayload extends MutationPayload {
  @Field(() => StillAliveAnswer, { nullable: true })
  stillAliveAnswer?: Id | null;
}
