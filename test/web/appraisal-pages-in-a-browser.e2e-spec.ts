import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { givenAppraisals } from './given-appraisal.js';
import { givenAccount, PASSWORD } from './given-people.js';

let registry: TestRegistry;
let pages: readonly string[];
const given = givenAppraisals(() => registry);

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ example: 'illustrated' });
  const account = await givenAccount(registry, 'xem-het', 'Người xem hết', 'BOARD_STAFF');
  for (const role of ['LEADER', 'UNIT_OFFICER', 'COUNCIL_MEMBER']) {
    await given.done(registry.as.everyRole, 'giveGrant', { holderId: account, role, reason: 'Kiểm thử' });
  }
  const open = await given.appraisal('Đợt đang chấm', 2);
  await given.assign(open);
  await given.link(account, open.council.people[0]!);
  await given.selfAssess(registry.as.unitOfficer, open.entries[0]!);
  await given.send(registry.as.boardStaff, 'declareConflict', {
    evaluationId: open.entries[1],
    personId: open.council.people[1],
    reason: 'WORK',
    words: 'Cùng làm đề án',
  });
  const { appraisalRounds, councils, criteriaSets } = await registry.as.boardStaff.get(`{
    appraisalRounds(filter: { state: CLOSED }) { nodes { id entries { nodes { id } } } }
    councils(filter: { text: "minh hoa" }) { nodes { id sessions(first: 1) { nodes { id } } } }
    criteriaSets(first: 100) { nodes { versions { id } } } }`);
  const [closed] = appraisalRounds.nodes;
  const [council] = councils.nodes;
  const entry = `/tham-dinh/ho-so/${open.entries[0]}`;
  pages = [
    '/phieu-cham',
    '/phieu-cham?xem=tu-cham',
    '/tham-dinh',
    `/tham-dinh/${open.roundId}`,
    `/tham-dinh/${open.roundId}?xem=ket-qua`,
    `/tham-dinh/${closed.id}`,
    `/tham-dinh/${closed.id}?xem=ho-so`,
    `/tham-dinh/${closed.id}?xem=nhat-ky`,
    entry,
    `${entry}/cham`,
    `${entry}/cham?nguoi=${open.council.people[1]}`,
    `${entry}/tu-cham`,
    `/tham-dinh/ho-so/${open.entries[1]}`,
    `/tham-dinh/ho-so/${closed.entries.nodes[2].id}`,
    '/hoi-dong',
    `/hoi-dong/${council.id}`,
    `/hoi-dong/phien-hop/${council.sessions.nodes[0].id}`,
    '/bo-tieu-chi',
    ...criteriaSets.nodes.map(({ versions }: any) => `/bo-tieu-chi/${versions[0].id}`),
    '/tham-dinh/khong-co',
    '/hoi-dong/khong-co',
    '/bo-tieu-chi/khong-co',
  ];
}, 180_000);
afterAll(() => registry.close());

describe('every page of criteria, councils and appraisal', () => {
  for (const width of [1280, 360]) {
    inBrowser(`is without a serious fault for those who see, hear or use keys otherwise, and fits ${width} pixels`, async () => {
      const browser = await WebBrowser.open(registry.url, width);
      try {
        await browser.enter('xem-het', PASSWORD);
        for (const path of pages) {
          await browser.goTo(path);
          await browser.page.locator('h1, .empty').first().waitFor();
          expect([path, await browser.faults()]).toEqual([path, []]);
          expect([path, (await browser.overflow()) <= 0]).toEqual([path, true]);
          if (process.env.SCREENS)
            await browser.page.screenshot({ path: `${process.env.SCREENS}/${width}-${pages.indexOf(path)}.png`, fullPage: true });
        }
        expect(browser.complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  }

  inBrowser('is in English one switch away', async () => {
    const browser = await WebBrowser.open(registry.url);
    try {
      await browser.enter('xem-het', PASSWORD);
      await browser.page.evaluate("localStorage.setItem('dvk.language', 'en')");
      for (const [path, words] of [
        ['/tham-dinh', 'Appraisal rounds'],
        ['/hoi-dong', 'Councils'],
        ['/bo-tieu-chi', 'Criteria sets'],
        ['/phieu-cham', 'My score sheets'],
      ] as const) {
        await browser.goTo(path);
        await browser.page.getByRole('heading', { name: words }).waitFor();
      }
    } finally {
      await browser.close();
    }
  });
});
