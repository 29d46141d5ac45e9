import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, programName } from './programs.js';
import { isShortage } from './shortage.js';

/** The server that runs on a data folder, read from its lock file. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty: it listens on the loopback address. */
  readonly socketFolder: string;
}

/** The server on this data folder; `undefined`: none is running. @throws where the process is out of file descriptors. */
export function postmasterOf(folder: string): Postmaster | undefined {
  const [pid, , , port, socketFolder] = linesOf(join(folder, 'postmaster.pid'));
  if (!pid || !port || !isRunning(Number(pid))) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
}

/**
 * Removes the lock files of a server that no longer runs. PostgreSQL does so itself, except where the process id in them now belongs to another
 * program (usual after a container restart) or to a zombie: those would block every start.
 * Each file is read, checked and removed synchronously, so that a server started meanwhile keeps its own.
 */
export function removeDeadLocks(folder: string, socketLock: string): void {
  for (const lock of [join(folder, 'postmaster.pid'), socketLock]) {
    const pid = Number(linesOf(lock)[0]);
    if (pid && !(isRunning(pid) && runsOn(pid, folder))) rmSync(lock, { force: true });
  }
}

/** Whether the process is the server of this data folder, which is its working directory. In doubt: true. */
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
  } catch (error) {
    // Out of descriptors is not the same as no file: the server runs, and must not be started again.
    if (isShortage(error)) throw error;
    return [];
  }
}
