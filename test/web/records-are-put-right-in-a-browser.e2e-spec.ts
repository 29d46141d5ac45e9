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
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (path: string): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter('can-bo-ban', PASSWORD);
  await browser.goTo(path);
  return browser;
};
const inWindow = async (button: string): Promise<void> =>
  browser.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });
const rare = async (button: string): Promise<void> => {
  await browser.page.getByText('Việc khác', { exact: true }).click();
  await browser.press(button);
};
const withReason = async (button: string): Promise<void> => {
  await browser.fill('Lý do', 'Nhập nhầm');
  await inWindow(button);
};
const entered = async (name: string, input: object, field: string): Promise<string> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id } userErrors { message } } }`;
  const answer = (await registry.as.boardStaff.get(document, { input }))[name];
  expect(answer.userErrors).toEqual([]);
  return answer[field].id;
};

describe('a post', () => {
  inBrowser('is corrected, and removed where it was entered by mistake; its unit is needed', async () => {
    const post = { title: 'Trưởng ban', unitId: given.commune };
    const id = await entered('recordPerson', { name: 'Cá nhân A', unitId: given.commune, post }, 'person');
    const { page } = await enter(`/con-nguoi/${id}`);
    await browser.press('Đính chính: Trưởng ban, Xã Bình An');
    await browser.fill('Chức vụ', 'Phó trưởng ban');
    await inWindow('Đính chính chức vụ');
    await browser.sees('Cần điền mục này.');
    expect(await browser.faults()).toEqual([]);
    await withReason('Đính chính chức vụ');
    await windowCloses();
    await page.getByRole('strong').filter({ hasText: 'Phó trưởng ban' }).waitFor();
    await browser.press('Xóa: Phó trưởng ban, Xã Bình An');
    await withReason('Xóa chức vụ nhập nhầm');
    await windowCloses();
    await browser.sees('Chưa ghi chức vụ nào.');
    await rare('Xóa người nhập nhầm');
    await withReason('Xóa người nhập nhầm');
    await page.waitForURL(/\/con-nguoi$/u);
  });
});

describe('a movement', () => {
  inBrowser('is renamed from a day on, and the name is taken back; the future has no name yet', async () => {
    const { page } = await enter(`/phong-trao/${given.movement}`);
    await rare('Đổi tên');
    await browser.fill('Tên mới', 'Thi đua Dân vận khéo giai đoạn mới');
    await browser.fill('Mang tên mới từ ngày', '1/1/2099');
    await browser.fill('Lý do', 'Kế hoạch mới');
    await inWindow('Đổi tên');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Mang tên mới từ ngày', '1/3/2026');
    await inWindow('Đổi tên');
    await windowCloses();
    await page.getByRole('heading', { name: 'Thi đua Dân vận khéo giai đoạn mới', level: 1 }).waitFor();
    await rare('Hủy lần đổi tên gần nhất');
    await withReason('Hủy lần đổi tên gần nhất');
    await windowCloses();
    await page.getByRole('heading', { name: 'Thi đua Dân vận khéo', exact: true, level: 1 }).waitFor();
  });

  inBrowser('is not corrected on a page of an earlier day, which shows the name of that day', async () => {
    const id = await entered('launchMovement', { launcherId: given.province, name: 'Tên trước', starts: '2026-01-01' }, 'movement');
    await entered('renameMovement', { id, expectedVersion: 1, name: 'Tên sau', from: '2026-03-01', reason: 'Kế hoạch mới' }, 'movement');
    const { page } = await enter(`/phong-trao/${id}?ngay=2026-02-01`);
    await page.getByRole('heading', { name: 'Tên trước', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /Đính chính|Đổi tên|Khôi phục/u }).count()).toBe(0);
    await browser.goTo(`/phong-trao/${id}`);
    await page.getByRole('heading', { name: 'Tên sau', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Đính chính', exact: true }).waitFor();
  });

  inBrowser('says again what it said before a change', async () => {
    const id = await entered('launchMovement', { launcherId: given.province, name: 'Phong trào B', note: 'Ghi chú đúng' }, 'movement');
    const { page } = await enter(`/phong-trao/${id}`);
    await browser.press('Đính chính');
    await browser.fill('Ghi chú', 'Ghi chú sai');
    await withReason('Đính chính');
    await windowCloses();
    await page
      .getByRole('button', { name: /^Khôi phục bản này/u })
      .last()
      .click();
    await withReason('Khôi phục bản này');
    await windowCloses();
    await page.getByRole('definition').filter({ hasText: 'Ghi chú đúng' }).waitFor();
  });

  inBrowser('entered twice is one, and one entered by mistake goes while it has no rounds', async () => {
    const twice = await entered('launchMovement', { launcherId: given.province, name: 'Thi đua Dân vận khéo (2)' }, 'movement');
    const wrong = await entered('launchMovement', { launcherId: given.province, name: 'Phong trào nhầm' }, 'movement');
    const { page } = await enter(`/phong-trao/${twice}`);
    await rare('Gộp vào phong trào khác');
    await browser.pick('Phong trào được giữ lại', 'dan van kheo', /^Thi đua Dân vận khéo Tỉnh/u);
    await withReason('Gộp vào phong trào khác');
    await page.getByRole('heading', { name: 'Thi đua Dân vận khéo', exact: true, level: 1 }).waitFor();
    await rare('Xóa phong trào nhập nhầm');
    await withReason('Xóa phong trào nhập nhầm');
    // It has a round.
    await page.getByRole('dialog').locator('.note, [aria-invalid="true"]').first().waitFor();
    await browser.goTo(`/phong-trao/${wrong}`);
    await rare('Xóa phong trào nhập nhầm');
    await withReason('Xóa phong trào nhập nhầm');
    await page.waitForURL(/\/phong-trao$/u);
    await page.getByRole('link', { name: 'Thi đua Dân vận khéo', exact: true }).waitFor();
    expect(await page.getByText('Phong trào nhầm').count()).toBe(0);
  });
});

describe('a round', () => {
  inBrowser('is corrected; one entered twice is one, and one entered by mistake goes', async () => {
    const round = { movementId: given.movement, unitId: given.province, opensOn: '2026-01-01', closesOn: '2026-02-01' };
    const id = await entered('openRegistrationRound', { ...round, name: 'Đợt sai tên' }, 'registrationRound');
    const twice = await entered('openRegistrationRound', { ...round, name: 'Đợt hai lần' }, 'registrationRound');
    const { page } = await enter(`/dot-dang-ky/${id}`);
    await rare('Đính chính đợt');
    await browser.fill('Tên đợt', 'Đợt đúng tên');
    await browser.fill('Hạn cuối', '1/12/2025');
    await withReason('Đính chính đợt');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Hạn cuối', '1/2/2026');
    await page.getByLabel('Cấp tỉnh').check();
    expect(await browser.faults()).toEqual([]);
    await inWindow('Đính chính đợt');
    await windowCloses();
    await page.getByRole('heading', { name: 'Đợt đúng tên', level: 1 }).waitFor();
    await page.getByRole('definition').filter({ hasText: 'Cấp tỉnh' }).waitFor();
    await browser.goTo(`/dot-dang-ky/${twice}`);
    await rare('Gộp vào đợt khác');
    await browser.pick('Đợt được giữ lại', 'dung ten', /Đợt đúng tên/u);
    await withReason('Gộp vào đợt khác');
    await page.getByRole('heading', { name: 'Đợt đúng tên', level: 1 }).waitFor();
    await rare('Xóa đợt nhập nhầm');
    await withReason('Xóa đợt nhập nhầm');
    await page.getByRole('heading', { name: 'Thi đua Dân vận khéo', exact: true, level: 1 }).waitFor();
  });
});
