import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { AreWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { EventFilter } from '../models/events/model-event.filter.js';
import { ModelFilter } from '../models/model.filter.js';
import { evaluationTerms } from './evaluation.terms.js';
import { RoundState } from './rounds/appraisal-round.lifecycle.js';

export const EvaluationOrder = { NUMBER: 'NUMBER', RANK: 'RANK' } as const;
export type EvaluationOrder = keyof typeof EvaluationOrder;
registerEnum(EvaluationOrder, 'EvaluationOrder', evaluationTerms.EvaluationOrder);

@InputType({
  description:
    'The final result of a model (điều kiện về kết quả): of a round closed by the day that is not illustrative, of an entry that had not left it. The day is that of the close.',
})
export class ResultFilter extends EventFilter {
  @Field(() => [String], { nullable: true, description: 'With a grade of one of these codes on the day (mã loại).' })
  @IsOptional()
  @ArrayMaxSize(20)
  @AreWords(60)
  grade?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: without a grade on the day (chưa xếp loại); false: with one.' })
  withoutGrade?: boolean | null;
}

@InputType({
  description: 'Conditions on evaluations, all of which hold (điều kiện lọc kết quả). One that is omitted or null is not applied.',
})
export class EvaluationFilter {
  @Field(() => ID, { nullable: true, description: 'Entries of this round (đợt thẩm định).' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this model (mô hình).' })
  modelId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Entries that this person is assigned to score, where you may see who scores them: always where it is you (người chấm).',
  })
  judgeId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Entries of rounds on this year (năm).' })
  year?: number | null;

  @Field(() => RoundState, { nullable: true, description: 'Entries of rounds in this state on the day (trạng thái đợt).' })
  state?: RoundState | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether people have to decide (cần quyết định).' })
  needsDecision?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the entry has left its round (đã rời đợt).' })
  left?: boolean | null;

  @Field(() => ResultFilter, { nullable: true, description: 'Final results of models, of this kind (kết quả của mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResultFilter)
  result?: ResultFilter | null;

  @Field(() => ModelFilter, { nullable: true, description: 'Entries of models that you see and that meet these conditions (mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  model?: ModelFilter | null;
}

@ArgsType()
export class EvaluationPageArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => EvaluationFilter)
  filter?: EvaluationFilter | null;

  @Field(() => EvaluationOrder, { defaultValue: EvaluationOrder.NUMBER })
  orderBy: EvaluationOrder;
}

@ArgsType()
export class RankingPageArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => EvaluationFilter)
  filter?: EvaluationFilter | null;

  @Field(() => EvaluationOrder, { defaultValue: EvaluationOrder.RANK })
  orderBy: EvaluationOrder;
}

@ArgsType()
export class EvaluationsArgs extends EvaluationPageArgs {
  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class EvaluationArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}
