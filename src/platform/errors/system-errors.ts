import type { DomainError } from './domain-error.js';
import { PlatformErrors } from './platform.errors.js';

/** Faults of the machine while files are read and written, which pass: the caller may send the same again. */
const OF_SYSTEM: Readonly<Record<string, () => DomainError>> = {
  ENOSPC: PlatformErrors.DISK_FULL,
  EDQUOT: PlatformErrors.DISK_FULL,
  EMFILE: PlatformErrors.OVERLOADED,
  ENFILE: PlatformErrors.OVERLOADED,
};

/** The error of the catalogue for a fault of the machine; an unknown error is returned unchanged. */
export function translateSystemError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return (typeof code === 'string' && OF_SYSTEM[code]?.().because(error)) || error;
}
