import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;

/** What the addresses of the router (`every-address-…`) do not say: a choice, another day, what does not exist. */
const PAGES = [
  '/tong-quan?nam=tat-ca',
  '/mo-hinh?so=%7B%22trashed%22%3Atrue%7D&ten=Trong%20th%C3%B9ng%20r%C3%A1c',
  '/mo-hinh?so=%7Bkhong-phai-json',
  '/mo-hinh?ngay=2022-10-13',
  '/don-vi?xem=ds',
  '/tim-kiem?chu=thu%20tuc',
  '/mo-hinh/khong-co',
];

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ example: true });
  const id = await givenAccount(registry, 'xem-het', 'Người xem hết', 'BOARD_STAFF');
  for (const role of ['ADMINISTRATOR', 'LEADER', 'UNIT_OFFICER', 'AUDITOR']) {
    await registry.as.everyRole.get(`mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { userErrors { message } } }`, {
      input: { holderId: id, role, reason: 'Kiểm thử' },
    });
  }
}, 120_000);
afterAll(() => registry.close());

describe('a page', () => {
  for (const width of [1280, 360]) {
    inBrowser(`is without a serious fault for those who see, hear or use keys otherwise, and fits ${width} pixels`, async () => {
      const browser = await WebBrowser.open(registry.url, width);
      try {
        await browser.goTo('/');
        expect(await browser.faults()).toEqual([]);
        await browser.enter('xem-het', PASSWORD);
        for (const path of PAGES) {
          await browser.goTo(path);
          await browser.page.locator('h1, .empty').first().waitFor();
          expect([path, await browser.faults()]).toEqual([path, []]);
          expect([path, (await browser.overflow()) <= 0]).toEqual([path, true]);
        }
        expect(browser.complaints).toEqual([]);
        expect(browser.elsewhere()).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  }

  inBrowser('is in English one switch away, the words of the server too', async () => {
    const browser = await WebBrowser.open(registry.url);
    try {
      await browser.goTo('/');
      await browser.press('English');
      await browser.page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await browser.fill('Sign-in name', 'xem-het');
      await browser.fill('Password', 'sai mật khẩu rồi');
      await browser.press('Sign in');
      expect(await browser.page.getByRole('alert').innerText()).toMatch(/password/i);
    } finally {
      await browser.close();
    }
  });

  inBrowser('is reached and used with keys alone', async () => {
    const browser = await WebBrowser.open(registry.url);
    try {
      const { page } = browser;
      await browser.goTo('/');
      await page.getByLabel('Tên đăng nhập').focus();
      await page.keyboard.type('xem-het');
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
      await page.locator('body').focus();
      await page.keyboard.press('Tab');
      expect(await browser.focused()).toBe('Đến nội dung chính');
      await page.keyboard.press('Tab');
      await page.keyboard.type('thu tuc');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Tìm kiếm' }).waitFor();
      await browser.sees('Giải quyết thủ tục hành chính');
    } finally {
      await browser.close();
    }
  });
});
