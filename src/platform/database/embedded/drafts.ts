import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './programs.js';

/**
 * Removes what starts that were killed left in a folder. The first group of `named` is the process that made it; in a container each start has the
 * same number, so there the time counts as well.
 */
export async function removeDrafts(folder: string, named: RegExp, remove: (path: string) => Promise<void> = removeFolder): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = named.exec(name)?.[1];
    const path = join(folder, name);
    if (pid && !(await isInUse(path, Number(pid)))) await remove(path);
  }
}

export const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

async function isInUse(path: string, pid: number): Promise<boolean> {
  if (pid !== process.pid) return isRunning(pid);
  const changed = (await stat(path).catch(() => undefined))?.ctimeMs ?? 0;
  return changed >= Date.now() - process.uptime() * 1_000;
}
