import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { everyAddress, givenEverything, type Address } from './given-everything.js';
import { PASSWORD } from './given-people.js';

const PHONE = 360;
const MOST_MS = 900_000;
/** A window opens in less. */
const OPENS_MS = 400;
const CLOSES_MS = 3000;

let registry: TestRegistry;
let addresses: readonly Address[];
let commands: readonly string[];

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ example: 'illustrated' });
  addresses = everyAddress(await givenEverything(registry));
  const { operations } = JSON.parse(readFileSync('web/dist/documents.json', 'utf8'));
  commands = operations.filter(({ type }: { type: string }) => type === 'mutation').map(({ id }: { id: string }) => id);
}, 240_000);
afterAll(() => registry.close());

/** Every button is pressed, and nothing is done: the next page is as it was. */
const refuseCommands = (route: Route): Promise<void> => {
  const asked = route.request().postData() ?? '';
  if (!commands.some(id => asked.includes(id))) return route.fallback();
  return route.fulfill({ json: { errors: [{ message: 'Thử.', extensions: { code: 'TEST' } }] } });
};

/** The buttons of the page, the first of those that do the same in several rows; `data-sweep` is the name by which one is found again. */
const BUTTONS = `(() => {
  const names = [...document.querySelectorAll('main button:not([type=submit])')].map(button => {
    button.dataset.sweep = (button.getAttribute('aria-label') ?? button.textContent).split(':')[0].trim();
    return button.dataset.sweep;
  });
  return [...new Set(names)];
})()`;
const FIND = '[...document.querySelectorAll("main button")].find(button => button.dataset.sweep === NAME)';
const found = (name: string): string => FIND.replace('NAME', JSON.stringify(name));

/** As keys do it: a menu that holds the button is opened first. */
async function press(page: Page, name: string): Promise<void> {
  await page.evaluate(`new Promise(opened => {
    const menu = ${found(name)}?.closest('details:not([open])');
    if (!menu) return opened();
    // The page knows of it later than the browser.
    menu.addEventListener('toggle', () => requestAnimationFrame(() => setTimeout(opened)), { once: true });
    menu.querySelector('summary').click();
  })`);
  await page.evaluate(`(() => { const button = ${found(name)}; button?.focus(); button?.click(); })()`);
}

const within = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  );
const becomes = (page: Page, condition: string): Promise<boolean> =>
  within(page.waitForFunction(condition, undefined, { timeout: CLOSES_MS }));

/** What is wrong with how the keyboard goes into the window and out of it. */
async function keyboardFaults(page: Page, name: string): Promise<string[]> {
  const inside = await becomes(page, "document.activeElement?.closest('[role=dialog]')");
  await page.keyboard.press('Escape');
  const shut = await becomes(page, "!document.querySelector('[role=dialog]')");
  // When the list was read anew, another row may be the first with such a button.
  const had = `document.activeElement?.dataset.sweep === ${JSON.stringify(name)} || document.activeElement === ${found(name)}?.closest('details')?.firstChild`;
  const back = shut && (await becomes(page, had));
  return [
    ...(inside ? [] : ['the focus is not in the window']),
    ...(shut ? [] : ['Escape does not close it']),
    ...(back || !shut ? [] : [`the focus is not back: ${await page.evaluate('document.activeElement?.outerHTML.slice(0, 80)')}`]),
  ];
}

describe('every window that a page opens', () => {
  inBrowser(
    'fits a phone, is without a serious fault, has the focus, and gives it back when Escape closes it',
    async () => {
      const browser = await WebBrowser.open(registry.url, PHONE);
      try {
        const { page } = browser;
        await browser.enter('xem-het', PASSWORD);
        await page.route('**/graphql', refuseCommands);
        const faults: unknown[] = [];
        let windows = 0;
        for (const { route, path } of addresses) {
          await browser.opens(path);
          const names: readonly string[] = await page.evaluate(BUTTONS);
          for (const [number, name] of names.entries()) {
            await press(page, name);
            const dialog = page.getByRole('dialog');
            const opened = await within(dialog.waitFor({ timeout: OPENS_MS }));
            if (opened) {
              windows++;
              await dialog.locator('.loading').waitFor({ state: 'hidden' });
              if (process.env.SCREENS) await browser.picture(`window${route.replaceAll(/[/:]+/g, '_')}_${number}`);
              const wrong = [...(await browser.misfits()), ...(await browser.faults()), ...(await keyboardFaults(page, name))];
              if (wrong.length > 0) faults.push([path, name, wrong]);
            }
            const stays = new URL(page.url()).pathname === path && !(await dialog.isVisible());
            if (!stays) {
              await browser.opens(path);
              await page.evaluate(BUTTONS);
            }
          }
        }
        expect(faults).toEqual([]);
        // A sweep that opens nothing would find nothing.
        expect(windows).toBeGreaterThan(80);
      } finally {
        await browser.close();
      }
    },
    MOST_MS,
  );
});
