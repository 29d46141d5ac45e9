import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { CorrectSuccessionInput, CorrectUnitInput } from './unit-correction.inputs.js';
import { UnitKind, UnitLine } from './unit-kinds.js';
import { SuccessorInput, UNIT_REF } from './unit-successor.input.js';

const VERSION =
  'The `version` that the client has read (phiên bản đã xem). The event is refused when the unit has changed since. Omitted or null: not compared.';

@InputType({ description: 'A unit begins (thành lập).' })
export class EstablishInput {
  @Field(() => String, {
    nullable: true,
    description: 'A mark under which other changes of this event name the unit as `#mark` (ký hiệu tạm). Omitted or null: none.',
  })
  @IsOptional()
  @IsCode(40)
  mark?: string | null;

  @Field(() => UnitLine, { description: 'The line (khối).' })
  line: UnitLine;

  @Field(() => UnitKind, { description: 'The kind, one of the line (loại đơn vị).' })
  kind: UnitKind;

  @Field(() => String, { description: 'Name without the word for the kind: “Quế Hiệp”, not “Xã Quế Hiệp” (tên).' })
  @IsWords(300)
  name: string;

  @Field(() => String, { nullable: true, description: 'Official code (mã). Omitted or null: none.' })
  @IsOptional()
  @IsCode(40)
  code?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: `The unit above it, of the same line (đơn vị cấp trên). ${UNIT_REF} Omitted or null: none.`,
  })
  parentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: `The administrative unit in which an organisation works (địa bàn). ${UNIT_REF} Omitted or null: none.`,
  })
  territoryId?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force (ngày bắt đầu). Omitted: the day of the event. Null: not known.',
  })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day in force, for a unit that is entered after its end (ngày kết thúc). Omitted or null: it continues.',
  })
  validTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Where this is known from (nguồn). Omitted or null: not stated.' })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;
}

@InputType({ description: 'A unit is renamed (đổi tên).' })
export class RenameInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => String, { description: 'New name without the word for the kind (tên mới).' })
  @IsWords(300)
  name: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'A unit changes its kind, for example from commune to township (đổi loại).' })
export class ChangeKindInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => UnitKind, { description: 'The new kind (loại mới).' })
  kind: UnitKind;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'A unit receives another official code (đổi mã).' })
export class RecodeInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => String, { nullable: true, description: 'New official code (mã mới). Omitted or null: the unit has none any more.' })
  @IsOptional()
  @IsCode(40)
  code?: string | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({
  description:
    'A unit receives another parent or territory (chuyển nơi trực thuộc). A field that is omitted keeps its value; null removes it.',
})
export class MoveInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => ID, { nullable: true, description: `The new unit above it (đơn vị cấp trên mới). ${UNIT_REF}` })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: `The new territory of an organisation (địa bàn mới). ${UNIT_REF}` })
  territoryId?: string | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Units end and pass whole into another unit, which continues (sáp nhập).' })
export class MergeInput {
  @Field(() => [ID], { description: 'The units that end, 1 to 100 (các đơn vị nhập).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  unitIds: string[];

  @Field(() => ID, { description: `The unit that continues (đơn vị nhận sáp nhập). ${UNIT_REF}` })
  intoId: string;
}

@InputType({ description: 'Parts of a unit pass to other units (chia, tách).' })
export class SplitInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => [ID], { description: `The units to which parts pass, 1 to 100 (các đơn vị nhận). ${UNIT_REF}` })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  intoIds: string[];

  @Field(() => Boolean, {
    description:
      'True: the unit continues with what remains, in Vietnamese “tách”; false: it ends, in Vietnamese “chia” (đơn vị tiếp tục tồn tại).',
  })
  goesOn: boolean;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'A unit ends and is taken over by one unit as a whole, or by several in parts (kết thúc và được kế thừa).' })
export class SucceedInput {
  @Field(() => ID, { description: 'The unit that ends (đơn vị).' })
  unitId: string;

  @Field(() => [SuccessorInput], { description: 'The successors (các đơn vị kế thừa).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SuccessorInput)
  successors: SuccessorInput[];

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'A unit ends without a successor (giải thể).' })
export class DissolveInput {
  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

/** A nested input that is checked when it is there. */
function Nested(type: () => new () => object, description: string): PropertyDecorator {
  return (target, key) => {
    Field(type, { nullable: true, description })(target, key);
    IsOptional()(target, key);
    ValidateNested()(target, key);
    Type(type)(target, key);
  };
}

@InputType({ isOneOf: true, description: 'One change of an event; exactly one field is given (một thay đổi).' })
export class UnitEventChangeInput {
  @Nested(() => EstablishInput, 'Establish a unit (thành lập).')
  establish?: EstablishInput;

  @Nested(() => RenameInput, 'Rename a unit (đổi tên).')
  rename?: RenameInput;

  @Nested(() => ChangeKindInput, 'Change the kind of a unit (đổi loại).')
  changeKind?: ChangeKindInput;

  @Nested(() => RecodeInput, 'Change the official code of a unit (đổi mã).')
  recode?: RecodeInput;

  @Nested(
    () => CorrectUnitInput,
    'Correct a name, a kind or a code that was misprinted (đính chính). The event has no day, and its `note` is the reason.',
  )
  correct?: CorrectUnitInput;

  @Nested(
    () => CorrectSuccessionInput,
    'Correct to which units a unit passed (đính chính kế thừa). The event has no day, and its `note` is the reason.',
  )
  correctSuccession?: CorrectSuccessionInput;

  @Nested(() => MoveInput, 'Change the parent or the territory of a unit (chuyển nơi trực thuộc).')
  move?: MoveInput;

  @Nested(() => MergeInput, 'Merge units into another (sáp nhập).')
  merge?: MergeInput;

  @Nested(() => SplitInput, 'Split a unit (chia, tách).')
  split?: SplitInput;

  @Nested(() => SucceedInput, 'End a unit with successors (kết thúc và được kế thừa).')
  succeed?: SucceedInput;

  @Nested(() => DissolveInput, 'End a unit without a successor (giải thể).')
  dissolve?: DissolveInput;
}
