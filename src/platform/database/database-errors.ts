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

/** A violation of the constraint is the error with this code of the catalogue. @param params values of its sentences */
export function constraintError(constraint: string, code: string, params?: Params): void {
  violations.set(constraint, { code, ...(params && { params }) });
}

type Away = 'DATABASE_UNAVAILABLE' | 'DATABASE_READ_ONLY' | 'DISK_FULL' | 'TOO_SLOW' | 'BUSY';

/**
 * Every way in which the database can be away, and its one answer: by SQLSTATE (a class by its first two signs), or by the code of the operating
 * system. All of them are answered 503 with `Retry-After`; test/platform/every-way-the-database-can-be-away names each.
 */
export const AWAY: Readonly<Record<string, Away>> = {
  '08': 'DATABASE_UNAVAILABLE', // connection exception
  '28': 'DATABASE_UNAVAILABLE', // the password or pg_hba.conf was changed
  '3D': 'DATABASE_UNAVAILABLE', // the database was dropped or renamed
  '53': 'DATABASE_UNAVAILABLE', // too many connections, out of memory, a limit of the configuration
  '53100': 'DISK_FULL',
  '55006': 'BUSY', // the object is in use: the database is being copied
  '55P03': 'BUSY', // lock not available
  '40001': 'BUSY', // serialization failure
  '40P01': 'BUSY', // deadlock
  '57': 'DATABASE_UNAVAILABLE', // shutdown, crash, starting up, the database was dropped, an idle session was ended
  '57014': 'TOO_SLOW', // cancelled by the statement timeout
  '25006': 'DATABASE_READ_ONLY', // a standby, or default_transaction_read_only
  '25P03': 'DATABASE_UNAVAILABLE', // ended while idle in a transaction
  '25P04': 'TOO_SLOW', // transaction timeout
  '58': 'DATABASE_UNAVAILABLE', // its disk or its files fail
  ECONNREFUSED: 'DATABASE_UNAVAILABLE',
  ECONNRESET: 'DATABASE_UNAVAILABLE',
  ECONNABORTED: 'DATABASE_UNAVAILABLE',
  EPIPE: 'DATABASE_UNAVAILABLE',
  ENOENT: 'DATABASE_UNAVAILABLE',
  EACCES: 'DATABASE_UNAVAILABLE',
  ETIMEDOUT: 'DATABASE_UNAVAILABLE',
  EHOSTUNREACH: 'DATABASE_UNAVAILABLE',
  EHOSTDOWN: 'DATABASE_UNAVAILABLE',
  ENETUNREACH: 'DATABASE_UNAVAILABLE',
  ENETDOWN: 'DATABASE_UNAVAILABLE',
  ENOTFOUND: 'DATABASE_UNAVAILABLE',
  EAI_AGAIN: 'DATABASE_UNAVAILABLE',
  EADDRNOTAVAIL: 'DATABASE_UNAVAILABLE',
  EMFILE: 'DATABASE_UNAVAILABLE',
  ENFILE: 'DATABASE_UNAVAILABLE',
};

/** What the driver itself says of a lost, refused or silent connection. */
const AWAY_IN_WORDS =
  /Connection terminated|connection error|Connection ended|timeout exceeded when trying to connect|Query read timeout|Client was closed|not queryable|SSL|socket hang up/;

function awayBy({ code }: ServerError, message: string): Away | undefined {
  const known = code === undefined ? undefined : (AWAY[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? AWAY[code.slice(0, 2)] : undefined));
  return known ?? (AWAY_IN_WORDS.test(message) ? 'DATABASE_UNAVAILABLE' : undefined);
}

/** Whether a statement was refused because one before it in the transaction was. */
export const isAfterAnError = (error: unknown): boolean =>
  isNativeError(error) && ((error as ServerError).driverError ?? (error as ServerError)).code === '25P02';

/** Whether the error is a violation of a foreign key. Such an error is rethrown untranslated. */
export function isStillReferred(error: unknown): error is Error {
  return error instanceof Error && ((error as ServerError).driverError ?? (error as ServerError)).code === '23503';
}

/** Whether only changes are refused. */
export const isReadOnly = (error: unknown): boolean => error instanceof DomainError && error.code === 'DATABASE_READ_ONLY';

/** Translates an error of the driver into one of the catalogue; an unknown error is returned unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  // Not `instanceof Error`: the error of a socket is made by node itself, outside the context in which tests run.
  if (error instanceof DomainError || !isNativeError(error)) return error;
  const server = (error as ServerError).driverError ?? (error as ServerError);
  const known = server.constraint === undefined ? undefined : violations.get(server.constraint);
  if (known) return errorOf(known.code, known.params).because(error);
  const away =
    // TypeORM releases a lost connection at once; the command's next statement then fails with one of these.
    error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError
      ? 'DATABASE_UNAVAILABLE'
      : awayBy(server, error.message);
  return away ? PlatformErrors[away]().because(error) : error;
}
