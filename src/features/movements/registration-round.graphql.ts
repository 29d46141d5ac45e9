import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { Unit } from '../units/unit.graphql.js';
import { Movement } from './movement.graphql.js';
import { RequiredFormItems } from './required-form-items.graphql.js';
import { movementTerms } from './movement.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const RegistrationRoundOrder = {
  OPENS_ON_DESC: 'OPENS_ON_DESC',
  OPENS_ON: 'OPENS_ON',
  CLOSES_ON: 'CLOSES_ON',
  CLOSES_ON_DESC: 'CLOSES_ON_DESC',
  NAME: 'NAME',
} as const;
export type RegistrationRoundOrder = keyof typeof RegistrationRoundOrder;
registerEnum(RegistrationRoundOrder, 'RegistrationRoundOrder', movementTerms.RegistrationRoundOrder);

export const RegistrationExtensionOrder = { UNIT: 'UNIT', CLOSES_ON: 'CLOSES_ON', CLOSES_ON_DESC: 'CLOSES_ON_DESC' } as const;
export type RegistrationExtensionOrder = keyof typeof RegistrationExtensionOrder;
registerEnum(RegistrationExtensionOrder, 'RegistrationExtensionOrder', movementTerms.RegistrationExtensionOrder);

export const AssignedTargetOrder = { UNIT: 'UNIT', COUNT: 'COUNT', COUNT_DESC: 'COUNT_DESC' } as const;
export type AssignedTargetOrder = keyof typeof AssignedTargetOrder;
registerEnum(AssignedTargetOrder, 'AssignedTargetOrder', movementTerms.AssignedTargetOrder);

@ObjectType({
  implements: () => Node,
  description: describe(movementTerms.RegistrationRound),
})
export class RegistrationRound extends Node {
  @Field(() => Movement, { description: 'The movement (phong trào).' })
  movement: Movement;

  @Field(() => String, { description: 'Name (tên đợt).' })
  name: string;

  @Field(() => Unit, { description: 'The unit for which, with all units below it, the round is open (phạm vi).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { description: 'First day (ngày mở).' })
  opensOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day for units without an extension (hạn đăng ký).' })
  closesOn: LocalDate;

  @Field(() => [RecognitionLevel], {
    description:
      'The levels at which its registrations are recognised only after a closed appraisal round, whatever the rule of recognition says (cấp phải qua thẩm định, chấm điểm).',
  })
  appraisedAt: RecognitionLevel[];

  @Field(() => RequiredFormItems, {
    description:
      'What a registration form has to contain when it is submitted on the day: as stated for the round, otherwise for its movement (mục bắt buộc).',
  })
  requiredItems: RequiredFormItems;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@ObjectType({
  implements: () => Node,
  description: describe(movementTerms.RegistrationExtension),
})
export class RegistrationExtension extends Node {
  @Field(() => RegistrationRound, { description: 'The round (đợt đăng ký).' })
  round: RegistrationRound;

  @Field(() => Unit, { description: 'The unit that has more time, with all units below it (đơn vị được gia hạn).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { description: 'Last day for it (hạn mới).' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'Why it was given (lý do gia hạn).' })
  reason: string;

  @Field(() => Int)
  version: number;
}

@ObjectType({ implements: () => Node, description: describe(movementTerms.AssignedTarget) })
export class AssignedTarget extends Node {
  @Field(() => RegistrationRound, { description: 'The round (đợt đăng ký).' })
  round: RegistrationRound;

  @Field(() => Unit, { description: 'The unit (đơn vị được giao).' })
  unit: Unit;

  @Field(() => Int, { description: 'Number of models to build (số mô hình phải xây dựng).' })
  count: number;

  @Field(() => String, { description: 'The document it is based on, or a remark that none is known (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;
}

@InputType({
  description:
    'A unit and a day on which it may register, extensions included (đang mở cho đơn vị). No unit registers in a round of one that has ended.',
})
export class OpenToInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day (ngày). Omitted or null: the day `asOf`.' })
  on?: LocalDate | null;
}

@InputType({
  description:
    'Conditions on registration rounds, all of which hold (điều kiện lọc đợt đăng ký). One that is omitted or null is not applied.',
})
export class RegistrationRoundFilter {
  @Field(() => ID, { nullable: true, description: 'Rounds of this movement (phong trào).' })
  movementId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Rounds for this unit: the unit of the round is this one or above it on the day (đơn vị). Rounds of units that have ended are found by the units that took over from them; they are open to no unit any more. Use `openTo` for those in which it may register.',
  })
  unitId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Rounds open on this day, to all units or, by an extension, to some (đang mở vào ngày).',
  })
  openOn?: LocalDate | null;

  @Field(() => OpenToInput, {
    nullable: true,
    description:
      'Rounds in which this unit may register on this day, extensions included: the unit of the round is in force and above it (đang mở cho đơn vị).',
  })
  openTo?: OpenToInput | null;
}

@InputType({ description: 'Conditions on extensions or targets of a round (điều kiện lọc). One that is omitted or null is not applied.' })
export class RoundRowFilter {
  @Field(() => ID, { nullable: true, description: 'Those of this unit on the day, as `filter.unitId` of models finds them (đơn vị).' })
  unitId?: string | null;
}

@ArgsType()
export class RegistrationRoundPageArgs extends PageArgs {
  @Field(() => RegistrationRoundFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegistrationRoundFilter)
  filter?: RegistrationRoundFilter | null;

  @Field(() => RegistrationRoundOrder, { defaultValue: RegistrationRoundOrder.OPENS_ON_DESC })
  orderBy: RegistrationRoundOrder;
}

@ArgsType()
export class RegistrationRoundsArgs extends RegistrationRoundPageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day whose state is shown: rounds opened or entered by then (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class RegistrationExtensionPageArgs extends PageArgs {
  @Field(() => RoundRowFilter, { nullable: true })
  filter?: RoundRowFilter | null;

  @Field(() => RegistrationExtensionOrder, { defaultValue: RegistrationExtensionOrder.UNIT })
  orderBy: RegistrationExtensionOrder;
}

@ArgsType()
export class AssignedTargetPageArgs extends PageArgs {
  @Field(() => RoundRowFilter, { nullable: true })
  filter?: RoundRowFilter | null;

  @Field(() => AssignedTargetOrder, { defaultValue: AssignedTargetOrder.UNIT })
  orderBy: AssignedTargetOrder;
}

export const RegistrationRoundConnection = ConnectionOf(RegistrationRound, 'RegistrationRound');
export const RegistrationExtensionConnection = ConnectionOf(RegistrationExtension, 'RegistrationExtension');
export const AssignedTargetConnection = ConnectionOf(AssignedTarget, 'AssignedTarget');

@ObjectType({ implements: () => MutationPayload })
export class RegistrationRoundPayload extends MutationPayload {
  @Field(() => RegistrationRound, { nullable: true })
  registrationRound?: Id | null;
}
