import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsOptional, Max, Min } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { IdentityKind, RollUp } from './indicator-kinds.js';

/** What an indicator is from a day on. */
@InputType({ isAbstract: true })
abstract class DefinitionInput {
  @Field(() => String, { description: 'What is counted or measured (tên chỉ tiêu).' })
  @IsWords(300)
  name: string;

  @Field(() => String, { description: 'The unit of measure, such as “hồ sơ”, “người”; of a percentage, “phần trăm (%)” (đơn vị tính).' })
  @IsWords(100)
  measure: string;

  @Field(() => String, { nullable: true, description: 'What is included and what is not (nội dung). Omitted or null: not stated.' })
  @IsOptional()
  @IsWords(2_000)
  definition?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'The most decimals that figures have (số chữ số thập phân).' })
  @Min(0)
  @Max(6)
  decimals: number;

  @Field(() => RollUp, { description: 'How figures are put together (cách tổng hợp).' })
  rollUp: RollUp;

  @Field(() => ID, { nullable: true, description: 'What a ratio of sums divides (tử số). Omitted or null: it is none.' })
  numeratorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What a ratio of sums divides by (mẫu số). Omitted or null: it is none.' })
  denominatorId?: string | null;

  @Field(() => String, { nullable: true, description: 'The act or rule behind it (căn cứ). Omitted or null: not stated.' })
  @IsOptional()
  @IsWords(1_000)
  basis?: string | null;
}

@InputType({ description: 'Input of `defineIndicator` (định nghĩa chỉ tiêu thống kê).' })
export class DefineIndicatorInput extends DefinitionInput {
  @Field(() => String, { description: 'Code: capital letters, digits, underscores; used once (mã chỉ tiêu).' })
  @IsCode(60)
  code: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (từ ngày). Omitted or null: not known.' })
  validFrom?: LocalDate | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `redefineIndicator` (định nghĩa lại chỉ tiêu từ một ngày).' })
export class RedefineIndicatorInput extends DefinitionInput {
  @Field(() => ID, { description: 'The indicator (chỉ tiêu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => LocalDateScalar, { description: 'First day of the new definition (từ ngày).' })
  validFrom: LocalDate;
}

@ChangeInput()
export class CorrectIndicatorInput {
  @Field(() => ID, { description: 'The indicator, whose latest definition is corrected (chỉ tiêu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'What is counted or measured (tên chỉ tiêu).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The unit of measure (đơn vị tính).' })
  @RefusesNull()
  @IsWords(100)
  measure?: string;

  @Field(() => String, { nullable: true, description: 'What is included and what is not (nội dung).' })
  @IsOptional()
  @IsWords(2_000)
  definition?: string | null;

  @Field(() => String, { nullable: true, description: 'The act or rule behind it (căn cứ).' })
  @IsOptional()
  @IsWords(1_000)
  basis?: string | null;
}

@InputType({ description: 'Input of `defineIdentity` (lập đẳng thức kiểm tra).' })
export class DefineIdentityInput {
  @Field(() => String, { description: 'What it states, in words; used once (tên đẳng thức).' })
  @IsWords(300)
  name: string;

  @Field(() => IdentityKind, { description: 'What it states (loại đẳng thức).' })
  kind: IdentityKind;

  @Field(() => ID, { description: 'The total, or what the parts are compared with (tổng số).' })
  totalId: string;

  @Field(() => [ID], {
    description: 'The parts; for a percentage its base, for an opening the closing before; none for units below (các phần).',
  })
  @ArrayMaxSize(50)
  @ArrayUnique()
  partIds: string[];

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Omitted or null: none.' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@ChangeInput()
export class CorrectIdentityInput {
  @Field(() => ID, { description: 'The identity (đẳng thức).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'What it states, in words; used once (tên đẳng thức).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú).' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}
