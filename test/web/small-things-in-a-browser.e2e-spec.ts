import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { givenFigures } from '../indicators/given-figures.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAccount, givenMovement, PASSWORD, type Movement } from './given-people.js';

let registry: TestRegistry;
let given: Movement;
let browser: WebBrowser;
const figures = givenFigures(() => registry);

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
  browser.page.getByRole('dialog').last().getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });
const rare = async (button: string): Promise<void> => {
  await browser.page.getByText('Việc khác', { exact: true }).first().click();
  await browser.press(button);
};
async function past(title: string, more: object = {}): Promise<string> {
  const input = { title, unitId: given.commune, subjectKind: 'COLLECTIVE', attestedOn: '2024-01-01', source: 'Sổ cũ', ...more };
  const document = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } userErrors { message } } }`;
  const { recordPast } = await registry.as.boardStaff.get(document, { input });
  expect(recordPast.userErrors).toEqual([]);
  return recordPast.model.id;
}

describe('a model of the past', () => {
  inBrowser('gets the state that a paper says later, and a fact that was a mistake is removed', async () => {
    const id = await past('Mô hình sổ cũ');
    const { page } = await enter(`/mo-hinh/${id}`);
    await rare('Ghi tình trạng vận hành chưa rõ');
    await page.getByRole('dialog').getByLabel('Tình trạng vận hành').selectOption('ACTIVE');
    await browser.fill('Nguồn', 'Báo cáo năm 2024');
    await inWindow('Ghi tình trạng vận hành chưa rõ');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Ngày giấy tờ ghi', '1/6/2024');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Ghi tình trạng vận hành chưa rõ');
    await windowCloses();
    await rare('Đính chính ngày, giấy tờ ghi nhận');
    await browser.fill('Nguồn', 'Sổ cũ, trang 3');
    await browser.fill('Lý do', 'Thiếu trang');
    await inWindow('Đính chính ngày, giấy tờ ghi nhận');
    await windowCloses();
    const seen = (await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version running source } }', { id })).model;
    expect(seen).toMatchObject({ running: 'ACTIVE', source: 'Sổ cũ, trang 3' });
    const fact = { id, expectedVersion: seen.version, kind: 'OUTSTANDING', on: '2024-02-01', source: 'Nhầm sổ' };
    const document = `mutation ($input: RecordModelFactInput!) { recordModelFact(input: $input) { userErrors { message } } }`;
    expect((await registry.as.boardStaff.get(document, { input: fact })).recordModelFact.userErrors).toEqual([]);
    await browser.goTo(`/mo-hinh/${id}`);
    await page.getByRole('button', { name: /^Xóa ghi nhận nhập nhầm/u }).click();
    await browser.fill('Lý do', 'Nhầm mô hình');
    await inWindow('Xóa ghi nhận nhập nhầm');
    await windowCloses();
    await page.getByText('Nhầm sổ', { exact: true }).waitFor({ state: 'hidden' });
  });

  inBrowser('is assigned to a unit to be copied; the plan is corrected, and removed with the reason', async () => {
    const { page } = await enter(`/mo-hinh/${await past('Mô hình để nhân rộng')}`);
    await browser.press('Giao đơn vị nhân rộng');
    await browser.pick('Đơn vị được giao', 'binh yen', 'Xã Bình Yên');
    await inWindow('Giao đơn vị nhân rộng');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Phải xong trước ngày', '31/12/2099');
    await browser.fill('Căn cứ giao', 'Kế hoạch năm');
    await inWindow('Giao đơn vị nhân rộng');
    await windowCloses();
    await browser.sees('hạn 31/12/2099');
    await browser.press('Xóa kế hoạch nhập nhầm: Xã Bình Yên');
    await browser.fill('Lý do', 'Nhập nhầm');
    await inWindow('Xóa kế hoạch nhập nhầm');
    await windowCloses();
    await page.getByText('hạn 31/12/2099').waitFor({ state: 'hidden' });
  });
});

describe('filters of the models', () => {
  inBrowser('are saved by a name and chosen again; without a name they are not saved', async () => {
    await past('Mô hình dừng');
    const { page } = await enter('/mo-hinh?doituong=COLLECTIVE&chu=dung');
    await rare('Lưu bộ lọc này');
    await inWindow('Lưu bộ lọc này');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Tên bộ lọc', 'Tập thể, có chữ dừng');
    await inWindow('Lưu bộ lọc này');
    await windowCloses();
    await browser.goTo('/mo-hinh');
    await rare('Bộ lọc đã lưu');
    expect(await browser.faults()).toEqual([]);
    await browser.follow('Tập thể, có chữ dừng');
    await page.waitForURL(/chu=dung/u);
    await page.waitForURL(/doituong=COLLECTIVE/u);
  });

  inBrowser('go into the file that is exported', async () => {
    const { page } = await enter('/mo-hinh?chu=so+cu');
    await rare('Kết xuất');
    await inWindow('Kết xuất');
    await page.waitForURL(/toi\/ket-xuat/u);
    await page.getByRole('heading', { name: 'Tệp đã kết xuất', level: 1 }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    expect(await browser.faults()).toEqual([]);
  });
});

describe('a figure', () => {
  inBrowser('has a target and remarks; what came of a remark is said', async () => {
    const indicator = await figures.indicator({ name: 'Số hộ tham gia', measure: 'hộ' });
    const figure = await figures.reported(indicator, given.commune, '120');
    const { page } = await enter('/so-lieu');
    await browser.follow('Chỉ tiêu số liệu');
    await browser.press('Giao chỉ tiêu');
    await browser.pick('Chỉ tiêu', 'so ho', 'Số hộ tham gia');
    await browser.pick('Đơn vị', 'binh an', 'Xã Bình An');
    await browser.fill('Từ', '1/1/2022');
    await browser.fill('Đến', '31/12/2022');
    await browser.fill('Mức phải đạt', 'nhiều');
    await browser.fill('Căn cứ', 'Kế hoạch năm');
    await inWindow('Giao chỉ tiêu');
    await page.getByRole('dialog').locator('[aria-invalid="true"], .note').first().waitFor();
    await browser.fill('Mức phải đạt', '100');
    await inWindow('Giao chỉ tiêu');
    await windowCloses();
    await page.getByRole('row', { name: /Số hộ tham gia/u }).waitFor();
    expect(await browser.faults()).toEqual([]);
    await figures.remark(figure, { text: 'Ý của người khác' });
    await browser.goTo(`/so-lieu/${figure}`);
    await browser.press('Ghi ý kiến');
    await browser.fill('Ý kiến', 'Cao hơn mọi năm');
    await page.getByLabel('Cần theo dõi, xử lý').check();
    await inWindow('Ghi ý kiến');
    await windowCloses();
    await browser.press('Ghi kết quả xử lý: Cao hơn mọi năm');
    await browser.fill('Kết quả xử lý', 'Đã kiểm tra, đúng');
    await inWindow('Ghi kết quả xử lý');
    await windowCloses();
    await browser.sees('Đã kiểm tra, đúng');
    const removals = page.getByRole('button', { name: /^Xóa ý kiến ghi nhầm/ });
    expect(await removals.evaluateAll(all => all.map(one => one.getAttribute('aria-label')))).toEqual([
      'Xóa ý kiến ghi nhầm: Cao hơn mọi năm',
    ]);
  });
});
