import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { copyFile, open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { StartupError } from '../../errors/startup-error.js';
import type { ServiceAccount } from './service-account.js';

const MAX_READ = 1_000_000;

/**
 * Files in the folder of the service account. As root nothing is written there with root's rights: the account owns the folder and can plant links in
 * it, through which root would write, or give away, any file of the machine. So a program that runs as the account does it.
 */
export class AccountFiles {
  constructor(private readonly account: ServiceAccount | undefined) {}

  /** Written under another name and renamed, so that a simultaneous start never reads half of the file; a failure leaves nothing behind. */
  async write(path: string, text: string): Promise<void> {
    const draft = `${path}.${process.pid}`;
    if (this.account)
      return this.run(
        'umask 077; rm -f -- "$2" && set -C && cat > "$2" && mv -f -- "$2" "$1" || { rm -f -- "$2"; exit 1; }',
        [path, draft],
        text,
      );
    try {
      await rm(draft, { force: true });
      await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /** Adds a text to a file of the account. */
  async append(path: string, text: string): Promise<void> {
    if (this.account) return this.run('cat >> "$1"', [path], text);
    await writeFile(path, text, { flag: 'a' });
  }

  /** Copies a file and empties it, also where the copy fails. A program that writes at its end goes on doing so. */
  async emptyInto(path: string, copy: string): Promise<void> {
    if (this.account) return this.run('cp -- "$1" "$2"; : > "$1"', [path, copy]);
    await copyFile(path, copy).catch(() => undefined);
    await truncate(path);
  }

  /** Removes a file or a folder with all in it, if it is there. */
  async remove(path: string): Promise<void> {
    if (this.account) return this.run('rm -rf -- "$1"', [path]);
    await rm(path, { recursive: true, force: true });
  }

  /** Renames within the folder of the account; an existing file is replaced. */
  async moveFile(from: string, to: string): Promise<void> {
    if (this.account) return this.run('mv -- "$1" "$2"', [from, to]);
    await rename(from, to);
  }

  /** The text of a file that the account owns. A link is not followed: it could lead to a file that only root may read. */
  async read(path: string): Promise<string> {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const { uid, size } = await file.stat();
      if (this.account && (uid !== this.account.uid || size > MAX_READ)) throw foreign(path, uid);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  }

  /** Runs a few lines of sh as the account, without root’s groups. */
  private run(script: string, args: readonly string[], input = ''): Promise<void> {
    const { uid, gid } = this.account!;
    return new Promise((done, fail) => {
      const child = spawn('/bin/sh', ['-c', script, 'sh', ...args], {
        cwd: '/',
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
        stdio: ['pipe', 'ignore', 'pipe'],
        uid,
        gid,
      });
      child.on('error', fail);
      // A process without a descriptor left has no pipes to a program, either.
      if (!child.pid) return;
      let said = '';
      child.stderr.on('data', chunk => (said = `${said}${chunk}`.slice(-2_000)));
      child.stdin.on('error', () => undefined);
      child.on('close', code => (code === 0 ? done() : fail(failure(said, args))));
      child.stdin.end(input);
    });
  }
}

/** What the program said, as an error of the system, so that it is answered in one sentence. */
function failure(said: string, [path]: readonly string[]): NodeJS.ErrnoException {
  const known = /No space left/.test(said) ? 'ENOSPC' : /Permission denied/.test(said) ? 'EACCES' : 'EIO';
  return Object.assign(new Error(said.trim() || known), { code: known, syscall: 'sh', path });
}

/** @throws StartupError */
export function foreign(path: string, uid: number): StartupError {
  return new StartupError(
    `Dữ liệu ở ${path} thuộc tài khoản khác (uid ${uid}). Hãy chạy bằng tài khoản đó hoặc root, hoặc đặt DATA_DIR khác.`,
    `The data in ${path} belong to another account (uid ${uid}). Run as that account or as root, or set another DATA_DIR.`,
  );
}
