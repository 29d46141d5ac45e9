import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { ClearanceResult } from '../proposal.kinds.js';

@InputType({ isAbstract: true })
abstract class CommentedProposalInput {
  @Field(() => ID, { description: 'The proposal, not decided yet (tờ trình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@InputType({ description: 'Input of `openPublicComment` (công khai lấy ý kiến).' })
export class OpenPublicCommentInput extends CommentedProposalInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day (từ ngày). Omitted or null: today.' })
  from?: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The paper that shows that it was public from a day before today (giấy tờ thể hiện ngày công khai). Kept in the trail. Omitted or null: it is public from today on, or later.',
  })
  @IsOptional()
  @IsWords(500)
  source?: string | null;

  @Field(() => Int, {
    description: 'How many working days, by the calendar of the registry (số ngày làm việc).',
  })
  @Min(1)
  @Max(60)
  days: number;
}

@InputType({ description: 'Input of `recordObjection` (ghi ý kiến phản ánh).' })
export class RecordObjectionInput extends CommentedProposalInput {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it was received, while the proposal was public (ngày nhận). Omitted or null: today.',
  })
  receivedOn?: LocalDate | null;

  @Field(() => String, { description: 'What it says (nội dung).' })
  @IsWords(5_000)
  words: string;
}

@InputType({ description: 'Input of `answerObjection` (trả lời ý kiến phản ánh).' })
export class AnswerObjectionInput extends CommentedProposalInput {
  @Field(() => ID, { description: 'The objection (ý kiến).' })
  objectionId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was answered (ngày trả lời). Omitted or null: today.' })
  answeredOn?: LocalDate | null;

  @Field(() => String, { description: 'The answer (trả lời).' })
  @IsWords(5_000)
  answer: string;
}

@InputType({ description: 'Input of `askClearance` (xin ý kiến cơ quan).' })
export class AskClearanceInput extends CommentedProposalInput {
  @Field(() => String, { description: 'The agency that is asked (cơ quan được hỏi).' })
  @IsWords(300)
  agency: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was asked (ngày hỏi). Omitted or null: today.' })
  askedOn?: LocalDate | null;
}

@InputType({ description: 'Input of `answerClearance` (ghi trả lời của cơ quan được hỏi).' })
export class AnswerClearanceInput extends CommentedProposalInput {
  @Field(() => ID, { description: 'The question (mục xin ý kiến).' })
  clearanceId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was answered (ngày trả lời). Omitted or null: today.' })
  answeredOn?: LocalDate | null;

  @Field(() => ClearanceResult, { description: 'What the agency answers (kết quả).' })
  result: ClearanceResult;

  @Field(() => String, { nullable: true, description: 'Its words (nội dung trả lời). Omitted or null: none.' })
  @IsOptional()
  @IsWords(2_000)
  words?: string | null;
}
