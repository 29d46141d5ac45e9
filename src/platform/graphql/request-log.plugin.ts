import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import type { FormattedExecutionResult, GraphQLError } from 'graphql';
import { DomainError, Refusal } from '../errors/domain-error.js';
import { describeFault } from '../logging/fault.js';
import { Metrics, type RequestOutcome } from '../metrics/metrics.js';
import { Log } from '../logging/log.js';
import { RequestContext } from './context.js';
import { RETRY_AFTER_SECONDS, causeOf, inLanguage } from './error-format.js';

const MAX_NAME_LENGTH = 80;

/**
 * Logs one line for each request (caller, operation, cost, waiting time, duration, outcome), and the stack of a fault of the server. Translates error
 * messages into the client's language. Never logs variables or the document: both contain what people have written.
 */
@Plugin()
export class RequestLog implements ApolloServerPlugin<RequestContext> {
  constructor(
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    const started = performance.now();
    const faults: unknown[] = [];
    return Promise.resolve({
      didEncounterErrors: ({ errors }) => {
        faults.push(...errors.filter(isOurFault).map(causeOf));
        return Promise.resolve();
      },
      willSendResponse: ({ response, contextValue, operation, operationName }) => {
        const { requestId, actor, language, cost, waited } = contextValue;
        const codes: unknown[] = [];
        if (response.body.kind === 'single' && response.body.singleResult.errors) {
          const errors = response.body.singleResult.errors.map(error => inLanguage(error, language));
          response.body.singleResult.errors = errors;
          codes.push(...errors.map(error => error.extensions?.code));
        }
        response.http.headers.set('x-request-id', requestId);
        // One status for an answer that is none because something is away, whenever it went away.
        if (response.body.kind === 'single' && isAway(response.body.singleResult)) {
          response.http.status = 503;
          response.http.headers.set('retry-after', RETRY_AFTER_SECONDS);
        }
        const ms = performance.now() - started;
        this.metrics.observeRequest({ operation: operation?.operation, outcome: outcomeOf(codes, faults), ms, points: cost });
        const fields = {
          requestId,
          actor: actor?.id ?? actor?.name,
          operation: operation?.operation,
          // Chosen by the client, and of any length.
          name: operationName?.slice(0, MAX_NAME_LENGTH),
          cost,
          waited: Math.round(waited),
          ms: Math.round(ms),
          ...(codes.length > 0 && { codes }),
        };
        for (const fault of faults) this.log.error('request failed', { ...fields, fault: describeFault(fault) });
        this.log.info('request', fields);
        return Promise.resolve();
      },
    });
  }
}

const outcomeOf = (codes: readonly unknown[], faults: readonly unknown[]): RequestOutcome['outcome'] =>
  faults.length > 0 ? 'failed' : codes.length > 0 ? 'refused' : 'ok';

/** Nothing was answered, because of what is away for now. */
function isAway({ data, errors = [] }: Pick<FormattedExecutionResult, 'data' | 'errors'>): boolean {
  if (!errors.some(({ extensions }) => extensions?.category === 'unavailable')) return false;
  return !data || Object.values(data).every(value => value === null);
}

/** An error that is neither in the catalogue nor about the client's document is a fault of the server, for example a null in a non-null field. */
function isOurFault(thrown: GraphQLError): boolean {
  const error = causeOf(thrown);
  if (error instanceof Refusal) return false;
  if (error instanceof DomainError) return error.category === 'internal' || error.category === 'unavailable';
  const code = thrown.extensions?.code;
  return code === undefined || code === 'INTERNAL_SERVER_ERROR';
}
