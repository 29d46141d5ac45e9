import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceAccount } from './service-account.js';
import { isShortage } from './shortage.js';

/** The folder of the server's programs, and their major version. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
}

export interface ProgramResult {
  readonly code: number | null;
  /** The line on standard error that says why, or the last one. */
  readonly lastError: string;
}

/** Runs one of PostgreSQL's programs as the service account, in `folder`. @throws a shortage of the machine, which says nothing of the program. */
export function runProgram(
  at: { binaries: Binaries; account: ServiceAccount | undefined; folder: string },
  program: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<ProgramResult> {
  return new Promise((done, fail) => {
    const child = spawn(join(at.binaries.folder, program), args, {
      cwd: at.folder,
      env: { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(at.account && { uid: at.account.uid, gid: at.account.gid }),
    });
    child.on('error', error => (isShortage(error) ? fail(error) : done({ code: null, lastError: reasonOf(error) })));
    // A process without a descriptor left has no pipe to a program, either.
    if (!child.pid) return;
    let text = '';
    child.stderr.on('data', chunk => (text = `${text}${chunk}`.slice(-2_000)));
    // `exit`, not `close`: a started server keeps the pipe open for its whole life.
    child.on('exit', code => {
      child.stderr.destroy();
      done({ code, lastError: reasonIn(text) });
    });
  });
}

/** What a program of PostgreSQL complains of. After its error initdb says what it tidies up. */
export function reasonIn(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '' && !line.includes('hint:'));
  const error = lines.findLast(
    line => /\b(error|FATAL|PANIC)\b|could not |No space left/.test(line) && !/removing|failed to remove/.test(line),
  );
  return error ?? lines.at(-1) ?? '';
}

/** Whether the process still runs. A zombie (its parent has not waited for it) accepts signals but is dead. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const state = procFile(pid, 'stat')?.split(') ').at(-1)?.[0];
  return state !== 'Z' && state !== 'X';
}

/** The program that a process runs; `undefined` on systems without /proc. */
export function programName(pid: number): string | undefined {
  return procFile(pid, 'comm')?.trim();
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** A short reason for an error message: the system's code (`ENOSPC`), or the database's own message (its codes are not readable). */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'severity' in error ? error.message : ((error as NodeJS.ErrnoException).code ?? error.message);
}

/** For `catch`: passes over that the target exists already. @throws every other error */
export function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error;
}
