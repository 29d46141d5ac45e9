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

/** How long an answer is held back: longer than what a page waits before it says so. */
const SLOW_MS = 6_000;

const enter = async (): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter('can-bo-ban', PASSWORD);
  return browser;
};
const inWindow = async (button: string): Promise<void> =>
  browser.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
const windowCloses = (): Promise<void> => browser.page.getByRole('dialog').waitFor({ state: 'hidden' });

async function draft(title: string): Promise<string> {
  const { draftModel } = await registry.as.unitOfficer.get(
    `mutation ($input: DraftModelInput!) { draftModel(input: $input) { model { id } userErrors { message } } }`,
    { input: { title, unitId: given.commune, subjectKind: 'COLLECTIVE' } },
  );
  return draftModel.model.id;
}
const model = async (id: string): Promise<any> =>
  (
    await registry.as.reader.get(
      `query ($id: ID!) { model(id: $id) { title place themes { name } jointOwners { fullName } mergedInto { title } form { aims situation } } }`,
      { id },
    )
  ).model;
async function savedElsewhere(id: string, values: object): Promise<void> {
  const { editModel } = await registry.as.boardStaff.get(
    `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { message } } }`,
    { input: { id, expectedVersion: 1, ...values } },
  );
  expect(editModel.userErrors).toEqual([]);
}

describe('a model that two people change at the same time', () => {
  inBrowser('keeps what each of them changed; where both changed one field, a person chooses', async () => {
    const id = await draft('Hai người cùng sửa');
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${id}/sua`);
    await browser.fill('Mục tiêu, tiêu chí', 'Mục tiêu của tôi');
    await browser.fill('Địa điểm', 'Thôn Một');
    await savedElsewhere(id, { place: 'Thôn Hai', form: { situation: 'Thực trạng của họ' } });
    await browser.press('Lưu thay đổi');
    await browser.sees('Người khác vừa sửa thành: Thôn Hai');
    expect(await browser.faults()).toEqual([]);
    expect(await page.getByLabel('Thực trạng, lý do').inputValue()).toBe('Thực trạng của họ');
    // Nothing is saved before it is chosen.
    await browser.press('Lưu thay đổi');
    expect((await model(id)).place).toBe('Thôn Hai');
    await browser.press('Giữ bản của tôi');
    await browser.press('Lưu thay đổi');
    await page.getByRole('heading', { name: 'Hai người cùng sửa' }).waitFor();
    expect(await model(id)).toMatchObject({
      place: 'Thôn Một',
      form: { aims: 'Mục tiêu của tôi', situation: 'Thực trạng của họ' },
    });
  });

  inBrowser('also when what was typed was kept from another day', async () => {
    const id = await draft('Gõ dở hôm qua');
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${id}/sua`);
    await browser.fill('Địa điểm', 'Thôn Một');
    await browser.sees('Đang giữ bản đang gõ trên máy này');
    await browser.goTo('/');
    await savedElsewhere(id, { place: 'Thôn Hai', themes: ['Chuyển đổi số'] });
    await browser.goTo(`/mo-hinh/${id}/sua`);
    await browser.sees('Người khác vừa sửa thành: Thôn Hai');
    await browser.press('Lấy mọi bản của họ');
    await browser.press('Lưu thay đổi');
    await page.getByRole('heading', { name: 'Gõ dở hôm qua' }).waitFor();
    expect(await model(id)).toMatchObject({ place: 'Thôn Hai', themes: [{ name: 'Chuyển đổi số' }] });
  });
});

describe('a model of several units', () => {
  inBrowser('has its joint owners and themes by their names, with keys alone', async () => {
    const id = await draft('Liên xã');
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${id}/sua`);
    await page.getByLabel('Đơn vị cùng thực hiện').first().focus();
    await page.keyboard.type('binh yen');
    // Only what was typed is offered.
    await page.getByRole('option', { name: 'Xã Bình Yên' }).waitFor();
    expect(await page.getByRole('option', { name: /^Xã Bình An/u }).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await browser.pick('Chuyên đề', 'Giảm nghèo', 'Giảm nghèo');
    await browser.pick('Chuyên đề', 'Nhầm', 'Nhầm');
    await browser.press('Bỏ chọn: Nhầm');
    await browser.press('Lưu thay đổi');
    await page.getByRole('heading', { name: 'Liên xã' }).waitFor();
    expect(await model(id)).toMatchObject({ themes: [{ name: 'Giảm nghèo' }], jointOwners: [{ fullName: 'Xã Bình Yên' }] });
  });
});

describe('what was entered twice', () => {
  inBrowser('is merged into the model that remains, and separated again; not into itself', async () => {
    const id = await draft('Nhập hai lần');
    await draft('Bản được giữ');
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${id}`);
    await page.getByText('Việc khác', { exact: true }).click();
    await browser.press('Gộp vào mô hình khác');
    await inWindow('Gộp vào mô hình khác');
    await browser.sees('Cần điền mục này.');
    await browser.pick('Mô hình được giữ lại', 'nhap hai lan', 'Nhập hai lần');
    await browser.fill('Lý do', 'Nhập trùng');
    await inWindow('Gộp vào mô hình khác');
    await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
    await browser.pick('Mô hình được giữ lại', 'ban duoc giu', 'Bản được giữ');
    await inWindow('Gộp vào mô hình khác');
    await windowCloses();
    await page.locator('.note').getByRole('link', { name: 'Bản được giữ' }).waitFor();
    await browser.press('Tách lại mô hình đã gộp');
    await page.locator('.note').getByRole('link', { name: 'Bản được giữ' }).waitFor({ state: 'hidden' });
    expect((await model(id)).mergedInto).toBeNull();
  });

  inBrowser('is one person again', async () => {
    const entered = [
      ['Cá nhân A', given.commune],
      ['Cá nhân A', given.province],
      ['Cá nhân B', given.commune],
    ] as const;
    for (const [name, unitId] of entered) {
      await registry.as.boardStaff.get(`mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { userErrors { message } } }`, {
        input: { name, unitId },
      });
    }
    const { page } = await enter();
    await browser.goTo('/con-nguoi');
    await page
      .getByRole('row', { name: /Cá nhân A.*Bình An/u })
      .getByRole('link')
      .click();
    await browser.press('Gộp với người khác');
    await browser.pick('Bản được giữ lại', 'ca nhan b', 'Cá nhân B');
    await browser.fill('Lý do', 'Nhập trùng');
    await inWindow('Gộp với người khác');
    // Another name is another person.
    await page.getByRole('dialog').getByRole('alert').or(page.getByRole('dialog').locator('[aria-invalid="true"]')).first().waitFor();
    await browser.pick('Bản được giữ lại', 'ca nhan a', /Sông Lam/u);
    await inWindow('Gộp với người khác');
    await windowCloses();
    const of = { filter: { text: 'ca nhan a' } };
    const asked = 'query ($filter: PersonFilter) { people(filter: $filter) { nodes { unit { fullName } } } }';
    expect((await registry.as.boardStaff.get(asked, of)).people.nodes).toEqual([{ unit: { fullName: 'Tỉnh Sông Lam' } }]);
  });
});

describe('papers of the past', () => {
  inBrowser('add a registration that was recognised; without its source it is refused at its field', async () => {
    const past = { title: 'Mô hình của sổ cũ', unitId: given.commune, subjectKind: 'COLLECTIVE', attestedOn: '2019-01-01', source: 'Sổ' };
    const { recordPast } = await registry.as.boardStaff.get(
      `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id } } }`,
      { input: past },
    );
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${recordPast.model.id}`);
    await page.getByText('Việc khác', { exact: true }).click();
    await browser.press('Ghi lần đăng ký đã qua');
    await browser.fill('Ngày của kết quả đó', '10/3/2024');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Cấp công nhận' }).selectOption('COMMUNE');
    await inWindow('Ghi lần đăng ký đã qua');
    await browser.sees('Cần điền mục này.');
    await browser.fill('Nguồn', 'Quyết định cũ, trang 2');
    await browser.fill('Vì sao cấp, cơ quan ký hay loại văn bản khác quy định', 'Sổ cũ không ghi nơi tiếp nhận');
    expect(await browser.faults()).toEqual([]);
    await inWindow('Ghi lần đăng ký đã qua');
    await windowCloses();
    await page.locator('.badge', { hasText: 'Được công nhận' }).first().waitFor();
  });
});

describe('what is typed', () => {
  inBrowser('is not lost by Escape in a window', async () => {
    const { page } = await enter();
    await browser.goTo('/con-nguoi');
    await browser.press('Thêm người');
    await browser.fill('Họ và tên', 'Cá nhân C');
    await page.keyboard.press('Escape');
    await browser.sees('Đã gõ mà chưa lưu');
    expect(await browser.faults()).toEqual([]);
    await browser.press('Gõ tiếp');
    expect(await page.getByRole('dialog').getByLabel('Họ và tên').first().inputValue()).toBe('Cá nhân C');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await windowCloses();
  });

  inBrowser('stays while the line is gone, and is saved when it is back', async () => {
    const id = await draft('Mất mạng');
    const { page } = await enter();
    await browser.goTo(`/mo-hinh/${id}/sua`);
    await page.context().setOffline(true);
    await browser.sees('Mất kết nối.');
    await browser.fill('Địa điểm', 'Thôn Ba');
    await browser.press('Lưu thay đổi');
    await browser.sees('Không gửi được');
    expect((await model(id)).place).toBeNull();
    await page.context().setOffline(false);
    await browser.press('Lưu thay đổi');
    await page.getByRole('heading', { name: 'Mất mạng' }).waitFor();
    expect((await model(id)).place).toBe('Thôn Ba');
  });

  inBrowser('a server that is slow is said to be slow, not gone', async () => {
    const { page } = await enter();
    await page.route('**/graphql', async route => {
      await page.waitForTimeout(SLOW_MS);
      await route.continue().catch(() => undefined);
    });
    await browser.follow('Phong trào');
    await browser.sees('Máy chủ trả lời chậm hơn thường lệ');
    await page.getByRole('link', { name: 'Thi đua Dân vận khéo' }).waitFor();
  });

  inBrowser('a day that is chosen goes along to every page', async () => {
    const { page } = await enter();
    await browser.goTo('/mo-hinh?ngay=2026-02-01');
    for (const name of ['Phong trào', 'Đơn vị', 'Nơi nhận hồ sơ', 'Con người']) {
      await browser.follow(name);
      await page.waitForURL(/ngay=2026-02-01/u);
    }
  });
});
