import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { AssignedHow, ConflictReason } from '../evaluation.kinds.js';

@InputType({ description: 'Who scores an entry (phân công một trường hợp).' })
export class AssignedEntryInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  evaluationId: string;

  @Field(() => [ID], { description: 'The people (những người chấm).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  personIds: string[];
}

@InputType({ description: 'Input of `assignAppraisals` (phân công chấm). Assignments that exist remain.' })
export class AssignAppraisalsInput {
  @Field(() => ID, { description: 'The round (đợt thẩm định).' })
  roundId: string;

  @Field(() => AssignedHow, { description: 'How it is chosen who scores what (cách phân công).' })
  how: AssignedHow;

  @Field(() => [AssignedEntryInput], { defaultValue: [], description: 'By hand: who scores what (phân công từng trường hợp).' })
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => AssignedEntryInput)
  byHand: AssignedEntryInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Drawn: how many score each entry (số người mỗi trường hợp). Omitted or null: everybody who may.',
  })
  @IsOptional()
  @Min(1)
  @Max(50)
  perEntry?: number | null;

  @Field(() => [ID], { defaultValue: [], description: 'Drawn: among whom (trong số). Omitted: all members in term.' })
  @ArrayMaxSize(200)
  @ArrayUnique()
  personIds: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Drawn: words that make the same drawing again (mã bốc thăm). Omitted or null: the identifier of the round.',
  })
  @IsOptional()
  @IsWords(100)
  seed?: string | null;
}

@InputType({ description: 'Input of `declareConflict` (khai báo xung đột lợi ích).' })
export class DeclareConflictInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  evaluationId: string;

  @Field(() => ID, { nullable: true, description: 'The person, for whom the board declares it (người). Omitted or null: yourself.' })
  personId?: string | null;

  @Field(() => ConflictReason, { description: 'Why (lý do).' })
  reason: ConflictReason;

  @Field(() => String, { description: 'The reason in words (diễn giải).' })
  @IsWords(2_000)
  words: string;
}

@InputType({ description: 'Input of `overrideConflict` (chấp thuận dù có xung đột lợi ích).' })
export class OverrideConflictInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  evaluationId: string;

  @Field(() => ID, { description: 'The person (người).' })
  personId: string;

  @Field(() => String, { description: 'Why they may score all the same (lý do).' })
  @IsWords(2_000)
  reason: string;
}
