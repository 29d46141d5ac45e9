import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { IdempotentInput } from './idempotent.input.js';

@InputType()
export class OpenRegistrationRoundInput extends IdempotentInput {
  @Field(() => ID)
  movementId: string;

  @Field(() => String)
  @IsWords(300)
  name: string;

  @Field(() => ID, { description: 'The unit whose subtree it is for (phạm vi), in force all that time.' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'The first day (ngày mở).' })
  opensOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day (hạn đăng ký); “before the 25th” is the 24th.' })
  closesOn: LocalDate;
}

@InputType()
export class MoveRegistrationDeadlineInput {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { description: 'The new last day, later or earlier (hạn mới).' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'Lý do, căn cứ.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@InputType()
export class ExtendRegistrationInput extends IdempotentInput {
  @Field(() => ID)
  roundId: string;

  @Field(() => ID, { description: 'The unit that gets more time, with all under it.' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'The last day for it, later than the round’s own.' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'Lý do gia hạn.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, { nullable: true, description: 'To change the extension it has: the version you have seen. Left out: it has none.' })
  expectedVersion?: number | null;
}

@InputType()
export class WithdrawExtensionInput {
  @Field(() => ID, { description: 'The extension (gia hạn).' })
  id: string;

  @Field(() => String, { description: 'Lý do rút.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@InputType()
export class AssignTargetInput extends IdempotentInput {
  @Field(() => ID)
  roundId: string;

  @Field(() => ID, { description: 'A unit of the round.' })
  unitId: string;

  @Field(() => Int, { description: 'Số mô hình phải xây dựng.' })
  @Min(1)
  @Max(100_000)
  count: number;

  @Field(() => String, { description: 'The act, or how it is known (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @Field(() => Int, { nullable: true, description: 'To change the target it has: the version you have seen. Left out: it has none.' })
  expectedVersion?: number | null;
}
