import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { Council } from '../../councils/council.graphql.js';
import { Person } from '../../people/person.graphql.js';
import { Unit } from '../../units/unit.graphql.js';
import { HoldGround } from '../proposal.kinds.js';
import { proposalTerms } from '../proposal.terms.js';

registerEnum(HoldGround, 'HoldGround', proposalTerms.HoldGround);

export const HoldOrder = { REVIEW_ON: 'REVIEW_ON', PLACED_ON_DESC: 'PLACED_ON_DESC' } as const;
export type HoldOrder = keyof typeof HoldOrder;
registerEnum(HoldOrder, 'HoldOrder', proposalTerms.HoldOrder);

@ObjectType({ description: describe(proposalTerms.HoldReason) })
export class HoldReason {
  @Field(() => HoldGround, { description: 'Ground in the rules (căn cứ).' })
  ground: HoldGround;

  @Field(() => String, { description: 'What is considered or verified (lý do).' })
  text: string;

  @Field(() => String, { description: 'The paper or agency that says so (nguồn).' })
  source: string;

  @Field(() => String, { nullable: true, description: 'Why it was lifted (lý do hết diện chưa khen). Null: it is in force.' })
  liftReason: string | null;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({ implements: () => Node, description: describe(proposalTerms.Hold) })
export class Hold extends Node {
  @Field(() => Person, { nullable: true, description: 'The person of the directory (người). Null: a unit, or somebody known by name.' })
  person: Person | null;

  @Field(() => Unit, { nullable: true, description: 'The unit that is held, or that of the recipient (đơn vị). Null: not known.' })
  unit: Unit | null;

  @Field(() => String, { nullable: true, description: 'Name of the recipient (tên). Null: the unit itself is held.' })
  name: string | null;

  @Field(() => Unit, { description: 'The body that placed it (cơ quan ghi nhận).' })
  body: Unit;

  @Field(() => Council, { nullable: true, description: 'The council that considers the case (hội đồng). Null: none.' })
  council: Council | null;

  @Field(() => LocalDateScalar, { description: 'Since when (từ ngày).' })
  placedOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'When it is looked at again (ngày xem lại).' })
  reviewOn: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'From when the award may go on (ngày hết diện). Null: it is in force.' })
  liftedOn: LocalDate | null;

  @Field(() => HoldReason, {
    nullable: true,
    description:
      'Why (lý do). Null: you do not decide about it: the reason is for the staff and leaders of the proposing and issuing bodies and the members of that council.',
  })
  reason: HoldReason | null;

  @Field(() => Int)
  version: number;
}

export const HoldConnection = ConnectionOf(Hold, 'Hold');

@InputType({ description: 'Conditions on holds (điều kiện lọc). One that is omitted or null is not applied.' })
export class HoldFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those in force, or only those that were lifted (đang có hiệu lực).' })
  @IsOptional()
  standing?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only those of recipients of this unit (đơn vị).' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this body placed (cơ quan ghi nhận).' })
  bodyId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only those to review by this day (xem lại đến ngày).' })
  reviewBy?: LocalDate | null;
}

@ArgsType()
export class HoldsArgs extends PageArgs {
  @Field(() => HoldFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => HoldFilter)
  filter?: HoldFilter | null;

  @Field(() => HoldOrder, { defaultValue: HoldOrder.REVIEW_ON })
  orderBy: HoldOrder;
}

@InputType({
  description: 'Input of `placeHold` (ghi nhận chưa khen thưởng): of a person, or of a unit, or of somebody of a unit by name.',
})
export class PlaceHoldInput {
  @Field(() => ID, { description: 'The proposing or issuing body that places it (cơ quan ghi nhận).' })
  bodyId: string;

  @Field(() => ID, { nullable: true, description: 'The council that considers the case (hội đồng). Omitted or null: none.' })
  councilId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person of the directory (người). Omitted or null: `unitId` says who.' })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that is held, or that of the named recipient (đơn vị). Omitted or null: that of the person.',
  })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the recipient, where the person is not in the directory (tên). Omitted or null: the person, or the unit itself.',
  })
  @IsOptional()
  @IsWords(300)
  name?: string | null;

  @Field(() => HoldGround, { description: 'Ground in the rules (căn cứ).' })
  ground: HoldGround;

  @Field(() => String, { description: 'What is considered or verified (lý do).' })
  @IsWords(2_000)
  reason: string;

  @Field(() => String, { description: 'The paper or agency that says so (nguồn).' })
  @IsWords(1_000)
  source: string;

  @Field(() => LocalDateScalar, { description: 'When it is looked at again, after today (ngày xem lại).' })
  reviewOn: LocalDate;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `liftHold` (bỏ ghi nhận chưa khen thưởng).' })
export class LiftHoldInput {
  @Field(() => ID, { description: 'The hold (ghi nhận chưa khen thưởng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String)
  @IsWords(2_000)
  reason: string;
}

@InputType({ description: 'Input of `reviewHold` (xem lại, gia hạn).' })
export class ReviewHoldInput extends LiftHoldInput {
  @Field(() => LocalDateScalar, { description: 'When it is looked at next, after today (ngày xem lại tiếp theo).' })
  reviewOn: LocalDate;
}

@ChangeInput({ description: 'Input of `correctHold` (đính chính ghi nhận chưa khen thưởng).' })
export class CorrectHoldInput {
  @Field(() => ID, { description: 'The hold (ghi nhận chưa khen thưởng).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(2_000)
  reason: string;

  @Field(() => HoldGround, { nullable: true, description: 'Ground in the rules (căn cứ).' })
  @RefusesNull()
  ground?: HoldGround;

  @Field(() => String, { nullable: true, description: 'What is considered or verified (lý do chưa khen thưởng).' })
  @RefusesNull()
  @IsWords(2_000)
  text?: string;

  @Field(() => String, { nullable: true, description: 'The paper or agency that says so (nguồn).' })
  @RefusesNull()
  @IsWords(1_000)
  source?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is looked at again, after today (ngày xem lại).' })
  @RefusesNull()
  reviewOn?: LocalDate;
}

@ObjectType({ implements: () => MutationPayload })
export class HoldPayload extends MutationPayload {
  @Field(() => Hold, { nullable: true })
  hold?: Id | null;
}
