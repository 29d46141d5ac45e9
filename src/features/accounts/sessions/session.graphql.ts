import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { toGlobalId, type Id } from '../../../shared/ids.js';
import type { SessionFacts } from './sessions.service.js';

@ObjectType({ description: 'A browser in which somebody is signed in (phiên đăng nhập). Only its owner sees it.' })
export class Session {
  @Field(() => ID)
  id: string;

  @Field(() => DateTimeScalar, { description: 'Đăng nhập lúc.' })
  startedAt: Date;

  @Field(() => DateTimeScalar, { description: 'The last request, to the minute (hoạt động gần nhất).' })
  seenAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends in any case (hết hạn lúc).' })
  expiresAt: Date;

  @Field(() => String, { description: 'Địa chỉ mạng.' })
  address: string;

  @Field(() => String, { nullable: true, description: 'What the browser says of itself (trình duyệt).' })
  userAgent: string | null;

  @Field(() => Boolean, { description: 'Whether it is the one that asks (phiên này).' })
  current: boolean;
}

export const toSession = (facts: SessionFacts, current: Id | undefined): Session => ({
  ...facts,
  id: toGlobalId('Session', facts.id),
  current: facts.id === current,
});

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  id: string;
}

@ObjectType({ implements: () => MutationPayload })
export class EndSessionPayload extends MutationPayload {
  @Field(() => Session, { nullable: true })
  session?: Session | null;
}
