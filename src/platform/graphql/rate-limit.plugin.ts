import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLError } from 'graphql';
import { PlatformErrors } from '../errors/platform.errors.js';
import { REFUSED_POINTS, RateLimiter, type Balance } from '../limits/rate-limiter.js';
import { RequestContext } from './context.js';

/** What an operation costs at least: a mutation is a transaction, and a line of the trail. */
const MIN_POINTS = { query: 1, mutation: 10, subscription: 1 } as const;

type Resolved = GraphQLRequestContextDidResolveOperation<RequestContext>;

/**
 * Takes the points of every operation and tells the balance. It stands behind the gate, which reckons the cost; what the parser, the validation
 * or the gate refuse costs a few points, too.
 */
@Plugin()
export class RateLimit implements ApolloServerPlugin<RequestContext> {
  constructor(private readonly limiter: RateLimiter) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    let balance: Balance | undefined;
    return Promise.resolve({
      didResolveOperation: async ({ operation, contextValue: { actor, cost, client, reply } }: Resolved) => {
        // graphql-js says what is wrong with a document of several operations that names none.
        if (!operation) return;
        const points = Math.max(cost, MIN_POINTS[operation.operation]);
        balance = await this.limiter.charge(actor, client, points);
        if (balance.remaining < 0) {
          reply.header('retry-after', String(balance.resetSeconds));
          throw exhausted(balance);
        }
      },
      didEncounterErrors: async ({ contextValue: { actor, client } }) => {
        balance ??= await this.limiter.charge(actor, client, REFUSED_POINTS);
      },
      willSendResponse: ({ response: { body } }) => {
        if (balance && body.kind === 'single') {
          const rateLimit = { ...balance, remaining: Math.max(0, balance.remaining) };
          body.singleResult.extensions = { ...body.singleResult.extensions, rateLimit };
        }
        return Promise.resolve();
      },
    });
  }
}

function exhausted({ limit, resetSeconds }: Balance): GraphQLError {
  const error = PlatformErrors.RATE_LIMITED({ limit, seconds: resetSeconds });
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 429 } } });
}
