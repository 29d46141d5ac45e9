import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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

export const MovementOrder = { STARTS_DESC: 'STARTS_DESC', STARTS: 'STARTS', NAME: 'NAME', NAME_DESC: 'NAME_DESC' } as const;
export type MovementOrder = keyof typeof MovementOrder;
registerEnumType(MovementOrder, {
  name: 'MovementOrder',
  description: 'Orders of a list of movements; a start that is not known counts as the earliest. Names in Vietnamese order.',
});

@ObjectType({ implements: () => Node, description: 'A campaign with a launcher and a period (phong trào, đợt phát động).' })
export class Movement extends Node {
  @Field(() => String, { description: 'Tên phong trào.' })
  name: string;

  @Field(() => Unit, { description: 'Who launched it (đơn vị phát động), as it stood on the day asked for, or nearest to it.' })
  launcher: Unit;

  @Field(() => Act, { description: 'The plan or act that launched it (kế hoạch, văn bản phát động).' })
  act: Act;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first day, as known (bắt đầu). Null: not known.' })
  starts: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The last day, as known (kết thúc). Null: not known, or it goes on.' })
  ends: string | null;

  @Field(() => String, { nullable: true, description: 'Ghi chú.' })
  note: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({ description: 'Which movements; conditions add up.' })
export class MovementFilter {
  @Field(() => String, { nullable: true, description: 'In the name, with or without marks.' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Launched by this very unit.' })
  launcherId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With a registration round in which this unit stands on the day asked for.' })
  unitId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Running on this day (đang diễn ra), as far as its start and end are known.',
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
      'The day to look at (ngày xem): the movements known by then (launched, begun, or entered here), and the units as they stood. Default: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

@ArgsType()
export class MovementArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

export const MovementConnection = ConnectionOf(Movement, 'Movement');

@ObjectType({ implements: () => MutationPayload })
export class MovementPayload extends MutationPayload {
  @Field(() => Movement, { nullable: true })
  movement?: Id | null;
}
