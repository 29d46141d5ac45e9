import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { RefusesNull } from '../../platform/graphql/change-input.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { UnitKind } from './unit-kinds.js';
import { SuccessorInput } from './unit-successor.input.js';

@InputType({
  description:
    'What was misprinted of a unit is corrected as if it had always been so (đính chính). A unit that really changes is renamed, changes its kind or receives another code instead.',
})
export class CorrectUnitInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => LocalDateScalar, {
    description: 'A day on which the wrong value is recorded (ngày có giá trị sai). All days around it that have this value are corrected.',
  })
  on: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'The right name without the word for the kind (tên đúng). Omitted: unchanged. Null: refused.',
  })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => UnitKind, { nullable: true, description: 'The right kind (loại đúng). Omitted: unchanged. Null: refused.' })
  @RefusesNull()
  kind?: UnitKind;

  @Field(() => String, { nullable: true, description: 'The right official code (mã đúng). Omitted: unchanged. Null: it has none.' })
  @IsOptional()
  @IsCode(40)
  code?: string | null;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType({
  description:
    'To which units a unit passed on a day is corrected, as if it had always been recorded so (đính chính kế thừa). Refused, with what it is, while something rests on the recorded succession: a later event that moved units which had followed it, a file that its successor received or decided in its place, or a grant given there by a right at the unit.',
})
export class CorrectSuccessionInput {
  @Field(() => ID, { description: 'The unit that passed to others (đơn vị).' })
  unitId: string;

  @Field(() => PartialDateScalar, {
    description:
      'The date of the succession, as `successors.date` shows it; of a unit that ended without successor, the first day without it (ngày chuyển).',
  })
  on: string;

  @Field(() => [SuccessorInput], {
    description:
      'All successors of that date, the right ones in place of the recorded ones, 0 to 100 (các đơn vị kế thừa đúng). None: it passed to no unit.',
  })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SuccessorInput)
  successors: SuccessorInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'Units that had followed it to a wrong whole successor, and whose place is right all the same (đơn vị giữ nguyên nơi trực thuộc). Omitted or null: none; they follow to the right whole successor.',
  })
  @IsOptional()
  @ArrayMaxSize(500)
  staying?: string[] | null;

  @Field(() => Int)
  expectedVersion: number;
}
