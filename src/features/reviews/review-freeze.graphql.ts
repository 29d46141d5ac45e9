import { Field, Int, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../platform/graphql/enum.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, DecimalScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { ReviewBasis } from './review-kinds.js';
import { reviewTerms } from './review.terms.js';

registerEnum(ReviewBasis, 'ReviewBasis', reviewTerms.ReviewBasis);

@ObjectType({ description: describe(reviewTerms.FrozenNumber) })
export class FrozenNumber {
  @Field(() => String, { nullable: true, description: 'The row, such as a unit (dòng). Null: the total of all rows.' })
  row: string | null;

  @Field(() => String, { nullable: true, description: 'The column, such as a year (cột). Null: the total of all columns.' })
  column: string | null;

  @Field(() => String, { description: 'What was counted, as `StatisticsMeasure` names it (chỉ số).' })
  measure: string;

  @Field(() => Int, { description: 'The number (số liệu).' })
  value: number;

  @Field(() => JsonScalar, { description: 'The filter of the list that contained exactly these, on the day (điều kiện mở ra).' })
  filter: object;
}

@ObjectType({ description: describe(reviewTerms.FrozenFigure) })
export class FrozenFigure {
  @Field(() => String, { description: 'Code of the indicator (mã chỉ tiêu).' })
  code: string;

  @Field(() => String, { description: 'Name of the indicator (tên chỉ tiêu).' })
  indicator: string;

  @Field(() => String, { description: 'Unit of measure (đơn vị tính).' })
  measure: string;

  @Field(() => String, { description: 'Name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => String, { description: 'The number as printed (nguyên văn).' })
  raw: string;

  @Field(() => DecimalScalar, { description: 'The number as read (số đọc được).' })
  reading: string;

  @Field(() => String, { description: 'How close it is, as `FigureQualifier` names it (mức độ chính xác).' })
  qualifier: string;

  @Field(() => String, { description: 'How far it had come, as `FigureState` names it (trạng thái).' })
  state: string;
}

@ObjectType({ description: describe(reviewTerms.FrozenIdentity) })
export class FrozenIdentity {
  @Field(() => String, { description: 'What the identity states (tên đẳng thức).' })
  name: string;

  @Field(() => String, { description: 'Name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What was left open (số dư). Null: a share of nothing.' })
  residual: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it held (khớp). Null: it was left open.' })
  closes: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it did not hold (giải trình). Null: not explained.' })
  explanation: string | null;
}

@ObjectType({ description: describe(reviewTerms.ReviewMove) })
export class ReviewMove {
  @Field(() => String, { description: 'What it is a number of: indicator and unit, or measure, row and column (số của).' })
  what: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The frozen number (số đã chốt). Null: there was none.' })
  frozen: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The number now (số hiện nay). Null: there is none.' })
  now: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last command on the figure since, as the trail names it (lệnh gây biến động). Null: it is a number of statistics.',
  })
  action: string | null;
}

@ObjectType({ implements: () => Node, description: describe(reviewTerms.ReviewFreeze) })
export class ReviewFreeze extends Node {
  @Field(() => DateTimeScalar, { description: 'When it was frozen (thời điểm chốt).' })
  frozenAt: Date;

  @Field(() => ReviewBasis, { description: 'By the units of which day (cơ sở đơn vị).' })
  basis: ReviewBasis;

  @Field(() => LocalDateScalar, { description: 'The day whose state was counted (ngày chốt).' })
  asOf: LocalDate;

  @Field(() => JsonScalar, { description: 'What was asked of statistics (câu hỏi thống kê).' })
  asked: object;

  @Field(() => [FrozenNumber], { description: 'The numbers of statistics (số thống kê).' })
  numbers: FrozenNumber[];

  @Field(() => [FrozenFigure], { description: 'The figures of the review (số liệu).' })
  figures: FrozenFigure[];

  @Field(() => [FrozenIdentity], { description: 'What they had to agree on (đẳng thức kiểm tra).' })
  identities: FrozenIdentity[];

  @Field(() => [String], { description: 'What has to be known to read the numbers (ghi chú).' })
  notes: string[];
}
