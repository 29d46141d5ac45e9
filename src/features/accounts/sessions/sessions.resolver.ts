import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../platform/access/allow.js';
import { NO_SESSION_COOKIE } from '../../../platform/access/session-cookie.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { idOf } from '../../../platform/graphql/node.js';
import { signedInAccount } from '../signed-in-account.js';
import { EndSessionInput, EndSessionPayload, Session, toSession } from './session.graphql.js';
import { SessionsService } from './sessions.service.js';

@Resolver(() => Session)
export class SessionsResolver {
  constructor(private readonly sessions: SessionsService) {}

  @Query(() => [Session], { description: 'Your own sessions, the latest first (các phiên đăng nhập của tôi).' })
  @Allow('account.own')
  async mySessions(@Context() context: RequestContext): Promise<Session[]> {
    const facts = await this.sessions.listOf(signedInAccount(context).id);
    return facts.map(session => toSession(session, context.caller.sessionId));
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one of your own sessions (kết thúc phiên đăng nhập).' })
  @Allow('account.own')
  endSession(
    @Args('input', { type: () => EndSessionInput }) input: EndSessionInput,
    @Context() context: RequestContext,
  ): Promise<EndSessionPayload> {
    return mutate(context, EndSessionInput, input, async () => {
      const id = await this.sessions.end(signedInAccount(context), idOf('Session', input.id, 'id'));
      const { sessionId } = context.caller;
      if (id === sessionId) context.reply.header('set-cookie', NO_SESSION_COOKIE);
      return { session: toSession(await this.sessions.factsOf(id), sessionId) };
    });
  }
}
