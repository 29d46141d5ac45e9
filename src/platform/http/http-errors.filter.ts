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

const MALFORMED_JSON = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const code = (thrown as { code?: string }).code ?? '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return PlatformErrors.BODY_TOO_LARGE();
  if (MALFORMED_JSON.has(code) || thrown instanceof SyntaxError) return PlatformErrors.BODY_MALFORMED();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return PlatformErrors.BODY_NOT_JSON();
  if (thrown instanceof HttpException && thrown.getStatus() === 404) return PlatformErrors.PATH_UNKNOWN();
  return code.startsWith('FST_ERR_CTP_') ? PlatformErrors.BODY_MALFORMED() : PlatformErrors.INTERNAL();
}

function statusOf(thrown: unknown, error: DomainError): number {
  const given = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number }).statusCode;
  return error.category !== 'internal' && given !== undefined && given >= 400 ? given : (HTTP_STATUS[error.category] ?? 500);
}

const describe = (thrown: unknown): string => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
