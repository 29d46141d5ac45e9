import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, jest } from '@jest/globals';
import { RateLimiter } from '../../src/platform/limits/rate-limiter.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { everyAddress, givenEverything, type Address } from './given-everything.js';
import { PASSWORD } from './given-people.js';
import { ShownTexts } from './shown-texts.js';

/** `npm run docs` writes what is measured; without it, a page that asks more or less than the table says fails. */
const TABLE = 'docs/pages.md';
/** Half of a desk's width: what it is with a zoom of 200 %. */
const [DESK, ZOOMED, PHONE] = [1280, 640, 360] as const;
const MOST_MS = 900_000;

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

const enter = async (): Promise<WebBrowser> => {
  browser = await WebBrowser.open(registry.url, DESK);
  await browser.enter('xem-het', PASSWORD);
  return browser;
};

describe('every address of the router', () => {
  inBrowser(
    'asks as much as its table says, nobody else, and fits a desk, a zoom of 200 % and a phone',
    async () => {
      const { page } = await enter();
      const texts = new ShownTexts(page);
      const { app } = registry.registry;
      const [runner, charge] = [app.get(QueryRunner), jest.spyOn(app.get(RateLimiter), 'charge')];
      const lines: string[] = [];
      const faults: unknown[] = [];
      for (const { route, path } of addresses) {
        browser.asked.length = 0;
        charge.mockClear();
        const before = runner.sent.statements;
        await browser.goTo(path);
        await page.locator('h1, .empty').first().waitFor();
        const requests = browser.asked.filter(one => one.endsWith('/graphql')).length;
        const points = charge.mock.calls.reduce((sum, [, , each]) => sum + each, 0);
        lines.push(`| \`${route}\` | ${requests} | ${runner.sent.statements - before} | ${points} |`);
        const found: unknown[] = [...browser.elsewhere(), ...(await texts.wrong('vi'))];
        for (const width of [DESK, ZOOMED, PHONE]) {
          await page.setViewportSize({ width, height: 800 });
          if (process.env.SCREENS) await browser.picture(`${width}${route.replaceAll(/[/:]+/g, '_')}`);
          found.push(...(await browser.misfits()), ...(width === ZOOMED ? [] : await browser.faults()));
        }
        await page.setViewportSize({ width: DESK, height: 800 });
        if (found.length > 0) faults.push([path, found]);
      }
      expect(faults).toEqual([]);
      expect(browser.complaints).toEqual([]);
      compare(lines);
    },
    MOST_MS,
  );

  inBrowser(
    'is in English one switch away, but for what people entered',
    async () => {
      const { page } = await enter();
      const texts = new ShownTexts(page);
      await page.locator('.top-me summary').click();
      await browser.press('English');
      await page.getByRole('heading', { name: 'Waiting for me' }).waitFor();
      const left: unknown[] = [];
      for (const { path } of addresses) {
        await browser.goTo(path);
        await page.locator('h1, .empty').first().waitFor();
        const wrong = await texts.wrong('en');
        if (wrong.length > 0) left.push([path, wrong]);
      }
      expect(left).toEqual([]);
    },
    MOST_MS,
  );
});

function compare(lines: readonly string[]): void {
  const text = `# What each page of the web client asks

Measured by a test in a real browser (\`npm run docs\` writes it) on the example with one thing of each kind, when the address is opened anew: how many requests, which statements they
are to the database (without those that find the session), and how many points they cost. Who is signed in is always one of the requests.

| address | requests | statements | points |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(TABLE, text);
  expect(existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '').toBe(text);
}
