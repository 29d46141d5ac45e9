import type { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';

/** The refusal of a change that was made from another version than the present one: it would undo what its sender has not seen. */
export const staleVersion = (expected: number, current: number): DomainError =>
  PlatformErrors.STALE_VERSION({ expected, current }).at('expectedVersion');

/** @throws STALE_VERSION unless the sender has seen the present version. The row is locked before. */
export function requireVersion(expected: number, current: number): void {
  if (expected !== current) throw staleVersion(expected, current);
}
