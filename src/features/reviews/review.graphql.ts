import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DecimalScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { IdentityResult } from '../indicators/figure.graphql.js';
import { Indicator } from '../indicators/indicator.graphql.js';
import { UnitEvent } from '../units/unit-event.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { ReviewFreeze } from './review-freeze.graphql.js';
import { ReviewKind, ReviewTaskState, SubmissionState } from './review-kinds.js';
import { reviewTerms } from './review.terms.js';

registerEnum(ReviewKind, 'ReviewKind', reviewTerms.ReviewKind);
registerEnum(ReviewTaskState, 'ReviewTaskState', reviewTerms.ReviewTaskState);
registerEnum(SubmissionState, 'SubmissionState', reviewTerms.SubmissionState);

export const ReviewOrder = { ENDS_DESC: 'ENDS_DESC', NAME: 'NAME' } as const;
export type ReviewOrder = keyof typeof ReviewOrder;
registerEnum(ReviewOrder, 'ReviewOrder', reviewTerms.ReviewOrder);

@ObjectType({ description: describe(reviewTerms.ReviewUnit) })
export class ReviewUnit {
  @Field(() => Unit, { description: 'The unit (đơn vị).' })
  unit: Unit;

  @Field(() => SubmissionState, { description: 'Whether it has sent in its figures by the day (tình trạng nộp).' })
  state: SubmissionState;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its own later day (gia hạn đến). Null: the day of the review.' })
  extendedTo: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why its day was put off (lý do gia hạn). Null: it was not.' })
  extensionReason: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it sent in its figures (ngày nộp). Null: it has not.' })
  submittedOn: LocalDate | null;
}

@ObjectType({ implements: () => Node, description: describe(reviewTerms.ReviewTask) })
export class ReviewTask extends Node {
  @Field(() => String, { description: 'What is to be done (nội dung).' })
  text: string;

  @Field(() => Unit, { nullable: true, description: 'Who does it (đơn vị chủ trì). Null: not stated.' })
  owner: Unit | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when (thời hạn). Null: not stated.' })
  dueOn: LocalDate | null;

  @Field(() => ReviewTaskState, { description: 'How far it has come (trạng thái).' })
  state: ReviewTaskState;

  @Field(() => String, { nullable: true, description: 'What came of it (kết quả). Null: not stated.' })
  outcome: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@ObjectType({ description: describe(reviewTerms.ReviewComparison) })
export class ReviewComparison {
  @Field(() => Indicator, { description: 'What it is about (chỉ tiêu).' })
  indicator: Indicator;

  @Field(() => Unit, { description: 'The unit that reported it (đơn vị).' })
  unit: Unit;

  @Field(() => DecimalScalar, { nullable: true, description: 'The number of this review (số kỳ này). Null: none was approved.' })
  reading: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'That of the review before (số kỳ trước). Null: none was reported.' })
  previous: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'This less that (tăng, giảm). Null: one of them is missing.' })
  change: string | null;
}

@ObjectType({ implements: () => Node, description: describe(reviewTerms.Review) })
export class Review extends Node {
  @Field(() => String, { description: 'Its name (tên hội nghị).' })
  name: string;

  @Field(() => ReviewKind, { description: 'Whether the movement goes on (sơ kết, tổng kết).' })
  kind: ReviewKind;

  @Field(() => Unit, { description: 'The unit whose movement is reviewed (đơn vị).' })
  unit: Unit;

  @Field(() => [Unit], { description: 'Who holds it, in order (đơn vị tổ chức).' })
  organisers: Unit[];

  @Field(() => String, { nullable: true, description: 'What it is about (chủ đề). Null: the movement as a whole.' })
  theme: string | null;

  @Field(() => String, { description: 'The period as the paper says it (kỳ, nguyên văn).' })
  period: string;

  @Field(() => PartialDateScalar, { description: 'Start of the period (từ).' })
  starts: string;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the conference (ngày tổ chức). Null: not known.' })
  heldOn: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day by which units send in figures (hạn nộp). Null: none.' })
  dueOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Null: none.' })
  note: string | null;

  @Field(() => [ReviewUnit], { description: 'The units that report for it, and whether they have (các đơn vị báo cáo).' })
  units: ReviewUnit[];

  @Field(() => [UnitEvent], {
    description: 'Events within the period that changed the unit or the units directly below it (biến động đơn vị trong kỳ).',
  })
  unitEvents: UnitEvent[];

  @Field(() => [IdentityResult], { description: 'What its figures must agree on, and what is left open (đẳng thức kiểm tra).' })
  identities: IdentityResult[];

  @Field(() => [ReviewTask], { description: 'Tasks for the next period, in the order in which they were entered (nhiệm vụ kỳ tới).' })
  tasks: ReviewTask[];

  @Field(() => Review, { nullable: true, description: 'The review before (kỳ trước). Null: none is known.' })
  previous: Review | null;

  @Field(() => [ReviewComparison], {
    description: 'Its figures next to those of the review before, and those that only the review before has (so với kỳ trước).',
  })
  comparison: ReviewComparison[];

  @Field(() => [ReviewFreeze], { description: 'Its numbers as they were frozen, the latest first (các bản chốt số liệu).' })
  freezes: ReviewFreeze[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on reviews, all of which hold (điều kiện lọc sơ kết, tổng kết). One that is omitted or null is not applied.',
})
export class ReviewFilter {
  @Field(() => ID, { nullable: true, description: 'Reviews of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => [ReviewKind], { nullable: true, description: 'Reviews of one of these kinds (loại hội nghị).' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: ReviewKind[] | null;
}

@ArgsType()
export class ReviewsArgs extends PageArgs {
  @Field(() => ReviewFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewFilter)
  filter?: ReviewFilter | null;

  @Field(() => ReviewOrder, { defaultValue: ReviewOrder.ENDS_DESC })
  orderBy: ReviewOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose state is shown: reviews whose period has begun by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class ReviewArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

export const ReviewConnection = ConnectionOf(Review, 'Review');

@ObjectType({ implements: () => MutationPayload })
export class ReviewPayload extends MutationPayload {
  @Field(() => Review, { nullable: true })
  review?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ReviewTaskPayload extends MutationPayload {
  @Field(() => ReviewTask, { nullable: true })
  reviewTask?: Id | null;
}
