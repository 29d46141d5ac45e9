import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Act } from '../units/unit-event.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { RequiredFormItems } from './required-form-items.graphql.js';
import { movementTerms } from './movement.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const MovementOrder = { STARTS_DESC: 'STARTS_DESC', STARTS: 'STARTS', NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type MovementOrder = keyof typeof MovementOrder;
registerEnum(MovementOrder, 'MovementOrder', movementTerms.MovementOrder);

@ObjectType({ description: describe(movementTerms.FormerMovementName) })
export class FormerMovementName {
  @Field(() => String, { description: 'The name (tên).' })
  name: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which it was the name (ngày cuối mang tên này).' })
  lastDay: LocalDate;
}

@ObjectType({ implements: () => Node, description: describe(movementTerms.Movement) })
export class Movement extends Node {
  @Field(() => String, { description: 'Name on the day (tên phong trào).' })
  name: string;

  @Field(() => [FormerMovementName], { description: 'The names that it had before it was renamed, the earliest first (tên trước đây).' })
  formerNames: FormerMovementName[];

  @Field(() => Unit, { description: 'The unit that launched it, as of the day, or as it was nearest to that day (đơn vị phát động).' })
  launcher: Unit;

  @Field(() => Act, { description: 'The plan or document that launched it (kế hoạch, văn bản phát động).' })
  act: Act;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day, as precise as known (ngày bắt đầu). Null: not known.' })
  starts: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day, as precise as known (ngày kết thúc). Null: not known, or it continues.',
  })
  ends: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => RequiredFormItems, {
    description: 'What a registration form has to contain when it is submitted on the day, unless its round says otherwise (mục bắt buộc).',
  })
  requiredItems: RequiredFormItems;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@InputType({
  description: 'Conditions on movements, all of which hold (điều kiện lọc phong trào). One that is omitted or null is not applied.',
})
export class MovementFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the name or in a former name, with or without Vietnamese marks (từ tìm kiếm).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Movements launched by exactly this unit (đơn vị phát động).' })
  launcherId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Movements with a registration round for this unit, found as `filter.unitId` of rounds finds them (đơn vị).',
  })
  unitId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Movements running on this day, as far as start and end are known (đang diễn ra).',
  })
  runningOn?: LocalDate | null;
}

@ArgsType()
export class MovementsArgs extends PageArgs {
  @Field(() => MovementFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MovementFilter)
  filter?: MovementFilter | null;

  @Field(() => MovementOrder, { defaultValue: MovementOrder.STARTS_DESC })
  orderBy: MovementOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day whose state is shown: movements launched, begun or entered by then, and units as of that day (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class MovementArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

export const MovementConnection = ConnectionOf(Movement, 'Movement');

@ObjectType({ implements: () => MutationPayload })
export class MovementPayload extends MutationPayload {
  @Field(() => Movement, { nullable: true })
  movement?: Id | null;
}
