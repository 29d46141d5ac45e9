import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { CLIENT, providerAt } from '../accounts/given-provider.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let server: Server;
let issuer: string;
let browser: WebBrowser;
let account: string;
/** Who the other system says that the browser is. */
let subject = 'nguoi-la';

beforeAll(async () => {
  buildClient();
  server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The way back is known when the registry listens.
  const oidc = {
    issuer,
    ...CLIENT,
    get publicUrl() {
      return registry.url;
    },
  };
  registry = await openTestRegistry({ access: { oidc } });
  account = await givenAccount(registry, 'can-bo-a', 'Cán bộ A', 'BOARD_STAFF');
}, 120_000);
afterEach(async () => browser?.close());
afterAll(async () => {
  await registry.close();
  server.closeAllConnections();
  server.close();
});

const signOn = async (): Promise<void> => {
  browser = await WebBrowser.open(registry.url);
  await browser.goTo('/');
  await browser.follow('Đăng nhập một lần (SSO)');
};

describe('single sign-on', () => {
  inBrowser('that does not answer is said in one sentence, and the password is still taken', async () => {
    await signOn();
    await browser.sees('Không liên lạc được với hệ thống đăng nhập một lần. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu.');
    expect(await browser.page.getByRole('alert').count()).toBe(1);
    expect(await browser.faults()).toEqual([]);
    await browser.fill('Tên đăng nhập', 'can-bo-a');
    await browser.fill('Mật khẩu', PASSWORD);
    await browser.press('Đăng nhập');
    await browser.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
  });

  inBrowser('refuses somebody without an account in one sentence, which names what the administrator needs', async () => {
    server.on('request', providerAt(issuer, registry.url, () => subject).callback());
    await signOn();
    await browser.sees('Danh tính “nguoi-la” chưa được gắn với tài khoản nào được phép đăng nhập. Hãy gửi mã này cho quản trị viên.');
    // It is said once: a person who opens the page later did nothing wrong.
    await browser.page.reload();
    await browser.page.getByLabel('Tên đăng nhập').waitFor();
    expect(await browser.page.getByRole('alert').count()).toBe(0);
  });

  inBrowser('lets in the person whom an administrator has linked', async () => {
    subject = 'can-bo-a-o-noi-khac';
    await registry.as.administrator.get(
      `mutation ($input: LinkOutsideIdentityInput!) { linkOutsideIdentity(input: $input) { userErrors { code } } }`,
      { input: { accountId: account, subject } },
    );
    await signOn();
    await browser.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
    await browser.sees('Cán bộ A');
    expect(browser.complaints).toEqual([]);
  });
});
