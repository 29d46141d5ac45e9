import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { RefusesNull } from '../../platform/graphql/change-input.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { UnitKind } from './unit-kinds.js';

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
