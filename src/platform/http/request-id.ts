import { randomUUID } from 'node:crypto';

/** What the registry reads of a request. */
export interface HttpRequest {
  /** Given by the HTTP server; the same in the log, the trail and the answer. */
  readonly id: string;
  /** The route that is asked, however the client wrote its path; none for what nobody serves. */
  readonly routeOptions: { readonly url?: string | undefined };
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where it comes from, as far as trusted hops tell. */
  readonly ip: string;
  readonly protocol: string;
  /** As the client addresses us, with and without the port. */
  readonly host: string;
  readonly hostname: string;
}

/** What the registry writes of an answer beside its body. */
export interface HttpReply {
  header(name: string, value: string): unknown;
}

const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** The id a proxy or client has given the request, if it is fit for a log, or a new one. */
export function newRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
