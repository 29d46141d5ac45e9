import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { MajorityBase, SessionKind } from './council-kinds.js';
import { EndInput } from './council.inputs.js';

@InputType({ description: 'An exact share (tỷ lệ): at least, or more than, a fraction.' })
export class CouncilFractionInput {
  @Field(() => Int, { description: 'Numerator, 1 or more (tử số).' })
  numerator: number;

  @Field(() => Int, { description: 'Denominator, at most 1000 (mẫu số).' })
  denominator: number;

  @Field(() => Boolean, { description: 'True: more than the fraction; false: at least the fraction (“hơn” hay “ít nhất”).' })
  moreThan: boolean;
}

@InputType({
  description:
    'Input of `setCouncilRule` (nhập quy chế họp). The registry has no rule of its own: each council enters those of its regulations.',
})
export class SetCouncilRuleInput {
  @Field(() => ID, { description: 'The council (hội đồng).' })
  councilId: string;

  @Field(() => SessionKind, { description: 'The kind of session for which it holds (loại phiên họp).' })
  sessionKind: SessionKind;

  @Field(() => CouncilFractionInput, { description: 'The share of the members in term who must take part (tỷ lệ dự họp).' })
  @ValidateNested()
  @Type(() => CouncilFractionInput)
  presence: CouncilFractionInput;

  @Field(() => Boolean, { description: 'Whether an opinion in writing counts as taking part (ý kiến bằng văn bản tính là dự họp).' })
  presenceCountsWritten: boolean;

  @Field(() => CouncilFractionInput, { description: 'The share of votes in favour that adopts a question (tỷ lệ tán thành).' })
  @ValidateNested()
  @Type(() => CouncilFractionInput)
  majority: CouncilFractionInput;

  @Field(() => MajorityBase, { description: 'Of what number the majority is a share (cơ sở tính).' })
  majorityOf: MajorityBase;

  @Field(() => Boolean, { description: 'Whether votes in writing count (phiếu bằng văn bản được tính).' })
  majorityCountsWritten: boolean;

  @Field(() => LocalDateScalar, { description: 'First day in force (ngày bắt đầu hiệu lực).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Omitted or null: it continues.' })
  validTo?: LocalDate | null;

  @Field(() => String, { description: 'The regulations it is taken from, or “chưa xác minh” for one that is not verified (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectCouncilRuleInput {
  @Field(() => ID, { description: 'The rule (quy chế họp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => CouncilFractionInput, { nullable: true, description: 'The share of the members in term who must take part (tỷ lệ dự họp).' })
  @RefusesNull()
  @ValidateNested()
  @Type(() => CouncilFractionInput)
  presence?: CouncilFractionInput;

  @Field(() => Boolean, { nullable: true, description: 'Whether an opinion in writing counts (ý kiến bằng văn bản tính là dự họp).' })
  @RefusesNull()
  presenceCountsWritten?: boolean;

  @Field(() => CouncilFractionInput, {
    nullable: true,
    description: 'The share of votes in favour that adopts a question (tỷ lệ tán thành).',
  })
  @RefusesNull()
  @ValidateNested()
  @Type(() => CouncilFractionInput)
  majority?: CouncilFractionInput;

  @Field(() => MajorityBase, { nullable: true, description: 'Of what number the majority is a share (cơ sở tính).' })
  @RefusesNull()
  majorityOf?: MajorityBase;

  @Field(() => Boolean, { nullable: true, description: 'Whether votes in writing count (phiếu bằng văn bản được tính).' })
  @RefusesNull()
  majorityCountsWritten?: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực).' })
  @RefusesNull()
  validFrom?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực).' })
  validTo?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The regulations it is taken from (căn cứ).' })
  @RefusesNull()
  @IsWords(1_000)
  basis?: string;
}

@InputType()
export class EndCouncilRuleInput extends EndInput {
  @Field(() => ID, { description: 'The rule (quy chế họp).' })
  id: string;
}
