import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload, UserError } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { UnitEventChangeInput } from './unit-event.inputs.js';

export const UnitEventKind = { CHANGE: 'CHANGE', LIST: 'LIST', REORGANISATION: 'REORGANISATION' } as const;
registerEnumType(UnitEventKind, {
  name: 'UnitEventKind',
  description: 'A change by hand, an official list, or a reorganisation by lists.',
});
export const UnitEventStateEnum = { APPLIED: 'APPLIED', UNDONE: 'UNDONE' } as const;
registerEnumType(UnitEventStateEnum, { name: 'UnitEventState', description: 'Đã áp dụng, đã hoàn tác.' });

@ObjectType({ description: 'The legal basis of an event (văn bản). Null: not known.' })
export class Act {
  @Field(() => String, { nullable: true, description: 'Số, ký hiệu: `1659/NQ-UBTVQH15`.' })
  number: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Ngày ban hành.' })
  date: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Cơ quan ban hành.' })
  issuer: string | null;
}

@InputType({ description: 'The legal basis of an event (văn bản). Leave out what is not known.' })
export class ActInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(100)
  number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  date?: LocalDate | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(300)
  issuer?: string | null;
}

@InputType({ description: 'What happens to units on one day, all of it or nothing (biến động đơn vị).' })
export class UnitEventInput {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day of the new state (ngày hiệu lực). Leave it out only to enter units whose start is not known.',
  })
  effective?: string | null;

  @Field(() => ActInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;

  @Field(() => [UnitEventChangeInput], { description: 'One to 500 changes; longer lists are imported from files.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => UnitEventChangeInput)
  changes: UnitEventChangeInput[];
}

@InputType()
export class ApplyUnitEventInput extends UnitEventInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
export class UndoUnitEventInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Lý do hoàn tác.' })
  @IsWords(1_000)
  reason: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'One thing an event does to one unit (tác động).' })
export class UnitEventEffect {
  @Field(() => String, { description: 'ESTABLISHED, ENDED, RENAMED, KIND_CHANGED, RECODED, MOVED, TAKEN_ALONG or SUCCEEDED.' })
  kind: string;

  @Field(() => String, { description: 'The unit’s full name.' })
  unit: string;

  @Field(() => String, { nullable: true })
  before: string | null;

  @Field(() => String, { nullable: true })
  after: string | null;
}

@ObjectType({ description: 'What hangs on the units an event touches (nội dung gắn với đơn vị), and what becomes of it.' })
export class UnitEventDependents {
  @Field(() => String)
  label: string;

  @Field(() => Int)
  count: number;

  @Field(() => String)
  effect: string;
}

@ObjectType({ description: 'What an event would do (xem trước). Nothing is written.' })
export class UnitEventPreview {
  @Field(() => [UnitEventEffect])
  effects: UnitEventEffect[];

  @Field(() => [UnitEventDependents])
  dependents: UnitEventDependents[];

  @Field(() => [UserError], { description: 'Everything that stands against it; empty when it can be applied.' })
  problems: UserError[];
}

@ObjectType({ description: 'How often each effect occurs.' })
export class UnitEventCount {
  @Field(() => String)
  effect: string;

  @Field(() => Int)
  count: number;
}

@ObjectType({ implements: () => Node, description: 'A dated event in the life of units, with its legal basis (biến động đơn vị).' })
export class UnitEvent extends Node {
  @Field(() => UnitEventKind)
  kind: keyof typeof UnitEventKind;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first day of the new state (ngày hiệu lực).' })
  effective: string | null;

  @Field(() => Act)
  act: Act;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => UnitEventStateEnum)
  state: keyof typeof UnitEventStateEnum;

  @Field(() => [UnitEventCount], { description: 'What it did, counted.' })
  summary: UnitEventCount[];

  @Field(() => DateTimeScalar)
  appliedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  undoneAt: Date | null;

  @Field(() => String, { nullable: true })
  undoReason: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

export const UnitEventConnection = ConnectionOf(UnitEvent, 'UnitEvent');

export const UnitEventOrder = { APPLIED_AT_DESC: 'APPLIED_AT_DESC', APPLIED_AT: 'APPLIED_AT' } as const;
export type UnitEventOrder = keyof typeof UnitEventOrder;
registerEnumType(UnitEventOrder, { name: 'UnitEventOrder', description: 'Orders of events: by when they were entered.' });

@InputType({ description: 'Which events; conditions add up.' })
export class UnitEventFilter {
  @Field(() => ID, { nullable: true, description: 'Only events that touched this unit.' })
  unitId?: string | null;

  @Field(() => UnitEventStateEnum, { nullable: true })
  state?: keyof typeof UnitEventStateEnum | null;
}

@ArgsType()
export class UnitEventsArgs extends PageArgs {
  @Field(() => UnitEventFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitEventFilter)
  filter?: UnitEventFilter | null;

  @Field(() => UnitEventOrder, { defaultValue: UnitEventOrder.APPLIED_AT_DESC })
  orderBy: UnitEventOrder;
}

@ObjectType({ implements: () => MutationPayload })
export class UnitEventPayload extends MutationPayload {
  /** The row's id: the planner shows the rest. */
  @Field(() => UnitEvent, { nullable: true })
  unitEvent?: Id | null;
}
