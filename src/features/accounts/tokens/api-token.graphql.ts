import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { Role } from '../../../platform/access/actor.js';
import { UnitLine } from '../../units/unit-kinds.js';
import { RoleEnum } from '../grants/role.enum.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { Account } from '../account.graphql.js';
import { accountTerms } from '../account.terms.js';
import { describe } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';

/** No `Node`, as accounts are none. */
@ObjectType({ description: describe(accountTerms.ApiToken) })
export class ApiToken {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Name of the program that uses it (tên chương trình).' })
  name: string;

  @Field(() => DateTimeScalar, { description: 'When it was created (ngày tạo).' })
  createdAt: Date;

  @Field(() => Account, {
    nullable: true,
    description:
      'The account that created it (người tạo). Null: created on the server. While that account is blocked, the token is refused.',
  })
  createdBy: Account | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it expires (hết hạn lúc). Null: never, for a token created on the server.',
  })
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Moment of the last use, accurate to some minutes (dùng gần nhất). Null: never used.',
  })
  lastUsedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked (thu hồi lúc). Null: not revoked.' })
  revokedAt: Date | null;
}

export const ApiTokenConnection = ConnectionOf(ApiToken, 'ApiToken');

export const ApiTokenOrder = { CREATED_DESC: 'CREATED_DESC', NAME: 'NAME' } as const;
export type ApiTokenOrder = keyof typeof ApiTokenOrder;
registerEnum(ApiTokenOrder, 'ApiTokenOrder', accountTerms.ApiTokenOrder);

@InputType({ description: 'Conditions on tokens (điều kiện lọc mã truy cập). One that is omitted or null is not applied.' })
export class ApiTokenFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only revoked tokens; false: only others (đã thu hồi). Omitted or null: both.',
  })
  revoked?: boolean | null;
}

@ArgsType()
export class ApiTokensArgs extends PageArgs {
  @Field(() => ApiTokenFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ApiTokenFilter)
  filter?: ApiTokenFilter | null;

  @Field(() => ApiTokenOrder, { defaultValue: ApiTokenOrder.CREATED_DESC })
  orderBy: ApiTokenOrder;
}

@InputType()
export class CreateApiTokenInput {
  @Field(() => String, { description: 'Name of the program that will use it (tên chương trình).' })
  @IsWords(100)
  name: string;

  @Field(() => RoleEnum, {
    defaultValue: 'reportingClient',
    description: 'The role of the program (vai trò): nothing in it may exceed your own rights. Omitted: it only reads.',
  })
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

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which the role holds (ngày đầu). Omitted or null: today.' })
  validFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Last day on which it is accepted, at most a year ahead (ngày cuối).' })
  lastDay: LocalDate;
}

@InputType()
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The token (mã truy cập).' })
  id: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class CreateApiTokenPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The token for the header `Authorization: Bearer …` (mã truy cập). It is never shown again. Null when `userErrors` is not empty.',
  })
  token?: string | null;

  @Field(() => ApiToken, { nullable: true })
  apiToken?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ApiTokenPayload extends MutationPayload {
  @Field(() => ApiToken, { nullable: true })
  apiToken?: Id | null;
}
