import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { criteriaTerms } from './criteria.terms.js';
import { GradedThing } from './document/set-document.js';

export const CriteriaSetOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type CriteriaSetOrder = keyof typeof CriteriaSetOrder;
registerEnum(CriteriaSetOrder, 'CriteriaSetOrder', criteriaTerms.CriteriaSetOrder);

@InputType({
  description: 'Conditions on criteria sets, all of which hold (điều kiện lọc bộ tiêu chí). One that is omitted or null is not applied.',
})
export class CriteriaSetFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name, with or without Vietnamese marks (từ tìm kiếm).' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Sets of exactly this issuer (cơ quan ban hành).' })
  issuerId?: string | null;

  @Field(() => GradedThing, { nullable: true, description: 'Sets that grade this (đối tượng chấm).' })
  graded?: GradedThing | null;

  @Field(() => Boolean, { nullable: true, description: 'Only illustrative sets, or only others (bộ minh họa).' })
  illustrative?: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Sets of which a published version is in force on this day, as far as the days are known (đang hiệu lực).',
  })
  inForceOn?: LocalDate | null;
}

@ArgsType()
export class CriteriaSetsArgs extends PageArgs {
  @Field(() => CriteriaSetFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CriteriaSetFilter)
  filter?: CriteriaSetFilter | null;

  @Field(() => CriteriaSetOrder, { defaultValue: CriteriaSetOrder.NAME })
  orderBy: CriteriaSetOrder;
}
