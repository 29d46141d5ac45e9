import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { eachPageFits } from './every-width.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
let browser: WebBrowser;
let pages: readonly string[] = [];

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  given = await givenMovement(registry);
  await givenAccount(registry, 'quan-tri', 'Quản trị A', 'ADMINISTRATOR');
  const staff = await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban B', 'BOARD_STAFF');
  await registry.as.everyRole.get(`mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { userErrors { message } } }`, {
    input: { holderId: staff, role: 'ADMINISTRATOR', reason: 'Kiểm thử' },
  });
  pages = [
    '/bien-dong/moi',
    '/bien-dong/danh-muc',
    '/noi-nhan-ho-so',
    '/noi-nhan-ho-so?khoi=MILITARY',
    `/phong-trao/${given.movement}`,
    `/dot-dang-ky/${given.round}`,
  ];
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (name: string, width?: number): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url, width);
  await browser.enter(name, PASSWORD);
  return browser;
};
const inWindow = async (button: string): Promise<void> =>
  browser.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });
const unit = async (text: string): Promise<any> =>
  (
    await registry.as.reader.get(
      `query ($filter: UnitFilter) { units(filter: $filter, asOf: "2027-06-01") { nodes { fullName predecessors { whole unit { fullName } } } } }`,
      { filter: { text } },
    )
  ).units.nodes[0];

describe('an administrator', () => {
  inBrowser('splits a commune, and corrects to whom it passed; a unit that is missing is said at its field', async () => {
    const { page } = await enter('quan-tri');
    await browser.goTo('/bien-dong/moi');
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'Thành lập' });
    await browser.fill('Tên', 'Bình Tân');
    await browser.pick('Cấp trên', 'song lam', /^Tỉnh Sông Lam/u);
    await browser.fill('Ngày hiệu lực', '1/1/2026');
    await browser.press('Xem trước');
    await browser.press('Ghi vào sổ');
    await page.getByRole('heading', { name: 'Biến động đơn vị' }).waitFor();

    await browser.follow('Ghi biến động');
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'Tách, chia' });
    await browser.pick('Đơn vị', 'binh yen', 'Xã Bình Yên');
    await browser.fill('Ngày hiệu lực', '1/3/2026');
    await browser.press('Xem trước');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await browser.pick('Phần tách ra về đơn vị', 'binh tan', 'Xã Bình Tân');
    expect(await browser.faults()).toEqual([]);
    await browser.press('Xem trước');
    await browser.sees('Ghi được.');
    await browser.press('Ghi vào sổ');
    await page.getByRole('heading', { name: 'Biến động đơn vị' }).waitFor();
    expect((await unit('binh tan')).predecessors).toEqual([{ whole: false, unit: { fullName: 'Xã Bình Yên' } }]);

    await browser.follow('Ghi biến động');
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'Đính chính kế thừa ghi sai' });
    await browser.pick('Đơn vị', 'binh yen', 'Xã Bình Yên');
    await browser.fill('Ngày kế thừa đã ghi', '1/3/2026');
    await browser.pick('Đơn vị kế thừa', 'binh an', 'Xã Bình An');
    await page.getByLabel('Nhận', { exact: true }).selectOption({ label: 'một phần' });
    await browser.press('Xem trước');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Ghi chú', 'Ghi nhầm đơn vị');
    await browser.press('Xem trước');
    await browser.sees('Ghi được.');
    await browser.press('Ghi vào sổ');
    await page.getByRole('heading', { name: 'Biến động đơn vị' }).waitFor();
    expect((await unit('binh tan')).predecessors).toEqual([]);
    expect((await unit('binh an')).predecessors).toEqual([{ whole: false, unit: { fullName: 'Xã Bình Yên' } }]);
  });

  inBrowser('checks an official list, sees what is wrong in which row, and writes the right one', async () => {
    const { page } = await enter('quan-tri');
    const csv = (...lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
      name: 'danh-muc.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['code,name,type,parent_code', ...lines].join('\n')),
    });
    await browser.goTo('/bien-dong');
    await browser.follow('Nhập danh mục đơn vị');
    await browser.press('Kiểm tra danh mục');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Ngày của danh mục', '1/3/2026');
    await page.locator('input[type=file]').setInputFiles(csv('77,Tỉnh Mới,Tỉnh,', '77001,Xã Một,Làng,77'));
    await browser.sees('Đã đính kèm.');
    await browser.press('Kiểm tra danh mục');
    await browser.sees('1 điều cần sửa trong tệp');
    await page.getByRole('cell', { name: /dòng 3/u }).waitFor();
    expect(await browser.faults()).toEqual([]);
    expect(await page.getByRole('button', { name: 'Ghi vào sổ' }).count()).toBe(0);
    await page.locator('input[type=file]').setInputFiles(csv('77,Tỉnh Mới,Tỉnh,', '77001,Xã Một,Xã,77'));
    await page.getByText('1 điều cần sửa trong tệp').waitFor({ state: 'hidden' });
    await browser.press('Kiểm tra danh mục');
    await browser.press('Ghi vào sổ');
    await browser.sees('Đã ghi danh mục vào sổ.');
    expect(await unit('xa mot')).toMatchObject({ fullName: 'Xã Một' });
  });
});

describe('the staff of the board', () => {
  inBrowser('set who receives files, correct it and end it; what is missing is said at its field', async () => {
    const { page } = await enter('can-bo-ban', 360);
    await browser.goTo('/noi-nhan-ho-so');
    await browser.press('Định nơi nhận');
    await inWindow('Định nơi nhận');
    await browser.sees('Cần điền mục này.');
    await browser.pick('Hồ sơ của', 'binh an', 'Xã Bình An');
    await browser.pick('Nơi tiếp nhận', 'song lam', /^Tỉnh Sông Lam/u);
    await browser.fill('Căn cứ', 'Quy chế của tỉnh');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Định nơi nhận');
    await windowCloses();
    await browser.press('Đính chính: Xã Bình An');
    await browser.fill('Căn cứ', 'Quy chế số 5');
    await browser.fill('Lý do', 'Ghi thiếu số');
    await inWindow('Đính chính');
    await windowCloses();
    await browser.press('Kết thúc: Xã Bình An');
    await browser.fill('Ngày cuối', '31/12/2030');
    await browser.fill('Lý do', 'Quy chế mới');
    await inWindow('Kết thúc');
    await windowCloses();
    await page.getByText('31/12/2030').first().waitFor();
  });

  inBrowser('set which items a form needs, and see the targets of a movement', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/dot-dang-ky/${given.round}`);
    await browser.press('Giao chỉ tiêu');
    await browser.pick('Cho đơn vị', 'binh an', 'Xã Bình An');
    await browser.fill('Số mô hình', '4');
    await browser.fill('Căn cứ', 'Kế hoạch năm');
    await inWindow('Giao chỉ tiêu');
    await windowCloses();
    await browser.goTo(`/phong-trao/${given.movement}`);
    await page.getByRole('region', { name: 'Chỉ tiêu' }).getByText('Kế hoạch năm').waitFor();
    await browser.press('Định mục phải có');
    await inWindow('Định mục phải có');
    await browser.sees('Cần điền mục này.');
    await page.getByRole('dialog').getByLabel('Mục tiêu, tiêu chí').uncheck();
    await browser.fill('Căn cứ', 'Hướng dẫn số 1');
    await inWindow('Định mục phải có');
    await windowCloses();
    await browser.sees('Hướng dẫn số 1');
    expect(await page.locator('.facts').innerText()).not.toContain('Mục tiêu, tiêu chí');
  });
});

describe('every page of changed units', () => {
  eachPageFits({ url: () => registry.url, name: 'can-bo-ban', password: PASSWORD, pages: () => pages });
});
