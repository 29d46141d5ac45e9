import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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
import { RecognitionLevel } from './recognition-level.js';

registerEnumType(RecognitionLevel, {
  name: 'RecognitionLevel',
  description: 'Cấp công nhận: cơ sở, cấp xã, cấp huyện (until 30/6/2025), cấp tỉnh, trung ương.',
});

export const ReceivingAuthorityOrder = { VALID_FROM_DESC: 'VALID_FROM_DESC', VALID_FROM: 'VALID_FROM', LINE: 'LINE' } as const;
export type ReceivingAuthorityOrder = keyof typeof ReceivingAuthorityOrder;
registerEnumType(ReceivingAuthorityOrder, {
  name: 'ReceivingAuthorityOrder',
  description: 'Orders of rules of receiving; a start that is not known counts as the earliest.',
});

@ObjectType({
  implements: () => Node,
  description:
    'Who receives and who recognises models of one line under a unit, over a span of days (cơ quan tiếp nhận, cơ quan công nhận). The nearest unit’s rule counts; an office that has wholly passed to another is that other from then on.',
})
export class ReceivingAuthority extends Node {
  @Field(() => Unit, { description: 'The unit whose subtree it is for (phạm vi).' })
  unit: Unit;

  @Field(() => UnitLine, { description: 'For units of this line (khối).' })
  line: UnitLine;

  @Field(() => Unit, { description: 'Cơ quan tiếp nhận, as the rule names it.' })
  receiver: Unit;

  @Field(() => Unit, { nullable: true, description: 'Cơ quan công nhận, as the rule names it; null: none is named.' })
  recogniser: Unit | null;

  @Field(() => RecognitionLevel, { description: 'Cấp công nhận.' })
  level: RecognitionLevel;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day in force; null: not known.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in force; null: it goes on.' })
  validTo: LocalDate | null;

  @Field(() => String, { description: 'The act it rests on, or the mark that none is known to us (căn cứ).' })
  basis: string;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@InputType({ description: 'Which rules of receiving; conditions add up.' })
export class ReceivingAuthorityFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'That answer for this unit on the day asked for: of each line the nearest, its own or that of a unit above it.',
  })
  unitId?: string | null;

  @Field(() => [UnitLine], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  line?: UnitLine[] | null;

  @Field(() => ID, { nullable: true, description: 'That name this unit as receiver.' })
  receiverId?: string | null;

  @Field(() => [RecognitionLevel], { nullable: true })
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
    description: 'The day to look at (ngày xem): the rules in force then. Default: today in Việt Nam.',
  })
  asOf?: LocalDate | null;
}

export const ReceivingAuthorityConnection = ConnectionOf(ReceivingAuthority, 'ReceivingAuthority');

@InputType({ description: 'A rule of receiving as an act gives it. None is built in: which office receives is for each place to say.' })
export class SetReceivingAuthorityInput extends IdempotentInput {
  @Field(() => ID, { description: 'The unit whose subtree it is for (phạm vi).' })
  unitId: string;

  @Field(() => UnitLine, { description: 'For units of this line (khối).' })
  line: UnitLine;

  @Field(() => ID, { description: 'Cơ quan tiếp nhận, in force all that time.' })
  receiverId: string;

  @Field(() => ID, { nullable: true, description: 'Cơ quan công nhận, in force all that time. Left out: none is named.' })
  recogniserId?: string | null;

  @Field(() => RecognitionLevel, { description: 'Cấp công nhận.' })
  level: RecognitionLevel;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day in force. Left out: not known.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in force. Left out: it goes on.' })
  validTo?: LocalDate | null;

  @Field(() => String, { description: 'The act, or “chưa xác minh” (căn cứ).' })
  @IsWords(1_000)
  basis: string;
}

@InputType()
export class EndReceivingAuthorityInput {
  @Field(() => ID)
  id: string;

  @Field(() => LocalDateScalar, { description: 'The last day in force.' })
  validTo: LocalDate;

  @Field(() => String, { description: 'Lý do, căn cứ.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;
}

@ObjectType({ implements: () => MutationPayload })
export class ReceivingAuthorityPayload extends MutationPayload {
  @Field(() => ReceivingAuthority, { nullable: true })
  receivingAuthority?: Id | null;
}
