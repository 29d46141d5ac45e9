import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, PASSWORD } from './given-people.js';

/** The seven models of the real review of Quế Sơn, whose district and communes have ended since. */
let registry: TestRegistry;
let browser: WebBrowser;
let daNang: string;

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ example: true });
  const { units } = await registry.as.reader.get('{ units(filter: { code: "48" }) { nodes { id } } }');
  daNang = units.nodes[0].id;
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo A', 'LEADER', daNang);
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const numbers = async (part: string): Promise<string[]> => {
  const rows = browser.page.getByRole('region', { name: part }).locator('tbody tr');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map(row => row.replace(/\s+/gu, ' ').trim());
};

describe('a leader', () => {
  inBrowser('sees the year of their own unit, by the units of today, and opens each number to its rows', async () => {
    browser = await WebBrowser.open(registry.url);
    await browser.enter('lanh-dao', PASSWORD);
    await browser.follow('Tổng quan năm');
    const year = browser.page.getByLabel('Năm', { exact: true });
    await year.selectOption('2022');
    await browser.sees('Không rõ năm đăng ký');
    await year.selectOption({ label: 'Mọi năm' });
    const rows = await numbers('Theo đơn vị trực thuộc');
    expect(rows.map(row => row.replace(/ 0$/u, ''))).toEqual([
      'Xã Quế Sơn 2',
      'Xã Quế Sơn Trung 1',
      'Xã Xuân Phú 1',
      expect.stringMatching(/^Số dư của Thành phố Đà Nẵng .*3$/u),
      'Tổng cộng 7',
    ]);
    await browser.page
      .getByRole('row', { name: /^Xã Quế Sơn 2/u })
      .getByRole('link', { name: '2' })
      .click();
    await browser.sees('Mô hình đăng ký, Xã Quế Sơn');
    await browser.sees('1–2 trong 2');
    await browser.follow('Xem cả danh sách');
    await browser.sees('1–7 trong 7');
  });

  inBrowser('reads what a former unit did under another province as not in the table of this one', async () => {
    browser = await WebBrowser.open(registry.url);
    await browser.enter('lanh-dao', PASSWORD);
    await browser.goTo('/tong-quan?nam=tat-ca&coso=AS_REPORTED');
    await browser.sees('7 mô hình khi đó không thuộc cấp dưới của đơn vị này');
  });

  inBrowser('gets the server’s sentence for an address that was changed by hand', async () => {
    browser = await WebBrowser.open(registry.url);
    await browser.enter('lanh-dao', PASSWORD);
    await browser.goTo('/tong-quan?donvi=khong-phai-ma');
    expect(await browser.page.getByRole('alert').first().innerText()).toMatch(/Mã định danh/u);
  });
});
