import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { ROLES, type Role } from '../../../platform/access/actor.js';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { Unit } from '../../units/unit.graphql.js';
import { UnitLine } from '../../units/unit-kinds.js';
import { ActorKind } from '../viewer.graphql.js';
import { RoleEnum } from './role.enum.js';
import { accountTerms } from '../account.terms.js';
import { describe } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';

@ObjectType({ implements: () => Node, description: describe(accountTerms.RoleGrant) })
export class RoleGrant extends Node {
  @Field(() => RoleEnum, { description: 'The role (vai trò).' })
  role: Role;

  @Field(() => ActorKind, { description: 'Whether an account or a program’s token holds it (loại người được cấp).' })
  holderKind: keyof typeof ActorKind;

  @Field(() => ID, { description: 'The account or token that holds it (mã người được cấp).' })
  holderId: string;

  @Field(() => String, { description: 'Name of the account or token that holds it (người được cấp).' })
  holderName: string;

  @Field(() => Unit, {
    nullable: true,
    description: 'The unit where the role holds, with all units it reaches (phạm vi). Null: the whole registry.',
  })
  unit: Unit | null;

  @Field(() => UnitLine, { nullable: true, description: 'The line to whose units the role is limited (khối). Null: units of every line.' })
  line: UnitLine | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Null: no lower limit.' })
  validFrom: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force (ngày cuối hiệu lực). Null: until it is ended.' })
  validTo: LocalDate | null;

  @Field(() => Boolean, { description: 'Whether it is in force today and not ended (đang có hiệu lực).' })
  inForce: boolean;

  @Field(() => String, { description: 'Why it was given (lý do cấp).' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the account whose right was delegated to the holder (thay mặt, theo uỷ quyền). Null: the right is the holder’s own.',
  })
  onBehalfOf: string | null;

  @Field(() => RoleGrant, {
    nullable: true,
    description: 'The grant that was delegated (quyền gốc). When that one ends, this one ends. Null: not a delegation.',
  })
  delegatedFrom: RoleGrant | null;

  @Field(() => String, { nullable: true, description: 'Number of the document of delegation (số văn bản uỷ quyền). Null: none.' })
  paperNumber: string | null;

  @Field(() => String, { description: 'Name of the person or program that gave it (người cấp).' })
  givenBy: string;

  @Field(() => DateTimeScalar, { description: 'When it was given (lúc cấp).' })
  givenAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the person or program that ended it (người thu hồi). Null: not ended.' })
  endedBy: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ended (lúc thu hồi). Null: not ended.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended (lý do thu hồi). Null: not ended.' })
  endReason: string | null;

  @Field(() => Int)
  version: number;
}

export const RoleGrantConnection = ConnectionOf(RoleGrant, 'RoleGrant');

export const RoleGrantOrder = { GIVEN_AT_DESC: 'GIVEN_AT_DESC', GIVEN_AT: 'GIVEN_AT' } as const;
export type RoleGrantOrder = keyof typeof RoleGrantOrder;
registerEnum(RoleGrantOrder, 'RoleGrantOrder', accountTerms.RoleGrantOrder);

@InputType({ description: 'Conditions on grants, all of which hold (điều kiện lọc quyền). One that is omitted or null is not applied.' })
export class RoleGrantFilter {
  @Field(() => ID, { nullable: true, description: 'Grants of this account or token (người được cấp).' })
  holderId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Grants at exactly this unit (đơn vị).' })
  unitId?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'Grants of one of these roles (vai trò). Omitted or null: of every role.' })
  @IsOptional()
  @ArrayMaxSize(ROLES.length)
  role?: Role[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only grants in force today; false: only others (đang có hiệu lực). Omitted or null: both.',
  })
  inForce?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Delegations of exactly this grant (uỷ quyền từ quyền này).' })
  delegatedFromId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Delegations of the grants that this account holds (uỷ quyền của tài khoản này).' })
  delegatedById?: string | null;
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
  @Field(() => ID, { description: 'The account or token that receives the role (người được cấp).' })
  holderId: string;

  @Field(() => RoleEnum, { description: 'The role (vai trò).' })
  role: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit where the role holds, with all units it reaches (phạm vi). Omitted or null: the whole registry.',
  })
  unitId?: string | null;

  @Field(() => UnitLine, {
    nullable: true,
    description: 'The line to whose units the role is limited (khối). Omitted or null: units of every line.',
  })
  line?: UnitLine | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Omitted or null: today.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day in force (ngày cuối hiệu lực). Omitted or null: until it is ended.',
  })
  validTo?: LocalDate | null;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(200)
  idempotencyKey?: string | null;
}

@InputType()
export class DelegateGrantInput {
  @Field(() => ID, { description: 'The grant to delegate as a whole: role, unit and line (quyền gốc).' })
  grantId: string;

  @Field(() => ID, { description: 'The account that will act for the holder (người được uỷ quyền).' })
  toAccountId: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day in force (ngày bắt đầu hiệu lực). Omitted or null: today.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Last day in force, within the days of the grant (ngày cuối hiệu lực).' })
  validTo: LocalDate;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the document of delegation (số văn bản uỷ quyền). Omitted or null: none.',
  })
  @IsOptional()
  @IsCode(100)
  paperNumber?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsWords(200)
  idempotencyKey?: string | null;
}

@InputType()
export class EndGrantInput {
  @Field(() => ID, { description: 'The grant (quyền được cấp).' })
  id: string;

  @Field(() => Int)
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
