import { afterAll } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { canEnter, type ServiceAccount } from '../../src/platform/database/embedded/service-account.js';
import { ROOT } from './operator.js';

export const asRoot = process.getuid?.() === 0;

/**
 * For one test file run by root: creates a user of this machine without any right, and removes it afterwards.
 * `undefined` when the tests are run by an ordinary user already, or when such a user reaches neither node nor the checkout.
 */
export async function ordinaryUser(): Promise<ServiceAccount | undefined> {
  if (!asRoot) return undefined;
  const name = `dvk-test-${process.pid}`;
  spawnSync('useradd', ['--no-create-home', '--shell', '/bin/false', name]);
  afterAll(() => void spawnSync('userdel', [name]));
  const [uid, gid] = ['-u', '-g'].map(flag => Number(spawnSync('id', [flag, name]).stdout));
  if (!uid || !gid) return undefined;
  const account = { name, uid, gid };
  return (await canEnter(account, process.execPath)) && (await canEnter(account, ROOT)) ? account : undefined;
}
