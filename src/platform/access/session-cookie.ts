import { parse, serialize } from 'cookie';

/** With the prefix `__Host-` browsers accept the cookie only over https, from this host and for all its paths; no other host can set it. */
const NAME = '__Host-dvk-session';

/**
 * `Strict`: the API is only called by pages of its own origin, so the cookie is never needed on requests from other sites, not even by a link.
 * Without `maxAge` it ends with the browser: office machines are shared.
 */
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** The session's secret in a `Cookie` header; `undefined` when there is none. */
export const sessionSecretIn = (cookies: string | undefined): string | undefined => (cookies ? parse(cookies)[NAME] : undefined);

export const sessionCookie = (secret: string): string => serialize(NAME, secret, OPTIONS);

export const NO_SESSION_COOKIE = serialize(NAME, '', { ...OPTIONS, maxAge: 0 });
