import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { MODEL_SET } from '../evaluations/given-rounds.js';
import { givenProposals } from '../proposals/given-proposals.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { eachPageFits } from './every-width.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let browser: WebBrowser;
let round: any;
const given = givenProposals(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry();
  await givenAccount(registry, 'can-bo-ban', 'Cán bộ ban A', 'BOARD_STAFF');
  await givenAccount(registry, 'lanh-dao', 'Lãnh đạo B', 'LEADER');
  const { communes, registrationIds } = await given.rounds.received(3);
  // Illustrative rounds never count.
  const criteriaVersionId = await given.rounds.version({
    ...MODEL_SET,
    set: { ...MODEL_SET.set, name: 'Bộ tiêu chí', illustrative: false },
    version: { ...MODEL_SET.version, act: { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'UBND tỉnh' } },
  });
  round = await given.closedRound(communes[0]!, registrationIds, { name: 'Đợt bình xét năm', criteriaVersionId, illustrative: false });
}, 120_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const enter = async (name: string): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url);
  await browser.enter(name, PASSWORD);
  return browser;
};

describe('a leader', () => {
  inBrowser('opens the average score of all years to the results that it is of', async () => {
    const { page } = await enter('lanh-dao');
    await browser.goTo('/tong-quan?nam=tat-ca');
    const tile = page.locator('.tile', { hasText: 'số kết quả:' });
    await tile.getByRole('link', { name: '3' }).click();
    await browser.sees('Các dòng của một số liệu');
    await browser.sees('1–3 trong 3');
    await browser.follow('Đợt bình xét năm');
    await page.getByRole('heading', { name: 'Đợt bình xét năm' }).waitFor();
  });

  inBrowser('filters results by year; a year that is none is no filter', async () => {
    const { page } = await enter('lanh-dao');
    await browser.goTo('/ket-qua-tham-dinh');
    await browser.sees('1–3 trong 3');
    await page.getByRole('searchbox', { name: 'Năm' }).fill('1999');
    await browser.sees('Không có dòng nào khớp.');
    await page.getByRole('searchbox', { name: 'Năm' }).fill('năm nào');
    await browser.sees('1–3 trong 3');
  });
});

describe('the staff of the board', () => {
  inBrowser('proposes all results of a round but one', async () => {
    const { page } = await enter('can-bo-ban');
    await browser.goTo(`/to-trinh/lap?dot=${round.id}`);
    await browser.pick('Cơ quan đề nghị', 'xa 1', 'Xã 1');
    await browser.fill('Trích yếu', 'Trừ một kết quả');
    const results = page.getByRole('group', { name: 'Những kết quả được đề nghị' });
    await results.getByRole('checkbox').last().uncheck();
    await browser.press('Lập tờ trình');
    await page.getByRole('heading', { name: 'Trừ một kết quả' }).waitFor();
    expect(await page.locator('.proposed > li').count()).toBe(2);
  });
});

describe('every page of results', () => {
  eachPageFits({
    url: () => registry.url,
    name: 'lanh-dao',
    password: PASSWORD,
    pages: () => ['/ket-qua-tham-dinh', '/ket-qua-tham-dinh?nam=1999', '/tong-quan?nam=tat-ca'],
  });
});
