import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { UnitLine } from '../units/unit-kinds.js';
import { Unit } from '../units/unit.graphql.js';
import { IdempotentInput } from './idempotent.input.js';
import { RecognitionLevel } from '../sectors/recognition-level.js';
import { movementTerms } from './movement.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const ReceivingAuthorityOrder = { VALID_FROM_DESC: 'VALID_FROM_DESC', VALID_FROM: 'VALID_FROM', LINE: 'LINE' } as const;
export type ReceivingAuthorityOrder = keyof typeof ReceivingAuthorityOrder;
registerEnum(ReceivingAuthorityOrder, 'ReceivingAuthorityOrder', movementTerms.ReceivingAuthorityOrder);

@ObjectType({
  implements: () => Node,
  description: describe(movementTerms.ReceivingAuthority),
})
export class ReceivingAuthority extends Node {
  @Field(() => Unit, { description: 'The unit for which, with all units below it, the rule holds (phạm vi).' })
  unit: Unit;

  @Field(() => UnitLine, { description: 'The line of the units for which it holds (khối).' })
  line: UnitLine;

  @Field(() => Unit, { description: 'The receiving office that the rule names (cơ quan tiếp nhận).' })
  receiver: Unit;

  @Field(() => Unit, {
    nullable: true,
    description: 'The recognising office that the rule names (cơ quan công nhận). Null: none is named.',
  })
  recogniser: Unit | null;

  @Field(() => RecognitionLevel, { description: 'The level of recognition (cấp công nhận).' })
  level: RecognitionLevel;

  @Field(() => Boolean, {
    description: 'Whether a recognition at this level takes a closed appraisal round (phải qua thẩm định, chấm điểm).',
  })
  requiresAppraisal: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: it continues.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The document it is based on, or a remark that none is known (căn cứ).' })
  basis: string;

  @Field(() => Int)
  version: number;
}

@InputType({
  description:
    'Conditions on receiving authorities, all of which hold (điều kiện lọc cơ quan tiếp nhận). One that is omitted or null is not applied.',
})
export class ReceivingAuthorityFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'The rules that apply to this unit on the day, or to its whole successor: for each line the nearest, its own or that of a unit above it (đơn vị). Also those of units that have ended and that it took over from or belonged to: they apply to no file until a rule is set for a unit in force.',
  })
  unitId?: string | null;

  @Field(() => [UnitLine], { nullable: true, description: 'Rules for one of these lines (khối).' })
  @IsOptional()
  @ArrayMaxSize(10)
  line?: UnitLine[] | null;

  @Field(() => ID, { nullable: true, description: 'Rules that name this unit as receiver (cơ quan tiếp nhận).' })
  receiverId?: string | null;

  @Field(() => [RecognitionLevel], { nullable: true, description: 'Rules for one of these levels (cấp công nhận).' })
  @IsOptional()
  @ArrayMaxSize(10)
  level?: RecognitionLevel[] | null;
}

@ArgsType()
export class ReceivingAuthoritiesArgs extends PageArgs {
  @Field(() => ReceivingAuthorityFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReceivingAuthorityFilter)
  filter?: ReceivingAuthorityFilter | null;

  @Field(() => ReceivingAuthorityOrder, { defaultValue: ReceivingAuthorityOrder.VALID_FROM_DESC })
  orderBy: ReceivingAuthorityOrder;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which the rules are in force (ngày xem). Omitted or null: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

export const ReceivingAuthorityConnection = ConnectionOf(ReceivingAuthority, 'ReceivingAuthority');

@InputType({
  description:
    'Input of `setReceivingAuthority` (đặt cơ quan tiếp nhận, công nhận). The registry has no rule of its own: each place enters its rules.',
})
export class SetReceivingAuthorityInput extends IdempotentInput {
  @Field(() => ID, { description: 'The unit for which, with all units below it, the rule holds (phạm vi).' })
  unitId: string;

  @Field(() => UnitLine, { description: 'The line of the units for which it holds (khối).' })
  line: UnitLine;

  @Field(() => ID, { description: 'The receiving office, in force during the whole time (cơ quan tiếp nhận).' })
  receiverId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The recognising office, in force during the whole time (cơ quan công nhận). Omitted or null: none is named.',
  })
  recogniserId?: string | null;

  @Field(() => RecognitionLevel, { description: 'The level of recognition (cấp công nhận).' })
  level: RecognitionLevel;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether a recognition at this level takes a closed appraisal round (phải qua thẩm định, chấm điểm).',
  })
  requiresAppraisal: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Omitted or null: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Omitted or null: it continues.' })
  validTo?: LocalDate | null;

  @Field(() => String, { description: 'The document it is based on, or “chưa xác minh” for one that is not verified (căn cứ).' })
  @IsWords(1_000)
  basis: string;
}

@InputType()
export class EndReceivingAuthorityInput {
  @Field(() => ID, { description: 'The rule (quy tắc tiếp nhận).' })
  id: string;

  @Field(() => LocalDateScalar, { description: 'Last day in force (ngày cuối hiệu lực).' })
  validTo: LocalDate;

  @Field(() => String, { description: 'The reason or the document for it (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int)
  expectedVersion: number;
}

@ObjectType({ implements: () => MutationPayload })
export class ReceivingAuthorityPayload extends MutationPayload {
  @Field(() => ReceivingAuthority, { nullable: true })
  receivingAuthority?: Id | null;
}
