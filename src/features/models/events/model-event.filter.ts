import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { RecognitionLevel } from '../../sectors/recognition-level.js';
import { AdministrativeLevel } from '../../units/unit-kinds.js';
import { modelTerms } from '../model.terms.js';

export const PeriodPart = { YEAR: 'YEAR', QUARTER: 'QUARTER' } as const;
export type PeriodPart = keyof typeof PeriodPart;
registerEnum(PeriodPart, 'PeriodPart', modelTerms.PeriodPart);

/** A paper may give less than a day: `2022`. */
export const EventCertainty = {
  CERTAIN: 'CERTAIN',
  POSSIBLE: 'POSSIBLE',
  YEAR_UNKNOWN: 'YEAR_UNKNOWN',
  QUARTER_UNKNOWN: 'QUARTER_UNKNOWN',
} as const;
export type EventCertainty = keyof typeof EventCertainty;
registerEnum(EventCertainty, 'EventCertainty', modelTerms.EventCertainty);

@InputType({ description: 'Days of an event (thời gian).' })
export class EventPeriod {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day (từ ngày). Omitted or null: from the beginning.' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day (đến ngày). Omitted or null: to `asOf`.' })
  to?: LocalDate | null;

  @Field(() => EventCertainty, {
    nullable: true,
    description: 'How surely the event is of these days (mức chắc chắn). Omitted or null: `CERTAIN`.',
  })
  certainty?: EventCertainty | null;
}

@InputType({
  description:
    'A unit while it was of a level, or directly below another one, and what it reached on these days (đơn vị khi còn ở cấp, hoặc khi còn trực thuộc).',
})
export class UnitWhileFilter {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: 'Of which level it was on the day of the event (cấp hành chính). Omitted or null: of any.',
  })
  level?: AdministrativeLevel | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Directly below which unit it was on the day of the event, by parent or territory (trực thuộc). Omitted or null: below any.',
  })
  belowId?: string | null;
}

@InputType({ isAbstract: true })
abstract class OwnerOnDayFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Of units that this unit reached on the day of the event, while it was in force (đơn vị vào ngày đó).',
  })
  unitId?: string | null;

  @Field(() => UnitWhileFilter, {
    nullable: true,
    description:
      'Of units that a unit reached on the day of the event, while it was of a level or directly below another one (đơn vị khi còn ở cấp, hoặc khi còn trực thuộc).',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitWhileFilter)
  unitWhile?: UnitWhileFilter | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this unit itself and of units that had wholly passed into it by the day of the event (chính đơn vị đó).',
  })
  ownOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of units that this unit reached on the day of the event, but neither itself nor any unit directly below it (số dư vào ngày đó).',
  })
  restOf?: string | null;

  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: 'Of units that no unit of this level reached on the day of the event (ngoài cấp hành chính).',
  })
  outside?: AdministrativeLevel | null;
}

@InputType({ isAbstract: true })
export abstract class EventFilter extends OwnerOnDayFilter {
  @Field(() => EventPeriod, { nullable: true, description: 'When it happened (thời gian).' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EventPeriod)
  period?: EventPeriod | null;
}

@InputType({ isAbstract: true })
abstract class FileEventFilter extends EventFilter {
  @Field(() => ID, { nullable: true, description: 'In this round (đợt đăng ký).' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In a round of this movement (phong trào).' })
  movementId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: without a round (không theo đợt); false: in some round.' })
  withoutRound?: boolean | null;
}

@InputType({ description: 'Since when a model is attested (điều kiện về ngày ghi nhận).' })
export class AttestedFilter extends EventFilter {}

@InputType({
  description:
    'How a model was registered (điều kiện về đăng ký): the registration that was submitted first. The day is that of its first submission; if its paper states none, any day to the first that the paper knows of.',
})
export class RegisteredFilter extends FileEventFilter {}

@InputType({
  description: 'A recognition that is not revoked by the day (điều kiện về công nhận). One recognition meets all of the conditions.',
})
export class RecognisedFilter extends FileEventFilter {
  @Field(() => [RecognitionLevel], { nullable: true, description: 'At one of these levels (cấp công nhận).' })
  @IsOptional()
  @ArrayMaxSize(5)
  level?: (keyof typeof RecognitionLevel)[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: at a level that is not known (không rõ cấp); false: at a known level.' })
  withoutLevel?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'By this decision (quyết định).' })
  decisionId?: string | null;
}

@InputType({ description: 'A fact recorded of a model by the day (điều kiện về ghi nhận). One fact meets all of the conditions.' })
export class RecordedFilter extends EventFilter {
  @Field(() => [RecognitionLevel], { nullable: true, description: 'At one of these levels (cấp).' })
  @IsOptional()
  @ArrayMaxSize(5)
  level?: (keyof typeof RecognitionLevel)[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: at a level that is not known (không rõ cấp); false: at a known level.' })
  withoutLevel?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'By this decision (quyết định).' })
  decisionId?: string | null;
}

@InputType({ description: 'Since when a model is stopped on the day (điều kiện về dừng thực hiện).' })
export class StoppedFilter extends EventFilter {}

@InputType({ description: 'Days on which a model is said to run (thời gian duy trì).' })
export class SustainedPeriod {
  @Field(() => PeriodPart, {
    description: 'The model was recognised before this year or quarter began, or before `from` where that is later (kỳ).',
  })
  within: PeriodPart;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day (từ ngày). Omitted or null: from the beginning.' })
  from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day (đến ngày). Omitted or null: to `asOf`.' })
  to?: LocalDate | null;
}

@InputType({ description: 'A model that is said to run although it was recognised before that period (điều kiện về duy trì).' })
export class SustainedFilter extends OwnerOnDayFilter {
  @Field(() => SustainedPeriod, { description: 'When it is said to run (thời gian).' })
  @ValidateNested()
  @Type(() => SustainedPeriod)
  period: SustainedPeriod;
}
