import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { CommendationFilter } from '../../features/commendations/commendation.filter.js';
import { ModelFilter } from '../../features/models/model.filter.js';
import { AdministrativeLevel } from '../../features/units/unit-kinds.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { DecimalScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { statisticsTerms } from './statistics.terms.js';

const namesIn = <V extends string>({ values }: { readonly values: Readonly<Record<V, unknown>> }): { readonly [N in V]: N } =>
  Object.fromEntries(Object.keys(values).map(name => [name, name])) as { [N in V]: N };

export const StatisticsBasis = namesIn(statisticsTerms.StatisticsBasis);
export type StatisticsBasis = keyof typeof StatisticsBasis;
registerEnum(StatisticsBasis, 'StatisticsBasis', statisticsTerms.StatisticsBasis);

export const StatisticsDimension = namesIn(statisticsTerms.StatisticsDimension);
export type StatisticsDimension = keyof typeof StatisticsDimension;
registerEnum(StatisticsDimension, 'StatisticsDimension', statisticsTerms.StatisticsDimension);

export const StatisticsMeasure = namesIn(statisticsTerms.StatisticsMeasure);
export type StatisticsMeasure = keyof typeof StatisticsMeasure;
registerEnum(StatisticsMeasure, 'StatisticsMeasure', statisticsTerms.StatisticsMeasure);

export const StatisticsValueKind = namesIn(statisticsTerms.StatisticsValueKind);
export type StatisticsValueKind = keyof typeof StatisticsValueKind;
registerEnum(StatisticsValueKind, 'StatisticsValueKind', statisticsTerms.StatisticsValueKind);

export const StatisticsList = namesIn(statisticsTerms.StatisticsList);
export type StatisticsList = keyof typeof StatisticsList;
registerEnum(StatisticsList, 'StatisticsList', statisticsTerms.StatisticsList);

@InputType({ description: 'What rows or columns are made by (chiều của bảng).' })
export class StatisticsAxis {
  @Field(() => StatisticsDimension, { description: 'The dimension (chiều).' })
  by: StatisticsDimension;

  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: 'For UNIT: the units of this level (cấp hành chính). Omitted or null: `childrenOf` is given.',
  })
  level?: AdministrativeLevel | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For UNIT: the units directly below this one, and nothing outside it (đơn vị cấp trên). Omitted or null: `level` is given.',
  })
  childrenOf?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'For YEAR and QUARTER: the first day (từ ngày). Omitted or null: from the beginning.',
  })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'For YEAR and QUARTER: the last day (đến ngày). Omitted or null: to `asOf`.',
  })
  to?: LocalDate | null;
}

@ArgsType()
export class StatisticsArgs {
  @Field(() => ModelFilter, { nullable: true, description: 'Which models are counted (điều kiện). Omitted or null: all that you see.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  filter?: ModelFilter | null;

  @Field(() => CommendationFilter, {
    nullable: true,
    description:
      'Which commendations are counted (điều kiện về khen thưởng). Omitted or null: all that you see. With `filter`, only those for such models.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommendationFilter)
  commendations?: CommendationFilter | null;

  @Field(() => [StatisticsAxis], { defaultValue: [], description: 'What the rows are made by, at most two (dòng).' })
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => StatisticsAxis)
  rows: StatisticsAxis[];

  @Field(() => [StatisticsAxis], { defaultValue: [], description: 'What the columns are made by, at most two (cột).' })
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => StatisticsAxis)
  columns: StatisticsAxis[];

  @Field(() => [StatisticsMeasure], { description: 'What is counted (chỉ số).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  measures: StatisticsMeasure[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose state is shown: what had happened by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;

  @Field(() => StatisticsBasis, {
    defaultValue: StatisticsBasis.RESTATED,
    description: 'By the units of which day the dimension UNIT is made (cơ sở đơn vị).',
  })
  basis: StatisticsBasis;
}

@ArgsType()
export class OverviewArgs {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => Int, { description: 'The calendar year (năm).' })
  @Min(1900)
  @Max(9997)
  year: number;
}

@ObjectType({ description: describe(statisticsTerms.StatisticsValue) })
export class StatisticsValue {
  @Field(() => StatisticsDimension, { description: 'The dimension (chiều).' })
  dimension: StatisticsDimension;

  @Field(() => StatisticsValueKind, { description: 'What it contains (loại giá trị).' })
  kind: StatisticsValueKind;

  @Field(() => String, {
    nullable: true,
    description: 'An identifier, an enum value, `2024` or `2024-Q1` (giá trị). Null: `kind` says what it is.',
  })
  key: string | null;

  @Field(() => String, { description: 'Its label in the language of the request (nhãn).' })
  label: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of the period (từ ngày). Null: it is no period.' })
  from: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the period (đến ngày). Null: it is no period.' })
  to: LocalDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the period has ended by `asOf` (đã hết kỳ). Null: it is no period.' })
  complete: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why these are set apart, with the names of the units (lý do). Null: they are not.' })
  reason: string | null;
}

@ObjectType({ description: describe(statisticsTerms.StatisticsHeader) })
export class StatisticsHeader {
  @Field(() => [StatisticsValue], { description: 'A value of each dimension, in the order asked for (giá trị).' })
  values: StatisticsValue[];
}

@ObjectType({ description: describe(statisticsTerms.StatisticsCell) })
export class StatisticsCell {
  @Field(() => Int, { nullable: true, description: 'The number of its row, from 0 (dòng). Null: the total of all rows.' })
  row: number | null;

  @Field(() => Int, { nullable: true, description: 'The number of its column, from 0 (cột). Null: the total of all columns.' })
  column: number | null;

  @Field(() => StatisticsMeasure, { description: 'What is counted (chỉ số).' })
  measure: StatisticsMeasure;

  @Field(() => Int, { description: 'The number of rows of `list`, each counted once (số liệu).' })
  value: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Of RECIPIENTS and MONEY the sum over these rows, of AVERAGE_SCORE their average to four decimals (tổng hoặc trung bình). Null: the measure only counts, or it is known of none of them.',
  })
  amount: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of how many of these rows it is not known: they are left out of `amount` (số dòng chưa biết). Null: the measure only counts.',
  })
  unknown: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percentage of the total of all rows in its column, to two decimals (tỷ trọng). Null: that total is 0.',
  })
  share: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the period before (kỳ trước). Null: the table does not show that period.',
  })
  previous: number | null;

  @Field(() => Int, { nullable: true, description: '`value` less `previous` (tăng, giảm). Null: there is no `previous`.' })
  change: number | null;

  @Field(() => StatisticsList, { description: 'The list that shows what is counted (danh sách).' })
  list: StatisticsList;

  @Field(() => JsonScalar, { description: 'The `filter` of that list that finds exactly these, together with `asOf` (điều kiện mở ra).' })
  filter: object;
}

@ObjectType({ description: describe(statisticsTerms.StatisticsResidual) })
export class StatisticsResidual {
  @Field(() => StatisticsList, { description: 'The list that shows them: of models or of commendations (danh sách).' })
  list: StatisticsList;

  @Field(() => Int, { description: 'The number of models or commendations (số lượng).' })
  value: number;

  @Field(() => JsonScalar, { description: 'The `filter` of that list that finds exactly these, together with `asOf` (điều kiện mở ra).' })
  filter: object;

  @Field(() => String, { description: 'Why they are left out (lý do).' })
  reason: string;
}

@ObjectType({ description: describe(statisticsTerms.Statistics) })
export class Statistics {
  @Field(() => LocalDateScalar, { description: 'The day whose state is shown (ngày xem).' })
  asOf: LocalDate;

  @Field(() => StatisticsBasis, { description: 'By the units of which day (cơ sở đơn vị).' })
  basis: StatisticsBasis;

  @Field(() => [StatisticsHeader], { description: 'The rows, in order (các dòng).' })
  rows: StatisticsHeader[];

  @Field(() => [StatisticsHeader], { description: 'The columns, in order (các cột).' })
  columns: StatisticsHeader[];

  @Field(() => [StatisticsCell], { description: 'The numbers: every row with every column, and the totals (các ô).' })
  cells: StatisticsCell[];

  @Field(() => [String], {
    description: 'What has to be known to read the table, such as where rows add up to more than their total (ghi chú).',
  })
  notes: string[];

  @Field(() => [StatisticsResidual], { description: 'What the unit of the table cannot answer for (số dư).' })
  residuals: StatisticsResidual[];
}

@ObjectType({ description: describe(statisticsTerms.TargetProgress) })
export class TargetProgress {
  @Field(() => ID, { description: 'The round (đợt đăng ký).' })
  roundId: string;

  @Field(() => String, { description: 'The name of the round (tên đợt).' })
  round: string;

  @Field(() => ID, { description: 'The unit that it is assigned to (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'The name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => Int, { description: 'The number of models to build (chỉ tiêu).' })
  target: number;

  @Field(() => Int, {
    description: 'The number of registrations submitted in the round by units that this unit reaches today (đã đăng ký).',
  })
  registered: number;

  @Field(() => Boolean, { description: 'Whether the target is reached (đạt chỉ tiêu).' })
  reached: boolean;

  @Field(() => JsonScalar, { description: 'The `filter` of `registrations` that finds exactly these (điều kiện mở ra).' })
  filter: object;
}

/** The fields that are tables are resolved one by one, so that only those selected are counted. */
@ObjectType({ description: describe(statisticsTerms.Overview) })
export class Overview {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'The name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => Int, { description: 'The calendar year (năm).' })
  year: number;

  @Field(() => LocalDateScalar, { description: 'The day whose state is shown: today (ngày xem).' })
  asOf: LocalDate;
}
