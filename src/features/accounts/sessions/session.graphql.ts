import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import type { SessionFacts } from './sessions.service.js';
import { accountTerms } from '../account.terms.js';
import { describe } from '../../../shared/terms.js';

@ObjectType({ description: describe(accountTerms.Session) })
export class Session {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it began (đăng nhập lúc).' })
  startedAt: Date;

  @Field(() => DateTimeScalar, { description: 'Moment of the last request, to the minute (hoạt động gần nhất).' })
  seenAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends at the latest (hết hạn lúc).' })
  expiresAt: Date;

  @Field(() => String, { description: 'Network address of the browser (địa chỉ mạng).' })
  address: string;

  @Field(() => String, { nullable: true, description: 'What the browser says about itself (trình duyệt). Null: nothing.' })
  userAgent: string | null;

  @Field(() => Boolean, { description: 'Whether it is the session of this request (phiên này).' })
  current: boolean;
}

export const toSession = (facts: SessionFacts, current: Id | undefined): Session => ({
  ...facts,
  id: toGlobalId('Session', facts.id),
  current: facts.id === current,
});

@InputType()
export class EndSessionInput {
  @Field(() => ID, { description: 'The session (phiên đăng nhập).' })
  id: string;
}

@ObjectType({ implements: () => MutationPayload })
export class EndSessionPayload extends MutationPayload {
  @Field(() => Session, { nullable: true })
  session?: Session | null;
}
