import type { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';

/** @throws STALE_VERSION unless the client has seen the present version. */
export function mustBe(expected: number, current: number): void {
  if (expected !== current) throw PlatformErrors.STALE_VERSION({ expected, current }).at('expectedVersion');
}

/**
 * For a command that makes a thing or changes the one there is: to make it, the client has seen none; to change it, the present version.
 * @throws STALE_VERSION, or `there` when the client does not know that there is one.
 */
export function mustKnow(expected: number | null, current: { readonly version: number } | undefined, there: () => DomainError): void {
  if (current && expected === null) throw there().at('expectedVersion');
  if (expected !== null) mustBe(expected, current?.version ?? 0);
}
