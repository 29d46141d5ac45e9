import { DomainError } from '../../../platform/errors/domain-error.js';
import type { RequestContext } from '../../../platform/graphql/context.js';

/** Programs read from the header `Retry-After` how long a refusal lasts. */
export async function tellingWhenToRetry<T>({ reply }: RequestContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.params.seconds !== undefined) reply.header('retry-after', String(error.params.seconds));
    throw error;
  }
}
