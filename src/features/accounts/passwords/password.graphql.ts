import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

@InputType()
export class IssuePasswordResetInput {
  @Field(() => ID)
  accountId: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PasswordResetPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'For resetPassword, once. It is shown now and never again (mã đặt lại mật khẩu).' })
  secret?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date | null;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'As the administrator has handed it over.' })
  @MaxLength(200)
  secret: string;

  @Field(() => String, { description: 'At least 12 characters; a short sentence is best.' })
  @MaxLength(400)
  newPassword: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @MaxLength(400)
  currentPassword: string;

  @Field(() => String, { description: 'At least 12 characters; a short sentence is best.' })
  @MaxLength(400)
  newPassword: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PasswordPayload extends MutationPayload {}
