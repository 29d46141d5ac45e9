import { randomUUID } from 'node:crypto';

/** What the registry reads of a request. */
export interface HttpRequest {
  /** Given by the HTTP server; the same in the log, the trail and the answer. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const ACCEPTABLE = /^[\w.-]{8,64}$/;

/** The id a proxy or client has given the request, if it is fit for a log, or a new one. */
export function newRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
