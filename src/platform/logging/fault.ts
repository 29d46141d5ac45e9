import { DomainError } from '../errors/domain-error.js';

/** PostgreSQL's class of errors whose messages quote the value that was wrong. */
const DATA_EXCEPTION = /^22/;

/** For the log, which only operators read: the stack, and what the database said, but never its values. */
export function describeFault(fault: unknown): string {
  const error = fault instanceof DomainError ? (fault.cause ?? fault) : fault;
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? error.message;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && DATA_EXCEPTION.test(code) ? text.replaceAll(error.message, withoutValues(error.message)) : text;
}

const withoutValues = (message: string): string => message.replaceAll(/"[^"]*"/g, '"…"');
