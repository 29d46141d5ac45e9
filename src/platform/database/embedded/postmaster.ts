import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, programName } from './programs.js';

/** The server that runs on a data folder, as its own lock file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty: it listens on the loopback address. */
  readonly socketFolder: string;
}

export function postmasterOf(folder: string): Postmaster | undefined {
  const [pid, , , port, socketFolder] = linesOf(join(folder, 'postmaster.pid'));
  if (!pid || !port || !isRunning(Number(pid))) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
}

/**
 * Removes the lock files of a server that is gone. PostgreSQL does so itself, except where the number in them now belongs to another
 * program (usual after a container restart) or to a process that died and was never asked for: those would block the start for ever.
 * Each file is read, judged and removed without a pause, so that a server started meanwhile keeps its own.
 */
export function removeDeadLocks(folder: string, socketLock: string): void {
  for (const lock of [join(folder, 'postmaster.pid'), socketLock]) {
    const pid = Number(linesOf(lock)[0]);
    if (pid && !(isRunning(pid) && runsOn(pid, folder))) rmSync(lock, { force: true });
  }
}

/** Whether the process is the server of this very folder: a server works in its data folder. In doubt it is. */
function runsOn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return (programName(pid) ?? 'postgres').startsWith('postgres');
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
