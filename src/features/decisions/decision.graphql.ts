import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { File } from '../../platform/files/file.graphql.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { Unit } from '../units/unit.graphql.js';
import { DecisionKind } from './decision-kinds.js';

registerEnumType(DecisionKind, {
  name: 'DecisionKind',
  description: 'Loại văn bản: quyết định, nghị quyết, kế hoạch, hướng dẫn, đề án, thông báo, khác.',
});

export const DecisionOrder = {
  ISSUED_ON_DESC: 'ISSUED_ON_DESC',
  ISSUED_ON: 'ISSUED_ON',
  NUMBER: 'NUMBER',
  NUMBER_DESC: 'NUMBER_DESC',
} as const;
export type DecisionOrder = keyof typeof DecisionOrder;
registerEnumType(DecisionOrder, { name: 'DecisionOrder', description: 'Orders of a list of decisions; numbers by value, 9 before 10.' });

@ObjectType({ implements: () => Node, description: 'A paper that settles something (quyết định, văn bản).' })
export class Decision extends Node {
  @Field(() => String, { description: 'Số, ký hiệu, exactly as on the paper: `2579/QĐ-UBND`, `0125/KH-UBND`.' })
  number: string;

  @Field(() => DecisionKind, { description: 'Loại văn bản.' })
  kind: DecisionKind;

  @Field(() => LocalDateScalar, { description: 'Ngày ban hành.' })
  issuedOn: LocalDate;

  @Field(() => Unit, { description: 'Who issued it (cơ quan ban hành), as it stood on the day of issue.' })
  issuer: Unit;

  @Field(() => String, { nullable: true, description: 'Who signed it, with the post (người ký, chức vụ); null: not known.' })
  signer: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about (trích yếu); null: not known.' })
  abstract: string | null;

  @Field(() => [File], { description: 'The paper itself (bản quét).' })
  scans: File[];

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => [ObjectChange], { description: 'Every change, field by field, the latest first (lịch sử).' })
  history: ObjectChange[];
}

@InputType({ description: 'Which decisions; conditions add up.' })
export class DecisionFilter {
  @Field(() => String, { nullable: true, description: 'In the number or the abstract, with or without marks.' })
  @IsOptional()
  @IsWords(200)
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Issued by this very unit.' })
  issuerId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of this year.' })
  @IsOptional()
  @Min(1000)
  @Max(9999)
  year?: number | null;

  @Field(() => [DecisionKind], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: DecisionKind[] | null;
}

@ArgsType()
export class DecisionsArgs extends PageArgs {
  @Field(() => DecisionFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => DecisionFilter)
  filter?: DecisionFilter | null;

  @Field(() => DecisionOrder, { defaultValue: DecisionOrder.ISSUED_ON_DESC })
  orderBy: DecisionOrder;
}

@ArgsType()
export class DecisionArgs {
  @Field(() => ID)
  id: string;
}

export const DecisionConnection = ConnectionOf(Decision, 'Decision');

@InputType({ description: 'A decision as its paper gives it. What the paper does not say is left out, never invented.' })
export class RecordDecisionInput {
  @Field(() => String, { description: 'Số, ký hiệu, exactly as on the paper, leading zeros included.' })
  @IsWords(100)
  number: string;

  @Field(() => DecisionKind)
  kind: DecisionKind;

  @Field(() => LocalDateScalar, { description: 'Ngày ban hành; not in the future.' })
  issuedOn: LocalDate;

  @Field(() => ID, { description: 'The issuer (cơ quan ban hành), a unit in force on that day.' })
  issuerId: string;

  @Field(() => String, { nullable: true, description: 'Name and post, nothing more (người ký, chức vụ).' })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, { nullable: true, description: 'Trích yếu.' })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'What was entered wrongly. What is left out stays; a signer or an abstract that is null becomes “not known”.' })
export class CorrectDecisionInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Lý do đính chính.' })
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(100)
  number?: string | null;

  @Field(() => DecisionKind, { nullable: true })
  kind?: DecisionKind | null;

  @Field(() => LocalDateScalar, { nullable: true })
  issuedOn?: LocalDate | null;

  @Field(() => ID, { nullable: true })
  issuerId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(300)
  signer?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(2_000)
  abstract?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class DecisionPayload extends MutationPayload {
  @Field(() => Decision, { nullable: true })
  decision?: Id | null;
}
