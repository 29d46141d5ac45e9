import { Field, ID, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';

@ChangeInput()
export class CorrectRegistrationRoundInput {
  @Field(() => ID, { description: 'The round (đợt đăng ký).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Name (tên đợt).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (ngày mở).' })
  @RefusesNull()
  opensOn?: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day, where it was entered wrongly; a deadline that is moved is `moveRegistrationDeadline` (hạn đăng ký).',
  })
  @RefusesNull()
  closesOn?: LocalDate;

  @Field(() => [RecognitionLevel], {
    nullable: true,
    description:
      'The levels at which its registrations are recognised only after a closed appraisal round (cấp phải qua thẩm định, chấm điểm).',
  })
  @RefusesNull()
  @ArrayUnique()
  @ArrayMaxSize(5)
  appraisedAt?: RecognitionLevel[];
}

@ChangeInput()
export class CorrectReceivingAuthorityInput {
  @Field(() => ID, { description: 'The rule (quy tắc tiếp nhận).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The receiving office, in force during the whole time (cơ quan tiếp nhận).' })
  @RefusesNull()
  receiverId?: string;

  @Field(() => ID, { nullable: true, description: 'The recognising office, in force during the whole time (cơ quan công nhận).' })
  recogniserId?: string | null;

  @Field(() => RecognitionLevel, { nullable: true, description: 'The level of recognition (cấp công nhận).' })
  @RefusesNull()
  level?: RecognitionLevel;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a recognition at this level takes a closed appraisal round (phải qua thẩm định, chấm điểm).',
  })
  @RefusesNull()
  requiresAppraisal?: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Null: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: it continues.' })
  validTo?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The document it is based on (căn cứ).' })
  @RefusesNull()
  @IsWords(1_000)
  basis?: string;
}
