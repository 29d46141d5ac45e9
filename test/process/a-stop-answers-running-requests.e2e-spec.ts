import { beforeAll, expect, it } from '@jest/globals';
import { readiness } from './expectations.js';
import { connect, operator, rows, serverProcesses, serversOn } from './operator.js';
import { processes, until } from './program.js';

const machine = operator();
let DATA_DIR: string;
let token: string;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
  token = await machine.token({ DATA_DIR });
});

it('SIGTERM: new connections are refused, the running write is answered, and the database is stopped last', async () => {
  const { program, url, ask } = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  const holder = await connect(DATA_DIR);
  await holder.query('begin; lock table theme in share mode');
  const answer = ask(token, `mutation { addTheme(input: { name: "Đang ghi dở" }) { theme { id } userErrors { code } } }`);
  await until('the write waits', async () => (await rows(DATA_DIR, `select from pg_locks where not granted`)).length > 0);

  const ended = program.kill('SIGTERM');
  await until('nobody new is let in', async () => [503, 'refused'].includes(await readiness(url)));
  expect(program.running).toBe(true);
  await holder.query('commit');
  expect(await answer).toMatchObject({ status: 200, data: { addTheme: { theme: { id: expect.any(String) }, userErrors: [] } } });
  expect(await ended).toMatchObject({ code: 0 });
  expect(serverProcesses(DATA_DIR)).toEqual([]);
  await holder.end();
});

it('SIGINT does the same', async () => {
  const { program } = await machine.start({ DATA_DIR, EXAMPLE: 'off' });
  expect(await program.kill('SIGINT')).toMatchObject({ code: 0 });
  expect(serverProcesses(DATA_DIR)).toEqual([]);
});

it.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  '%s to “npm start” alone ends the registry and its database, though npm does not pass it on',
  async signal => {
    const npm = machine.run('npm', ['start'], { DATA_DIR, EXAMPLE: 'off' });
    await npm.says(/http:\/\/\S+\/graphql/);
    const below = (parent: number): number[] => processes().flatMap(line => (line.parent === parent ? [line.pid, ...below(line.pid)] : []));
    const started = below(npm.pid);
    await npm.kill(signal);
    await until('nothing is left running', () => !processes().some(({ pid }) => started.includes(pid)) && serversOn(DATA_DIR).length === 0);
  },
);

it('a first start that is stopped half-way leaves nothing running, and the next one starts afresh', async () => {
  const fresh = await machine.folder();
  const half = machine.main({ DATA_DIR: fresh });
  await until('the database is being made', () => serversOn(fresh).length > 0);
  expect(await half.kill('SIGTERM')).toMatchObject({ code: 0, stdout: '' });
  expect(serversOn(fresh)).toEqual([]);
});
