import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../platform/graphql/enum.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { Qualifier } from './figure-reading.js';
import { indicatorTerms } from './indicator.terms.js';

export const FigureBasis = { AS_REPORTED: 'AS_REPORTED', RESTATED: 'RESTATED' } as const;
export type FigureBasis = keyof typeof FigureBasis;
registerEnum(FigureBasis, 'FigureBasis', indicatorTerms.FigureBasis);

export const FigureResidualReason = { DIVIDED: 'DIVIDED', LATER: 'LATER', OVERLAPPING: 'OVERLAPPING' } as const;
export type FigureResidualReason = keyof typeof FigureResidualReason;
registerEnum(FigureResidualReason, 'FigureResidualReason', indicatorTerms.FigureResidualReason);

@ObjectType({ description: describe(indicatorTerms.FigureTotalRow) })
export class FigureTotalRow {
  @Field(() => ID, { nullable: true, description: 'The unit directly below (đơn vị). Null: what no unit directly below reaches.' })
  unitId: string | null;

  @Field(() => String, { description: 'The name of the unit, or of the units that are left (tên đơn vị).' })
  unit: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it contributes to the total (số liệu). Null: nothing.' })
  reading: string | null;

  @Field(() => Qualifier, { nullable: true, description: 'How close it is (mức độ chính xác). Null: there is nothing.' })
  qualifier: Qualifier | null;

  @Field(() => Int, { description: 'How many figures that is (số số liệu).' })
  counted: number;

  @Field(() => Int, { description: 'Figures that are contained in one of the total and so not added (số liệu đã nằm trong số chung).' })
  covered: number;

  @Field(() => Int, { description: 'Figures that are not approved and so not added (số liệu chưa duyệt).' })
  waiting: number;

  @Field(() => Boolean, { description: 'Whether any figure was reported there (đã báo cáo).' })
  reported: boolean;
}

@ObjectType({ description: describe(indicatorTerms.FigureResidual) })
export class FigureResidual {
  @Field(() => ID, { description: 'The unit that reported it (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'The name of the unit on the last day of the period (tên đơn vị).' })
  unit: string;

  @Field(() => ID, { description: 'The figure (số liệu).' })
  figureId: string;

  @Field(() => DecimalScalar, { description: 'The number as read (số đọc được).' })
  reading: string;

  @Field(() => Qualifier, { description: 'How close it is (mức độ chính xác).' })
  qualifier: Qualifier;

  @Field(() => FigureResidualReason, { description: 'Why it is not part of the total (lý do).' })
  reason: FigureResidualReason;
}

@ObjectType({ description: describe(indicatorTerms.FigureTotalIdentity) })
export class FigureTotalIdentity {
  @Field(() => String, { description: 'What the identity states (tên đẳng thức).' })
  name: string;

  @Field(() => DecimalScalar, { description: 'The sum of what the figures of the total leave open (số dư).' })
  residual: string;

  @Field(() => Int, { description: 'At how many figures it does not hold (số chỗ không khớp).' })
  open: number;

  @Field(() => Int, { description: 'At how many of these a leader has explained why (số chỗ đã giải trình).' })
  explained: number;
}

@ObjectType({ description: describe(indicatorTerms.FigureTotal) })
export class FigureTotal {
  @Field(() => String, { description: 'The code of the indicator (mã chỉ tiêu).' })
  code: string;

  @Field(() => String, { description: 'The name of the indicator on the last day of the period (tên chỉ tiêu).' })
  indicator: string;

  @Field(() => String, { description: 'The unit of measure (đơn vị tính).' })
  measure: string;

  @Field(() => String, { description: 'The name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The total of approved figures (tổng). Null: there is no figure, or the indicator is not added up.',
  })
  reading: string | null;

  @Field(() => Qualifier, { nullable: true, description: 'How close it is (mức độ chính xác). Null: there is no total.' })
  qualifier: Qualifier | null;

  @Field(() => [FigureTotalRow], { description: 'What the units directly below contribute; they add up to the total (các dòng).' })
  rows: FigureTotalRow[];

  @Field(() => [FigureResidual], { description: 'Figures that the total cannot contain (số dư).' })
  residuals: FigureResidual[];

  @Field(() => [FigureTotalIdentity], { description: 'Identities that do not hold at figures of the total (đẳng thức không khớp).' })
  identities: FigureTotalIdentity[];

  @Field(() => Int, { description: 'Figures that are not approved and so left out (số liệu chưa duyệt).' })
  waiting: number;

  @Field(() => [String], { description: 'What has to be known to read the total (ghi chú).' })
  notes: string[];
}

@ArgsType()
export class FigureTotalArgs {
  @Field(() => ID, { description: 'The indicator (chỉ tiêu).' })
  indicatorId: string;

  @Field(() => ID, { description: 'The unit with all that it reaches (đơn vị).' })
  unitId: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Figures whose period begins on this day or later (từ ngày). Omitted or null: whenever it began.',
  })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Figures whose period ends on this day or earlier (đến ngày).' })
  to: LocalDate;

  @Field(() => FigureBasis, { defaultValue: FigureBasis.AS_REPORTED, description: 'By the units of which day (cơ sở đơn vị).' })
  basis: FigureBasis;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'For RESTATED: the day of the units (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}
