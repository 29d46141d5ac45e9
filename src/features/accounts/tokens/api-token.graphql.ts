import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { ConnectionOf, PageArgs } from '../../../platform/graphql/connection.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { Account } from '../account.graphql.js';

/** No `Node`, as accounts are none. */
@ObjectType({ description: 'A program’s way in (mã truy cập). Its secret is shown once, when it is made.' })
export class ApiToken {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Which program has it.' })
  name: string;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => Account, { nullable: true, description: 'Who made it; null: made on the server. While they are blocked, it opens nothing.' })
  createdBy: Account | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Hết hạn lúc; null: never, of a token made on the server.' })
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'To some minutes (dùng gần nhất); null: never.' })
  lastUsedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Thu hồi lúc.' })
  revokedAt: Date | null;
}

export const ApiTokenConnection = ConnectionOf(ApiToken, 'ApiToken');

export const ApiTokenOrder = { CREATED_DESC: 'CREATED_DESC', NAME: 'NAME' } as const;
export type ApiTokenOrder = keyof typeof ApiTokenOrder;
registerEnumType(ApiTokenOrder, {
  name: 'ApiTokenOrder',
  description: 'Orders of tokens: the latest first, or by name in Vietnamese order.',
});

@InputType({ description: 'Which tokens.' })
export class ApiTokenFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only revoked ones, or only others.' })
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
  @Field(() => String, { description: 'Which program is to have it.' })
  @IsWords(100)
  name: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which it opens anything, at most a year ahead (ngày cuối).' })
  lastDay: LocalDate;
}

@InputType()
export class RevokeApiTokenInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'For the trail (lý do).' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ implements: () => MutationPayload })
export class CreateApiTokenPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer …`. It is shown now and never again.' })
  token?: string | null;

  @Field(() => ApiToken, { nullable: true })
  apiToken?: Id | null;
}

@ObjectType({ implements: () => MutationPayload })
export class ApiTokenPayload extends MutationPayload {
  @Field(() => ApiToken, { nullable: true })
  apiToken?: Id | null;
}
