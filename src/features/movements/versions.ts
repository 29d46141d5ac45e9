import type { DomainError } from '../../platform/errors/domain-error.js';
import { requireVersion } from '../../platform/database/expected-version.js';

/**
 * For commands that create a record or change the existing one: to create it, the client expects none (`null`); to change it, its present version.
 * @throws STALE_VERSION, or `alreadyExists` if the client expects none and there is one
 */
export function requireVersionOrNone(
  expected: number | null,
  current: { readonly version: number } | undefined,
  alreadyExists: () => DomainError,
): void {
  if (current && expected === null) throw alreadyExists().at('expectedVersion');
  if (expected !== null) requireVersion(expected, current?.version ?? 0);
}
