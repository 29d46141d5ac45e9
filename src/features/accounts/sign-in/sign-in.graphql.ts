import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { IsSecret } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import type { Id } from '../../../shared/ids.js';
import { Account } from '../account.graphql.js';
import { Session } from '../sessions/session.graphql.js';

@InputType()
export class SignInInput {
  @Field(() => String, { description: 'Sign-in name (tên đăng nhập).' })
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: 'Password (mật khẩu).' })
  @IsSecret(400)
  password: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the second factor, or a recovery code (mã xác thực hai lớp). Required after the error `SECOND_FACTOR_NEEDED`. Omitted or null: none.',
  })
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
