import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateNested } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { UnitKind, UnitLine } from './unit-kinds.js';

const UNIT_REF = 'A unit’s id, or `#mark` of a unit that this event establishes.';
const VERSION = 'The version you have seen; refused when somebody changed the unit meanwhile.';

@InputType({ description: 'A unit begins (thành lập).' })
export class EstablishInput {
  @Field(() => String, { nullable: true, description: 'A mark by which other changes of this event name the unit, as `#mark`.' })
  @IsOptional()
  @IsWords(40)
  mark?: string | null;

  @Field(() => UnitLine)
  line: UnitLine;

  @Field(() => UnitKind)
  kind: UnitKind;

  @Field(() => String, { description: 'Without the kind’s word: “Quế Hiệp”, not “Xã Quế Hiệp”.' })
  @IsWords(300)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(40)
  code?: string | null;

  @Field(() => ID, { nullable: true, description: `The unit above, of the same line. ${UNIT_REF}` })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: `Where an organisation works. ${UNIT_REF}` })
  territoryId?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The first day in force. Left out: the event’s day. Null: not known.' })
  validFrom?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The last day in force, for a unit entered after its end.' })
  validTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Where this is known from (nguồn).' })
  @IsOptional()
  @IsWords(1_000)
  source?: string | null;
}

@InputType({ description: 'Đổi tên.' })
export class RenameInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => String)
  @IsWords(300)
  name: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Đổi loại (xã thành thị trấn).' })
export class ChangeKindInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => UnitKind)
  kind: UnitKind;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Đổi mã.' })
export class RecodeInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => String, { nullable: true, description: 'Null takes the code away.' })
  @IsOptional()
  @IsWords(40)
  code?: string | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Chuyển sang nơi trực thuộc khác. A field left out stays as it is; null takes the place away.' })
export class MoveInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => ID, { nullable: true, description: UNIT_REF })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: UNIT_REF })
  territoryId?: string | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Sáp nhập: each unit ends and passes wholly into another, which goes on.' })
export class MergeInput {
  @Field(() => [ID])
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  unitIds: string[];

  @Field(() => ID, { description: UNIT_REF })
  intoId: string;
}

@InputType({ description: 'Chia, tách: parts pass to others.' })
export class SplitInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => [ID], { description: UNIT_REF })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  intoIds: string[];

  @Field(() => Boolean, { description: 'Whether the unit goes on with what remains (tách), or ends (chia).' })
  goesOn: boolean;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType()
export class SuccessorInput {
  @Field(() => ID, { description: UNIT_REF })
  unitId: string;

  @Field(() => Boolean, { description: 'Toàn bộ, hay một phần.' })
  whole: boolean;
}

@InputType({ description: 'Kết thúc và được kế thừa: the unit ends, and others take it over, one wholly or several in parts.' })
export class SucceedInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => [SuccessorInput])
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => SuccessorInput)
  successors: SuccessorInput[];

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'Giải thể: the unit ends without successor.' })
export class DissolveInput {
  @Field(() => ID)
  unitId: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

/** A nested input that is checked when it is there. */
function Nested(type: () => new () => object): PropertyDecorator {
  return (target, key) => {
    Field(type, { nullable: true })(target, key);
    IsOptional()(target, key);
    ValidateNested()(target, key);
    Type(type)(target, key);
  };
}

@InputType({ isOneOf: true, description: 'One change of an event: exactly one of these.' })
export class UnitEventChangeInput {
  @Nested(() => EstablishInput)
  establish?: EstablishInput;

  @Nested(() => RenameInput)
  rename?: RenameInput;

  @Nested(() => ChangeKindInput)
  changeKind?: ChangeKindInput;

  @Nested(() => RecodeInput)
  recode?: RecodeInput;

  @Nested(() => MoveInput)
  move?: MoveInput;

  @Nested(() => MergeInput)
  merge?: MergeInput;

  @Nested(() => SplitInput)
  split?: SplitInput;

  @Nested(() => SucceedInput)
  succeed?: SucceedInput;

  @Nested(() => DissolveInput)
  dissolve?: DissolveInput;
}
