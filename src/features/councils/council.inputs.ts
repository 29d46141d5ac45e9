import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { ActInput } from '../units/unit-event.graphql.js';
import { CouncilKind, CouncilRole, MajorityBase, SessionKind } from './council-kinds.js';
import { CouncilKind, CouncilRole } from './council-kinds.js';

@InputType({ description: 'Input of `createCouncil` (lập hội đồng).' })
export class CreateCouncilInput {
  @Field(() => ID, { description: 'The unit whose council it is, in force on the first day (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'Name (tên hội đồng).' })
  @IsWords(300)
  name: string;

  @Field(() => CouncilKind, { description: 'What it is for (loại hội đồng).' })
  kind: CouncilKind;

  @Field(() => ActInput, {
    nullable: true,
    description: 'The document that establishes it (quyết định thành lập). Omitted or null: not known.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => LocalDateScalar, { description: 'First day (ngày thành lập).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối hoạt động). Omitted or null: it continues.' })
  validTo?: LocalDate | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectCouncilInput {
  @Field(() => ID, { description: 'The council (hội đồng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name (tên hội đồng).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => CouncilKind, { nullable: true, description: 'What it is for (loại hội đồng).' })
  @RefusesNull()
  kind?: CouncilKind;

  @Field(() => ActInput, { nullable: true, description: 'The document that established it (quyết định thành lập).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (ngày thành lập).' })
  @RefusesNull()
  validFrom?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day (ngày cuối hoạt động).' })
  validTo?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Free remark (ghi chú).' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType({ isAbstract: true })
abstract class EndInput {
export abstract class EndInput {
  @Field(() => Int)
  expectedVersion: number;

  @Field(() => LocalDateScalar, { description: 'Last day (ngày cuối).' })
  validTo: LocalDate;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;
}

@InputType()
export class EndCouncilInput extends EndInput {
  @Field(() => ID, { description: 'The council (hội đồng). The terms of its members end on the same day.' })
  id: string;
}

@InputType({ description: 'Input of `appointCouncilMember` (cử thành viên hội đồng).' })
export class AppointCouncilMemberInput {
  @Field(() => ID, { description: 'The council (hội đồng).' })
  councilId: string;

  @Field(() => ID, { description: 'The person, who is entered in the directory (người).' })
  personId: string;

  @Field(() => CouncilRole, { description: 'What the person is in the council (vai trò).' })
  role: CouncilRole;

  @Field(() => LocalDateScalar, { description: 'First day of the term, within the life of the council (ngày bắt đầu nhiệm kỳ).' })
  validFrom: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of the term (ngày cuối nhiệm kỳ). Omitted or null: as long as the council.',
  })
  validTo?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'The document of the appointment (căn cứ). Omitted or null: the act of the council itself.',
  })
  @IsOptional()
  @IsWords(1_000)
  basis?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectCouncilMemberInput {
  @Field(() => ID, { description: 'The member (thành viên hội đồng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => CouncilRole, { nullable: true, description: 'What the person is in the council (vai trò).' })
  @RefusesNull()
  role?: CouncilRole;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the term (ngày bắt đầu nhiệm kỳ).' })
  @RefusesNull()
  validFrom?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the term (ngày cuối nhiệm kỳ).' })
  validTo?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The document of the appointment (căn cứ).' })
  @IsOptional()
  @IsWords(1_000)
  basis?: string | null;
}

@InputType()
export class EndCouncilMembershipInput extends EndInput {
  @Field(() => ID, { description: 'The member (thành viên hội đồng).' })
  id: string;
}

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
