import type { ServerResponse } from 'node:http';
import { PlatformErrors } from '../errors/platform.errors.js';
import { languageOf } from '../graphql/context.js';
import { RETRY_AFTER_SECONDS } from '../graphql/error-format.js';
import { errorBody } from './http-errors.filter.js';
import type { HttpRequest } from './request-id.js';
import { securityHeaders } from './security-headers.js';

export interface RawReply {
  hijack(): unknown;
  readonly raw: ServerResponse;
}

const OVERLOADED = PlatformErrors.OVERLOADED();
const STATUS = 503;
const replies = { vi: write('vi'), en: write('en') } as const;

function write(language: 'vi' | 'en'): { readonly headers: readonly string[]; readonly body: Buffer } {
  const body = Buffer.from(JSON.stringify(errorBody(OVERLOADED, language)));
  const headers = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'retry-after': RETRY_AFTER_SECONDS,
  };
  return { headers: Object.entries(headers).flat(), body };
}

/**
 * Answers 503 with `Retry-After` before the body is read. Under overload this is the most frequent answer, so it is serialised once and written to
 * the socket past Fastify's own handling. The connection is kept: opening a new one would cost more than the answer.
 */
export function sendOverloaded({ id, headers: requestHeaders }: HttpRequest, reply: RawReply, closeConnection: boolean): void {
  const { headers, body } = replies[languageOf(requestHeaders['accept-language'])];
  reply.hijack();
  reply.raw.writeHead(STATUS, [...headers, 'x-request-id', id, ...(closeConnection ? ['connection', 'close'] : [])]);
  reply.raw.end(body);
}
