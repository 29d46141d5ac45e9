import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * What every answer tells a browser: run nothing, load nothing, frame nothing, keep nothing. The registry serves data and one page of plain
 * text, so the policy allows nothing at all; a page that needs more says so itself.
 */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
  },
  // Kept by browsers for a year, and for this name only: what else lives under it is not ours to decide. Without TLS they pass over it.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
});

/** They depend on nothing of a request, so they are found once. */
export const securityHeaders: Readonly<Record<string, string>> = (() => {
  // Names and results of people must not stay in a browser’s or proxy’s store.
  const collected: Record<string, string> = { 'cache-control': 'no-store' };
  const recorder = { setHeader: (name: string, value: string) => (collected[name.toLowerCase()] = value), removeHeader: () => undefined };
  headers({} as IncomingMessage, recorder as unknown as ServerResponse, () => undefined);
  return collected;
})();

export function setSecurityHeaders(response: ServerResponse): void {
  for (const name in securityHeaders) response.setHeader(name, securityHeaders[name]!);
}
