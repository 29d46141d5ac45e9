import { beforeAll, expect, it } from '@jest/globals';
import { expectSentence } from './expectations.js';
import { operator, rows, serverProcesses } from './operator.js';

const machine = operator();
let DATA_DIR: string;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
});

it('help goes to standard output and is a success; a command that does not exist is a failure that shows the help', async () => {
  const [help, unknown] = await Promise.all(['help', 'tokens make'].map(words => machine.cli(words, { DATA_DIR })));
  expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('token create --name') });
  expect(unknown).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^Không có lệnh “tokens make”\.\n[^]*audit verify/) });
});

it('a wrong command line is answered with the right usage, before any database is opened', async () => {
  const wrong = ['token create', 'token create --nmae x', 'token create --name x y'];
  const ended = await Promise.all(wrong.map(words => machine.cli(words, { DATA_DIR })));
  for (const [i, names] of [/--name/, /“--nmae”.*--name/, /“y”/].entries()) expectSentence(ended[i]!, names);
  expect(serverProcesses(DATA_DIR)).toEqual([]);
});

it('on a stopped registry a command starts the database and stops it again; only the token is on standard output', async () => {
  const made = await machine.cli('token create --name x', { DATA_DIR });
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S{20,}\n$/) });
  expect(serverProcesses(DATA_DIR)).toEqual([]);
});

it('next to a running registry it leaves the database running, and a broken trail ends with code 1', async () => {
  const { program, answers } = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const token = await machine.token({ DATA_DIR });
  expect(await machine.cli('audit verify', { DATA_DIR })).toMatchObject({ code: 0, stderr: '' });
  expect(await answers(token)).toBe(true);

  await rows(
    DATA_DIR,
    `alter table audit_entry disable trigger user; update audit_entry set actor_name = 'ai đó' where action = 'account.created'`,
  );
  expect(await machine.cli('audit verify', { DATA_DIR })).toMatchObject({ code: 1, stdout: expect.stringContaining('account.created') });
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
});
