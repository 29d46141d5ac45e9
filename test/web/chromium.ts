import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from '@jest/globals';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const CHROMIUM = PLACES.find(path => existsSync(path));
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const MOST_MS = 300_000;
const [QUIET_MS, QUIET_TIMES] = [50, 3] as const;

/** A test in a real browser; where there is none it is left out, and its name says so. */
export function inBrowser(name: string, test: () => Promise<void>, mostMs = MOST_MS): void {
  if (CHROMIUM) it(name, test, mostMs);
  else it.skip(`${name} (left out: there is no Chromium at ${PLACES.join(', ')}; apt-get install chromium)`, test);
}

/** The web client is built when its sources are newer. To be called before a registry is opened. */
export function buildClient(): void {
  execFileSync(process.execPath, ['scripts/build-if-needed.mjs', 'web'], { stdio: 'inherit' });
}

const axe = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

const CUT_OFF = `(() => {
  const style = element => getComputedStyle(element);
  const scrolls = element => element && (/auto|scroll/.test(style(element).overflowX) || scrolls(element.parentElement));
  return [...document.querySelectorAll('#root *, [role=dialog] *')].filter(element => {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()) || element.closest('.only-read, .skip, option')) return false;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    const hides = style(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const outside = (box.right > innerWidth + 1 || box.left < -1) && !scrolls(element) && box.right > 0 && !element.closest('.side');
    return hides || outside;
  }).map(element => element.tagName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 60));
})()`;

/** A browser of one person, empty at first. What the page complains of, and every address it asks, is noted. */
export class WebBrowser {
  readonly complaints: string[] = [];
  readonly asked: string[] = [];
  private underway = 0;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', message => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('request', request => {
      this.asked.push(`${request.method()} ${request.url()}`);
      this.underway++;
    });
    for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => void this.underway--);
  }

  static async open(url: string, width = 1280): Promise<WebBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'dvk-browser-'));
    const viewport = { width, height: 800 };
    const context = await chromium.launchPersistentContext(folder, { executablePath: CHROMIUM!, args: ARGUMENTS, viewport });
    context.setDefaultTimeout(10_000);
    return new WebBrowser(url, folder, context, context.pages()[0] ?? (await context.newPage()));
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.page.waitForLoadState('networkidle');
  }

  /** Opens a page, and waits until all of it is there: nothing is asked any more, and nothing says that it is still loading. */
  async opens(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.page.locator('h1, .empty').first().waitFor();
    for (let quiet = 0; quiet < QUIET_TIMES;) {
      await this.page.waitForTimeout(QUIET_MS);
      const loads = this.underway > 0 || (await this.page.locator('.loading').count()) > 0;
      quiet = loads ? 0 : quiet + 1;
    }
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.goTo('/');
    await this.fill('Tên đăng nhập', name);
    await this.fill('Mật khẩu', password);
    await this.press('Đăng nhập');
  }

  /** Signs in, and waits for the first page. */
  async enter(name: string, password: string): Promise<void> {
    await this.signIn(name, password);
    await this.page.getByRole('heading', { name: 'Việc chờ tôi' }).waitFor();
  }

  /** The field with this label; the last one, because a window stands over the page. */
  async fill(label: string, text: string): Promise<void> {
    const { page } = this;
    const labelled = page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} *`, { exact: true }));
    await labelled.and(page.locator('input:not([type=checkbox]), textarea')).filter({ visible: true }).last().fill(text);
  }

  /** Chooses in a field that finds things by typing. The unit above is part of the name of an option. */
  async pick(label: string, text: string, option: string | RegExp = text): Promise<void> {
    await this.fill(label, text);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** A button, by its whole name. The last one: a window stands over the page. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).last().click();
  }

  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The faults of the page that axe finds serious or worse, each with where it is. From its top: what is scrolled below the head is no small target. */
  async faults(): Promise<string[]> {
    await this.page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    await this.page.evaluate(axe);
    return this.page
      .evaluate(`axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).join('; ')))`);
  }

  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - innerWidth');
  }

  /** Texts of which a part is hidden, or that are outside of the window and of everything that scrolls. */
  cutOff(): Promise<string[]> {
    return this.page.evaluate(CUT_OFF);
  }

  /** What does not fit the width of the window. */
  async misfits(): Promise<string[]> {
    const wider = await this.overflow();
    return [...(wider > 0 ? [`wider by ${wider}`] : []), ...(await this.cutOff())];
  }

  /** What was asked of another host than the registry. */
  elsewhere(): string[] {
    return this.asked.filter(one => !one.split(' ')[1]!.startsWith(this.url) && !one.includes(' data:'));
  }

  /** Into the folder `SCREENS`, to be looked at. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `${process.env.SCREENS}/${name}.png`, fullPage: true });
  }

  /** The words of what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate("document.activeElement?.textContent?.trim() ?? ''");
  }
}
