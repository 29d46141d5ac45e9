import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * Security headers of every answer: a browser may run, load, frame and store nothing. The registry serves data, so the policy allows
 * nothing at all; the page of the web client overrides it.
 */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
  },
  // One year, for this host name only: its subdomains may belong to others. Browsers ignore the header without TLS.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});

/** Computed once: the headers do not depend on the request. */
export const securityHeaders: Readonly<Record<string, string>> = (() => {
  // Names and results of people must not stay in the cache of a browser or proxy.
  const collected: Record<string, string> = { 'cache-control': 'no-store' };
  const recorder = { setHeader: (name: string, value: string) => (collected[name.toLowerCase()] = value), removeHeader: () => undefined };
  headers({} as IncomingMessage, recorder as unknown as ServerResponse, () => undefined);
  return collected;
})();

/**
 * The policy of the page of the web client: its own files and nothing of another host; scripts only from files; styles from files, and those that
 * carry the nonce of this answer.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join(';');

/**
 * The policy of the page on which people try questions. Scripts only from its files, nothing of another host; its editor writes styles while it runs
 * and has its letters in its styles.
 */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

/** Sets them on the raw response, so that an answer that Fastify does not write has them, too. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const name in securityHeaders) response.setHeader(name, securityHeaders[name]!);
}
