import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import type { Id } from '../../../shared/ids.js';
import { Account } from '../account.graphql.js';
import { Session } from '../sessions/session.graphql.js';

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'Tên đăng nhập.' })
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: 'Mật khẩu.' })
  @MaxLength(400)
  password: string;

  @Field(() => String, { nullable: true, description: 'Mã xác thực hai lớp, or a recovery code; asked for by SECOND_FACTOR_NEEDED.' })
  @IsOptional()
  @MaxLength(40)
  code?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class SignInPayload extends MutationPayload {
  @Field(() => Account, { nullable: true })
  account?: Id | null;

  @Field(() => Session, { nullable: true })
  session?: Session | null;
}

@ObjectType({ implements: () => MutationPayload })
export class SignOutPayload extends MutationPayload {}
