import { expect, it } from '@jest/globals';
import { environment } from '../../src/platform/config/environment.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { StartupError } from '../../src/platform/errors/startup-error.js';
import { expectSentence, readiness } from './expectations.js';
import { operator, serversOn, type Environment } from './operator.js';

const machine = operator();

/** Wrong settings, each with what the sentence must name. They are read before anything else happens. */
const MISWRITTEN: readonly (readonly [Environment, RegExp])[] = [
  [{ PORT: 'abc' }, /PORT .*0 .*65535/],
  [{ PORT: '70000' }, /PORT .*0 .*65535/],
  [{ DATBASE_URL: 'postgres://x' }, /DATBASE_URL \(DATABASE_URL\?\)/],
  [{ PROT: '4000' }, /PROT \(PORT\?\)/],
  [{ HSOT: '127.0.0.1' }, /HSOT \(HOST\?\)/],
  [{ TRUSTED_PROXY: '127.0.0.1' }, /TRUSTED_PROXY \(TRUSTED_PROXIES\?\)/],
  [{ ADMIN_PASSWORD: 'qua-ngan' }, /ADMIN_PASSWORD .*12/],
  [{ DATABASE_URL: 'mysql://registry:bi-mat@127.0.0.1/registry' }, /DATABASE_URL .*postgres:\/\//],
  [{ LOG_LEVEL: 'x' }, /LOG_LEVEL .*error, warn, info/],
  [{ EXAMPLE: 'yes' }, /EXAMPLE .*on .*off/],
  [{ TRUSTED_PROXIES: 'all' }, /TRUSTED_PROXIES .*10\.0\.0\.0\/8/],
  [{ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/33' }, /TRUSTED_PROXIES/],
  [{ SESSION_HOURS: '0' }, /SESSION_HOURS .*1 .*720/],
  [{ EXAMPLE: 'yes', PORT: '-1' }, /PORT .*; EXAMPLE /],
  [{ EXPLORABLE: 'yes' }, /EXPLORABLE .*on .*off/],
  [{ TRUSTED_ONLY: 'on' }, /TRUSTED_ONLY .*TRUSTED_DOCUMENTS/],
];

it.each(MISWRITTEN)('%j is reported with what it must be; a value that may be a password is not repeated', (env, names) => {
  let told: unknown;
  try {
    readSettings(env);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(StartupError);
  for (const sentence of Object.values((told as StartupError).text)) {
    expect(sentence).toMatch(names);
    expect(sentence).not.toMatch(/bi-mat|qua-ngan/);
  }
});

/** With two letters changed round, each name is that of no setting. */
const MISSPELT = Object.keys(environment.shape).map(name => [`${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`, name] as const);

it.each(MISSPELT.filter(([misspelt, name]) => misspelt !== name))('the misspelt setting %s is reported as %s', (misspelt, name) => {
  expect(() => readSettings({ [misspelt]: '1' })).toThrow(`${misspelt} (${name}?)`);
});

it('the program prints one sentence and ends, also for a server that cannot be reached', async () => {
  const DATA_DIR = await machine.folder();
  const wrong: readonly (readonly [Environment, RegExp])[] = [
    [{ PORT: 'abc' }, /PORT/],
    [{ DATABASE_URL: 'postgres://registry:bi-mat@127.0.0.1:1/registry' }, /ECONNREFUSED.*DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://registry:bi-mat@[khong-phai-dia-chi/registry' }, /DATABASE_URL/],
  ];
  const english = await machine.main({ DATA_DIR, PORT: 'abc', MESSAGE_LANGUAGE: 'en' }).ended;
  expect(english.stderr).toBe('Wrong setting: PORT must be a whole number from 0 to 65535.\n');
  const ended = await Promise.all(wrong.map(([env]) => machine.main({ DATA_DIR, ...env }).ended));
  for (const [i, [, names]] of wrong.entries()) expectSentence(ended[i]!, names);
  expect(ended.map(({ stderr }) => stderr).join()).not.toContain('bi-mat');
  expect(serversOn(DATA_DIR)).toEqual([]);
});

it('an address of another machine is refused and the database stopped again; the password is shown when a start succeeds', async () => {
  const DATA_DIR = await machine.folder();
  const ended = await machine.main({ DATA_DIR, EXAMPLE: 'off', HOST: 'nowhere.invalid' }).ended;
  expectSentence(ended, /nowhere\.invalid:0 .*HOST/);
  expect(serversOn(DATA_DIR)).toEqual([]);
  expect((await machine.start({ DATA_DIR, EXAMPLE: 'off' })).program.stdout).toContain('Mật khẩu quản trị');
});

it('a port in use is refused, and the program that uses it is not disturbed', async () => {
  const DATA_DIR = await machine.folder();
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const PORT = new URL(first.url).port;
  expectSentence(await machine.main({ DATA_DIR, PORT }).ended, new RegExp(`${PORT} .*PORT=0`));
  expect(await readiness(first.url)).toBe(200);
});
