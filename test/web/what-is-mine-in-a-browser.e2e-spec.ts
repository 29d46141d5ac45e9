import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { TOTP } from 'otpauth';
import { AccountsService } from '../../src/features/accounts/accounts.service.js';
import { Database } from '../../src/platform/database/database.js';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
const open: WebBrowser[] = [];

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  given = await givenMovement(registry);
  await givenAccount(registry, 'truong', 'Trưởng xã A', 'UNIT_HEAD', given.commune);
  await givenAccount(registry, 'pho', 'Phó xã B', 'UNIT_OFFICER', given.commune);
  await givenAccount(registry, 'can-bo', 'Cán bộ C', 'BOARD_STAFF');
  await givenAccount(registry, 'hai-lop', 'Cán bộ D', 'BOARD_STAFF');
}, 120_000);
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => registry.close());

const emptyBrowser = async (url = registry.url): Promise<WebBrowser> => {
  const browser = await WebBrowser.open(url);
  open.push(browser);
  return browser;
};
const enter = async (name: string): Promise<WebBrowser> => {
  const browser = await emptyBrowser();
  await browser.enter(name, PASSWORD);
  return browser;
};
const typed = (days: number): string => addDays(dayInVietnam(new Date()), days).split('-').toReversed().join('/');

describe('my sessions', () => {
  inBrowser('are listed, and one or all others are ended: these browsers ask to sign in again', async () => {
    const [first, second, third, mine] = [await enter('can-bo'), await enter('can-bo'), await enter('can-bo'), await enter('can-bo')];
    await mine.goTo('/toi');
    const sessions = mine.page.locator('.part', { hasText: 'Các phiên đăng nhập' });
    await sessions.getByText('(phiên này)').waitFor();
    expect(await sessions.locator('li').count()).toBe(4);
    await sessions
      .getByRole('button', { name: /^Kết thúc phiên/ })
      .first()
      .click();
    await sessions.locator('li').nth(3).waitFor({ state: 'detached' });
    expect(await sessions.locator('li').count()).toBe(3);
    await mine.press('Kết thúc mọi phiên khác');
    await sessions.locator('li').nth(1).waitFor({ state: 'detached' });
    await sessions.getByText('(phiên này)').waitFor();
    expect(await mine.faults()).toEqual([]);
    for (const other of [first, second, third]) {
      await other.goTo('/toi');
      await other.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    }
  });
});

describe('a right', () => {
  inBrowser('is handed on to a colleague found by name, until a day, and taken back', async () => {
    const one = await enter('truong');
    const { page } = one;
    await one.goTo('/toi');
    await one.press('Uỷ quyền');
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Uỷ quyền', exact: true });
    await confirm.click();
    await one.sees('Cần điền mục này.');
    await one.pick('Uỷ quyền cho', 'pho xa', 'Phó xã B');
    await one.fill('Đến', typed(-1));
    await one.fill('Lý do', 'Đi học');
    await confirm.click();
    await dialog.locator('[aria-invalid="true"]').first().waitFor();
    await one.fill('Đến', typed(10));
    // The first day may be left out; a day that is none is not left out by that.
    await one.fill('Từ', '31/02/2030');
    await confirm.click();
    await one.sees('Không phải ngày.');
    await one.fill('Từ', '');
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    await one.sees(`từ ${typed(0)} đến hết ${typed(10)}`);
    const deputy = await enter('pho');
    await deputy.goTo('/toi');
    await deputy.sees('thay mặt Trưởng xã A');
    await one.press('Thu lại uỷ quyền: Phó xã B');
    await one.fill('Lý do', 'Đã về');
    await dialog.getByRole('button', { name: 'Thu lại uỷ quyền' }).click();
    await page.getByText(`đến hết ${typed(10)}`).waitFor({ state: 'detached' });
    await deputy.page.reload();
    await deputy.page.getByRole('heading', { name: 'Quyền của tôi' }).waitFor();
    await deputy.sees('Xã Bình An');
    expect(await deputy.page.getByText('thay mặt Trưởng xã A').count()).toBe(0);
  });
});

describe('a second factor', () => {
  inBrowser('is asked for in a browser that never was here; a wrong code is said', async () => {
    const mine = await enter('hai-lop');
    await mine.goTo('/toi');
    const part = mine.page.locator('.part', { hasText: 'Xác thực hai lớp' });
    await part.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await mine.press('Bật xác thực hai lớp');
    await mine.page.locator('svg.qr').waitFor();
    const totp = new TOTP({ secret: await part.locator('code').first().innerText() });
    await mine.fill('Mã 6 số', '000000');
    await mine.press('Xác nhận');
    await part.locator('[aria-invalid="true"]').waitFor();
    await mine.fill('Mã 6 số', totp.generate());
    await mine.press('Xác nhận');
    await mine.sees('Mỗi mã dùng được một lần');
    const [recovery] = (await mine.page.locator('.secret').innerText()).split('\n');
    const other = await emptyBrowser();
    await other.signIn('hai-lop', PASSWORD);
    await other.fill('Mã xác thực hai lớp', '000000');
    await other.press('Đăng nhập');
    expect(await other.page.getByRole('alert').innerText()).toMatch(/mã/i);
    await other.fill('Mã xác thực hai lớp', recovery!);
    await other.press('Đăng nhập');
    await other.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
  });
});

describe('the password that the registry printed', () => {
  inBrowser('is changed before anything else, from an empty browser', async () => {
    const fresh = await openTestRegistry();
    try {
      await fresh.registry.app.get(Database).rows(`truncate account cascade`);
      const printed = (await fresh.registry.app.get(AccountsService).ensureAdministrator(undefined))!;
      const browser = await emptyBrowser(fresh.url);
      await browser.signIn('admin', printed);
      await browser.page.getByRole('heading', { name: 'Đổi mật khẩu lần đầu' }).waitFor();
      expect(await browser.faults()).toEqual([]);
      await browser.fill('Mật khẩu hiện tại', printed);
      await browser.fill('Mật khẩu mới', PASSWORD);
      await browser.fill('Gõ lại mật khẩu mới', 'khác hẳn');
      await browser.press('Đổi mật khẩu');
      await browser.sees('Hai lần gõ không giống nhau.');
      await browser.fill('Gõ lại mật khẩu mới', PASSWORD);
      await browser.press('Đổi mật khẩu');
      await browser.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
      const again = await emptyBrowser(fresh.url);
      await again.signIn('admin', printed);
      await again.page.getByRole('alert').waitFor();
    } finally {
      await fresh.close();
    }
  });
});
