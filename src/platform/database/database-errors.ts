import { isNativeError } from 'node:util/types';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { errorOf } from '../errors/catalogue.js';
import { DomainError, type Params } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';

interface ServerError {
  readonly code?: string;
  readonly constraint?: string;
  readonly driverError?: ServerError;
}

/** The error of the catalogue for a violation of each constraint. Chapters register theirs when they are loaded. */
const violations = new Map<string, { code: string; params?: Params }>();

export function constraintError(constraint: string, code: string, params?: Params): void {
  violations.set(constraint, { code, ...(params && { params }) });
}

const LOST = new Set([
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '08000',
  '08003',
  '08006',
  '08001',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
]);
const BUSY = new Set(['55P03', '40001', '40P01']);

/** Whether the error is a violation of a foreign key. Such an error is rethrown untranslated. */
export function isStillReferred(error: unknown): error is Error {
  return error instanceof Error && ((error as ServerError).driverError ?? (error as ServerError)).code === '23503';
}

/** Translates an error of the driver into one of the catalogue; an unknown error is returned unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  // Not `instanceof Error`: the error of a socket is made by node itself, outside the context in which tests run.
  if (error instanceof DomainError || !isNativeError(error)) return error;
  const server = (error as ServerError).driverError ?? (error as ServerError);
  const known = server.constraint === undefined ? undefined : violations.get(server.constraint);
  if (known) return errorOf(known.code, known.params).because(error);
  if (server.code === '53100') return PlatformErrors.DISK_FULL().because(error);
  if (server.code === '57014') return PlatformErrors.TOO_SLOW().because(error);
  if (server.code !== undefined && BUSY.has(server.code)) return PlatformErrors.BUSY().because(error);
  const lost =
    (server.code !== undefined && LOST.has(server.code)) ||
    /Connection terminated|connection error|timeout exceeded when trying to connect/.test(error.message) ||
    // TypeORM releases a lost connection at once; the command's next statement then fails with one of these.
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError;
  return lost ? PlatformErrors.DATABASE_UNAVAILABLE().because(error) : error;
}
