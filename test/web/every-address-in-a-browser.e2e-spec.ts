import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { everyAddress, givenEverything, type Address } from './given-everything.js';
import { PASSWORD } from './given-people.js';
import { ShownTexts } from './shown-texts.js';

/** `npm run docs:pages` writes what is measured; without it, a page that asks more than the table says fails. */
const TABLE = 'docs/pages.md';
/** Half of a desk's width: what it is with a zoom of 200 %. */
const [DESK, ZOOMED, PHONE] = [1280, 640, 360] as const;
/** What a page asks is stated as the next of these, with room for one more: a question that is asked again. */
const STEPS = [3, 5, 10, 20, 50] as const;
const MOST_MS = 900_000;
const NOT_FOUND = 'Không có ở đây';

let registry: TestRegistry;
let browser: WebBrowser;
let addresses: readonly Address[];

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ example: 'illustrated' });
  addresses = everyAddress(await givenEverything(registry));
}, 240_000);
afterEach(async () => browser?.close());
afterAll(() => registry.close());

const questions = (): number => browser.asked.filter(one => one.endsWith('/graphql')).length;

/** What is wrong with the page that is shown, at each width. */
async function faultsAtEachWidth(route: string): Promise<string[]> {
  const found = (await browser.page.getByText(NOT_FOUND).count()) > 0 ? ['there is nothing at it'] : [];
  for (const width of [DESK, ZOOMED, PHONE]) {
    await browser.page.setViewportSize({ width, height: 800 });
    if (process.env.SCREENS) await browser.picture(`${width}${route.replaceAll(/[/:]+/g, '_')}`);
    const misfits = [...(await browser.misfits()), ...(width === ZOOMED ? [] : await browser.faults())];
    found.push(...misfits.map(fault => `at ${width} pixels: ${fault}`));
  }
  await browser.page.setViewportSize({ width: DESK, height: 800 });
  return found;
}

interface Asked {
  readonly route: string;
  readonly requests: number;
  readonly statements: number;
}

/** What each address asks of the server. It was opened before: what the server keeps in its memory is there. */
async function askedByEach(look: (address: Address) => Promise<void>): Promise<Asked[]> {
  const runner = registry.registry.app.get(QueryRunner);
  const all: Asked[] = [];
  for (const address of addresses) {
    browser.asked.length = 0;
    const before = runner.sent.statements;
    await browser.opens(address.path);
    all.push({ route: address.route, requests: questions(), statements: runner.sent.statements - before });
    await look(address);
  }
  return all;
}

describe('the first page', () => {
  inBrowser('comes with at most three requests after the sign-in, the sign-in among them', async () => {
    browser = await WebBrowser.open(registry.url, DESK);
    await browser.goTo('/');
    await browser.fill('Tên đăng nhập', 'xem-het');
    await browser.fill('Mật khẩu', PASSWORD);
    browser.asked.length = 0;
    await browser.press('Đăng nhập');
    await browser.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
    await browser.page.waitForLoadState('networkidle');
    expect(questions()).toBeGreaterThan(0);
    expect(questions()).toBeLessThanOrEqual(3);
  });
});

describe('every address of the router', () => {
  inBrowser(
    'is in one language, asks as much as its table says and nobody else, and fits a desk, a zoom of 200 % and a phone',
    async () => {
      browser = await WebBrowser.open(registry.url, DESK);
      await browser.enter('xem-het', PASSWORD);
      const { page } = browser;
      const texts = new ShownTexts(page);
      const faults: unknown[] = [];
      const note = (path: string, found: readonly string[]): void => void (found.length > 0 && faults.push([path, found]));
      await page.locator('.top-me summary').click();
      await browser.press('English');
      await page.getByRole('heading', { name: 'Waiting for me' }).waitFor();
      for (const { path } of addresses) {
        await browser.opens(path);
        note(`${path} in English`, await texts.wrong('en'));
      }
      await page.locator('.top-me summary').click();
      await browser.press('Tiếng Việt');
      // What the switch asks anew is not counted for the first address.
      await browser.opens('/');
      const asked = await askedByEach(async ({ route, path }) => {
        note(path, [...browser.elsewhere(), ...(await texts.wrong('vi')), ...(await faultsAtEachWidth(route))]);
      });
      if (process.env.UPDATE_DOCS === '1') writeFileSync(TABLE, tableOf(asked));
      expect({ faults, complaints: browser.complaints, beyond: beyondTable(asked) }).toEqual({ faults: [], complaints: [], beyond: [] });
    },
    MOST_MS,
  );
});

const stepOf = (measured: number): number => STEPS.find(step => step > measured) ?? measured;

/** The whole of the document. */
function tableOf(asked: readonly Asked[]): string {
  return `# What each page of the web client asks

Measured by a test in a real browser (\`npm run docs:pages\` writes it) on the example with one thing of each kind, when the address is opened a second time: at most how many requests,
and how many statements they are to the database (without those that find the session). Who is signed in is always one of the requests.

| address | requests, at most | statements, at most |
| --- | --- | --- |
${asked.map(({ route, requests, statements }) => `| \`${route}\` | ${stepOf(requests)} | ${stepOf(statements)} |`).join('\n')}
`;
}

/** The addresses that ask more than the document states, or that it does not have. */
function beyondTable(asked: readonly Asked[]): Asked[] {
  const rows = (existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '').matchAll(/^\| `(.+)` \| (\d+) \| (\d+) \|$/gm);
  const stated = new Map(
    [...rows].map(([, route, requests, statements]) => [route, { requests: Number(requests), statements: Number(statements) }]),
  );
  return asked.filter(({ route, requests, statements }) => {
    const most = stated.get(route);
    return most === undefined || requests > most.requests || statements > most.statements;
  });
}
