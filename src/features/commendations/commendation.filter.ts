import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { EventFilter } from '../models/events/model-event.filter.js';
import { ModelFilter } from '../models/model.filter.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { SubjectKind } from '../sectors/subject-kind.js';
import { AdministrativeLevel } from '../units/unit-kinds.js';
import { commendationTerms } from './commendation.terms.js';
import { CommendationForm } from './forms/forms.js';

export const CommendationState = { IN_FORCE: 'IN_FORCE', REVOKED: 'REVOKED' } as const;
export type CommendationState = keyof typeof CommendationState;
registerEnum(CommendationState, 'CommendationState', commendationTerms.CommendationState);

export const CommendationOrder = { DAY_DESC: 'DAY_DESC', DAY: 'DAY' } as const;
export type CommendationOrder = keyof typeof CommendationOrder;
registerEnum(CommendationOrder, 'CommendationOrder', commendationTerms.CommendationOrder);

@InputType({
  description:
    'How a commendation was granted that is not revoked by the day (điều kiện về việc khen). The unit is that of the recipient, the day that of the decision, else of the presentation, else the one that its paper names.',
})
export class GrantedFilter extends EventFilter {
  @Field(() => [CommendationForm], { nullable: true, description: 'Of one of these forms (hình thức).' })
  @IsOptional()
  @ArrayMaxSize(20)
  form?: CommendationForm[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: of a form that is not known (không rõ hình thức); false: of a known form.' })
  withoutForm?: boolean | null;

  @Field(() => [RecognitionLevel], { nullable: true, description: 'Of one of these levels (cấp).' })
  @IsOptional()
  @ArrayMaxSize(5)
  level?: RecognitionLevel[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: of a level that is not known (không rõ cấp); false: of a known level.' })
  withoutLevel?: boolean | null;

  @Field(() => [SubjectKind], { nullable: true, description: 'To recipients of one of these kinds (loại đối tượng).' })
  @IsOptional()
  @ArrayMaxSize(3)
  recipientKind?: SubjectKind[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: to recipients of a kind that is not known (không rõ loại đối tượng); false: of a known kind.',
  })
  withoutRecipientKind?: boolean | null;
}

@InputType({
  description:
    'Conditions on commendations, all of which hold (điều kiện về khen thưởng). One that is omitted or null is not applied. The same as `CommendationFilter`, but for `and`.',
})
export class CommendationConditions {
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

  @Field(() => ID, {
    nullable: true,
    description:
      'Recipients of the units in the `residual` of this unit on the day: it cannot answer for them, and they are never divided (số dư của đơn vị).',
  })
  residualOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Recipients of this unit itself on the day and of units that had wholly passed into it by then, not of the units below it (chính đơn vị đó).',
  })
  ownOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Recipients of `unitId` of units that are neither this unit itself nor reached by any unit directly below it (số dư trong đơn vị).',
  })
  restOf?: string | null;

  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: 'Recipients of a unit that no unit of this level reaches on the day (ngoài cấp hành chính).',
  })
  outside?: AdministrativeLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the unit of the recipient is not known (không rõ đơn vị); false: it is known.',
  })
  withoutUnit?: boolean | null;

  @Field(() => GrantedFilter, { nullable: true, description: 'In force on the day and granted in this way (được khen).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => GrantedFilter)
  granted?: GrantedFilter | null;

  @Field(() => ModelFilter, { nullable: true, description: 'For a model that you see and that meets these conditions (mô hình).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ModelFilter)
  model?: ModelFilter | null;
}

@InputType({
  description: 'Conditions on commendations, all of which hold (điều kiện lọc khen thưởng). One that is omitted or null is not applied.',
})
export class CommendationFilter extends CommendationConditions {
  @Field(() => [CommendationConditions], {
    nullable: true,
    description: 'Further conditions, all of which hold as well (và các điều kiện): a second unit, form or level.',
  })
  @IsOptional()
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => CommendationConditions)
  and?: CommendationConditions[] | null;
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
