import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { PDF } from '../files/given-files.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
let browser: WebBrowser;

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ api: { trustedOnly: false } });
  given = await givenMovement(registry);
  await givenAccount(registry, 'can-bo-xa', 'Cán bộ xã A', 'UNIT_OFFICER', given.commune);
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban B', 'BOARD_STAFF');
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo C', 'LEADER');
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

/** The items of the registration form, as the form names them. */
const ITEMS = [
  'Thực trạng, lý do',
  'Mục tiêu, tiêu chí',
  'Nội dung, cách thức',
  'Đối tượng thụ hưởng',
  'Lực lượng: chủ trì, phối hợp, tham gia',
  'Nguồn lực',
  'Tiến độ, ngày đánh giá',
  'Sản phẩm, kết quả đầu ra',
  'Khả năng duy trì, nhân rộng',
];
const NAMES = ['situation', 'aims', 'approach', 'audience', 'forces', 'resources', 'schedule', 'outputs', 'sustainability'];
const FORM = Object.fromEntries(NAMES.map(name => [name, 'Có.']));

/** How long an answer is held back. */
const LATE_MS = 1_000;

const open = async (): Promise<WebBrowser> => (browser = await WebBrowser.open(registry.url));
const state = async (title: string): Promise<string> => {
  const { models } = await registry.as.reader.get(`query ($text: String) { models(filter: { text: $text }) { nodes { state } } }`, {
    text: title,
  });
  return models.nodes[0]?.state;
};

describe('signing in', () => {
  inBrowser('a wrong password is said at once, and the right one leads to what waits in two questions', async () => {
    const { page, asked } = await open();
    await browser.signIn('can-bo-ban', 'sai mật khẩu rồi');
    await page.getByRole('alert').waitFor();
    await browser.fill('Mật khẩu', PASSWORD);
    asked.length = 0;
    await browser.press('Đăng nhập');
    await browser.sees('Không có việc nào chờ bạn.');
    // The command itself, who I am, what waits for me.
    expect(asked.filter(one => one.includes('/graphql'))).toHaveLength(3);
  });

  inBrowser('a session that ends elsewhere asks to sign in again over the page, and nothing typed is lost', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    await browser.goTo('/mo-hinh/moi');
    await browser.fill('Tên mô hình', 'Đang gõ dở');
    await browser.page.context().clearCookies();
    await browser.fill('Đơn vị đăng ký', 'binh an');
    await browser.sees('Phiên làm việc đã hết');
    await browser.fill('Tên đăng nhập', 'can-bo-xa');
    await browser.fill('Mật khẩu', PASSWORD);
    await browser.press('Đăng nhập');
    await page.getByText('Phiên làm việc đã hết').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Tên mô hình').first().inputValue()).toBe('Đang gõ dở');
  });
});

describe('an officer of a commune', () => {
  inBrowser('registers a model, with what is missing said at its field, and the draft kept over a reload', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    await browser.goTo(`/mo-hinh/moi?dot=${given.round}`);
    await browser.press('Lưu bản nháp');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Tên mô hình', 'Tuyến đường hoa tự quản');
    await browser.fill('Thực trạng, lý do', 'Ven đường nhiều rác.');
    await browser.sees('Đang giữ bản đang gõ trên máy này');
    await page.reload();
    expect(await page.getByLabel('Tên mô hình').first().inputValue()).toBe('Tuyến đường hoa tự quản');
    await browser.pick('Đơn vị đăng ký', 'binh an', 'Xã Bình An');
    await browser.fill('Dự kiến kết thúc', '1/1/2020');
    await browser.fill('Bắt đầu', '15.3.2026');
    await browser.press('Lưu bản nháp');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await state('Tuyến đường hoa tự quản')).toBeUndefined();
    await browser.fill('Dự kiến kết thúc', '31/12/2027');
    // What the round asks for is said at each item before anything is submitted.
    expect(await page.getByText('chưa viết; cần có khi nộp').count()).toBe(ITEMS.length - 1);
    for (const item of ITEMS.slice(1)) await browser.fill(item, 'Có.');
    await browser.press('Lưu bản nháp');
    await page.getByRole('heading', { name: 'Tuyến đường hoa tự quản' }).waitFor();
    await browser.press('Nộp đăng ký');
    await browser.press('Nộp đăng ký');
    await browser.sees('Nộp đăng ký: đã ghi.');
    expect(await state('Tuyến đường hoa tự quản')).toBe('SUBMITTED');
  });

  inBrowser('is shown a model with a like title before saving', async () => {
    await open();
    await browser.enter('can-bo-xa', PASSWORD);
    await browser.goTo('/mo-hinh/moi');
    await browser.fill('Tên mô hình', 'Tuyến đường hoa tự quản thôn');
    await browser.pick('Đơn vị đăng ký', 'binh an', 'Xã Bình An');
    await browser.sees('Có thể đã đăng ký rồi');
  });

  inBrowser('attaches a file with its kind, and a file of another sort is refused in a sentence', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    const id = await draft('Mô hình có tệp');
    await browser.goTo(`/mo-hinh/${id}`);
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'anh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await browser.sees('Đã đính kèm.');
    await page.getByRole('link', { name: 'anh.pdf' }).waitFor();
    await input.setInputFiles({ name: 'x.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await page.locator('.uploads [role=alert]').waitFor();
  });
});

describe('an answer that was read before a command', () => {
  inBrowser('does not cover what the command changed', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    const id = await draft('Mô hình đọc chậm');
    await browser.goTo(`/mo-hinh/${id}`);
    await page.getByRole('heading', { name: 'Mô hình đọc chậm' }).waitFor();
    // Of the answers with the model the first is held back. It is read before the file is attached, and comes after that.
    let read = (): void => undefined;
    const isRead = new Promise<void>(resolve => (read = resolve));
    let answers = 0;
    await page.route('**/graphql', async route => {
      if (route.request().postData()?.includes('"fileId"')) await isRead;
      const answer = await route.fetch().catch(() => undefined);
      if ((await answer?.text())?.startsWith('{"data":{"model"') && ++answers === 1) {
        read();
        await page.waitForTimeout(LATE_MS);
      }
      // The client may have given the request up.
      await (answer ? route.fulfill({ response: answer }) : route.abort()).catch(() => undefined);
    });
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'cham.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await page.getByRole('link', { name: 'cham.pdf' }).waitFor();
    await page.waitForTimeout(2 * LATE_MS);
    expect(answers).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: 'cham.pdf' }).count()).toBe(1);
  });
});

describe('a command', () => {
  inBrowser('waits for the one before, and is known as done when the page shows it', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    const id = await draft('Mô hình làm tiếp');
    await browser.goTo(`/mo-hinh/${id}`);
    await page.route('**/graphql', async route => {
      const answer = await route.fetch().catch(() => undefined);
      await page.waitForTimeout(LATE_MS);
      await (answer ? route.fulfill({ response: answer }) : route.abort()).catch(() => undefined);
    });
    await page.locator('input[type=file]').setInputFiles({ name: 'lau.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await page.waitForRequest(request => request.postData()?.includes('"fileId"') ?? false);
    // The page has the version from before the file.
    await browser.press('Nộp đăng ký');
    await browser.press('Nộp đăng ký');
    await browser.sees('Nộp đăng ký: đã ghi.');
    expect(await page.getByRole('button', { name: 'Nộp đăng ký', exact: true }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'lau.pdf' }).count()).toBe(1);
    expect(await state('Mô hình làm tiếp')).toBe('SUBMITTED');
  });
});

describe('the staff of the board', () => {
  inBrowser('receives from the list of what waits, and returns with a reason', async () => {
    const id = await submitted('Mô hình sẽ bị trả');
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    const task = page.locator('.task', { hasText: 'Mô hình sẽ bị trả' });
    await task.getByRole('link', { name: 'Tiếp nhận' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await browser.sees('Tiếp nhận: đã ghi.');
    await browser.press('Trả lại để bổ sung');
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await page.getByRole('dialog').locator('[aria-invalid="true"], [role="alert"]').first().waitFor();
    await browser.fill('Lý do', 'Bổ sung số hộ tham gia.');
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await browser.sees('Hồ sơ bị trả lại để bổ sung');
    expect(await state('Mô hình sẽ bị trả')).toBe('RETURNED');
    expect(id).toBeTruthy();
  });

  inBrowser('finds the drafts of all units by a choice that counts them, with its own address', async () => {
    await draft('Còn đang viết');
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo('/mo-hinh?chu=dang%20viet');
    await page.getByRole('search').getByLabel('Hồ sơ', { exact: true }).selectOption({ label: 'Bản nháp (1)' });
    await page.waitForURL(/hoso=DRAFT/);
    await page.locator('tbody').getByRole('link', { name: 'Còn đang viết' }).waitFor();
  });

  inBrowser('takes one step for many models, and each has its answer', async () => {
    await submitted('Hàng loạt một');
    await draft('Hàng loạt hai');
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo('/mo-hinh?chu=hang%20loat');
    await page.getByLabel('Chọn cả trang').check();
    await page.getByLabel('Làm với các mô hình đã chọn').selectOption({ label: 'Tiếp nhận' });
    await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận' }).click();
    await browser.sees('Mỗi mô hình một kết quả');
    expect(await page.locator('.answers .badge').allInnerTexts()).toEqual(expect.arrayContaining(['● đã ghi', '✕ chưa được']));
    expect([await state('Hàng loạt một'), await state('Hàng loạt hai')]).toEqual(['RECEIVED', 'DRAFT']);
  });

  inBrowser('extends a round for one commune, and a day that is none is said at its field', async () => {
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo(`/dot-dang-ky/${given.round}`);
    await browser.press('Gia hạn cho một đơn vị');
    await browser.pick('Cho đơn vị', 'binh yen', 'Xã Bình Yên');
    await browser.fill('Hạn mới', '31/02/2030');
    await browser.fill('Lý do', 'Mưa lũ');
    await browser.sees('Không phải ngày.');
    await browser.fill('Hạn mới', '15-1-2030');
    await page.getByRole('dialog').getByRole('button', { name: 'Gia hạn cho một đơn vị' }).click();
    await page.getByRole('cell', { name: '15/01/2030' }).waitFor();
  });
});

async function draft(title: string): Promise<string> {
  const { draftModel } = await registry.as.unitOfficer.get(
    `mutation ($input: DraftModelInput!) { draftModel(input: $input) { model { id } userErrors { message } } }`,
    { input: { title, unitId: given.commune, subjectKind: 'COLLECTIVE', roundId: given.round, form: FORM } },
  );
  return draftModel.model.id;
}

async function submitted(title: string): Promise<string> {
  const id = await draft(title);
  await registry.as.unitHead.get(`mutation ($input: StepModelsInput!) { submitModels(input: $input) { userErrors { message } } }`, {
    input: { models: [{ id }] },
  });
  return id;
}
