import { expect, it } from '@jest/globals';
import { reasonIn } from './programs.js';

it('a full disk is the reason, not what initdb tidies up after it', () => {
  const text = `initdb: error: could not write to file "/data/pg_wal/xlogtemp.31": No space left on device
initdb: removing data directory "/data/postgres/pgdata.1"
`;
  expect(reasonIn(text)).toMatch(/No space left on device$/);
  expect(reasonIn('FATAL:  lock file exists\nHINT\npg_ctl: could not start server\nExamine the log output.\n')).toBe(
    'pg_ctl: could not start server',
  );
  expect(reasonIn('something\nlast words\n')).toBe('last words');
  expect(reasonIn('')).toBe('');
});
