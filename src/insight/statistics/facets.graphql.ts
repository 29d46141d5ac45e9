import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { ModelFilter } from '../../features/models/model.filter.js';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { StatisticsDimension } from './statistics-kinds.js';
import { StatisticsValue } from './statistics.graphql.js';
import { StatisticsAxis } from './statistics.inputs.js';
import { statisticsTerms } from './statistics.terms.js';

@ArgsType()
export class ModelFacetsArgs {
  @Field(() => ModelFilter, { nullable: true, description: 'Which models are counted (điều kiện). Omitted or null: all that you see.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  filter?: ModelFilter | null;

  @Field(() => [StatisticsAxis], { description: 'What they are counted by, each apart from the others; at most eight (các chiều).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => StatisticsAxis)
  by: StatisticsAxis[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the list (ngày xem). Omitted or null: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

@ObjectType({ description: describe(statisticsTerms.ModelFacetValue) })
export class ModelFacetValue {
  @Field(() => StatisticsValue, { description: 'The value (giá trị).' })
  value: StatisticsValue;

  @Field(() => Int, { description: 'How many models of the list have it (số mô hình).' })
  count: number;

  @Field(() => JsonScalar, { description: 'The `filter` of `models` that finds exactly these, together with `asOf` (điều kiện mở ra).' })
  filter: object;
}

@ObjectType({ description: describe(statisticsTerms.ModelFacet) })
export class ModelFacet {
  @Field(() => StatisticsDimension, { description: 'The dimension (chiều).' })
  dimension: StatisticsDimension;

  @Field(() => Int, { description: 'How many models the list has (tổng số).' })
  total: number;

  @Field(() => [ModelFacetValue], { description: 'Its values, in the order of tables of statistics (các giá trị).' })
  values: ModelFacetValue[];
}
