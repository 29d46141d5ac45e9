import { expect } from '@jest/globals';
import type { Ended } from './program.js';

/** It ended with code 1 and one Vietnamese sentence: nothing on standard output, no log line, no stack. */
export function expectSentence(ended: Ended, names: RegExp): void {
  const lines = ended.stderr.trimEnd().split('\n');
  expect({ ...ended, lines: lines.length }).toMatchObject({ code: 1, signal: null, stdout: '', lines: 1 });
  expect(lines[0]).toMatch(names);
  expect(lines[0]).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêếềểễệìíịỉĩôốồổỗộơớờởỡợùúụủũưứừửữự]/);
  expect(ended.stderr).not.toMatch(/^\s+at |Error:|^\{/m);
}

/** What a balancer sees: the status of `/health/ready`, or `refused` when the server no longer listens. */
export function readiness(url: string): Promise<number | 'refused'> {
  return fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => 'refused',
  );
}
