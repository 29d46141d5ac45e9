import { expect, it } from '@jest/globals';
import { expectSentence, readiness } from './expectations.js';
import { operator, serversOn, type Environment } from './operator.js';

const machine = operator();

/** By setting: what the sentence must name. None of the values may be repeated where it could be a password. */
const WRONG: readonly (readonly [Environment, RegExp])[] = [
  [{ PORT: 'abc' }, /PORT .*0 .*65535/],
  [{ DATBASE_URL: 'postgres://x' }, /DATBASE_URL \(DATABASE_URL\?\)/],
  [{ ADMIN_PASSWORD: 'qua-ngan' }, /ADMIN_PASSWORD .*12/],
  [{ DATABASE_URL: 'mysql://registry:bi-mat@127.0.0.1/registry' }, /DATABASE_URL .*postgres:\/\//],
  [{ DATABASE_URL: 'postgres://registry:bi-mat@[khong-phai-dia-chi/registry' }, /DATABASE_URL/],
  [{ DATABASE_URL: 'postgres://registry:bi-mat@127.0.0.1:1/registry' }, /ECONNREFUSED.*DATABASE_URL/],
  [{ LOG_LEVEL: 'x' }, /LOG_LEVEL .*error, warn, info/],
  [{ EXAMPLE: 'yes' }, /EXAMPLE .*on .*off/],
];

it('a wrong or misspelt setting is named before anything is started, and no password is repeated', async () => {
  const DATA_DIR = await machine.folder();
  const ended = await Promise.all(WRONG.map(async ([env, names]) => ({ names, ...(await machine.main({ DATA_DIR, ...env }).ended) })));
  for (const { names, ...end } of ended) {
    expectSentence(end, names);
    expect(end.stderr).not.toMatch(/bi-mat|qua-ngan/);
  }
  expect(serversOn(DATA_DIR)).toEqual([]);
});

it('an address that is not of this machine is refused with the database stopped again; the password is shown when a start succeeds', async () => {
  const DATA_DIR = await machine.folder();
  const ended = await machine.main({ DATA_DIR, EXAMPLE: 'off', HOST: 'nowhere.invalid' }).ended;
  expectSentence(ended, /nowhere\.invalid:0 .*HOST/);
  expect(serversOn(DATA_DIR)).toEqual([]);
  expect((await machine.start({ DATA_DIR, EXAMPLE: 'off' })).program.stdout).toContain('Mật khẩu quản trị');
});

it('a taken port is refused, and whoever has it goes on undisturbed', async () => {
  const DATA_DIR = await machine.folder();
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const PORT = new URL(first.url).port;
  expectSentence(await machine.main({ DATA_DIR, PORT }).ended, new RegExp(`${PORT} .*PORT=0`));
  expect(await readiness(first.url)).toBe(200);
});
