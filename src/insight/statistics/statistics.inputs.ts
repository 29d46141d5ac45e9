import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { CommendationFilter } from '../../features/commendations/commendation.filter.js';
import { ModelFilter } from '../../features/models/model.filter.js';
import { AdministrativeLevel } from '../../features/units/unit-kinds.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { StatisticsBasis, StatisticsDimension, StatisticsMeasure } from './statistics-kinds.js';

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
