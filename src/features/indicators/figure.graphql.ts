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
import { Unit } from '../units/unit.graphql.js';
import { Qualifier } from './figure-reading.js';
import { FigureOutlier, FigureRemark } from './figure-remark.graphql.js';
import { FigureTarget } from './figure-target.graphql.js';
import { FigureState } from './figure.lifecycle.js';
import { FigureCoverage } from './indicator-kinds.js';
import { Identity, Indicator } from './indicator.graphql.js';
import { indicatorTerms } from './indicator.terms.js';

registerEnum(Qualifier, 'FigureQualifier', indicatorTerms.FigureQualifier);
registerEnum(FigureState, 'FigureState', indicatorTerms.FigureState);

export const FigureOrder = { ENDS_DESC: 'ENDS_DESC', ENDS: 'ENDS' } as const;
export type FigureOrder = keyof typeof FigureOrder;
registerEnum(FigureOrder, 'FigureOrder', indicatorTerms.FigureOrder);

@ObjectType({ description: describe(indicatorTerms.IdentityResult) })
export class IdentityResult {
  @Field(() => String, { description: 'What the identity states (tên đẳng thức).' })
  name: string;

  @Field(() => Identity, { description: 'The identity (đẳng thức).' })
  identity: Identity;

  @Field(() => Unit, { description: 'The unit, as of the last day of the period (đơn vị).' })
  unit: Unit;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start of the period (từ). Null: not known.' })
  starts: string | null;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => DecimalScalar, { description: 'What is stated (số nêu trong báo cáo).' })
  stated: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The sum of the parts; for a share, the nearest one that is possible (số tính được). Null: its base is 0.',
  })
  computed: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What is stated less what was computed; for parts that are at most the total, only where it is negative (số dư).',
  })
  residual: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it holds (khớp). Null: a part is missing, or “khoảng” and “trên” leave it open.',
  })
  closes: boolean | null;

  @Field(() => Int, { description: 'The parts that no figure was reported for (số phần còn thiếu).' })
  missing: number;

  @Field(() => Boolean, { description: 'Whether all figures in it are approved (đã duyệt hết).' })
  approved: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it does not hold, as a leader explained this very residual (giải trình). Null: not explained.',
  })
  explanation: string | null;
}

@ObjectType({ implements: () => Node, description: describe(indicatorTerms.Figure) })
export class Figure extends Node {
  @Field(() => Indicator, { description: 'What it is about, by the definition of its last day (chỉ tiêu).' })
  indicator: Indicator;

  @Field(() => Unit, { description: 'The unit that reported it, as of the last day of the period (đơn vị).' })
  unit: Unit;

  @Field(() => FigureCoverage, { description: 'Whether it includes the units below (phạm vi số liệu).' })
  covers: FigureCoverage;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start of the period (từ). Null: not known.' })
  starts: string | null;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => String, { description: 'The number as printed (nguyên văn).' })
  raw: string;

  @Field(() => DecimalScalar, { description: 'The number as read, exactly (số đọc được).' })
  reading: string;

  @Field(() => Qualifier, { description: 'How close it is (mức độ chính xác).' })
  qualifier: Qualifier;

  @Field(() => String, { description: 'The unit of measure (đơn vị tính).' })
  measure: string;

  @Field(() => String, { description: 'The paper that it is from (nguồn).' })
  source: string;

  @Field(() => String, { nullable: true, description: 'The page or section of the paper (trang, mục). Null: not stated.' })
  page: string | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Null: none.' })
  note: string | null;

  @Field(() => FigureState, { description: 'How far it has come (trạng thái).' })
  state: FigureState;

  @Field(() => String, { nullable: true, description: 'Why it was returned (lý do trả lại). Null: it is not returned.' })
  returnReason: string | null;

  @Field(() => [IdentityResult], { description: 'The identities in which it is the total (các đẳng thức).' })
  identities: IdentityResult[];

  @Field(() => FigureTarget, {
    nullable: true,
    description: 'What it should reach, and whether it does (mức giao). Null: no target was set.',
  })
  target: FigureTarget | null;

  @Field(() => Figure, {
    nullable: true,
    description: 'The approved figure of the last period before it that is equally long (kỳ trước). Null: there is none.',
  })
  previous: Figure | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'This less that of the last period (tăng, giảm). Null: there is none.' })
  change: string | null;

  @Field(() => FigureOutlier, {
    nullable: true,
    description: 'That it is far from the unit’s own earlier figures, as advice to look again (số liệu khác thường). Null: it is not.',
  })
  outlier: FigureOutlier | null;

  @Field(() => [FigureRemark], { description: 'What was said about it, the earliest first (ý kiến).' })
  remarks: FigureRemark[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], { description: 'The changes of it, the latest 500 at most, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on figures, all of which hold (điều kiện lọc số liệu). One that is omitted or null is not applied.',
})
export class FigureFilter {
  @Field(() => ID, { nullable: true, description: 'Figures of this unit and of the units it reaches on the day (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Figures of this indicator (chỉ tiêu).' })
  indicatorId?: string | null;

  @Field(() => [FigureState], { nullable: true, description: 'Figures in one of these states (trạng thái).' })
  @IsOptional()
  @ArrayMaxSize(10)
  state?: FigureState[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Figures whose period begins on this day or later (từ ngày).' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Figures whose period ends on this day or earlier (đến ngày).' })
  to?: LocalDate | null;

  @Field(() => Boolean, { nullable: true, description: 'With a remark that is to be followed up and is not settled (cần theo dõi).' })
  followUp?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Far from the unit’s own earlier figures (số liệu khác thường).' })
  unusual?: boolean | null;
}

@ArgsType()
export class FigurePageArgs extends PageArgs {
  @Field(() => FigureFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => FigureFilter)
  filter?: FigureFilter | null;

  @Field(() => FigureOrder, { defaultValue: FigureOrder.ENDS_DESC })
  orderBy: FigureOrder;
}

@ArgsType()
export class FiguresArgs extends FigurePageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose state is shown: figures whose period has begun by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

export const FigureConnection = ConnectionOf(Figure, 'Figure');

@ObjectType({ implements: () => MutationPayload })
export class FigurePayload extends MutationPayload {
  @Field(() => Figure, { nullable: true })
  figure?: Id | null;
}

@ObjectType({ description: describe(indicatorTerms.ApprovedFigure) })
export class ApprovedFigure {
  @Field(() => Figure, { description: 'The figure after the approval (số liệu).' })
  figure: Id;
}

@ObjectType({ implements: () => MutationPayload })
export class ApproveFiguresPayload extends MutationPayload {
  @Field(() => [ApprovedFigure], {
    nullable: true,
    description: 'The figures, in the order given (các số liệu). Null when `userErrors` is not empty.',
  })
  approved?: ApprovedFigure[] | null;
}
