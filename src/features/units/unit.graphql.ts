import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import { AdministrativeLevel, UnitKind, UnitLine } from './unit-kinds.js';
import { unitTerms } from './unit.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

registerEnum(UnitKind, 'UnitKind', unitTerms.UnitKind);
registerEnum(UnitLine, 'UnitLine', unitTerms.UnitLine);
registerEnum(AdministrativeLevel, 'AdministrativeLevel', unitTerms.AdministrativeLevel);

export const UnitOrder = { NAME: 'NAME', NAME_DESC: 'NAME_DESC', CODE: 'CODE', CODE_DESC: 'CODE_DESC' } as const;
export type UnitOrder = keyof typeof UnitOrder;
registerEnum(UnitOrder, 'UnitOrder', unitTerms.UnitOrder);

export const ResidualReason = { DIVIDED: 'DIVIDED', LATER: 'LATER' } as const;
export type ResidualReason = keyof typeof ResidualReason;
registerEnum(ResidualReason, 'ResidualReason', unitTerms.ResidualReason);

@ObjectType({
  implements: () => Node,
  description: describe(unitTerms.Unit),
})
export class Unit extends Node {
  @Field(() => LocalDateScalar, {
    description: 'The day that the fields show (ngày xem). A unit that is not in force on it is shown as it was nearest to it.',
  })
  asOf: LocalDate;

  @Field(() => String, { description: 'Name without its kind: “Quế Hiệp” (tên).' })
  name: string;

  @Field(() => String, { description: 'Name with its kind: “Xã Quế Hiệp” (tên đầy đủ).' })
  fullName: string;

  @Field(() => UnitKind, { description: 'What it is (loại đơn vị).' })
  kind: UnitKind;

  @Field(() => UnitLine, { description: 'The hierarchy that it belongs to (khối).' })
  line: UnitLine;

  @Field(() => String, {
    nullable: true,
    description: 'Official code on the day (mã). Null: none is known. Codes are reused, so that a code does not identify a unit over time.',
  })
  code: string | null;

  @Field(() => Boolean, { description: 'Whether it is in force on the day `asOf` (đang tồn tại).' })
  inForce: boolean;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force, as precise as known (ngày bắt đầu). Null: not known, which does not mean “always”.',
  })
  validFrom: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day in force, as precise as known (ngày kết thúc). Null: it continues.',
  })
  validTo: string | null;

  @Field(() => String, { nullable: true, description: 'Where this is known from (nguồn). Null: not stated.' })
  source: string | null;

  @Field(() => Int)
  version: number;

  @Field(() => String, {
    description: 'The units above it and itself, top first: “Tỉnh Quảng Nam / Huyện Quế Sơn / Xã Quế Hiệp” (đường dẫn).',
  })
  path: string;

  @Field(() => Unit, { nullable: true, description: 'The unit above it in its line (đơn vị cấp trên). Null: none.' })
  parent: Unit | null;

  @Field(() => Unit, {
    nullable: true,
    description: 'The administrative unit in which an organisation works (địa bàn). Null: an administrative unit, or none.',
  })
  territory: Unit | null;

  @Field(() => [UnitSuccession], { description: 'The units to which it passed (đơn vị kế thừa). Empty: none, which is a valid answer.' })
  successors: UnitSuccession[];

  @Field(() => [UnitSuccession], { description: 'The units that passed to it (đơn vị tiền thân).' })
  predecessors: UnitSuccession[];

  @Field(() => Unit, {
    nullable: true,
    description:
      'The unit at which its records count on the day `asOf`: itself while it exists, otherwise its whole successor, otherwise the nearest unit above it on its last day that lives on, by its territory for an organisation (đơn vị quy đổi). Null: there is none; it is never divided.',
  })
  restated: Unit | null;

  @Field(() => [ResidualUnit], {
    description:
      'Units whose records it cannot answer for on the day, though they are connected with it (số dư). Their models: `filter.residualOf`.',
  })
  residual: ResidualUnit[];

  @Field(() => [UnitSpan], { description: 'Name, kind, code and place over time (quá trình).' })
  history: UnitSpan[];
}

@ObjectType({ description: describe(unitTerms.UnitSpan) })
export class UnitSpan {
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the span (từ ngày). Null: not known.' })
  from: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the span (đến ngày). Null: it continues.' })
  to: LocalDate | null;

  @Field(() => String, { description: 'Name without its kind (tên).' })
  name: string;

  @Field(() => UnitKind, { description: 'What it was (loại đơn vị).' })
  kind: UnitKind;

  @Field(() => String, { nullable: true, description: 'Official code (mã). Null: none is known.' })
  code: string | null;

  @Field(() => Unit, { nullable: true, description: 'The unit above it in the span (đơn vị cấp trên). Null: none.' })
  parent: Unit | null;

  @Field(() => Unit, {
    nullable: true,
    description: 'The administrative unit in which an organisation worked in the span (địa bàn). Null: an administrative unit, or none.',
  })
  territory: Unit | null;
}

@ObjectType({ description: describe(unitTerms.UnitSuccession) })
export class UnitSuccession {
  @Field(() => Unit, { description: 'The other unit: the successor in `successors`, the predecessor in `predecessors` (đơn vị).' })
  unit: Unit;

  @Field(() => Boolean, { description: 'True: the whole unit passed; false: a part of it (toàn bộ hay một phần).' })
  whole: boolean;

  @Field(() => PartialDateScalar, { nullable: true, description: 'First day of the new state (ngày hiệu lực). Null: not known.' })
  date: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the legal document (số văn bản). Null: not known.' })
  act: string | null;
}

@ObjectType({ description: describe(unitTerms.ResidualUnit) })
export class ResidualUnit {
  @Field(() => Unit, { description: 'The unit whose records are not among those of the other (đơn vị).' })
  unit: Unit;

  @Field(() => ResidualReason, { description: 'Why they are not (lý do).' })
  reason: ResidualReason;
}

@InputType({ description: 'Conditions on units, all of which hold (điều kiện lọc đơn vị). One that is omitted or null is not applied.' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, the kind or the code, in any order, with or without Vietnamese marks (tìm theo tên, không cần dấu).',
  })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'This unit and the units below it on the day, organisations of its territory included (đơn vị và các đơn vị trực thuộc).',
  })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Units directly below this one (đơn vị cấp trên).' })
  parentId?: string | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Units of one of these kinds (loại đơn vị).' })
  @IsOptional()
  @ArrayMaxSize(30)
  kind?: UnitKind[] | null;

  @Field(() => [UnitLine], { nullable: true, description: 'Units of one of these lines (khối).' })
  @IsOptional()
  @ArrayMaxSize(10)
  line?: UnitLine[] | null;

  @Field(() => String, { nullable: true, description: 'Units with exactly this official code on the day (mã).' })
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

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

@ArgsType()
export class UnitArgs {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { nullable: true })
  asOf?: LocalDate | null;
}

export const UnitConnection = ConnectionOf(Unit, 'Unit');
