import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
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
