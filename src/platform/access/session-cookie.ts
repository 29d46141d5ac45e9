import { parse, serialize } from 'cookie';

/** `__Host-`: browsers take it over https only, from this very host, for the whole of it; no neighbouring host can set it. */
const NAME = '__Host-dvk-session';

/**
 * `Strict`: the API is only called by pages of its own origin, so the cookie never has to come along from elsewhere, not even by a link.
 * It ends with the browser: office machines are shared.
 */
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** The secret that the browser shows; `undefined` when it shows none. */
export const sessionSecretIn = (cookies: string | undefined): string | undefined => (cookies ? parse(cookies)[NAME] : undefined);

export const sessionCookie = (secret: string): string => serialize(NAME, secret, OPTIONS);

export const NO_SESSION_COOKIE = serialize(NAME, '', { ...OPTIONS, maxAge: 0 });
