import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { ActInput } from '../units/unit-event.graphql.js';
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
