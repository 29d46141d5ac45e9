import type { DomainError } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/database/expected-version.js';

/**
 * For a command that makes a thing or changes the one there is: to make it, the client has seen none; to change it, the present version.
 * @throws STALE_VERSION, or `there` when the client does not know that there is one.
 */
export function mustKnow(expected: number | null, current: { readonly version: number } | undefined, there: () => DomainError): void {
  if (current && expected === null) throw there().at('expectedVersion');
  if (expected !== null) requireVersion(expected, current?.version ?? 0);
}
