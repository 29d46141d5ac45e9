import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { PDF } from '../files/given-files.js';
import { givenModels } from '../support/given-models.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let model: string;
let decision: string;

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  const { province, commune, round } = await givenMovement(registry);
  const models = givenModels(() => registry);
  model = await models.draft(commune, { roundId: round });
  decision = await models.decision(province);
  await givenAccount(registry, 'can-bo-a', 'Cán bộ A', 'UNIT_OFFICER', commune);
  await givenAccount(registry, 'can-bo-b', 'Cán bộ B', 'UNIT_OFFICER', commune);
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (name: string): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter(name, PASSWORD);
  return browser;
};
const leave = async (): Promise<void> => {
  await browser.page.locator('.top-me summary').click();
  await browser.press('Đăng xuất');
};
const title = (): Promise<string> => browser.page.getByLabel('Tên mô hình').first().inputValue();

describe('on a machine of an office', () => {
  inBrowser('what one person typed is not shown to the next, and is there again for the one who typed it', async () => {
    const { page } = await enter('can-bo-a');
    await browser.goTo('/mo-hinh/moi');
    await browser.fill('Tên mô hình', 'Đang gõ dở của A');
    await browser.sees('Đang giữ bản đang gõ trên máy này');
    await leave();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await browser.enter('can-bo-b', PASSWORD);
    await browser.goTo('/mo-hinh/moi');
    expect(await title()).toBe('');
    await page.context().clearCookies();
    await browser.enter('can-bo-a', PASSWORD);
    await browser.goTo('/mo-hinh/moi');
    expect(await title()).toBe('Đang gõ dở của A');
  });

  inBrowser('another person who signs in over the page begins anew', async () => {
    const { page } = await enter('can-bo-a');
    await browser.goTo('/mo-hinh/moi');
    await browser.fill('Tên mô hình', 'Chỉ của A');
    await page.context().clearCookies();
    await browser.fill('Đơn vị đăng ký', 'binh an');
    await browser.sees('Phiên làm việc đã hết');
    await browser.fill('Tên đăng nhập', 'can-bo-b');
    await browser.fill('Mật khẩu', PASSWORD);
    await browser.press('Đăng nhập');
    await page.getByText('Phiên làm việc đã hết').waitFor({ state: 'hidden' });
    await browser.sees('Cán bộ B');
    expect(await title()).toBe('');
  });

  inBrowser('a person who leaves while the line is gone learns it, and is still signed in', async () => {
    const { page } = await enter('can-bo-a');
    await page.route('**/graphql', route => route.abort());
    await leave();
    await browser.sees('Chưa đăng xuất được');
    await page.unroute('**/graphql');
    await browser.press('Đăng xuất');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });
});

describe('files', () => {
  inBrowser('that a proxy refuses with a page of its own are said not to be sent', async () => {
    const { page } = await enter('can-bo-a');
    await browser.goTo(`/mo-hinh/${model}`);
    await page.route('**/*', route =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 413, contentType: 'text/html', body: '<html>413 Request Entity Too Large</html>' })
        : route.fallback(),
    );
    await page.locator('input[type=file]').setInputFiles({ name: 'lon.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await browser.sees('Không gửi được tệp. Hãy thử lại.');
  });

  for (const [of, who, pathOf] of [
    ['a model', 'can-bo-a', () => `/mo-hinh/${model}`],
    ['a decision', 'can-bo-ban', () => `/quyet-dinh/${decision}`],
  ] as const) {
    inBrowser(`of ${of} that are dropped together are attached one after the other`, async () => {
      const { page } = await enter(who);
      await browser.goTo(pathOf());
      const names = ['mot.pdf', 'hai.pdf', 'ba.pdf'];
      await page
        .locator('input[type=file]')
        .setInputFiles(names.map(name => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`${PDF}%${of} ${name}`) })));
      for (const name of names) await page.getByRole('link', { name }).waitFor();
      expect(await page.locator('.uploads [role=alert]').count()).toBe(0);
    });
  }
});
