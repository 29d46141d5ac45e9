import { expect, it } from '@jest/globals';
import {
  chmodSync,
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AccountFiles } from '../../src/platform/database/embedded/account-files.js';
import { ServerLog } from '../../src/platform/database/embedded/server-log.js';
import { expectSentence } from './expectations.js';
import { operator } from './operator.js';
import { asRoot, ordinaryUser } from './ordinary-user.js';

/** More processes than start meanwhile. */
const PROCESSES = 3_000;
const machine = operator();
const other = await ordinaryUser();

/** A file of root that no other account may read or write. */
async function secretOfRoot(): Promise<string> {
  const folder = await machine.folder();
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'of root', { mode: 0o600 });
  return secret;
}

function expectUntouched(secret: string): void {
  const { uid, mode } = lstatSync(secret);
  expect([readFileSync(secret, 'utf8'), uid, mode & 0o777]).toEqual(['of root', 0, 0o600]);
}

const running = asRoot ? it : it.skip;

running('links that the service account plants for the names of drafts', async () => {
  const DATA_DIR = join(await machine.folder(), 'data');
  const secret = await secretOfRoot();
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  await first.program.kill('SIGTERM');
  const home = realpathSync(join(DATA_DIR, 'postgres'));
  const { uid, gid } = lstatSync(home);
  expect(uid).toBeGreaterThan(0);
  for (let pid = process.pid; pid < process.pid + PROCESSES; pid++) symlinkSync(secret, join(home, 'pgdata', `registry.conf.${pid}`));
  const again = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  await again.program.kill('SIGTERM');
  expectUntouched(secret);
  const written = lstatSync(join(home, 'pgdata', 'registry.conf'));
  expect([written.isFile(), written.uid, written.gid]).toEqual([true, uid, gid]);
});

running('a password file that is a link is not read', async () => {
  const DATA_DIR = join(await machine.folder(), 'data');
  const secret = await secretOfRoot();
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  await first.program.kill('SIGTERM');
  const pgdata = join(realpathSync(join(DATA_DIR, 'postgres')), 'pgdata');
  const password = join(pgdata, 'registry.password');
  rmSync(password);
  symlinkSync(secret, password);
  expectSentence(await machine.main({ DATA_DIR, EXAMPLE: 'off' }).ended, /DATA_DIR/);
  expectUntouched(secret);
});

running('a link that another account has made to a folder of a third is refused', async () => {
  if (!other) return;
  const theirs = await machine.folder();
  const home = await machine.folder();
  const folder = join(home, 'data');
  mkdirSync(folder);
  chownSync(folder, other.uid, other.gid);
  symlinkSync(theirs, join(folder, 'postgres'));
  lchownSync(join(folder, 'postgres'), other.uid, other.gid);
  chmodSync(theirs, 0o700);
  expectSentence(await machine.main({ DATA_DIR: folder, EXAMPLE: 'off' }).ended, /uid \d+/);
  expect([lstatSync(theirs).uid, readdirSync(theirs)]).toEqual([0, []]);
});

running('a log of the server that is a link is not read, nor is its file written', async () => {
  if (!other) return;
  const secret = await secretOfRoot();
  writeFileSync(secret, 'FATAL:  of root');
  const home = await machine.folder();
  chownSync(home, other.uid, other.gid);
  const log = join(home, 'server.log');
  const shown = (): Promise<string | undefined> => new ServerLog(log, new AccountFiles(other)).lastErrorAfter(0);
  symlinkSync(secret, log);
  expect(await shown()).toBeUndefined();
  rmSync(log);
  writeFileSync(log, 'FATAL:  of the server');
  chownSync(log, other.uid, other.gid);
  expect(await shown()).toBe('of the server');
  symlinkSync(secret, `${log}.1`);
  await new AccountFiles(other).emptyInto(log, `${log}.1`);
  expect([readFileSync(secret, 'utf8'), readFileSync(log, 'utf8')]).toEqual(['FATAL:  of root', '']);
});
