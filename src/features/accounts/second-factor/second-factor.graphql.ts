import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';

@InputType()
export class EnrolSecondFactorInput {
  @Field(() => String)
  @MaxLength(400)
  currentPassword: string;
}

@ObjectType({ implements: () => MutationPayload })
export class EnrolSecondFactorPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'To type into an authenticator app. It is shown now and never again.' })
  secret?: string | null;

  @Field(() => String, { nullable: true, description: 'The same as an `otpauth:` address, for a QR code.' })
  uri?: string | null;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String, { description: 'Six digits, as the app shows them (mã xác thực).' })
  @MaxLength(40)
  code: string;
}

@ObjectType({ implements: () => MutationPayload })
export class ConfirmSecondFactorPayload extends MutationPayload {
  @Field(() => [String], {
    nullable: true,
    description: 'Each stands for a code once, when the app is lost (mã dự phòng). They are shown now and never again.',
  })
  recoveryCodes?: string[] | null;
}

@InputType()
export class SwitchOffSecondFactorInput {
  @Field(() => String)
  @MaxLength(400)
  currentPassword: string;
}

@InputType()
export class RemoveSecondFactorInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => String, { description: 'For the trail (lý do).' })
  @IsWords(1_000)
  reason: string;
}
