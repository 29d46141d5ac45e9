import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Public } from '../../../platform/access/allow.js';
import { NO_SESSION_COOKIE, sessionCookie } from '../../../platform/access/session-cookie.js';
import { RequestContext } from '../../../platform/graphql/context.js';
import { mutate } from '../../../platform/graphql/mutation.js';
import { signedInAccount } from '../signed-in-account.js';
import { toSession } from '../sessions/session.graphql.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { SignInInput, SignInPayload, SignOutPayload } from './sign-in.graphql.js';
import { SignInService } from './sign-in.service.js';
import { withRetryAfter } from './retry-after.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signInService: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /** Non-null on purpose: the first failure ends the whole request, so that a document cannot try many passwords by repeating the field. */
  @Mutation(() => SignInPayload, {
    description:
      'Signs in; the session is set as a cookie (đăng nhập). A wrong name, a wrong password and a blocked account give the same error `SIGN_IN_FAILED`, after several attempts `SIGN_IN_SLOWED`.',
  })
  @Public('the caller is not signed in yet; without the password the answer reveals nothing')
  signIn(@Args('input', { type: () => SignInInput }) input: SignInInput, @Context() context: RequestContext): Promise<SignInPayload> {
    return mutate(context, SignInInput, input, () =>
      withRetryAfter(context, async () => {
        const { id, accountId, secret } = await this.signInService.signIn(input, context);
        context.reply.header('set-cookie', sessionCookie(secret));
        return { account: accountId, session: toSession(await this.sessions.factsOf(id), id) };
      }),
    );
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session and removes its cookie (đăng xuất).' })
  @Public('does nothing for a caller who is not signed in')
  async signOut(@Context() context: RequestContext): Promise<SignOutPayload> {
    const { sessionId } = context.caller;
    if (sessionId) await this.sessions.end(signedInAccount(context), sessionId);
    context.reply.header('set-cookie', NO_SESSION_COOKIE);
    return { userErrors: [], warnings: [] };
  }
}
