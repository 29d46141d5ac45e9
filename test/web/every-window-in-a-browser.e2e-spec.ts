import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Route } from 'playwright-core';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { buildClient, inBrowser, WebBrowser } from './chromium.js';
import { everyAddress, givenEverything, type Address } from './given-everything.js';
import { PASSWORD } from './given-people.js';

const PHONE = 360;
const MOST_MS = 900_000;
/** A window opens in less. */
const OPENS_MS = 500;

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

/** The words of each button of the page, once where several rows have the same. */
const BUTTONS = `[...document.querySelectorAll('main button:not([type=submit])')]
  .map((button, at) => ({ at, name: (button.getAttribute('aria-label') ?? button.textContent).split(':')[0].trim() }))
  .filter(({ name }, at, all) => all.findIndex(other => other.name === name) === at)`;

describe('every window that a page opens', () => {
  inBrowser(
    'fits a phone, and is without a serious fault',
    async () => {
      const browser = await WebBrowser.open(registry.url, PHONE);
      try {
        const { page } = browser;
        await browser.enter('xem-het', PASSWORD);
        await page.route('**/graphql', refuseCommands);
        const seen = new Set<string>();
        const faults: unknown[] = [];
        for (const { route, path } of addresses) {
          await browser.goTo(path);
          const buttons: readonly { readonly at: number; readonly name: string }[] = await page.evaluate(BUTTONS);
          for (const { at, name } of buttons) {
            await page.evaluate(`document.querySelectorAll('main button:not([type=submit])')[${at}]?.click()`);
            const dialog = page.getByRole('dialog');
            const opened = await dialog.waitFor({ timeout: OPENS_MS }).then(
              () => true,
              () => false,
            );
            if (opened) {
              seen.add(`${route} ${name}`);
              await page.waitForLoadState('networkidle');
              if (process.env.SCREENS) await browser.picture(`window${route.replaceAll(/[/:]+/g, '_')}_${at}`);
              const found = [...(await browser.misfits()), ...(await browser.faults())];
              if (found.length > 0) faults.push([path, name, found]);
            }
            if (opened || new URL(page.url()).pathname !== path) await browser.goTo(path);
          }
        }
        expect(faults).toEqual([]);
        // A sweep that opens nothing would find nothing.
        expect(seen.size).toBeGreaterThan(40);
      } finally {
        await browser.close();
      }
    },
    MOST_MS,
  );
});
