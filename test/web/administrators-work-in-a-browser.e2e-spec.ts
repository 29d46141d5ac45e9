import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { TOTP } from 'otpauth';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
let browser: WebBrowser;
const units = givenUnits(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  given = await givenMovement(registry);
  await givenAccount(registry, 'quan-tri', 'Quản trị A', 'ADMINISTRATOR');
  await givenAccount(registry, 'kiem-tra', 'Kiểm tra B', 'AUDITOR');
  await givenAccount(registry, 'hai-lop', 'Cán bộ C', 'BOARD_STAFF');
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const open = async (): Promise<WebBrowser> => (browser = await WebBrowser.open(registry.url));

describe('an administrator', () => {
  inBrowser('creates an account, whose owner sets a password by the secret that is shown once', async () => {
    const { page } = await open();
    await browser.enter('quan-tri', PASSWORD);
    await browser.goTo('/tai-khoan');
    await browser.press('Lập tài khoản');
    await browser.fill('Họ tên hiển thị', 'Cán bộ mới');
    await browser.fill('Tên đăng nhập', 'Tên Có Dấu');
    await page.getByRole('dialog').getByRole('button', { name: 'Lập tài khoản' }).click();
    await page.getByRole('dialog').locator('[aria-invalid="true"]').waitFor();
    await browser.fill('Tên đăng nhập', 'can-bo-moi');
    await page.getByRole('dialog').getByRole('button', { name: 'Lập tài khoản' }).click();
    await browser.press('Cấp mã đặt mật khẩu');
    const secret = await page.locator('.secret').innerText();
    await page.context().clearCookies();
    await browser.goTo('/dat-mat-khau');
    await browser.fill('Mã đặt mật khẩu', secret);
    await browser.fill('Mật khẩu mới', PASSWORD);
    await browser.fill('Gõ lại mật khẩu mới', PASSWORD);
    await browser.press('Đặt mật khẩu');
    await browser.sees('Đã đặt mật khẩu.');
    await browser.enter('can-bo-moi', PASSWORD);
    await browser.goTo('/toi');
    await browser.sees('Bạn chưa được cấp quyền nào.');
  });

  inBrowser('says whose account it is; somebody who is not in the directory is not found', async () => {
    const { province } = given;
    await registry.as.boardStaff.get(`mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { userErrors { message } } }`, {
      input: { name: 'Cá nhân D', unitId: province },
    });
    const { page } = await open();
    await browser.enter('quan-tri', PASSWORD);
    await browser.goTo('/tai-khoan?chu=hai-lop');
    await page.locator('summary', { hasText: 'Thao tác' }).click();
    await browser.press('Gắn với người trong danh bạ');
    const inWindow = page.getByRole('dialog').getByRole('button', { name: 'Gắn với người trong danh bạ' });
    await inWindow.click();
    await browser.sees('Cần điền mục này.');
    await browser.fill('Người trong danh bạ', 'khong co ai');
    await browser.sees('Không thấy.');
    await browser.pick('Người trong danh bạ', 'ca nhan d', 'Cá nhân D');
    await browser.fill('Lý do', 'Phân công');
    await inWindow.click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: 'Cá nhân D' }).waitFor();
  });

  inBrowser('previews a merger of communes, applies it and undoes it', async () => {
    const { page } = await open();
    await browser.enter('quan-tri', PASSWORD);
    await browser.goTo('/bien-dong/moi');
    await browser.pick('Đơn vị được nhập', 'binh yen', 'Xã Bình Yên');
    await browser.pick('Nhập vào', 'binh an', 'Xã Bình An');
    await browser.fill('Ngày hiệu lực', '1/1/2027');
    await browser.press('Xem trước');
    await browser.sees('Ghi được.');
    const inForce = async (): Promise<number> =>
      (await registry.as.reader.get('{ units(filter: { text: "binh yen" }, asOf: "2027-06-01") { totalCount } }')).units.totalCount;
    expect(await inForce()).toBe(1);
    await browser.press('Ghi vào sổ');
    await page.getByRole('heading', { name: 'Biến động đơn vị' }).waitFor();
    expect(await inForce()).toBe(0);
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await browser.fill('Lý do', 'Thử');
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await page.locator('tbody .badge', { hasText: 'Đã hoàn tác' }).waitFor();
    expect(await inForce()).toBe(1);
  });

  inBrowser('says for which territory an organisation works, and sets its last day', async () => {
    const territoryId = await units.find('Bình Yên');
    const body = await units.establish({ name: 'Ban Dân vận Đảng ủy', line: 'PARTY', kind: 'PARTY_BOARD', territoryId });
    const { page } = await open();
    await browser.enter('quan-tri', PASSWORD);
    await browser.goTo(`/don-vi/${body}`);
    await browser.sees('Chưa giao địa bàn.');
    await browser.press('Giao địa bàn phụ trách');
    const dialog = page.getByRole('dialog');
    await browser.pick('Địa bàn', 'binh yen', 'Xã Bình Yên');
    await browser.fill('Từ', '1/1/2026');
    await browser.fill('Căn cứ', 'Quy chế làm việc');
    await dialog.getByRole('button', { name: 'Giao địa bàn phụ trách' }).click();
    await browser.sees('Từ 01/01/2026 · Quy chế làm việc');
    expect(await browser.faults()).toEqual([]);
    await browser.press('Kết thúc phụ trách');
    await browser.fill('Đến', '30/6/2026');
    await browser.fill('Lý do', 'Thay đổi phân công');
    await dialog.getByRole('button', { name: 'Kết thúc phụ trách' }).click();
    await browser.sees('Từ 01/01/2026 đến 30/06/2026 · Quy chế làm việc');
  });

  inBrowser('makes a token that is shown once', async () => {
    const { page } = await open();
    await browser.enter('quan-tri', PASSWORD);
    await browser.goTo('/ma-truy-cap');
    await browser.press('Tạo mã truy cập');
    await browser.fill('Tên mã', 'Báo cáo tháng');
    await browser.fill('Ngày cuối dùng được', '31/12/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo mã truy cập' }).click();
    const token = await page.locator('.secret').innerText();
    expect(token.length).toBeGreaterThan(20);
    await page.reload();
    await browser.sees('Báo cáo tháng');
    expect(await page.content()).not.toContain(token);
  });
});

describe('an auditor', () => {
  inBrowser('filters the trail, and the filter is in the address', async () => {
    const { page } = await open();
    await browser.enter('kiem-tra', PASSWORD);
    await browser.goTo('/nhat-ky');
    await page.getByLabel('Đã làm').selectOption({ label: 'phát động phong trào' });
    await page.waitForURL(/viec=movement\.launched/);
    await page.getByRole('cell', { name: 'phát động phong trào' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
  });
});

describe('everybody', () => {
  inBrowser('switches on a second factor by a picture, and is asked for its code from then on', async () => {
    const { page } = await open();
    await browser.enter('hai-lop', PASSWORD);
    await browser.goTo('/toi');
    const part = page.locator('.part', { hasText: 'Xác thực hai lớp' });
    await part.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await browser.press('Bật xác thực hai lớp');
    await page.locator('svg.qr').waitFor();
    const totp = new TOTP({ secret: await part.locator('code').first().innerText() });
    await browser.fill('Mã 6 số', totp.generate());
    await browser.press('Xác nhận');
    await browser.sees('Mỗi mã dùng được một lần');
    const recovery = (await page.locator('.secret').innerText()).split('\n')[0]!;
    await page.context().clearCookies();
    await browser.signIn('hai-lop', PASSWORD);
    await browser.fill('Mã xác thực hai lớp', recovery);
    await browser.press('Đăng nhập');
    await browser.sees('Không có việc nào chờ bạn.');
  });
});
