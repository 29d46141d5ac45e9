import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { WebBrowser, buildClient, inBrowser } from './chromium.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const HTML = { accept: 'text/html,*/*' };

beforeAll(async () => {
  buildClient();
  registry = await openTestRegistry({ api: { explorable: true } });
  await units.establish({ name: 'Xã Thử', kind: 'XA' });
});
afterAll(() => registry.close());

describe('the page to try questions', () => {
  it('is served where the API may be explored, to who asks for a page, with scripts of its own files only', async () => {
    const answer = await fetch(`${registry.url}/explorer`, { headers: HTML });
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/);
    const page = await answer.text();
    expect(page).not.toMatch(/<script(?![^>]* src="\/explorer\/assets\/)/);
    expect(page).not.toMatch(/(?:src|href)="(?!\/explorer\/assets\/)/);
    const [, script] = /src="(\/explorer\/assets\/[^"]+\.js)"/.exec(page)!;
    const file = await fetch(`${registry.url}${script}`);
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await fetch(`${registry.url}/explorer`)).status).toBe(404);
    expect((await fetch(`${registry.url}/explorer/assets/none.js`)).status).toBe(404);
  });

  it('is not there where the API may not be explored, nor are its files', async () => {
    const [, script] = /src="(\/explorer\/assets\/[^"]+\.js)"/.exec(
      await (await fetch(`${registry.url}/explorer`, { headers: HTML })).text(),
    )!;
    const closed = await openTestRegistry({ api: { explorable: false } });
    try {
      for (const path of ['/explorer', script!]) expect((await fetch(`${closed.url}${path}`, { headers: HTML })).status).toBe(404);
    } finally {
      await closed.close();
    }
  });

  it('is no part of what the client loads', async () => {
    const page = await (await fetch(`${registry.url}/`, { headers: HTML })).text();
    expect(page).not.toContain('explorer');
  });

  inBrowser('keeps nothing of what was asked for the next person at the machine, nor what it kept before', async () => {
    const browser = await WebBrowser.open(registry.url);
    try {
      const { page } = browser;
      await page.goto(`${registry.url}/explorer`, { waitUntil: 'networkidle' });
      await page.evaluate(`localStorage.setItem('graphiql:queries', 'Tên của A'); localStorage.setItem('dvk.typed.a', '{}')`);
      await page.reload({ waitUntil: 'networkidle' });
      await page.locator('.graphiql-query-editor .CodeMirror').first().click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText('{ units(filter: { text: "Tên của A" }) { totalCount } }');
      await page.getByRole('button', { name: /Execute query/ }).click();
      await page.waitForTimeout(2_000);
      expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{"dvk.typed.a":"{}"}');
      expect(await page.evaluate('JSON.stringify(sessionStorage)')).toContain('Tên của A');
    } finally {
      await browser.close();
    }
  });

  inBrowser('opens, shows the schema with its terms, and answers a question, without a complaint and without another host', async () => {
    const browser = await WebBrowser.open(registry.url);
    try {
      const { page } = browser;
      const question = encodeURIComponent('{ units { nodes { name } } }');
      await page.goto(`${registry.url}/explorer?query=${question}`);
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: /Show Documentation Explorer/ }).click();
      await page.getByRole('link', { name: 'Query', exact: true }).click();
      await page.getByRole('link', { name: 'models', exact: true }).first().click();
      await browser.sees('mô hình');
      const headers = JSON.stringify({ authorization: `Bearer ${registry.tokens.reader}` });
      await page.getByRole('button', { name: 'Headers', exact: true }).click();
      await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror').click();
      await page.keyboard.insertText(headers);
      await page.locator('.graphiql-query-editor .CodeMirror').first().click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText('{ units { nodes { name } } }');
      await page.getByRole('button', { name: /Execute query/ }).click();
      await browser.sees('Xã Thử');
      expect(browser.complaints).toEqual([]);
      expect(browser.asked.filter(asked => !asked.includes(` ${registry.url}/`) && !asked.includes(' data:'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
