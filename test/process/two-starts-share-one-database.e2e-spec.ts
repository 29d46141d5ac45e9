import { beforeAll, expect, it } from '@jest/globals';
import { operator, rows, serverProcesses, type Running } from './operator.js';

const machine = operator();
let DATA_DIR: string;
let one: Running;
let other: Running;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
  [one, other] = await Promise.all([machine.start({ DATA_DIR }), machine.start({ DATA_DIR })]);
});

it('two first starts at once make one database, one example and one administrator', async () => {
  const said = [one, other].map(({ program }) => program.stdout);
  expect(said.filter(text => text.includes('Đã nạp ví dụ'))).toHaveLength(1);
  expect(said.filter(text => text.includes('Mật khẩu quản trị'))).toHaveLength(1);
  const [counts] = await rows(
    DATA_DIR,
    `select (select count(*)::int from account) as accounts, (select count(*)::int from audit_entry where action = 'account.created') as made,
            (select count(*) - count(distinct title) from emulation_model)::int as doubled`,
  );
  expect(counts).toEqual({ accounts: 1, made: 1, doubled: 0 });
});

it('one that stops leaves the other working, and a third that starts while the last one stops comes up', async () => {
  const token = await machine.token({ DATA_DIR });
  expect(await one.program.kill('SIGTERM')).toMatchObject({ code: 0 });
  expect(await other.answers(token)).toBe(true);

  const [stopped, third] = await Promise.all([other.program.kill('SIGTERM'), machine.start({ DATA_DIR })]);
  expect(stopped).toMatchObject({ code: 0 });
  expect(await third.answers(token)).toBe(true);

  expect(await third.program.kill('SIGTERM')).toMatchObject({ code: 0 });
  expect(serverProcesses(DATA_DIR)).toEqual([]);
});
