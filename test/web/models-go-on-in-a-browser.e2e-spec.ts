import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { dayInVietnam } from '../../src/shared/dates.js';
import { PDF } from '../files/given-files.js';
import { givenReplications } from '../replications/given-replications.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { eachPageFits } from './every-width.js';
import { givenAppraisals } from './given-appraisal.js';
import { givenAccount, givenMovement, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let model: string;
let pages: readonly string[] = [];
const given = givenAppraisals(() => registry);
const { made, refused } = givenReplications(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  await givenAccount(registry, 'can-bo-xa', 'Cán bộ xã B', 'UNIT_OFFICER');
  const everything = await givenAccount(registry, 'xem-het', 'Người xem hết', 'BOARD_STAFF');
  await given.done(registry.as.everyRole, 'giveGrant', { holderId: everything, role: 'UNIT_OFFICER', reason: 'Kiểm thử' });
  const { commune, round } = await givenMovement(registry);
  const fresh = await given.models.draft(commune, { roundId: round });
  await given.models.step('submitModels', [fresh]);
  await given.models.step('receiveModels', [fresh]);
  const past = {
    title: 'Mô hình gốc',
    unitId: commune,
    subjectKind: 'COLLECTIVE',
    attestedOn: '2019-01-01',
    source: 'Sổ',
    running: 'ACTIVE',
  };
  model = await made('recordPast', past, 'model');
  const recognised = { state: 'RECOGNISED', on: '2024-03-10', level: 'COMMUNE', source: 'QĐ cũ', deviationReason: 'Sổ cũ' };
  expect(await refused('recordPastRegistration', { id: model, expectedVersion: 1, ...recognised })).toEqual([]);
  const own = await given.appraisal('Đợt tự chấm', 1);
  pages = [`/mo-hinh/${model}`, '/tham-dinh/mo', `/tham-dinh/ho-so/${own.entries[0]}/tu-cham`, '/tham-dinh'];
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

describe('the unit of a recognised model', () => {
  inBrowser('is led from what waits to the question whether it still runs; a change without words is refused at its field', async () => {
    const { page } = await enter('can-bo-xa', 360);
    await page.getByLabel('Cần làm').selectOption('ANSWER_STILL_ALIVE');
    await page.locator('.task').first().waitFor();
    await page.locator('.task .button').first().click();
    await page.getByRole('dialog').waitFor();
    await inWindow('Trả lời câu hỏi duy trì');
    await browser.sees('Cần điền mục này.');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Mô hình hiện nay' }).selectOption('CHANGED');
    await inWindow('Trả lời câu hỏi duy trì');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    expect(await browser.faults()).toEqual([]);
    await browser.fill('Cụ thể đã thay đổi gì, hoặc vì sao dừng', 'Chuyển sang ba tổ');
    await inWindow('Trả lời câu hỏi duy trì');
    await windowCloses();
    await browser.sees('Chuyển sang ba tổ');
  });

  inBrowser('attaches evidence to a criterion of its self-assessment, and detaches it with a reason', async () => {
    const { page } = await enter('can-bo-xa');
    await browser.goTo(pages[2]!);
    await page.getByLabel('Minh chứng cho tiêu chí').selectOption('II.1');
    await page.locator('input[type=file]').setInputFiles({ name: 'Bao cao.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await page.getByText('Bao cao.pdf').first().waitFor();
    await browser.press('Gỡ tệp: Bao cao.pdf');
    await browser.fill('Lý do', 'Nhầm tệp');
    await inWindow('Gỡ tệp');
    await windowCloses();
    await browser.sees('Chưa có tệp minh chứng nào.');
  });
});

describe('the staff of the board', () => {
  inBrowser('opens a round by criteria, council and registrations; what is missing is said at its field', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.follow('Đợt thẩm định');
    await browser.follow('Mở đợt thẩm định');
    await browser.press('Mở đợt thẩm định');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(3);
    await browser.fill('Tên đợt', 'Đợt bình xét mới');
    await browser.pick('Cơ quan tổ chức', 'song lam', /^Tỉnh Sông Lam/u);
    await browser.pick('Bộ tiêu chí', 'minh họa');
    await browser.fill('Số ngày nhận khiếu nại', 'mười');
    await browser.press('Mở đợt thẩm định');
    await browser.sees('Không phải số.');
    expect(await browser.faults()).toEqual([]);
    await browser.fill('Số ngày nhận khiếu nại', '10');
    await browser.pick('Lần đăng ký đã tiếp nhận của đợt đăng ký', 'đợt của năm', 'Đợt của năm');
    await browser.sees('Những lần đăng ký được thẩm định');
    await browser.press('Mở đợt thẩm định');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel('Đợt minh họa').selectOption({ label: 'có' });
    await browser.press('Mở đợt thẩm định');
    await page.getByRole('heading', { name: 'Đợt bình xét mới' }).waitFor();
    await browser.sees('0/1');
  });

  inBrowser('records who copies a model and what an inspection found', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/mo-hinh/${model}`);
    await browser.press('Ghi nhận một nơi nhân rộng');
    await inWindow('Ghi nhận một nơi nhân rộng');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.pick('Mô hình nhân rộng', 'mo hinh 1', 'Mô hình 1');
    await browser.fill('Giữ nguyên', 'Cách vận động từng hộ');
    await inWindow('Ghi nhận một nơi nhân rộng');
    await windowCloses();
    await page.locator('.tree').getByRole('link', { name: 'Mô hình 1' }).waitFor();
    await browser.press('Ghi kết quả kiểm tra');
    await browser.pick('Đơn vị kiểm tra', 'song lam', /^Tỉnh Sông Lam/u);
    await browser.fill('Thành phần đoàn', 'Ban Dân vận');
    await browser.fill('Ngày kiểm tra', '1/1/2090');
    await browser.fill('Kết quả kiểm tra', 'Mô hình hoạt động đều');
    await inWindow('Ghi kết quả kiểm tra');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Ngày kiểm tra', dayInVietnam(new Date()));
    await inWindow('Ghi kết quả kiểm tra');
    await windowCloses();
    await browser.sees('Mô hình hoạt động đều');
    expect(await browser.faults()).toEqual([]);
  });
});

describe('every page of how models go on', () => {
  eachPageFits({ url: () => registry.url, name: 'xem-het', password: PASSWORD, pages: () => pages });
});
