import { randomUUID } from 'node:crypto';

/** The parts of an HTTP request that the registry reads. */
export interface HttpRequest {
  /** Assigned by the HTTP server; the same in the log, the trail and the answer. */
  readonly id: string;
  /** The matched route, however the client wrote its path; without `url` where no route matches. */
  readonly routeOptions: { readonly url?: string | undefined };
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The client's address; behind trusted proxies, the one that they forward. */
  readonly ip: string;
  readonly protocol: string;
  /** The `Host` header, with and without the port. */
  readonly host: string;
  readonly hostname: string;
}

/** The part of an HTTP reply that headers are written to. */
export interface HttpReply {
  header(name: string, value: string): unknown;
}

const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** The id that a proxy or client has given the request, if it is safe in a log; else a new one. */
export function newRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
