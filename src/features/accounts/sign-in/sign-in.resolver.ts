import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Public } from '../../../platform/access/allow.js';
import { NO_SESSION_COOKIE, sessionCookie } from '../../../platform/access/session-cookie.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { ownAccount } from '../own-account.js';
import { toSession } from '../sessions/session.graphql.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInInput, SignInPayload, SignOutPayload } from './sign-in.graphql.js';
import { SignInService } from './sign-in.service.js';
import { tellingWhenToRetry } from './retry-after.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly door: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /** Non-null on purpose: the first failure ends the whole request, however often its document repeats the field. */
  @Mutation(() => SignInPayload, {
    description:
      'Signs in; the session is set as a cookie (đăng nhập). A wrong name, a wrong password and a blocked account give the same error `SIGN_IN_FAILED`, after several attempts `SIGN_IN_SLOWED`.',
  })
  @Public('nobody is signed in before it; what it answers is the same for whoever does not know the password')
  signIn(@Args('input', { type: () => SignInInput }) input: SignInInput, @Context() context: RequestContext): Promise<SignInPayload> {
    return mutate(context, SignInInput, input, () =>
      tellingWhenToRetry(context, async () => {
        const { id, accountId, secret } = await this.door.signIn(input, context);
        context.reply.header('set-cookie', sessionCookie(secret));
        return { account: accountId, session: toSession(await this.sessions.factsOf(id), id) };
      }),
    );
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session and removes its cookie (đăng xuất).' })
  @Public('whoever is not signed in has nothing to end')
  async signOut(@Context() context: RequestContext): Promise<SignOutPayload> {
    const { sessionId } = context.caller;
    if (sessionId) await this.sessions.end(ownAccount(context), sessionId);
    context.reply.header('set-cookie', NO_SESSION_COOKIE);
    return { userErrors: [] };
  }
}
