import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { UnitKind, UnitLine } from './unit-kinds.js';

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What a unit is (loại đơn vị): xã, phường, huyện …, or a kind of organisation.',
});
registerEnumType(UnitLine, {
  name: 'UnitLine',
  description: 'The line a unit belongs to (khối): TERRITORY for administrative units; organisations have a line of their own.',
});

export const UnitOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC', CODE: 'CODE', CODE_DESC: 'CODE_DESC' } as const;
export type UnitOrder = keyof typeof UnitOrder;
registerEnumType(UnitOrder, {
  name: 'UnitOrder',
  description: 'Orders of a list of units; names in Vietnamese order, “Tổ 9” before “Tổ 10”.',
});

@ObjectType({
  implements: () => Node,
  description:
    'A unit (đơn vị): an administrative unit or an organisation. It stays the same while its name, kind, code and place change; what is shown is how it stood on `asOf`.',
})
export class Unit extends Node {
  @Field(() => LocalDateScalar, {
    description: 'The day this answer speaks of (ngày xem). A unit not in force then is shown as it stood nearest to it.',
  })
  asOf: LocalDate;

  @Field(() => String, { description: 'The name (tên) without its kind: “Quế Hiệp”.' })
  name: string;

  @Field(() => String, { description: 'The name as people say it (tên đầy đủ): “Xã Quế Hiệp”.' })
  fullName: string;

  @Field(() => UnitKind, { description: 'Loại đơn vị.' })
  kind: UnitKind;

  @Field(() => UnitLine, { description: 'Khối.' })
  line: UnitLine;

  @Field(() => String, {
    nullable: true,
    description: 'The official code (mã) on that day. Codes are reused: one does not identify a unit over time.',
  })
  code: string | null;

  @Field(() => Boolean, { description: 'Whether it is in force on `asOf` (đang tồn tại).' })
  inForce: boolean;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The first day in force, as known (bắt đầu). Null: not known, which is not “always”.',
  })
  validFrom: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The last day in force, as known (kết thúc). Null: it goes on.' })
  validTo: string | null;

  @Field(() => String, { nullable: true, description: 'Where this is known from (nguồn).' })
  source: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`: goes up with each change.' })
  version: number;

  @Field(() => String, { description: 'Where it stands, top first (đường dẫn): “Tỉnh Quảng Nam / Huyện Quế Sơn / Xã Quế Hiệp”.' })
  path: string;

  @Field(() => Unit, { nullable: true, description: 'The unit above it in its line (đơn vị cấp trên).' })
  parent: Unit | null;

  @Field(() => Unit, { nullable: true, description: 'Where an organisation works (địa bàn).' })
  territory: Unit | null;

  @Field(() => [UnitSuccession], { description: 'The units it passed to (đơn vị kế thừa). None is a legal answer.' })
  successors: UnitSuccession[];

  @Field(() => [UnitSuccession], { description: 'The units that passed to it (đơn vị tiền thân).' })
  predecessors: UnitSuccession[];

  @Field(() => Unit, {
    nullable: true,
    description:
      'The unit that stands for it on `asOf` (quy đổi): itself while it lives, else its whole successor; null when it ended without one. Never divided.',
  })
  restated: Unit | null;

  @Field(() => [UnitSpan], { description: 'How it stood over time (quá trình).' })
  history: UnitSpan[];
}

@ObjectType({ description: 'How a unit stood over a span of days (giai đoạn).' })
export class UnitSpan {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of the span; null: not known.' })
  from: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the span; null: it goes on.' })
  to: LocalDate | null;

  @Field(() => String)
  name: string;

  @Field(() => UnitKind)
  kind: UnitKind;

  @Field(() => String, { nullable: true })
  code: string | null;

  @Field(() => Unit, { nullable: true, description: 'The unit above it in that time.' })
  parent: Unit | null;

  @Field(() => Unit, { nullable: true, description: 'Where an organisation worked in that time.' })
  territory: Unit | null;
}

@ObjectType({ description: 'One unit passing to another (kế thừa), from the side of either.' })
export class UnitSuccession {
  @Field(() => Unit, { description: 'The unit on the other side.' })
  unit: Unit;

  @Field(() => Boolean, { description: 'Whether the whole unit passed (toàn bộ) or only a part of it (một phần).' })
  whole: boolean;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first day of the new state (ngày hiệu lực).' })
  date: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the act (số văn bản); null: not known.' })
  act: string | null;
}

@InputType({ description: 'Which units; conditions add up.' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, its kind or its code, in any order, with or without marks (tìm theo tên, không cần dấu).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'This unit and all that stands under it on the day, organisations of its territory included.',
  })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Directly under this unit.' })
  parentId?: string | null;

  @Field(() => [UnitKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(30)
  kind?: UnitKind[] | null;

  @Field(() => [UnitLine], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  line?: UnitLine[] | null;

  @Field(() => String, { nullable: true, description: 'The official code on that day.' })
  @IsOptional()
  @IsWords(40)
  code?: string | null;
}

@ArgsType()
export class UnitPageArgs extends PageArgs {
  @Field(() => UnitOrder, { defaultValue: UnitOrder.NAME })
  orderBy: UnitOrder;
}

@ArgsType()
export class UnitsArgs extends UnitPageArgs {
  @Field(() => UnitFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitFilter)
  filter?: UnitFilter | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

@ArgsType()
export class UnitArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to look at (ngày xem); default: today in Việt Nam.' })
  asOf?: LocalDate | null;
}

export const UnitConnection = ConnectionOf(Unit, 'Unit');
