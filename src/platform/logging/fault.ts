import { DomainError } from '../errors/domain-error.js';

/** PostgreSQL's class “data exception”: its messages quote the wrong value. */
const DATA_EXCEPTION = /^22/;

/** An error for the log, which only operators read: the stack and the database's message, but never values of data. */
export function describeFault(fault: unknown): string {
  const error = fault instanceof DomainError ? (fault.cause ?? fault) : fault;
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? error.message;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && DATA_EXCEPTION.test(code) ? text.replaceAll(error.message, withoutValues(error.message)) : text;
}

const withoutValues = (message: string): string => message.replaceAll(/"[^"]*"/g, '"…"');
