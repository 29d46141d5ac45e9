import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { ReviewBasis, ReviewKind, ReviewTaskState } from './review-kinds.js';

/** A province has some hundred units. */
const MOST_UNITS = 500;

@InputType({ description: 'Input of `openReview` (mở sơ kết, tổng kết).' })
export class OpenReviewInput {
  @Field(() => ID, { description: 'The unit whose movement is reviewed (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'Its name (tên hội nghị).' })
  @IsWords(300)
  name: string;

  @Field(() => ReviewKind, { description: 'Whether the movement goes on (sơ kết, tổng kết).' })
  kind: ReviewKind;

  @Field(() => String, { nullable: true, description: 'What it is about (chủ đề). Omitted or null: the movement as a whole.' })
  @IsOptional()
  @IsWords(500)
  theme?: string | null;

  @Field(() => String, { description: 'The period as the paper says it: “03 năm” (kỳ, nguyên văn).' })
  @IsWords(200)
  period: string;

  @Field(() => PartialDateScalar, { description: 'Start of the period (từ).' })
  starts: string;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the conference (ngày tổ chức). Omitted or null: not known.' })
  heldOn?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day by which units send in figures (hạn nộp). Omitted or null: none.' })
  dueOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Omitted or null: none.' })
  @IsOptional()
  @IsWords(5_000)
  note?: string | null;

  @Field(() => [ID], { description: 'Who holds it, in order (đơn vị tổ chức).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  organiserIds: string[];

  @Field(() => [ID], { description: 'The units that report for it (các đơn vị báo cáo).' })
  @ArrayMaxSize(MOST_UNITS)
  @ArrayUnique()
  unitIds: string[];

  @Field(() => [ID], { description: 'The models that it names as exemplary (mô hình, điển hình tiêu biểu).' })
  @ArrayMaxSize(100)
  @ArrayUnique()
  modelIds: string[];

  @Field(() => [ID], { defaultValue: [], description: 'The commendations that it names (các khen thưởng).' })
  @ArrayMaxSize(200)
  @ArrayUnique()
  commendationIds: string[];

  @Field(() => ID, { nullable: true, description: 'The review before (kỳ trước). Omitted or null: none is known.' })
  previousId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectReviewInput {
  @Field(() => ID, { description: 'The review (sơ kết, tổng kết).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Its name (tên hội nghị).' })
  @RefusesNull()
  @IsWords(300)
  name?: string;

  @Field(() => String, { nullable: true, description: 'What it is about (chủ đề).' })
  @IsOptional()
  @IsWords(500)
  theme?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the conference (ngày tổ chức).' })
  heldOn?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day by which units send in figures (hạn nộp).' })
  dueOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú).' })
  @IsOptional()
  @IsWords(5_000)
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who holds it, in order (đơn vị tổ chức).' })
  @RefusesNull()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  organiserIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'The units that report for it (các đơn vị báo cáo).' })
  @RefusesNull()
  @ArrayMaxSize(MOST_UNITS)
  @ArrayUnique()
  unitIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'The models that it names as exemplary (mô hình, điển hình tiêu biểu).' })
  @RefusesNull()
  @ArrayMaxSize(100)
  @ArrayUnique()
  modelIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'The commendations that it names (các khen thưởng).' })
  @RefusesNull()
  @ArrayMaxSize(200)
  @ArrayUnique()
  commendationIds?: string[];

  @Field(() => ID, { nullable: true, description: 'The review before (kỳ trước).' })
  previousId?: string | null;
}

@InputType({ description: 'Input of `submitForReview` (nộp số liệu cho sơ kết, tổng kết).' })
export class SubmitForReviewInput {
  @Field(() => ID, { description: 'The review (sơ kết, tổng kết).' })
  reviewId: string;

  @Field(() => ID, { description: 'The unit that sends in its figures (đơn vị).' })
  unitId: string;
}

@InputType({ description: 'Input of `extendReview` (gia hạn nộp).' })
export class ExtendReviewInput {
  @Field(() => ID, { description: 'The review (sơ kết, tổng kết).' })
  reviewId: string;

  @Field(() => ID, { description: 'The unit that gets more time (đơn vị).' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'Its new day (gia hạn đến).' })
  extendedTo: LocalDate;

  @Field(() => String, { description: 'Why (lý do gia hạn).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `addReviewTask` (giao nhiệm vụ kỳ tới).' })
export class AddReviewTaskInput {
  @Field(() => ID, { description: 'The review that sets it (sơ kết, tổng kết).' })
  reviewId: string;

  @Field(() => String, { description: 'What is to be done (nội dung).' })
  @IsWords(2_000)
  text: string;

  @Field(() => ID, { nullable: true, description: 'Who does it (đơn vị chủ trì). Omitted or null: not stated.' })
  ownerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when (thời hạn). Omitted or null: not stated.' })
  dueOn?: LocalDate | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectReviewTaskInput {
  @Field(() => ID, { description: 'The task (nhiệm vụ).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'What is to be done (nội dung).' })
  @RefusesNull()
  @IsWords(2_000)
  text?: string;

  @Field(() => ID, { nullable: true, description: 'Who does it (đơn vị chủ trì).' })
  ownerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when (thời hạn).' })
  dueOn?: LocalDate | null;
}

@InputType({ description: 'Input of `settleReviewTask` (ghi kết quả nhiệm vụ).' })
export class SettleReviewTaskInput {
  @Field(() => ID, { description: 'The task (nhiệm vụ).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ReviewTaskState, { description: 'How far it has come (trạng thái).' })
  state: ReviewTaskState;

  @Field(() => String, { nullable: true, description: 'What came of it (kết quả). Omitted or null: not stated.' })
  @IsOptional()
  @IsWords(2_000)
  outcome?: string | null;
}

@InputType({ description: 'Input of `freezeReview` (chốt số liệu sơ kết, tổng kết).' })
export class FreezeReviewInput {
  @Field(() => ID, { description: 'The review (sơ kết, tổng kết).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ReviewBasis, { defaultValue: ReviewBasis.AS_REPORTED, description: 'By the units of which day (cơ sở đơn vị).' })
  basis: ReviewBasis;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
