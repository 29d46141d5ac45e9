import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { IsSecret, IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';

@InputType()
export class EnrolSecondFactorInput {
  @Field(() => String, { description: 'The present password (mật khẩu hiện tại).' })
  @IsSecret(400)
  currentPassword: string;
}

@ObjectType({ implements: () => MutationPayload })
export class EnrolSecondFactorPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret to type into an authenticator app (mã bí mật). It is never shown again. Null when `userErrors` is not empty.',
  })
  secret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same secret as an `otpauth:` address for a QR code (mã QR). Null when `userErrors` is not empty.',
  })
  uri?: string | null;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'The six digits that the authenticator app shows (mã xác thực).' })
  @MaxLength(40)
  code: string;
}

@ObjectType({ implements: () => MutationPayload })
export class ConfirmSecondFactorPayload extends MutationPayload {
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes for use when the app is lost, each valid once in place of a code of the app (mã dự phòng). They are never shown again. Null when `userErrors` is not empty.',
  })
  recoveryCodes?: string[] | null;
}

@InputType()
export class SwitchOffSecondFactorInput {
  @Field(() => String, { description: 'The present password (mật khẩu hiện tại).' })
  @IsSecret(400)
  currentPassword: string;
}

@InputType()
export class RemoveSecondFactorInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  accountId: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
