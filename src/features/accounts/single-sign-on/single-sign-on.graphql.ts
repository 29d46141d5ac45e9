import { Field, ID, InputType } from '@nestjs/graphql';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';

@InputType()
export class LinkOutsideIdentityInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  accountId: string;

  @Field(() => String, {
    description: 'The person’s `sub` at the configured OpenID Connect issuer, never an e-mail (danh tính đăng nhập một lần).',
  })
  @IsCode(255)
  subject: string;
}

@InputType()
export class UnlinkOutsideIdentitiesInput {
  @Field(() => ID, { description: 'The account (tài khoản).' })
  accountId: string;

  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}
