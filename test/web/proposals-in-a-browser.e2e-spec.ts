import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { dayInVietnam } from '../../src/shared/dates.js';
import { PDF } from '../files/given-files.js';
import { givenProposals } from '../proposals/given-proposals.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { eachPageFits } from './every-width.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let round: any;
let pages: readonly string[] = [];
const given = givenProposals(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo B', 'LEADER');
  await givenAccount(registry, 'can-bo-xa', 'Cán bộ xã C', 'UNIT_OFFICER');
  const { communes, registrationIds } = await given.rounds.received(2);
  round = await given.closedRound(communes[0]!, registrationIds, { name: 'Đợt bình xét năm' });
  const everything = await givenAccount(registry, 'xem-het', 'Người xem hết', 'BOARD_STAFF');
  await given.rounds.done(registry.as.everyRole, 'giveGrant', { holderId: everything, role: 'LEADER', reason: 'Kiểm thử' });
  const shown = await draftByHand('Trang xem', { met: [{ code: 'EXEMPLARY', basis: 'Chi bộ xác nhận' }] }, { name: 'Cá nhân G' });
  const hold = await given.done(given.hold({ bodyId: shown.unit, unitId: shown.unit, name: 'Cá nhân G' }));
  await given.done(given.part('askClearance', await given.one(shown.id), { agency: 'Công an xã' }));
  await given.done(given.toBody(await given.one(shown.id), shown.unit));
  pages = [
    '/',
    '/to-trinh',
    '/to-trinh?trangthai=RETURNED',
    `/to-trinh/${shown.id}`,
    `/to-trinh/${shown.id}/sua`,
    `/to-trinh/${shown.id}/quyet-dinh`,
    '/to-trinh/lap',
    `/to-trinh/lap?dot=${round.id}`,
    '/to-trinh/khong-co',
    '/chua-khen',
    `/chua-khen/${hold.id}`,
    '/chua-khen/khong-co',
    `/tham-dinh/${round.id}?xem=ket-qua`,
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
const draftByHand = async (title: string, ...lines: object[]): Promise<any> => {
  const province = await given.rounds.units.establish({ kind: 'TINH', name: title });
  const unit = await given.rounds.units.establish({ name: `Xã ${title}`, parentId: province });
  const items = (lines.length > 0 ? lines : [{}]).map(more => given.line({ unitId: unit, ...more }));
  return { unit, ...(await given.done(given.draft({ proposerId: unit, title, items }))) };
};

describe('the staff of the board', () => {
  inBrowser('drafts a proposal from the results of a closed round; what a line lacks is said at its field', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/tham-dinh/${round.id}`);
    await browser.follow('Lập tờ trình khen thưởng');
    await page.getByText('Những kết quả được đề nghị').waitFor();
    await browser.press('Lập tờ trình');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await browser.pick('Cơ quan đề nghị', 'xa 1', 'Xã 1');
    await browser.fill('Trích yếu', 'Đề nghị khen mô hình tiêu biểu');
    await browser.press('Thêm dòng');
    await browser.fill('Tên như trên quyết định', 'Cá nhân A');
    await page.getByLabel('Đối tượng', { exact: true }).last().selectOption('INDIVIDUAL');
    await browser.fill('Số lượng, khi chưa có tên', 'năm');
    await browser.press('Lập tờ trình');
    await browser.sees('Không phải số.');
    await browser.fill('Số lượng, khi chưa có tên', '');
    await browser.fill('Thành tích', 'Vận động hiến đất làm đường');
    await page.getByText('Điều kiện đạt được').last().click();
    await browser.fill('gương mẫu chấp hành chủ trương, pháp luật', 'Chi bộ xác nhận');
    await browser.fill('hoàn thành tốt nhiệm vụ, nghĩa vụ công dân', 'Xếp loại năm');
    expect(await browser.faults()).toEqual([]);
    await browser.press('Lập tờ trình');
    await page.getByRole('heading', { name: 'Đề nghị khen mô hình tiêu biểu' }).waitFor();
    await browser.sees('gần đủ điều kiện');
    expect(await page.locator('.proposed > li').count()).toBe(3);
    expect(await browser.faults()).toEqual([]);
  });

  inBrowser('edits its lines without losing what shows a condition', async () => {
    const met = [{ code: 'EXEMPLARY', basis: 'Chi bộ xác nhận' }];
    const own = await draftByHand('Sửa danh sách', { met, periodFrom: '2025-01-01' });
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/to-trinh/${own.id}`);
    await browser.follow('Sửa tờ trình');
    expect(await page.getByLabel('gương mẫu chấp hành').inputValue()).toBe('Chi bộ xác nhận');
    await browser.fill('hoàn thành tốt nhiệm vụ, nghĩa vụ công dân', 'Xếp loại năm');
    await browser.press('Lưu');
    await browser.sees('2/3');
    const shown = 'query ($id: ID!) { proposal(id: $id) { items { name periodFrom met { code } } } }';
    expect((await registry.as.boardStaff.get(shown, { id: own.id })).proposal.items).toEqual([
      { name: 'Cá nhân A', periodFrom: '2025-01-01', met: [{ code: 'DUTY' }, { code: 'EXEMPLARY' }] },
    ]);
  });

  inBrowser('completes the dossier, asks agencies, makes it public and sends it where the power is', async () => {
    const own = await draftByHand('Hồ sơ đầy đủ');
    const { page } = await enter('can-bo-ban', 360);
    await browser.goTo(`/to-trinh/${own.id}`);
    await page.locator('input[type=file]').setInputFiles({ name: 'To trinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await page.getByText('To trinh.pdf').first().waitFor();
    await browser.press('Ghi đã hỏi');
    await inWindow('Ghi đã hỏi');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Cơ quan được hỏi', 'Công an xã');
    await inWindow('Ghi đã hỏi');
    await windowCloses();
    await browser.press('Ghi trả lời: Công an xã');
    await page
      .getByLabel('Kết quả', { exact: true })
      .or(page.getByLabel('Kết quả *', { exact: true }))
      .selectOption('CLEAR');
    await inWindow('Ghi trả lời');
    await windowCloses();
    await browser.sees('Không có vướng mắc');
    await browser.press('Công khai');
    await browser.fill('Số ngày làm việc', 'ba');
    await inWindow('Công khai');
    await browser.sees('Không phải số.');
    await browser.fill('Số ngày làm việc', '3');
    await inWindow('Công khai');
    await windowCloses();
    await browser.press('Ghi ý kiến');
    await browser.fill('Nội dung ý kiến', 'Chưa xứng đáng');
    await inWindow('Ghi ý kiến');
    await windowCloses();
    await browser.press('Trả lời');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Trả lời', exact: true }).fill('Đã kiểm tra');
    await inWindow('Trả lời');
    await windowCloses();
    await browser.sees('Đã kiểm tra');
    await browser.press('Trình');
    await browser.pick('Nơi nhận', 'ho so day du', 'Xã Xã Hồ sơ đầy đủ');
    await browser.fill('Ngày trình', '1/1/2090');
    await inWindow('Trình');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Ngày trình', '');
    await inWindow('Trình');
    await windowCloses();
    await browser.sees('Đã trình');
    expect(await browser.faults()).toEqual([]);
    expect(await browser.overflow()).toBeLessThanOrEqual(0);
  });

  inBrowser('sets the quotas of a round; half a quota is refused at its field', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/tham-dinh/${round.id}?xem=ket-qua`);
    await browser.press('Đặt hạn mức');
    await browser.press('Thêm hạn mức');
    await browser.fill('Tối đa', '2,5');
    await browser.fill('Căn cứ', 'Kế hoạch xét khen');
    await inWindow('Đặt hạn mức');
    await browser.sees('Không phải số.');
    await browser.fill('Tối đa', '2');
    await inWindow('Đặt hạn mức');
    await windowCloses();
    await page.getByText('0/2').waitFor();
  });
});

describe('a leader', () => {
  inBrowser('is led to what was sent, leaves out the held line with a reason, and decides', async () => {
    const own = await draftByHand('Trình lãnh đạo', {}, { name: 'Cá nhân B' });
    await given.done(given.hold({ bodyId: own.unit, unitId: own.unit, name: 'Cá nhân B' }));
    await given.done(given.toBody(own, own.unit));
    const { page } = await enter('lanh-dao');
    await page.getByRole('link', { name: 'Trình lãnh đạo' }).click();
    await browser.follow('Quyết định khen thưởng');
    await browser.fill('Số, ký hiệu', '12/QĐ-UBND');
    const today = dayInVietnam(new Date()).split('-').toReversed().join('/');
    await browser.fill('Ngày ban hành', today);
    await browser.press('Quyết định khen thưởng');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Vì sao chưa khen dòng 2', 'Chờ kết luận');
    expect(await browser.faults()).toEqual([]);
    await browser.press('Quyết định khen thưởng');
    await browser.sees('đã khen');
    await browser.sees('Chờ kết luận');
    expect(await given.one(own.id)).toMatchObject({
      state: 'DECIDED',
      items: [{ leftOutReason: null }, { leftOutReason: 'Chờ kết luận' }],
    });
  });

  inBrowser('returns a proposal with a reason, which waits for the board again', async () => {
    const own = await draftByHand('Trả lại');
    await given.done(given.toBody(own, own.unit));
    const { page } = await enter('lanh-dao');
    await browser.goTo(`/to-trinh/${own.id}`);
    await browser.press('Trả lại');
    await inWindow('Trả lại');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Lý do', 'Bổ sung biên bản');
    await inWindow('Trả lại');
    await windowCloses();
    await browser.sees('Bổ sung biên bản');
  });
});

describe('a hold', () => {
  inBrowser('is placed, prolonged and lifted by those who decide; nobody else is shown the list', async () => {
    await given.rounds.units.establish({ name: 'Tỉnh Giữ lại', kind: 'TINH' });
    const { page } = await enter('can-bo-ban');
    await browser.follow('Chưa khen thưởng');
    await browser.press('Ghi nhận chưa khen thưởng');
    await browser.pick('Cơ quan ghi nhận', 'giu lai', 'Giữ lại');
    await browser.pick('Đơn vị', 'giu lai', 'Giữ lại');
    await browser.fill('Tên, khi chưa có trong danh bạ', 'Cá nhân H');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Căn cứ' }).selectOption('VERIFICATION');
    await browser.fill('Đang xem xét, xác minh điều gì', 'Đang xác minh đơn');
    await browser.fill('Văn bản hoặc cơ quan nêu việc này', 'Công văn của thanh tra');
    await browser.fill('Ngày xem lại', '1/1/2020');
    await inWindow('Ghi nhận chưa khen thưởng');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.fill('Ngày xem lại', '1/1/2030');
    await inWindow('Ghi nhận chưa khen thưởng');
    await page.getByRole('heading', { name: 'Cá nhân H' }).waitFor();
    expect(await browser.faults()).toEqual([]);
    await browser.press('Xem lại, gia hạn');
    await browser.fill('Ngày xem lại tiếp theo', '1/6/2030');
    await browser.fill('Lý do', 'Chưa có kết luận');
    await inWindow('Xem lại, gia hạn');
    await windowCloses();
    await page.getByText('01/06/2030').first().waitFor();
    await browser.press('Hết diện chưa khen thưởng');
    await browser.fill('Lý do', 'Đã kết luận không vi phạm');
    await inWindow('Hết diện chưa khen thưởng');
    await windowCloses();
    await page
      .getByText(/hết diện \d/)
      .first()
      .waitFor();
    await page.context().clearCookies();
    await browser.enter('can-bo-xa', PASSWORD);
    expect(await page.getByRole('link', { name: 'Chưa khen thưởng' }).count()).toBe(0);
    await browser.goTo('/chua-khen');
    await browser.sees('Không có ai trong diện chưa khen thưởng.');
  });
});

describe('every page of proposals and holds', () => {
  eachPageFits({ url: () => registry.url, name: 'xem-het', password: PASSWORD, pages: () => pages });
});
