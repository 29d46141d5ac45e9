import { DomainError } from '../../../platform/errors/domain-error.js';
import type { RequestContext } from '../../../platform/graphql/context.js';

/** Adds the header `Retry-After` to the response if `work` is refused for some seconds. */
export async function withRetryAfter<T>({ reply }: RequestContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.params.seconds !== undefined) reply.header('retry-after', String(error.params.seconds));
    throw error;
  }
}
