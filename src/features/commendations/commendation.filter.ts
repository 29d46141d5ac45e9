import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { commendationTerms } from './commendation.terms.js';
import { CommendationForm } from './forms/forms.js';

export const CommendationState = { IN_FORCE: 'IN_FORCE', REVOKED: 'REVOKED' } as const;
export type CommendationState = keyof typeof CommendationState;
registerEnum(CommendationState, 'CommendationState', commendationTerms.CommendationState);

export const CommendationOrder = { DAY_DESC: 'DAY_DESC', DAY: 'DAY' } as const;
export type CommendationOrder = keyof typeof CommendationOrder;
registerEnum(CommendationOrder, 'CommendationOrder', commendationTerms.CommendationOrder);

@InputType({
  description: 'Conditions on commendations, all of which hold (điều kiện lọc khen thưởng). One that is omitted or null is not applied.',
})
export class CommendationFilter {
  @Field(() => String, { nullable: true, description: 'Words in the name of the recipient, with or without marks (tên đối tượng).' })
  @IsOptional()
  @IsWords(200)
  recipient?: string | null;

  @Field(() => ID, { nullable: true, description: 'Recipients of the unit, of units below it and of those that passed to it (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those granted by exactly this unit (cơ quan khen thưởng).' })
  issuerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this person, at whatever unit (người).' })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those for this model (mô hình).' })
  modelId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those by this decision (quyết định).' })
  decisionId?: string | null;

  @Field(() => [CommendationForm], { nullable: true, description: 'Of one of these forms (hình thức).' })
  @IsOptional()
  @ArrayMaxSize(20)
  form?: CommendationForm[] | null;

  @Field(() => [RecognitionLevel], { nullable: true, description: 'Of one of these levels (cấp).' })
  @IsOptional()
  @ArrayMaxSize(5)
  level?: RecognitionLevel[] | null;

  @Field(() => Int, { nullable: true, description: 'Of this year, by the decision, or else by the presentation (năm).' })
  @IsOptional()
  @Min(1000)
  @Max(9999)
  year?: number | null;

  @Field(() => CommendationState, { nullable: true, description: 'In this state (trạng thái).' })
  state?: CommendationState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Revoked ones of which something is still to be recovered, or with `false` all others (còn phải thu hồi).',
  })
  toRecover?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Lists with recipients that are not named yet, or with `false` all others (còn thiếu tên).',
  })
  toComplete?: boolean | null;
}

@ArgsType()
export class CommendationPageArgs extends PageArgs {
  @Field(() => CommendationFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CommendationFilter)
  filter?: CommendationFilter | null;

  @Field(() => CommendationOrder, { defaultValue: CommendationOrder.DAY_DESC })
  orderBy: CommendationOrder;
}

@ArgsType()
export class CommendationsArgs extends CommendationPageArgs {
  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class CommendationArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}
