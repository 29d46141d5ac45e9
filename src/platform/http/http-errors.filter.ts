import type { IncomingMessage } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Language } from '../../shared/language.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { languageOf } from '../graphql/context.js';
import { HTTP_STATUS, RETRY_AFTER_SECONDS, tell } from '../graphql/error-format.js';
import { describeFault } from '../logging/fault.js';
import { Log } from '../logging/log.js';
import type { HttpRequest } from './request-id.js';

/** A refusal outside GraphQL, with the HTTP status that its route chooses. */
export class HttpRefusal extends Error {
  constructor(
    readonly error: DomainError,
    readonly status: number,
  ) {
    super(error.message, { cause: error });
  }
}

/** An error in the shape of a GraphQL answer. */
export const errorBody = (error: DomainError, language: Language): object => ({
  errors: [{ message: error.text[language], extensions: tell(error) }],
});

interface ErrorReply {
  code(status: number): ErrorReply;
  header(name: string, value: string): ErrorReply;
  send(body: object): unknown;
}

/**
 * Answers errors outside GraphQL's own handling: a body that is not JSON or too large, an unknown path, a fault of the server.
 * The answer has the shape of a GraphQL answer, so that a client reads all errors in one way.
 */
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    // Thrown by a resolver: GraphQL reports it, and `RequestLog` logs it.
    if (host.getType<string>() === 'graphql') return thrown;
    const request = host.switchToHttp().getRequest<HttpRequest & { readonly raw: IncomingMessage }>();
    // A client that went away in the middle of its body is no fault of the server, and reads no answer.
    const error = isCutOff(request) ? PlatformErrors.BODY_MALFORMED() : asDomainError(thrown);
    this.logRefusal(request.id, error, thrown);
    const language = languageOf(request.headers['accept-language']);
    const reply = host.switchToHttp().getResponse<ErrorReply>();
    const wait = error.code === 'RATE_LIMITED' ? error.params.seconds : error.category === 'unavailable' ? RETRY_AFTER_SECONDS : undefined;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    return reply
      .code(statusOf(thrown, error))
      .header('x-request-id', request.id)
      .header('content-type', 'application/json; charset=utf-8')
      .send(errorBody(error, language));
  }

  /** Logs one line for each refusal; `Admission` logs overload, one line for many. */
  private logRefusal(requestId: string, error: DomainError, thrown: unknown): void {
    if (error.category === 'internal')
      this.log.error('request failed', { requestId, fault: describeFault(thrown instanceof HttpRefusal ? thrown.error : thrown) });
    else if (error.cause) this.log.warn('request', { requestId, codes: [error.code], fault: describeFault(error.cause) });
    else if (error.code !== 'OVERLOADED') this.log.info('request', { requestId, codes: [error.code] });
  }
}

const isCutOff = ({ raw }: { readonly raw: IncomingMessage }): boolean => !raw.complete && raw.destroyed;

/** Of a refusal by the HTTP server Nest keeps only the status; on this API each status has one meaning. */
const BY_STATUS: Readonly<Record<number, () => DomainError>> = {
  400: PlatformErrors.BODY_MALFORMED,
  404: PlatformErrors.PATH_UNKNOWN,
  413: PlatformErrors.BODY_TOO_LARGE,
  415: PlatformErrors.BODY_NOT_JSON,
};

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof HttpRefusal) return thrown.error;
  return (thrown instanceof HttpException ? (BY_STATUS[thrown.getStatus()] ?? PlatformErrors.INTERNAL) : PlatformErrors.INTERNAL)();
}

function statusOf(thrown: unknown, { category }: DomainError): number {
  if (thrown instanceof HttpRefusal) return thrown.status;
  return category !== 'internal' && thrown instanceof HttpException ? thrown.getStatus() : (HTTP_STATUS[category] ?? 500);
}
