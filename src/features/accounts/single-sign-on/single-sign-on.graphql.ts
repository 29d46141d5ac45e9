import { Field, ID, InputType } from '@nestjs/graphql';
import { IsWords } from '../../../platform/graphql/input-rules.js';

@InputType()
export class LinkOutsideIdentityInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => String, { description: 'Who the person is at the configured issuer: its `sub`, never an e-mail.' })
  @IsWords(255)
  subject: string;
}

@InputType()
export class UnlinkOutsideIdentitiesInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => String, { description: 'For the trail (lý do).' })
  @IsWords(1_000)
  reason: string;
}
