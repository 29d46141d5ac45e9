import { fork, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time of a process so far, in milliseconds; with `children`, also of those that have ended. */
export function cpuOf(pid: number, children = false): number {
  const after = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ').map(Number);
  const ticks = after.slice(11, children ? 15 : 13);
  return ticks.reduce((sum, n) => sum + n, 0) * TICK_MS;
}

/** Resident memory of a process, in megabytes. */
export const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))![1]) / 1024;

/** Processor time of the database server: its own, and that of its children. */
export function databaseCpu(folder: string): number {
  const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'latin1').split('\n')[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, pid) => sum + ended(() => cpuOf(pid)), cpuOf(postmaster, true));
}

function ended(read: () => number): number {
  try {
    return read();
  } catch {
    return 0; // It has ended since it was listed.
  }
}

/** The size of the largest of the server's backends, in megabytes, without what they share. */
export function largestBackend(folder: string): number {
  const postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'latin1').split('\n')[0]);
  const sizes = readdirSync('/proc').flatMap(name => {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'latin1');
      return status.includes(`\nPPid:\t${postmaster}\n`) ? [Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024] : [];
    } catch {
      return [];
    }
  });
  return Math.max(0, ...sizes);
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a server that prints its port, as `:1234/`. */
export function startServer(program: readonly string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const [command, ...args] = program;
  const child = spawn(command!, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port) done({ pid: child.pid!, port: Number(port), stop: () => stopped(child) });
    });
    child.on('exit', code => fail(new Error(`${program.join(' ')} ended with ${code}: ${said}`)));
  });
}

export const startLoad = (file: string): ChildProcess => fork(file, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

export function stopped(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  return new Promise(done => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
