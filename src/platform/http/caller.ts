import type { Actor } from '../access/actor.js';
import type { Authentication } from '../access/authenticator.port.js';
import { NO_SESSION_COOKIE, sessionSecretIn } from '../access/session-cookie.js';
import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { Id } from '../../shared/ids.js';
import { isCrossOrigin } from './client.js';
import type { HttpReply, HttpRequest } from './request-id.js';

/** The caller of a request. */
export interface Caller {
  /** `undefined` for an anonymous request. */
  readonly actor: Actor | undefined;
  readonly sessionId: Id | undefined;
  /** Set when the credentials or the origin are not accepted: the request is refused, whatever it asks for. */
  readonly refused: DomainError | undefined;
  /** Set when the session has ended: the error for fields that need a caller. Public fields are still answered. */
  readonly sessionEnded: DomainError | undefined;
  /** Set while the password has to be changed: the error for every field that needs a caller, but the one that changes it. */
  readonly restricted: DomainError | undefined;
}

const ANONYMOUS: Caller = { actor: undefined, sessionId: undefined, refused: undefined, sessionEnded: undefined, restricted: undefined };

/**
 * Identifies the caller of a request, in the same way on GraphQL and on every other route. A token takes precedence over a cookie. An invalid cookie
 * is cleared, or its browser could never sign in again. A request without a token from a page of another origin is refused (CSRF): the browser would
 * send the cookie of the person who looks at that page.
 */
export async function identifyCaller(request: HttpRequest, reply: HttpReply, authentication: Authentication): Promise<Caller> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) {
    const secret = /^Bearer ([\x21-\x7e]{1,400})$/i.exec(authorization)?.[1];
    const identity = secret === undefined ? undefined : await authentication.identify({ scheme: 'bearer', secret });
    return identity
      ? { ...ANONYMOUS, actor: { ...identity.actor, requestId: request.id } }
      : { ...ANONYMOUS, refused: PlatformErrors.TOKEN_INVALID() };
  }
  if (isCrossOrigin(request)) return { ...ANONYMOUS, refused: PlatformErrors.ORIGIN_FOREIGN() };
  const secret = sessionSecretIn(cookie);
  if (secret === undefined) return ANONYMOUS;
  const identity = await authentication.identify({ scheme: 'session', secret });
  if (identity) {
    const restricted = identity.mustChangePassword ? PlatformErrors.PASSWORD_PRINTED() : undefined;
    return { ...ANONYMOUS, actor: { ...identity.actor, requestId: request.id }, sessionId: identity.sessionId, restricted };
  }
  reply.header('set-cookie', NO_SESSION_COOKIE);
  return { ...ANONYMOUS, sessionEnded: PlatformErrors.SESSION_ENDED() };
}
