import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
let browser: WebBrowser;

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  given = await givenMovement(registry);
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  for (const name of ['Cá nhân A', 'Cá nhân B', 'Cá nhân C']) {
    await registry.as.boardStaff.get(`mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { userErrors { message } } }`, {
      input: { name, unitId: given.commune },
    });
  }
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter('can-bo-ban', PASSWORD);
  return browser;
};
const inWindow = async (button: string): Promise<void> =>
  browser.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });
const choose = async (label: string, option: string): Promise<void> => {
  await browser.page.getByRole('dialog').getByLabel(label).selectOption({ label: option });
};
const rare = async (button: string): Promise<void> => {
  await browser.page.getByText('Việc khác', { exact: true }).click();
  await browser.press(button);
};
async function appoint(person: string, role: string): Promise<void> {
  await browser.press('Cử thành viên');
  await browser.pick('Họ tên', person, person);
  await choose('Vai trò', role);
  await browser.fill('Từ ngày', '1/1/2025');
  await inWindow('Cử thành viên');
  await windowCloses();
}

describe('a council', () => {
  inBrowser('is established, has its members and its rule, and is refused without its first day', async () => {
    const { page } = await enter();
    await browser.follow('Hội đồng');
    await browser.press('Lập hội đồng');
    await browser.fill('Tên hội đồng', 'Hội đồng thi đua');
    await browser.pick('Đơn vị', 'song lam', /Sông Lam/u);
    await inWindow('Lập hội đồng');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Từ ngày', '1/1/2025');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Lập hội đồng');
    await page.getByRole('heading', { name: 'Hội đồng thi đua', level: 1 }).waitFor();

    await appoint('Cá nhân A', 'Chủ tịch hội đồng');
    await appoint('Cá nhân B', 'Ủy viên hội đồng');
    // The same person twice at the same time is no second member.
    await browser.press('Cử thành viên');
    await browser.pick('Họ tên', 'Cá nhân A', 'Cá nhân A');
    await browser.fill('Từ ngày', '1/2/2025');
    await inWindow('Cử thành viên');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').or(page.getByRole('dialog').locator('.note')).first().waitFor();
    await inWindow('Thôi');

    await browser.press('Nhập quy chế họp');
    for (const [label, text] of [
      ['Phải dự: tử số', '2'],
      ['Phải dự: mẫu số', '3'],
      ['Phải tán thành: tử số', '80'],
      ['Phải tán thành: mẫu số', '100'],
      ['Căn cứ', 'Quy chế họp'],
      ['Từ ngày', '1/1/2025'],
    ] as const)
      await browser.fill(label, text);
    expect(await browser.faults()).toEqual([]);
    await inWindow('Nhập quy chế họp');
    await windowCloses();
    await browser.sees('ít nhất 2/3');
  });

  inBrowser('replaces a member who leaves, and takes out what was entered by mistake', async () => {
    const { page } = await enter();
    await browser.goTo('/hoi-dong');
    await browser.follow('Hội đồng thi đua');
    await browser.press('Thôi tham gia: Cá nhân B');
    await browser.fill('Ngày cuối', '31/12/2025');
    await browser.fill('Lý do', 'Chuyển công tác');
    await inWindow('Thôi tham gia');
    await windowCloses();
    await page.getByRole('row', { name: /Cá nhân B.*31\/12\/2025/u }).waitFor();
    await appoint('Cá nhân C', 'Thư ký hội đồng');
    await browser.press('Đính chính nhiệm kỳ: Cá nhân C');
    await browser.fill('Từ ngày', '1/1/2026');
    await browser.fill('Lý do', 'Nhập sai ngày');
    await inWindow('Đính chính nhiệm kỳ');
    await windowCloses();
    await page.getByRole('row', { name: /Cá nhân C.*01\/01\/2026/u }).waitFor();
  });

  inBrowser('holds a session, whose votes name who dissented; votes entered by mistake go, the minutes are corrected', async () => {
    const { page } = await enter();
    await browser.goTo('/hoi-dong');
    await browser.follow('Hội đồng thi đua');
    await browser.press('Ghi phiên họp');
    await browser.fill('Ngày họp', '2/2/2026');
    await choose('Loại phiên họp', 'Phiên họp xét khen thưởng');
    await browser.fill('Nội dung', 'Xét khen thưởng');
    for (const name of ['Cá nhân A', 'Cá nhân C']) await page.getByRole('dialog').getByLabel(new RegExp(name, 'u')).selectOption('PRESENT');
    await inWindow('Ghi phiên họp');
    await page.getByRole('heading', { name: 'Xét khen thưởng', level: 1 }).waitFor();
    await browser.press('Ghi biểu quyết');
    await browser.fill('Vấn đề', 'Tặng giấy khen');
    for (const [label, text] of [
      ['Tán thành', '1'],
      ['Không tán thành', '1'],
      ['Không có ý kiến', '0'],
    ] as const)
      await browser.fill(label, text);
    await page.getByRole('dialog').getByText('Ý kiến nêu tên').click();
    await page.getByLabel('Biểu quyết của Cá nhân C').selectOption('AGAINST');
    await browser.fill('Ý kiến của Cá nhân C', 'Chưa đủ hồ sơ');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Ghi biểu quyết');
    await windowCloses();
    await browser.sees('Chưa đủ hồ sơ');
    await browser.press('Gỡ biểu quyết ghi nhầm: Tặng giấy khen');
    await inWindow('Gỡ biểu quyết ghi nhầm');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Lý do', 'Ghi nhầm số phiếu');
    await inWindow('Gỡ biểu quyết ghi nhầm');
    await windowCloses();
    await browser.sees('Chưa ghi biểu quyết nào.');
    await browser.press('Đính chính biên bản');
    await browser.fill('Số biên bản', '05/BB-HĐ');
    await browser.fill('Lý do', 'Thiếu số');
    await inWindow('Đính chính biên bản');
    await windowCloses();
    await browser.sees('05/BB-HĐ');
  });

  inBrowser('entered by mistake is removed, with the reason', async () => {
    await registry.as.boardStaff.get(`mutation ($input: CreateCouncilInput!) { createCouncil(input: $input) { userErrors { message } } }`, {
      input: { unitId: given.commune, name: 'Hội đồng nhập nhầm', kind: 'EMULATION', validFrom: '2025-01-01' },
    });
    const { page } = await enter();
    await browser.goTo('/hoi-dong');
    await browser.follow('Hội đồng nhập nhầm');
    await rare('Xóa hội đồng nhập nhầm');
    await browser.fill('Lý do', 'Nhập nhầm');
    await inWindow('Xóa hội đồng nhập nhầm');
    await page.waitForURL(/\/hoi-dong$/u);
    expect(await page.getByText('Hội đồng nhập nhầm').count()).toBe(0);
  });
});
