import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsSecret } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

@InputType()
export class IssuePasswordResetInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  accountId: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PasswordResetPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The secret for `resetPassword`, valid once (mã đặt lại mật khẩu). It is never shown again. Null when `userErrors` is not empty.',
  })
  secret?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the secret expires (hết hạn lúc). Null when `userErrors` is not empty.',
  })
  expiresAt?: Date | null;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The secret that the administrator handed over (mã đặt lại mật khẩu).' })
  @IsSecret(200)
  secret: string;

  @Field(() => String, { description: 'The new password, at least 12 characters (mật khẩu mới). A short sentence is best.' })
  @IsSecret(400)
  newPassword: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password (mật khẩu hiện tại).' })
  @IsSecret(400)
  currentPassword: string;

  @Field(() => String, { description: 'The new password, at least 12 characters (mật khẩu mới). A short sentence is best.' })
  @IsSecret(400)
  newPassword: string;
}

@ObjectType({ implements: () => MutationPayload })
export class PasswordPayload extends MutationPayload {}
