import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { givenFigures } from '../indicators/given-figures.js';
import { givenReviews } from '../reviews/given-reviews.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { eachPageFits } from './every-width.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let review: string;
let toReturn: string;
let wholeFigure: string;
let pages: readonly string[] = [];
const figures = givenFigures(() => registry);
const reviews = givenReviews(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  const units = givenUnits(() => registry);
  const province = await units.establish({ kind: 'TINH', name: 'Sông Lam' });
  const commune = await units.establish({ name: 'Bình An', parentId: province });
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo C', 'LEADER');
  await givenAccount(registry, 'can-bo-xa', 'Cán bộ xã B', 'UNIT_OFFICER');
  const indicator = await figures.indicator({ name: 'Số hộ tham gia', measure: 'hộ' });
  const part = await figures.indicator({ name: 'Số hộ mới', measure: 'hộ' });
  await figures.identity('PARTS_TOTAL', indicator, part);
  const whole = await figures.reported(indicator, commune, '120', { starts: '2024-01-01', ends: '2024-12-31' });
  await figures.reported(part, commune, '100', { starts: '2024-01-01', ends: '2024-12-31' });
  toReturn = await figures.reported(indicator, commune, '90', { starts: '2023-01-01', ends: '2023-12-31' });
  review = await reviews.open(province, { name: 'Sơ kết năm 2024', unitIds: [commune] });
  await reviews.task(review);
  wholeFigure = whole;
  pages = [
    '/so-lieu',
    '/so-lieu/chi-tieu',
    `/so-lieu/${whole}`,
    '/toi/ket-xuat',
    '/so-ket',
    `/so-ket/${review}`,
    '/so-lieu/khong-co',
    '/so-ket/khong-co',
  ];
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (name: string): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter(name, PASSWORD);
  return browser;
};
const inWindow = async (button: string): Promise<void> =>
  browser.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });

describe('an officer of a unit', () => {
  inBrowser('reports a figure as printed and sees how it is read; what is no number is refused at its field', async () => {
    const { page } = await enter('can-bo-xa');
    await browser.follow('Số liệu');
    await browser.press('Báo cáo số liệu');
    await inWindow('Báo cáo số liệu');
    await browser.sees('Cần điền mục này.');
    await browser.pick('Chỉ tiêu', 'so ho moi', 'Số hộ mới');
    await browser.pick('Đơn vị', 'binh an', 'Xã Bình An');
    await browser.fill('Đến', '2025');
    await browser.fill('Nguồn', 'Báo cáo năm, trang 2');
    await browser.fill('Số đúng như in', 'nhiều hộ');
    await inWindow('Báo cáo số liệu');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Số đúng như in', 'trên 150');
    await inWindow('Báo cáo số liệu');
    await page.getByRole('heading', { name: 'Số hộ mới' }).waitFor();
    await browser.sees('150 hộ');
    await browser.sees('trên 150');
  });

  inBrowser('sends in the figures of its unit for a review', async () => {
    await enter('can-bo-xa');
    await browser.follow('Sơ kết, tổng kết');
    await browser.follow('Sơ kết năm 2024');
    await browser.sees('lệch 20');
    await browser.press('Nộp số liệu: Xã Bình An');
    await browser.sees('Đã nộp số liệu.');
  });
});

describe('the staff of the board', () => {
  inBrowser('returns a figure with a reason, and approves those that are chosen', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/so-lieu/${toReturn}`);
    await browser.press('Trả lại');
    await inWindow('Trả lại');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Lý do', 'Thiếu trang nguồn');
    await inWindow('Trả lại');
    await windowCloses();
    await browser.sees('Thiếu trang nguồn');
    await browser.goTo('/so-lieu?trangthai=REPORTED');
    await page.getByLabel('Chọn cả trang').check();
    await page.getByRole('button', { name: /^Duyệt \d+ số liệu/ }).click();
    await browser.sees('Đã duyệt.');
  });

  inBrowser('explains why the parts of a figure do not add up to it', async () => {
    await enter('lanh-dao');
    await browser.goTo(`/so-lieu/${wholeFigure}`);
    await browser.page.getByRole('button', { name: /^Giải trình chênh lệch: / }).click();
    await inWindow('Giải trình chênh lệch');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Vì sao không khớp', 'Một thôn chưa gửi số liệu');
    await inWindow('Giải trình chênh lệch');
    await windowCloses();
    await browser.sees('Một thôn chưa gửi số liệu');
  });

  inBrowser('opens a review, corrects it, and gives a unit more time; a day before the deadline is refused at its field', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo('/so-ket');
    await browser.press('Mở sơ kết, tổng kết');
    await inWindow('Mở sơ kết, tổng kết');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Tên', 'Tổng kết ba năm');
    await browser.pick('Đơn vị', 'song lam', 'Tỉnh Sông Lam');
    await browser.fill('Kỳ', '03 năm');
    await browser.fill('Từ', '2022');
    await browser.fill('Đến', '2024');
    await browser.fill('Hạn nộp', '31/12/2029');
    await browser.pick('Đơn vị tổ chức', 'song lam', 'Tỉnh Sông Lam');
    await browser.pick('Đơn vị báo cáo', 'binh an', 'Xã Bình An');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Mở sơ kết, tổng kết');
    await page.getByRole('heading', { name: 'Tổng kết ba năm' }).waitFor();
    await browser.press('Gia hạn nộp: Xã Bình An');
    await browser.fill('Hạn mới', '1/1/2020');
    await browser.fill('Lý do', 'Mưa lũ');
    await inWindow('Gia hạn nộp');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Hạn mới', '15/1/2030');
    await inWindow('Gia hạn nộp');
    await windowCloses();
    await browser.sees('Mưa lũ');
    await browser.press('Đính chính');
    await browser.fill('Chủ đề', 'Xây dựng nông thôn mới');
    await browser.fill('Lý do', 'Bổ sung chủ đề');
    await inWindow('Đính chính');
    await windowCloses();
    await browser.sees('Xây dựng nông thôn mới');
  });

  inBrowser('settles a task and freezes the numbers of a review', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/so-ket/${review}`);
    await browser.press('Thêm nhiệm vụ');
    await inWindow('Thêm nhiệm vụ');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Nội dung', 'Rà soát mô hình đã dừng');
    await inWindow('Thêm nhiệm vụ');
    await windowCloses();
    await browser.press('Ghi kết quả: Rà soát mô hình đã dừng');
    await browser.fill('Kết quả', 'Đã rà soát');
    await inWindow('Ghi kết quả');
    await windowCloses();
    await browser.sees('Đã rà soát');
    await browser.press('Chốt số liệu');
    await inWindow('Chốt số liệu');
    await windowCloses();
    await browser.sees('số của ngày');
    expect((await reviews.read(review, 'freezes { id }')).freezes).toHaveLength(1);
  });
});

describe('every page of figures and reviews', () => {
  eachPageFits({ url: () => registry.url, name: 'can-bo-ban', password: PASSWORD, pages: () => pages });
});
