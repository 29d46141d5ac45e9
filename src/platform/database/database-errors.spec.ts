import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../errors/domain-error.js';
import { AWAY, translateDatabaseError } from './database-errors.js';

const by = (code: string | undefined, message = 'x'): unknown =>
  translateDatabaseError(Object.assign(new Error(message), code !== undefined && { code }));

describe('every way in which the database can be away', () => {
  it.each(Object.entries(AWAY))('%s has one answer, of the category that asks to send it again', (code, answer) => {
    // A class is tried by a code of it that has no answer of its own.
    const error = by(code.length === 2 ? `${code}XXX` : code);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: answer, category: 'unavailable' });
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
  ])('the driver’s own “%s” has the same', message => {
    expect(by(undefined, message)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', category: 'unavailable' });
  });

  it('what is a defect of ours stays one', () => {
    for (const code of ['42601', '42P01', '23502', 'XX000', undefined]) expect(by(code)).not.toBeInstanceOf(DomainError);
  });
});
