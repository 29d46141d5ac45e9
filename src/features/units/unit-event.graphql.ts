import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload, UserError, Warning } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { UnitEventChangeInput } from './unit-event.inputs.js';
import { unitTerms } from './unit.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const UnitEventKind = { CHANGE: 'CHANGE', LIST: 'LIST', REORGANISATION: 'REORGANISATION' } as const;
registerEnum(UnitEventKind, 'UnitEventKind', unitTerms.UnitEventKind);
export const UnitEventStateEnum = { APPLIED: 'APPLIED', UNDONE: 'UNDONE' } as const;
registerEnum(UnitEventStateEnum, 'UnitEventState', unitTerms.UnitEventState);

@ObjectType({ description: describe(unitTerms.Act) })
export class Act {
  @Field(() => String, { nullable: true, description: 'Number and symbol, for example `1659/NQ-UBTVQH15` (số, ký hiệu).' })
  number: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of issue (ngày ban hành).' })
  date: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Name of the issuer (cơ quan ban hành).' })
  issuer: string | null;
}

@InputType({ description: 'The legal document that an event or a movement is based on (văn bản căn cứ). What is not known is omitted.' })
export class ActInput {
  @Field(() => String, { nullable: true, description: 'Number and symbol, for example `1659/NQ-UBTVQH15` (số, ký hiệu).' })
  @IsOptional()
  @IsCode(100)
  number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of issue (ngày ban hành).' })
  date?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Name of the issuer (cơ quan ban hành).' })
  @IsOptional()
  @IsWords(300)
  issuer?: string | null;
}

@InputType({ description: 'Changes to units on one day, applied as a whole or not at all (biến động đơn vị).' })
export class UnitEventInput {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      'First day of the new state (ngày hiệu lực). Omitted or null only to add units whose start is not known, and for corrections.',
  })
  effective?: string | null;

  @Field(() => ActInput, { nullable: true, description: 'The legal document (văn bản căn cứ). Omitted or null: not known.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActInput)
  act?: ActInput | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;

  @Field(() => [UnitEventChangeInput], {
    description: 'Up to 500 changes; longer lists are imported from files (các thay đổi). None: only `confirmed` is recorded.',
  })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => UnitEventChangeInput)
  changes: UnitEventChangeInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'Units that are right as entered although the registry asks about them: a second unit of one kind and name in one place, or a name with the word for its kind, as “Phường Phường Đúc” (đơn vị đã xác nhận). An identifier, or `#mark` of a unit that this event establishes. The registry does not ask about them again. Omitted or null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(500)
  confirmed?: string[] | null;
}

@InputType()
export class ApplyUnitEventInput extends UnitEventInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
export class UndoUnitEventInput {
  @Field(() => ID, { description: 'The event (biến động).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why it is undone (lý do hoàn tác).' })
  @IsWords(1_000)
  reason: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ObjectType({ description: describe(unitTerms.UnitEventEffect) })
export class UnitEventEffect {
  @Field(() => String, {
    description:
      '`ESTABLISHED`, `ENDED`, `RENAMED`, `KIND_CHANGED`, `RECODED`, `MOVED`, `TAKEN_ALONG`, `SUCCEEDED`, `CORRECTED`, `SUCCESSION_CORRECTED` or `CONFIRMED` (loại tác động).',
  })
  kind: string;

  @Field(() => String, { description: 'Full name of the unit (tên đơn vị).' })
  unit: string;

  @Field(() => String, { nullable: true, description: 'What it was before (giá trị trước). Null: nothing.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it is afterwards (giá trị sau). Null: nothing.' })
  after: string | null;
}

@ObjectType({ description: describe(unitTerms.UnitEventDependents) })
export class UnitEventDependents {
  @Field(() => String, { description: 'What the records are, in the language of the request, for example “mô hình” (loại nội dung).' })
  label: string;

  @Field(() => Int, { description: 'Number of records (số lượng).' })
  count: number;

  @Field(() => String, { description: 'What the event does to them, in the language of the request (ảnh hưởng).' })
  effect: string;
}

@ObjectType({ description: describe(unitTerms.UnitEventPreview) })
export class UnitEventPreview {
  @Field(() => [UnitEventEffect], { description: 'What the event would do to each unit (tác động).' })
  effects: UnitEventEffect[];

  @Field(() => [UnitEventDependents], { description: 'Records that refer to the units concerned (nội dung gắn với đơn vị).' })
  dependents: UnitEventDependents[];

  @Field(() => [UserError], { description: 'What prevents the event (lỗi cần sửa). Empty: it can be applied.' })
  problems: UserError[];

  @Field(() => [Warning], { description: 'What to look at before it is applied, such as likely duplicates (cảnh báo).' })
  warnings: Warning[];
}

@ObjectType({ description: describe(unitTerms.UnitEventCount) })
export class UnitEventCount {
  @Field(() => String, { description: 'Kind of effect, as in `UnitEventEffect.kind` (loại tác động).' })
  effect: string;

  @Field(() => Int, { description: 'How many (số lượng).' })
  count: number;
}

@ObjectType({ implements: () => Node, description: describe(unitTerms.UnitEvent) })
export class UnitEvent extends Node {
  @Field(() => UnitEventKind, { description: 'How it was entered (loại biến động).' })
  kind: keyof typeof UnitEventKind;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day of the new state (ngày hiệu lực). Null: units were added whose start is not known, or something was corrected.',
  })
  effective: string | null;

  @Field(() => Act, { description: 'The legal document (văn bản căn cứ).' })
  act: Act;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => UnitEventStateEnum, { description: 'Whether it is in effect (trạng thái).' })
  state: keyof typeof UnitEventStateEnum;

  @Field(() => [UnitEventCount], { description: 'Its effects, counted by kind (tóm tắt tác động).' })
  summary: UnitEventCount[];

  @Field(() => [UnitEventEffect], {
    description:
      'What it did to each unit, as its preview said; of a longer event the first 500 (các tác động). Empty: it was applied before the registry kept them.',
  })
  effects: UnitEventEffect[];

  @Field(() => DateTimeScalar, { description: 'When it was entered (lúc áp dụng).' })
  appliedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was undone (lúc hoàn tác). Null: in effect.' })
  undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was undone (lý do hoàn tác). Null: in effect.' })
  undoReason: string | null;

  @Field(() => Int)
  version: number;
}

export const UnitEventConnection = ConnectionOf(UnitEvent, 'UnitEvent');

export const UnitEventOrder = { APPLIED_AT_DESC: 'APPLIED_AT_DESC', APPLIED_AT: 'APPLIED_AT' } as const;
export type UnitEventOrder = keyof typeof UnitEventOrder;
registerEnum(UnitEventOrder, 'UnitEventOrder', unitTerms.UnitEventOrder);

@InputType({
  description: 'Conditions on events, all of which hold (điều kiện lọc biến động). One that is omitted or null is not applied.',
})
export class UnitEventFilter {
  @Field(() => ID, { nullable: true, description: 'Events that changed this unit (đơn vị).' })
  unitId?: string | null;

  @Field(() => UnitEventStateEnum, { nullable: true, description: 'Events in effect, or events undone (trạng thái).' })
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
