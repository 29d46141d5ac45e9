import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLError } from 'graphql';
import { PlatformErrors } from '../errors/platform.errors.js';
import { REFUSED_POINTS, RateLimiter, type Balance } from '../limits/rate-limiter.js';
import { RequestContext, type ResolvedOperation } from './context.js';

/** Minimum cost of an operation: a mutation is a transaction and an entry in the trail. */
const MIN_POINTS = { query: 1, mutation: 10, subscription: 1 } as const;

/** Charges every operation (see `RateLimiter`) and adds the balance to the answer's extensions. Runs after the gate, which computes the cost. */
@Plugin()
export class RateLimit implements ApolloServerPlugin<RequestContext> {
  constructor(private readonly limiter: RateLimiter) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    let balance: Balance | undefined;
    return Promise.resolve({
      didResolveOperation: async ({ operation, contextValue: { actor, cost, client, reply } }: ResolvedOperation) => {
        // A document of several operations without `operationName`: graphql-js reports the error.
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
