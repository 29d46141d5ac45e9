import { expect } from '@jest/globals';
import { inBrowser, WebBrowser } from './chromium.js';

interface Given {
  url(): string;
  readonly name: string;
  readonly password: string;
  pages(): readonly string[];
}

/** Each page at the width of a desk and of a phone: without a serious fault, no wider than the window, and without a complaint of the browser. */
export function eachPageFits({ url, name, password, pages }: Given): void {
  for (const width of [1280, 360]) {
    inBrowser(`is without a serious fault for those who see, hear or use keys otherwise, and fits ${width} pixels`, async () => {
      const browser = await WebBrowser.open(url(), width);
      try {
        await browser.enter(name, password);
        for (const [number, path] of pages().entries()) {
          await browser.goTo(path);
          await browser.page.locator('h1, .empty').first().waitFor();
          if (process.env.SCREENS) await browser.page.screenshot({ path: `${process.env.SCREENS}/${width}-${number}.png`, fullPage: true });
          expect([path, await browser.faults()]).toEqual([path, []]);
          expect([path, (await browser.overflow()) <= 0]).toEqual([path, true]);
        }
        expect(browser.complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  }
}
