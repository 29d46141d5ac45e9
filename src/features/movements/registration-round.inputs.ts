import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, Max, Min } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { IdempotentInput } from './idempotent.input.js';

@InputType()
export class OpenRegistrationRoundInput extends IdempotentInput {
  @Field(() => ID, { description: 'The movement (phong trào).' })
  movementId: string;

  @Field(() => String, { description: 'Name (tên đợt).' })
  @IsWords(300)
  name: string;

  @Field(() => ID, {
    description: 'The unit for which, with all units below it, the round is open; in force during the whole time (phạm vi).',
  })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'First day (ngày mở).' })
  opensOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day; “before the 25th” is the 24th (hạn đăng ký).' })
  closesOn: LocalDate;

  @Field(() => [RecognitionLevel], {
    defaultValue: [],
    description:
      'The levels at which its registrations are recognised only after a closed appraisal round (cấp phải qua thẩm định, chấm điểm).',
  })
  @ArrayUnique()
  @ArrayMaxSize(5)
  appraisedAt: RecognitionLevel[];
}

@InputType()
export class MoveRegistrationDeadlineInput {
  @Field(() => ID, { description: 'The round (đợt đăng ký).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'New last day, later or earlier than before (hạn mới).' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class ExtendRegistrationInput extends IdempotentInput {
  @Field(() => ID, { description: 'The round (đợt đăng ký).' })
  roundId: string;

  @Field(() => ID, { description: 'The unit that receives more time, with all units below it (đơn vị được gia hạn).' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'Last day for it, later than that of the round (hạn mới).' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'Why it receives more time (lý do gia hạn).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` of the present extension, to change it (phiên bản đã xem). Omitted or null: the unit has no extension yet.',
  })
  expectedVersion?: number | null;
}

@InputType()
export class WithdrawExtensionInput {
  @Field(() => ID, { description: 'The extension (gia hạn).' })
  id: string;

  @Field(() => String, { description: 'Why it is withdrawn (lý do rút).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType()
export class AssignTargetInput extends IdempotentInput {
  @Field(() => ID, { description: 'The round (đợt đăng ký).' })
  roundId: string;

  @Field(() => ID, { description: 'The unit, one for which the round is open (đơn vị được giao).' })
  unitId: string;

  @Field(() => Int, { description: 'Number of models to build (số mô hình phải xây dựng).' })
  @Min(1)
  @Max(100_000)
  count: number;

  @Field(() => String, { description: 'The document it is based on, or how it is known (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` of the present target, to change it (phiên bản đã xem). Omitted or null: the unit has no target yet.',
  })
  expectedVersion?: number | null;
}
