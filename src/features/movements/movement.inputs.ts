import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { ActInput } from '../units/unit-event.graphql.js';
import { IdempotentInput } from './idempotent.input.js';

@InputType({ description: 'Input of `launchMovement` (phát động phong trào). What is not known is omitted, never invented.' })
export class LaunchMovementInput extends IdempotentInput {
  @Field(() => String, { description: 'Name (tên phong trào).' })
  @IsWords(300)
  name: string;

  @Field(() => ID, {
    description: 'The launching unit, in force on the day of the document, or when the movement begins (đơn vị phát động).',
  })
  launcherId: string;

  @Field(() => ActInput, {
    nullable: true,
    description: 'The plan or document that launches it (kế hoạch, văn bản phát động). Omitted or null: not known.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day, as precise as known (ngày bắt đầu). Omitted or null: not known.',
  })
  starts?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day, as precise as known (ngày kết thúc). Omitted or null: not known, or it continues.',
  })
  ends?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@ChangeInput()
export class CorrectMovementInput {
  @Field(() => ID, { description: 'The movement (phong trào).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name (tên phong trào).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => ID, { nullable: true, description: 'The launching unit (đơn vị phát động).' })
  @RefusesNull()
  launcherId?: string;

  @Field(() => ActInput, {
    nullable: true,
    description: 'The plan or document that launched it (kế hoạch, văn bản phát động).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day, as precise as known (ngày bắt đầu).' })
  starts?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Last day, as precise as known (ngày kết thúc).' })
  ends?: string | null;

  @Field(() => String, { nullable: true, description: 'Free remark (ghi chú).' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType()
export class EndMovementInput {
  @Field(() => ID, { description: 'The movement (phong trào).' })
  id: string;

  @Field(() => PartialDateScalar, { description: 'Last day, as precise as known (ngày kết thúc).' })
  ends: string;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class RenameMovementInput {
  @Field(() => ID, { description: 'The movement (phong trào).' })
  id: string;

  @Field(() => String, { description: 'The new name (tên mới).' })
  @IsWords(300)
  name: string;

  @Field(() => LocalDateScalar, { description: 'First day of the new name, not in the future (ngày đổi tên).' })
  from: LocalDate;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int)
  expectedVersion: number;
}
