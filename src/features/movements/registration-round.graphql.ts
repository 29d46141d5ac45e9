import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Unit } from '../units/unit.graphql.js';
import { Movement } from './movement.graphql.js';

export const RegistrationRoundOrder = {
  OPENS_ON_DESC: 'OPENS_ON_DESC',
  OPENS_ON: 'OPENS_ON',
  CLOSES_ON: 'CLOSES_ON',
  CLOSES_ON_DESC: 'CLOSES_ON_DESC',
  NAME: 'NAME',
} as const;
export type RegistrationRoundOrder = keyof typeof RegistrationRoundOrder;
registerEnumType(RegistrationRoundOrder, { name: 'RegistrationRoundOrder', description: 'Orders of a list of registration rounds.' });

export const RegistrationExtensionOrder = { UNIT: 'UNIT', CLOSES_ON: 'CLOSES_ON', CLOSES_ON_DESC: 'CLOSES_ON_DESC' } as const;
export type RegistrationExtensionOrder = keyof typeof RegistrationExtensionOrder;
registerEnumType(RegistrationExtensionOrder, {
  name: 'RegistrationExtensionOrder',
  description: 'Orders of a list of extensions: by the unit’s name in Vietnamese order, or by the last day.',
});

export const AssignedTargetOrder = { UNIT: 'UNIT', COUNT: 'COUNT', COUNT_DESC: 'COUNT_DESC' } as const;
export type AssignedTargetOrder = keyof typeof AssignedTargetOrder;
registerEnumType(AssignedTargetOrder, {
  name: 'AssignedTargetOrder',
  description: 'Orders of a list of targets: by the unit’s name in Vietnamese order, or by the number.',
});

@ObjectType({
  implements: () => Node,
  description: 'A time in which the units under one unit register models for a movement (đợt đăng ký).',
})
export class RegistrationRound extends Node {
  @Field(() => Movement, { description: 'Phong trào.' })
  movement: Movement;

  @Field(() => String, { description: 'Tên đợt.' })
  name: string;

  @Field(() => Unit, { description: 'The unit whose subtree it is for (phạm vi).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { description: 'The first day (ngày mở).' })
  opensOn: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day for all without an extension (hạn đăng ký).' })
  closesOn: LocalDate;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@ObjectType({
  implements: () => Node,
  description: 'A later deadline for one unit and all under it (gia hạn); where several hold, the nearest unit’s counts.',
})
export class RegistrationExtension extends Node {
  @Field(() => RegistrationRound, { description: 'Đợt đăng ký.' })
  round: RegistrationRound;

  @Field(() => Unit, { description: 'Đơn vị được gia hạn.' })
  unit: Unit;

  @Field(() => LocalDateScalar, { description: 'The last day for it (hạn mới).' })
  closesOn: LocalDate;

  @Field(() => String, { description: 'Lý do.' })
  reason: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType({ implements: () => Node, description: 'How many models a unit has to build in a round (chỉ tiêu giao).' })
export class AssignedTarget extends Node {
  @Field(() => RegistrationRound, { description: 'Đợt đăng ký.' })
  round: RegistrationRound;

  @Field(() => Unit, { description: 'Đơn vị được giao.' })
  unit: Unit;

  @Field(() => Int, { description: 'Số mô hình phải xây dựng.' })
  count: number;

  @Field(() => String, { description: 'The act it rests on, or the mark that none is known (căn cứ).' })
  basis: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@InputType({ description: 'Open to one unit on one day, extensions counted.' })
export class OpenToInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Left out: the day asked for.' })
  on?: LocalDate | null;
}

@InputType({ description: 'Which registration rounds; conditions add up.' })
export class RegistrationRoundFilter {
  @Field(() => ID, { nullable: true })
  movementId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For this unit: it stands under the round’s unit on the day asked for. Whether it is open: `openTo`.',
  })
  unitId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Open on this day, to all or, by an extension, to some.' })
  openOn?: LocalDate | null;

  @Field(() => OpenToInput, {
    nullable: true,
    description: 'In which this unit may register on this day (đang mở cho đơn vị), its extension counted.',
  })
  openTo?: OpenToInput | null;
}

@InputType({ description: 'Which rows of a round.' })
export class RoundRowFilter {
  @Field(() => ID, { nullable: true, description: 'Of this unit and all that stands under it on the day asked for.' })
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
    description: 'The day to look at (ngày xem): the rounds opened or entered here by then. Default: today in Việt Nam.',
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
