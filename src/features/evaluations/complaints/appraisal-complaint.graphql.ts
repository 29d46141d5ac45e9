import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { ComplaintState } from '../evaluation.kinds.js';
import { evaluationTerms } from '../evaluation.terms.js';

registerEnum(ComplaintState, 'ComplaintState', evaluationTerms.ComplaintState);

@ObjectType({ description: describe(evaluationTerms.AppraisalComplaint) })
export class AppraisalComplaint {
  @Field(() => ID, { description: 'Identifier, for `answerAppraisalComplaint` and `reopenAppraisalRound` (mã).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'The day on which it was received (ngày nhận).' })
  receivedOn: LocalDate;

  @Field(() => String, { description: 'What it says (nội dung).' })
  words: string;

  @Field(() => ComplaintState, { description: 'What became of it (trạng thái).' })
  state: ComplaintState;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was answered (ngày trả lời). Null: not yet.' })
  answeredOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The answer, or why the round was opened again (trả lời). Null: not yet.' })
  answer: string | null;

  @Field(() => String, { description: 'Who entered it (người nhập).' })
  enteredBy: string;
}

@InputType({ description: 'Input of `recordAppraisalComplaint` (ghi nhận khiếu nại, kiến nghị về kết quả).' })
export class RecordAppraisalComplaintInput {
  @Field(() => ID, { description: 'The entry, of a closed round (kết quả thẩm định).' })
  evaluationId: string;

  @Field(() => LocalDateScalar, {
    description: 'The day on which it was received, within the days that the round states, if it states any (ngày nhận).',
  })
  receivedOn: LocalDate;

  @Field(() => String, { description: 'What it says (nội dung).' })
  @IsWords(2_000)
  words: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The paper that shows the day, for a complaint that is entered after the time was over (giấy tờ thể hiện ngày nhận). Kept in the trail. Only those who run the round give it. Omitted or null: the time is that of the registry’s clock.',
  })
  @IsOptional()
  @IsWords(500)
  source?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `answerAppraisalComplaint` (trả lời khiếu nại, giữ nguyên kết quả).' })
export class AnswerAppraisalComplaintInput {
  @Field(() => ID, { description: 'The entry (kết quả thẩm định).' })
  evaluationId: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The complaint (khiếu nại).' })
  complaintId: string;

  @Field(() => String, { description: 'Why the result stays (trả lời).' })
  @IsWords(2_000)
  answer: string;
}
