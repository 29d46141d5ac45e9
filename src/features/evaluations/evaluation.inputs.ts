import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';

@InputType({ description: 'An answer to a knock-out, a cap or a condition of the criteria (câu trả lời).' })
export class StatedAnswerInput {
  @Field(() => String, { description: 'Its code in the version (mã).' })
  @IsCode(40)
  code: string;

  @Field(() => Boolean, { description: 'Whether it holds (có xảy ra).' })
  holds: boolean;
}

@InputType({
  description: 'Input of `stateAppraisalFacts` (ghi điểm thưởng, điểm trừ và câu trả lời). It replaces all that was stated before.',
})
export class StateAppraisalFactsInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { defaultValue: '0', description: 'Bonus as found, before its cap, with a point before decimals (điểm thưởng).' })
  @MaxLength(20)
  bonus: string;

  @Field(() => String, { defaultValue: '0', description: 'Penalty as found, before its cap, with a point before decimals (điểm trừ).' })
  @MaxLength(20)
  penalty: string;

  @Field(() => [StatedAnswerInput], { defaultValue: [], description: 'Answers; what is not answered is not known (các câu trả lời).' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => StatedAnswerInput)
  answers: StatedAnswerInput[];

  @Field(() => String, { description: 'What they rest on (căn cứ).' })
  @IsWords(2_000)
  basis: string;
}

@InputType({ description: 'Input of `decideGrade` (quyết định xếp loại khi văn bản để ngỏ).' })
export class DecideGradeInput {
  @Field(() => ID, { description: 'The entry (trường hợp).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Code of the grade (mã xếp loại).' })
  @IsCode(40)
  grade: string;

  @Field(() => String, { description: 'Why (lý do).' })
  @IsWords(2_000)
  reason: string;
}
