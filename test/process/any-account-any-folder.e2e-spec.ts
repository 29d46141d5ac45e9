import { expect, it } from '@jest/globals';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectSentence } from './expectations.js';
import { operator, rows, serverProcesses, type Where } from './operator.js';
import { asRoot, ordinaryUser } from './ordinary-user.js';
import { until } from './program.js';

const machine = operator();
const ordinary: Where = { account: await ordinaryUser() };

/** A folder that belongs to the ordinary user. */
async function home(): Promise<string> {
  const folder = await machine.folder();
  if (ordinary.account) chownSync(folder, ordinary.account.uid, ordinary.account.gid);
  return folder;
}

it('in a folder that no other account may enter', async () => {
  const closed = await machine.folder();
  chmodSync(closed, 0o700);
  const DATA_DIR = join(closed, 'data');
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const data = realpathSync(join(DATA_DIR, 'postgres'));
  if (data !== join(DATA_DIR, 'postgres')) machine.owns(data);
  // As root, whose server runs as another account, the data are elsewhere and the folder has a link to them.
  expect(lstatSync(join(DATA_DIR, 'postgres')).isSymbolicLink()).toBe(asRoot);
  expect(await first.program.kill('SIGTERM')).toMatchObject({ code: 0 });
  const later = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  expect(later.program.stdout).not.toContain('Mật khẩu');
});

it('as a user who may write only in the data folder; a command by root does not change the owner of the data', async () => {
  const DATA_DIR = await home();
  const first = await machine.start({ DATA_DIR, EXAMPLE: 'off' }, { ...ordinary, cwd: '/' });
  const token = await machine.token({ DATA_DIR });
  expect(await first.answers(token)).toBe(true);
  expect(await first.program.kill('SIGTERM')).toMatchObject({ code: 0 });

  // Root's command on the stopped registry, then the user again.
  await machine.token({ DATA_DIR });
  const later = await machine.start({ DATA_DIR, EXAMPLE: 'off' }, { ...ordinary, cwd: '/' });
  expect(await later.answers(token)).toBe(true);
});

it('in a folder whose path is too long for a socket: over the loopback address, at the same port after a crash', async () => {
  const DATA_DIR = join(await machine.folder(), 'một-thư-mục-có-tên-rất-dài-'.repeat(3));
  const { program, answers } = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const token = await machine.token({ DATA_DIR });
  const [before] = await rows(DATA_DIR, 'show port');
  for (const pid of serverProcesses(DATA_DIR)) process.kill(pid, 'SIGKILL');
  await until('it answers again', () => answers(token));
  expect(await rows(DATA_DIR, 'show port')).toEqual([before]);
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
});

it('in a folder that cannot be used: one sentence says why', async () => {
  const folder = await machine.folder();
  const file = join(folder, 'tep');
  writeFileSync(file, '');
  const unwritable = join(folder, 'chi-doc');
  mkdirSync(unwritable, { mode: 0o555 });
  const other = join(folder, 'phien-ban-khac');
  mkdirSync(join(other, 'postgres', 'pgdata'), { recursive: true });
  writeFileSync(join(other, 'postgres', 'pgdata', 'PG_VERSION'), '16\n');

  const refused: readonly (readonly [string, Where, RegExp])[] = [
    [file, {}, /tep.*DATA_DIR/],
    ...(asRoot && !ordinary.account ? [] : [[unwritable, ordinary, /chi-doc.*DATA_DIR/] as const]),
    [other, {}, /PostgreSQL 16\b.*backup .*restore/],
  ];
  const ended = await Promise.all(refused.map(([DATA_DIR, where]) => machine.main({ DATA_DIR }, where).ended));
  ended.forEach((end, i) => expectSentence(end, refused[i]![2]));
});

it('on the data of another account: one sentence names the account', async () => {
  if (!ordinary.account) return; // Only root can create data of another account.
  const DATA_DIR = await machine.folder();
  mkdirSync(join(DATA_DIR, 'postgres'), { mode: 0o700 });
  expectSentence(await machine.main({ DATA_DIR }, ordinary).ended, /uid 0/);
});
