import type { Actor } from '../access/actor.js';
import type { Authentication } from '../access/authenticator.port.js';
import { NO_SESSION_COOKIE, sessionSecretIn } from '../access/session-cookie.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { Id } from '../../shared/ids.js';
import { isCrossOrigin } from './client.js';
import type { HttpReply, HttpRequest } from './request-id.js';

/** Who sends a request. */
export interface Caller {
  /** `undefined` for nobody. */
  readonly actor: Actor | undefined;
  readonly sessionId: Id | undefined;
  /** Why the request is refused whatever it asks. */
  readonly refused: DomainError | undefined;
  /** Why somebody who was signed in is nobody now: told where somebody is needed. */
  readonly sessionEnded: DomainError | undefined;
}

const ANONYMOUS: Caller = { actor: undefined, sessionId: undefined, refused: undefined, sessionEnded: undefined };

/**
 * Finds who sends a request, on GraphQL and on every other route alike: a token counts before a cookie. A cookie that is no good is taken
 * back, or its browser could never sign in again. Without a token, a page of another origin is not heard at all: the browser would lend it
 * the cookie of whoever looks at it.
 */
export async function identifyCaller(request: HttpRequest, reply: HttpReply, authentication: Authentication): Promise<Caller> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const secret = /^Bearer ([\x21-\x7e]{1,400})$/i.exec(authorization)?.[1];
    const known = secret === undefined ? undefined : await authentication.identify({ scheme: 'bearer', secret });
    return known
      ? { ...ANONYMOUS, actor: { ...known.actor, requestId: request.id } }
      : { ...ANONYMOUS, refused: PlatformErrors.TOKEN_INVALID() };
  }
  if (isCrossOrigin(request)) return { ...ANONYMOUS, refused: PlatformErrors.ORIGIN_FOREIGN() };
  const secret = sessionSecretIn(cookie);
  if (secret === undefined) return ANONYMOUS;
  const known = await authentication.identify({ scheme: 'session', secret });
  if (known) return { ...ANONYMOUS, actor: { ...known.actor, requestId: request.id }, sessionId: known.sessionId };
  reply.header('set-cookie', NO_SESSION_COOKIE);
  return { ...ANONYMOUS, sessionEnded: PlatformErrors.SESSION_ENDED() };
}
