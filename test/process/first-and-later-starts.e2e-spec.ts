import { beforeAll, expect, it } from '@jest/globals';
import { operator, rows, serverProcesses, type Running } from './operator.js';

const COUNTS = `select (select count(*)::int from unit) as units, (select count(*)::int from emulation_model) as models,
                       (select count(*)::int from account) as accounts`;

const machine = operator();
let DATA_DIR: string;
let emptyDir: string;
let first: Running;
let empty: Running;

beforeAll(async () => {
  [DATA_DIR, emptyDir] = [await machine.folder(), await machine.folder()];
  [first, empty] = await Promise.all([
    machine.start({ DATA_DIR }),
    machine.start({ DATA_DIR: emptyDir, EXAMPLE: 'off', ADMIN_PASSWORD: 'mot-mat-khau-dai' }),
  ]);
});

it('the first start loads the example, shows a password once and answers at the address it prints', async () => {
  expect(first.program.stdout).toMatch(/Đã nạp ví dụ/);
  expect(first.program.stdout).toMatch(/Mật khẩu quản trị \(chỉ hiện một lần\): \S{12,}/);
  const token = await machine.token({ DATA_DIR });
  const { data } = await first.ask(token, `{ units(first: 1) { totalCount nodes { name } } models(first: 1) { totalCount } }`);
  expect(data.units.totalCount).toBeGreaterThan(5);
  expect(data.models.totalCount).toBeGreaterThan(5);
});

it('a later start finds the same data, and neither loads the example nor shows the password again', async () => {
  const [before] = await rows(DATA_DIR, COUNTS);
  await first.program.kill('SIGTERM');
  const later = await machine.start({ DATA_DIR });
  expect(later.program.stdout).not.toMatch(/Đã nạp ví dụ|Mật khẩu/);
  expect(await rows(DATA_DIR, COUNTS)).toEqual([before]);
  expect(before.accounts).toBe(1);
  await later.program.kill('SIGTERM');
  expect(serverProcesses(DATA_DIR)).toEqual([]);
});

it('EXAMPLE=off leaves the registry empty, and ADMIN_PASSWORD is not printed', async () => {
  expect(empty.program.stdout).not.toMatch(/ví dụ|Mật khẩu|mot-mat-khau-dai/);
  expect(await rows(emptyDir, COUNTS)).toEqual([{ units: 0, models: 0, accounts: 1 }]);
});
