import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { languageOf } from '../graphql/context.js';
import { HTTP_STATUS, tell } from '../graphql/error-format.js';
import { Log } from '../logging/log.js';
import type { HttpRequest } from './request-id.js';

interface Reply {
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(body: object): unknown;
}

/**
 * Troubles outside GraphQL's own handling: a body that is no JSON or too large, an unknown path, a fault of ours.
 * They have the shape of a GraphQL answer, so that a client needs one way to read errors.
 */
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    // Of a resolver: GraphQL reports it, and its own plugin logs it.
    if (host.getType<string>() === 'graphql') return thrown;
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const error = asDomainError(thrown);
    if (error.category === 'internal') this.log.error('request failed', { requestId: request.id, fault: describe(thrown) });
    const language = languageOf(request.headers['accept-language']);
    return host
      .switchToHttp()
      .getResponse<Reply>()
      .code(statusOf(thrown, error))
      .header('x-request-id', request.id)
      .send({ errors: [{ message: error.text[language], extensions: tell(error) }] });
  }
}

/** Nest keeps only the status of what the HTTP server refuses; each has one meaning on this API. */
const BY_STATUS: Readonly<Record<number, () => DomainError>> = {
  400: PlatformErrors.BODY_MALFORMED,
  404: PlatformErrors.PATH_UNKNOWN,
  413: PlatformErrors.BODY_TOO_LARGE,
  415: PlatformErrors.BODY_NOT_JSON,
};

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  return (thrown instanceof HttpException ? (BY_STATUS[thrown.getStatus()] ?? PlatformErrors.INTERNAL) : PlatformErrors.INTERNAL)();
}

const statusOf = (thrown: unknown, { category }: DomainError): number =>
  category !== 'internal' && thrown instanceof HttpException ? thrown.getStatus() : (HTTP_STATUS[category] ?? 500);

const describe = (thrown: unknown): string => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
