import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { StatisticsBasis, StatisticsDimension, StatisticsList, StatisticsMeasure, StatisticsValueKind } from './statistics-kinds.js';
import { statisticsTerms } from './statistics.terms.js';

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
