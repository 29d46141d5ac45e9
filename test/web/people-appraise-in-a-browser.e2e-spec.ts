import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAppraisals, type Appraisal } from './given-appraisal.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let round: Appraisal;
let closed: Appraisal;
const given = givenAppraisals(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo B', 'LEADER');
  const member = await givenAccount(registry, 'uy-vien', 'Ủy viên C', 'COUNCIL_MEMBER', await given.units.establish({ name: 'Nơi khác' }));
  round = await given.appraisal('Đợt chấm điểm', 3);
  await givenAccount(registry, 'can-bo-xa', 'Cán bộ xã D', 'UNIT_OFFICER', round.communes[0]);
  await given.link(member, round.council.people[0]!);
  await given.assign({ ...round, entries: round.entries.slice(0, 2) }, round.council.people.slice(0, 2));
  closed = await given.appraisal('Đợt sẽ khóa', 3);
  await given.assign(closed);
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const open = async (): Promise<WebBrowser> => (browser = await WebBrowser.open(registry.url));
const evaluation = async (id: string): Promise<any> => given.result(id, registry.as.boardStaff);
const press = (name: string): Promise<void> => browser.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Points of the invented set, as people type them. */
const TYPED: Readonly<Record<string, string>> = { 'I.1': '4', 'I.2': '5,5', 'II.1': '30', 'II.2': '28', 'II.3': '20', 'II.4': '10' };

describe('a member of a council', () => {
  inBrowser(
    'scores from the list of their sheets; points above the maximum are said at their field, and what is typed is kept',
    async () => {
      const { page } = await open();
      await browser.enter('uy-vien', PASSWORD);
      await browser.follow('Phiếu chấm của tôi');
      await page.locator('tbody tr').nth(1).waitFor();
      expect(await page.locator('tbody tr').count()).toBe(2);
      await page.locator('tbody tr').first().getByRole('link').first().click();
      await page.getByRole('heading', { name: 'Phiếu chấm' }).waitFor();
      for (const [code, points] of Object.entries(TYPED)) await browser.fill(`Điểm ${code}`, points);
      await browser.sees('97,5/100 điểm');
      await browser.fill('Điểm I.1', '5');
      await browser.press('Lưu nháp');
      await page.locator('[aria-invalid="true"]').waitFor();
      expect(await page.locator('.sheet-line', { hasText: 'I.1' }).first().innerText()).toContain('“I.1”');
      await page.reload();
      await browser.sees('Đang giữ bản đang gõ trên máy này');
      expect(await page.getByLabel('Điểm I.2').inputValue()).toBe('5,5');
      await browser.fill('Điểm I.1', '4');
      await browser.fill('Nhận xét II.2', 'Còn thiếu biên bản.');
      await browser.press('Lưu nháp');
      await browser.sees('Đã lưu nháp. Chưa nộp.');
      expect((await evaluation(round.entries[0]!)).sheets).toMatchObject([{ state: 'DRAFT', total: '97.5' }]);
      await browser.press('Nộp phiếu');
      await browser.sees('Đã nộp phiếu.');
      expect((await evaluation(round.entries[0]!)).sheets).toMatchObject([{ state: 'SUBMITTED', total: '97.5' }]);
    },
  );

  inBrowser('is shown what a sheet lacks at each criterion, declares a conflict, and scores the entry no longer', async () => {
    const { page } = await open();
    await browser.enter('uy-vien', PASSWORD);
    await browser.goTo(`/tham-dinh/ho-so/${round.entries[1]}/cham`);
    await browser.fill('Điểm I.1', '4');
    await browser.press('Nộp phiếu');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(5);
    await browser.press('Tôi có xung đột lợi ích');
    await press('Khai báo xung đột lợi ích');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel('Vì sao').selectOption({ label: 'Quan hệ gia đình' });
    await browser.fill('Nói rõ', 'Người thân là chủ mô hình.');
    await press('Khai báo xung đột lợi ích');
    await browser.sees('Bạn có xung đột lợi ích với trường hợp này nên không chấm.');
    expect((await evaluation(round.entries[1]!)).judges.flatMap(({ conflicts }: any) => conflicts)).toMatchObject([{ reason: 'FAMILY' }]);
  });

  inBrowser('puts an earlier version of their sheet back, which is the draft from then on', async () => {
    const own = await given.appraisal('Đợt lưu nhiều lần', 1);
    await given.link(await givenAccount(registry, 'uy-vien-e', 'Ủy viên E', 'COUNCIL_MEMBER'), own.council.people[0]!);
    await given.assign(own);
    const { page } = await open();
    // The page says the same of each draft.
    const save = async (): Promise<void> => {
      const saved = page.waitForResponse(response => response.request().postData()?.includes('"points"') ?? false);
      await browser.press('Lưu nháp');
      await saved;
      await browser.sees('Đã lưu nháp. Chưa nộp.');
    };
    await browser.enter('uy-vien-e', PASSWORD);
    for (const points of ['2', '4']) {
      await browser.goTo(`/tham-dinh/ho-so/${own.entries[0]}/cham`);
      await browser.fill('Điểm I.1', points);
      await save();
    }
    await browser.press('Các lần lưu');
    await page.getByText('Khôi phục bản này').last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Điểm I.1').inputValue()).toBe('2');
    expect((await evaluation(own.entries[0]!)).sheets).toMatchObject([{ state: 'DRAFT', total: '2', version: 3 }]);
    await browser.fill('Điểm I.1', '3');
    await save();
    expect((await evaluation(own.entries[0]!)).sheets).toMatchObject([{ total: '3' }]);
  });

  inBrowser('does not open the sheet of an entry that they are not assigned to', async () => {
    await open();
    await browser.enter('uy-vien', PASSWORD);
    await browser.goTo(`/tham-dinh/ho-so/${round.entries[2]}/cham`);
    await browser.sees('Không có ở đây');
  });
});

describe('an officer of a commune', () => {
  inBrowser('assesses the own unit with points and evidence, first as a draft', async () => {
    const { page } = await open();
    await browser.enter('can-bo-xa', PASSWORD);
    await browser.follow('Phiếu chấm của tôi');
    await page.locator('tbody tr').first().getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Phiếu tự chấm' }).waitFor();
    await browser.fill('Điểm II.1', 'ba mươi');
    await browser.press('Lưu nháp');
    await page.locator('[aria-invalid="true"]').waitFor();
    for (const [code, points] of Object.entries(TYPED)) await browser.fill(`Điểm ${code}`, points);
    await browser.fill('Minh chứng II.1', 'Báo cáo số 12/BC.');
    await browser.press('Lưu nháp');
    await browser.sees('Đã lưu nháp. Chưa nộp.');
    expect((await evaluation(round.entries[0]!)).self).toBeNull();
    await browser.press('Nộp phiếu');
    await browser.sees('Đã nộp phiếu.');
    expect((await evaluation(round.entries[0]!)).self).toBe('97.5');
  });
});

describe('the staff of the board', () => {
  inBrowser('assigns evenly, and what cannot be is said in the window', async () => {
    const { page } = await open();
    const own = await given.appraisal('Đợt phân công', 2);
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo(`/tham-dinh/${own.roundId}`);
    await browser.press('Phân công chấm');
    await browser.fill('Số người mỗi trường hợp', '9');
    await press('Phân công');
    await page.getByRole('dialog').locator('[role=alert], [aria-invalid="true"]').first().waitFor();
    await browser.fill('Số người mỗi trường hợp', '2');
    await press('Phân công');
    await browser.sees('Đã phân công.');
    const judges = (await evaluation(own.entries[0]!)).judges;
    expect(judges.map(({ how }: any) => how)).toEqual(['BALANCED', 'BALANCED']);
    await page.getByLabel('Chọn cả trang').check();
    await browser.press('Phân công các dòng đã chọn');
    for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
    await press('Phân công');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await evaluation(own.entries[0]!)).judges).toHaveLength(3);
  });

  inBrowser('states what the sheets do not say, and finds it again', async () => {
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo(`/tham-dinh/ho-so/${round.entries[2]}`);
    await browser.press('Ghi thưởng, trừ, câu trả lời');
    await browser.fill('Điểm thưởng', 'một');
    await press('Lưu');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Căn cứ', 'Báo cáo của đơn vị');
    await press('Lưu');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Điểm thưởng', '1,5');
    await page.getByLabel('xảy ra tham nhũng').selectOption({ label: 'không' });
    await press('Lưu');
    await browser.sees('Đã lưu.');
    // As somebody who comes back: the page may not have been read anew yet.
    await browser.goTo(`/tham-dinh/ho-so/${round.entries[2]}`);
    await browser.press('Ghi thưởng, trừ, câu trả lời');
    expect(await page.getByLabel('xảy ra tham nhũng').inputValue()).toBe('no');
    expect(await page.getByLabel('mất đoàn kết nội bộ').inputValue()).toBe('');
    expect(await page.getByLabel('Điểm thưởng').inputValue()).toBe('1,5');
  });

  inBrowser('records a session and its votes; more votes than members are refused at their field', async () => {
    const { page } = await open();
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo(`/hoi-dong/${round.council.id}`);
    await browser.press('Ghi phiên họp');
    await browser.fill('Ngày họp', '10/12/2025');
    await page.getByLabel('Loại phiên họp').selectOption({ label: 'Phiên họp xét khen thưởng' });
    await browser.fill('Nội dung', 'Xét kết quả');
    const attends = page.locator('.attends select');
    await attends.first().waitFor();
    for (let i = 0; i < 3; i++) await attends.nth(i).selectOption('PRESENT');
    await press('Ghi phiên họp');
    await page.getByRole('heading', { name: 'Xét kết quả' }).waitFor();
    await browser.press('Ghi biểu quyết');
    await browser.fill('Vấn đề', 'Thông qua kết quả');
    for (const [name, votes] of Object.entries({ 'Tán thành': '9', 'Không tán thành': '0', 'Không có ý kiến': '0' }))
      await browser.fill(name, votes);
    await press('Ghi biểu quyết');
    await page.getByRole('dialog').locator('[role=alert], [aria-invalid="true"]').first().waitFor();
    await browser.fill('Tán thành', '3');
    await press('Ghi biểu quyết');
    await browser.sees('được thông qua');
  });

  inBrowser('closes a round with its session, opens each total step by step, and a leader decides what the text leaves open', async () => {
    const { page } = await open();
    for (const id of closed.entries) {
      await given.facts(id);
      await given.selfAssess(registry.as.unitOfficer, id);
      // The third is at zero in one criterion, so that no grade fits; the first two are equal.
      const points: Record<string, string> = id === closed.entries[2] ? { 'I.1': '0' } : {};
      for (const personId of closed.council.people) await given.enter(id, personId, points);
    }
    await given.session(closed, 'Thông qua kết quả');
    await browser.enter('can-bo-ban', PASSWORD);
    await browser.goTo(`/tham-dinh/${closed.roundId}`);
    await browser.press('Khóa, lấy kết quả');
    await press('Khóa, lấy kết quả');
    await page.getByRole('dialog').locator('[role=alert], [aria-invalid="true"]').first().waitFor();
    await page.getByLabel('Phiên họp thông qua').selectOption({ index: 1 });
    await press('Khóa, lấy kết quả');
    await browser.sees('Đã khóa đợt, kết quả đã có.');
    await page
      .getByRole('button', { name: /^Từng bước của/ })
      .first()
      .click();
    await browser.sees('Tính 3 phiếu.');
    expect(await page.getByRole('dialog').innerText()).toContain('30; 30; 30');
    await browser.press('Đóng');
    await page.context().clearCookies();
    await browser.enter('lanh-dao', PASSWORD);
    await browser.goTo(`/tham-dinh/${closed.roundId}`);
    await browser.press('Quyết định thứ hạng');
    await page.getByRole('button', { name: /^Đưa lên/ }).click();
    await browser.fill('Lý do', 'Bốc thăm trước hội đồng.');
    await press('Quyết định thứ hạng');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await evaluation(closed.entries[1]!)).rank).toBe(1);
    await browser.press('Quyết định xếp loại');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Xếp loại' }).selectOption({ label: 'Hoàn thành tốt' });
    await press('Quyết định xếp loại');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').waitFor();
    await browser.fill('Lý do', 'Tờ trình của Hội đồng.');
    await press('Quyết định xếp loại');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await evaluation(closed.entries[2]!)).toMatchObject({ grade: 'Hoàn thành tốt', needsDecision: false });
    await browser.press('Mở lại sau khiếu nại');
    await browser.fill('Lý do', 'Khiếu nại của xã.');
    await press('Mở lại sau khiếu nại');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await browser.sees('Khiếu nại của xã.');
    expect((await evaluation(closed.entries[0]!)).final).toBeNull();
  });
});
