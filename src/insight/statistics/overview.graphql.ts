import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { describe } from '../../shared/terms.js';
import { statisticsTerms } from './statistics.terms.js';

@ArgsType()
export class OverviewArgs {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => Int, { description: 'The calendar year (năm).' })
  @Min(1900)
  @Max(9997)
  year: number;
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
