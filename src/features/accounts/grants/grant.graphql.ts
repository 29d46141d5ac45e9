import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ROLES, type Role } from '../../../platform/access/actor.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { Unit } from '../../units/unit.graphql.js';
import { UnitLine } from '../../units/unit-kinds.js';
import { ActorKind } from '../viewer.graphql.js';
import { RoleEnum } from './role.enum.js';

@ObjectType({ implements: () => Node, description: 'A role that somebody has, where and from when to when (quyền được cấp).' })
export class RoleGrant extends Node {
  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ActorKind, { description: 'An account’s or a program’s token’s.' })
  holderKind: keyof typeof ActorKind;

  @Field(() => ID)
  holderId: string;

  @Field(() => String)
  holderName: string;

  @Field(() => Unit, { nullable: true, description: 'With all that it reaches (phạm vi); null: the whole registry.' })
  unit: Unit | null;

  @Field(() => UnitLine, { nullable: true, description: 'Only units of this line (khối); null: of all.' })
  line: UnitLine | null;

  @Field(() => LocalDateScalar, { nullable: true })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day in force; null: until it is ended.' })
  validTo: LocalDate | null;

  @Field(() => Boolean, { description: 'In force today, and not ended.' })
  inForce: boolean;

  @Field(() => String)
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'The account whose right it is, handed on to the holder (thay mặt, theo uỷ quyền); null: their own.',
  })
  onBehalfOf: string | null;

  @Field(() => RoleGrant, { nullable: true, description: 'The grant that was handed on (quyền gốc); it ends with that.' })
  delegatedFrom: RoleGrant | null;

  @Field(() => String, { nullable: true, description: 'Of the paper by which it was handed on (số văn bản uỷ quyền).' })
  paperNumber: string | null;

  @Field(() => String)
  givenBy: string;

  @Field(() => DateTimeScalar)
  givenAt: Date;

  @Field(() => String, { nullable: true })
  endedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt: Date | null;

  @Field(() => String, { nullable: true })
  endReason: string | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

export const RoleGrantConnection = ConnectionOf(RoleGrant, 'RoleGrant');

export const RoleGrantOrder = { GIVEN_AT_DESC: 'GIVEN_AT_DESC', GIVEN_AT: 'GIVEN_AT' } as const;
export type RoleGrantOrder = keyof typeof RoleGrantOrder;
registerEnumType(RoleGrantOrder, { name: 'RoleGrantOrder', description: 'Orders of grants.' });

@InputType({ description: 'Which grants; conditions add up.' })
export class RoleGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Of this account or token.' })
  holderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Given at this very unit.' })
  unitId?: string | null;

  @Field(() => [RoleEnum], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(ROLES.length)
  role?: Role[] | null;

  @Field(() => Boolean, { nullable: true })
  inForce?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Handed on from this very grant (uỷ quyền từ quyền này).' })
  delegatedFromId?: string | null;
}

@ArgsType()
export class RoleGrantsArgs extends PageArgs {
  @Field(() => RoleGrantFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RoleGrantFilter)
  filter?: RoleGrantFilter | null;

  @Field(() => RoleGrantOrder, { defaultValue: RoleGrantOrder.GIVEN_AT_DESC })
  orderBy: RoleGrantOrder;
}

@InputType()
export class GiveGrantInput {
  @Field(() => ID, { description: 'An account, or a program’s token.' })
  holderId: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ID, { nullable: true, description: 'With all that it reaches; left out: the whole registry.' })
  unitId?: string | null;

  @Field(() => UnitLine, { nullable: true, description: 'Only units of this line; left out: of all.' })
  line?: UnitLine | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Left out: today.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; left out: until it is ended.' })
  validTo?: LocalDate | null;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Repeating with the same key gives the grant once.' })
  @IsOptional()
  @IsWords(200)
  idempotencyKey?: string | null;
}

@InputType()
export class DelegateGrantInput {
  @Field(() => ID, { description: 'The grant that is handed on, whole: its role, its unit, its line.' })
  grantId: string;

  @Field(() => ID, { description: 'The account that acts for its holder (người được uỷ quyền).' })
  toAccountId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Left out: today.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'The last day; within those of the grant.' })
  validTo: LocalDate;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true, description: 'Số văn bản uỷ quyền.' })
  @IsOptional()
  @IsWords(100)
  paperNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Repeating with the same key hands it on once.' })
  @IsOptional()
  @IsWords(200)
  idempotencyKey?: string | null;
}

@InputType()
export class EndGrantInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version you have seen.' })
  expectedVersion: number;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class RoleGrantPayload extends MutationPayload {
  @Field(() => RoleGrant, { nullable: true })
  grant?: Id | null;
}
