import { DomainError } from '../errors/domain-error.js';

/**
 * All of them, when each has ended: nothing goes on for a request that is answered already. @throws why one of them failed; that it took too long, if that is
 * a reason.
 */
export async function allRead<Read extends readonly unknown[]>(reads: Read): Promise<{ [K in keyof Read]: Awaited<Read[K]> }> {
  const ended = await Promise.allSettled(reads);
  const reasons = ended.flatMap(one => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (reasons.length > 0) throw reasons.find(reason => reason instanceof DomainError && reason.code === 'TOO_SLOW') ?? reasons[0];
  return ended.map(one => (one as PromiseFulfilledResult<unknown>).value) as { [K in keyof Read]: Awaited<Read[K]> };
}
