import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Log, type Fields } from '../../src/platform/logging/log.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, givenAccount } from './browser.js';
import { CLIENT, providerAt } from './given-provider.js';

const PUBLIC = 'https://dan-van.example';
const LINK = `mutation ($input: LinkOutsideIdentityInput!) { linkOutsideIdentity(input: $input) { account { name } userErrors { code field } } }`;

class Diary extends Log {
  readonly lines: Fields[] = [];
  override warn = (message: string, fields: Fields = {}): void => void this.lines.push({ message, ...fields });
}

const diary = new Diary('silent');
let server: Server;
let issuer: string;
let registry: TestRegistry;
/** The subject that the external system reports. */
let subject = 'can-bo-a';

beforeAll(async () => {
  server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', providerAt(issuer, PUBLIC, () => subject).callback());
  registry = await openTestRegistry({
    log: diary,
    access: {
      trustedProxies: ['127.0.0.1'],
      oidc: { issuer, ...CLIENT, publicUrl: PUBLIC },
    },
  });
});
afterAll(async () => {
  await registry.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  diary.lines.splice(0);
});

const newBrowser = (): Browser =>
  new Browser(registry.url, { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'dan-van.example', origin: PUBLIC });

const visit = (browser: Browser, path: string): Promise<Response> =>
  browser.fetch(path, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'dan-van.example' } });

/** From the registry to the external system and back, up to the address of the callback. */
async function goThere(browser: Browser, change: (there: URL) => void = () => undefined): Promise<string> {
  const there = new URL((await visit(browser, '/sign-in/oidc')).headers.get('location')!);
  change(there);
  const elsewhere = new Browser(issuer);
  let address = there.href;
  while (!address.startsWith(PUBLIC)) address = new URL((await elsewhere.fetch(address)).headers.get('location')!, issuer).href;
  return address.slice(PUBLIC.length);
}

async function link(accountId: string): Promise<any> {
  return (await registry.as.administrator.get(LINK, { input: { accountId, subject } })).linkOutsideIdentity;
}

/** The error code of a refused callback, after checking that the log has one line about it. */
async function refusal(browser: Browser, path: string): Promise<[number, string, string]> {
  const before = diary.lines.length;
  const answer = await visit(browser, path);
  expect(await browser.me()).toBeNull();
  const { errors } = (await answer.json()) as any;
  expect(diary.lines.slice(before)).toHaveLength(1);
  return [answer.status, errors[0].extensions.code, String(diary.lines.at(-1)!.reason)];
}

describe('single sign-on', () => {
  it('signs in a person whom the external system has authenticated, once an administrator has linked the subject', async () => {
    subject = 'can-bo-da-gan';
    const { id, name } = await givenAccount(registry);
    const browser = newBrowser();
    expect(await refusal(browser, await goThere(browser))).toEqual([403, 'OIDC_NOT_LINKED', 'not linked']);
    expect(await link(id)).toEqual({ account: { name }, userErrors: [] });
    expect((await link((await givenAccount(registry)).id)).userErrors).toEqual([
      { code: 'OIDC_SUBJECT_TAKEN', field: ['input', 'subject'] },
    ]);

    const answer = await visit(browser, await goThere(browser));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
    expect(browser.setCookies.filter(cookie => cookie.startsWith('__Host-dvk-session='))).toHaveLength(1);
    expect(await browser.me()).toBe(name);

    await registry.as.administrator.get(`mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code } } }`, {
      input: { id, reason: 'Nghỉ việc' },
    });
    expect(await refusal(browser, await goThere(browser))).toEqual([403, 'OIDC_NOT_LINKED', 'not linked']);
  });

  it('signs in where the name of the provider is set with a slash at its end that the provider does not have', async () => {
    const spelled = registry;
    registry = await openTestRegistry({
      log: diary,
      access: {
        trustedProxies: ['127.0.0.1'],
        oidc: { issuer: `${issuer}/`, ...CLIENT, publicUrl: PUBLIC },
      },
    });
    try {
      subject = 'can-bo-gach-cheo';
      const { id, name } = await givenAccount(registry);
      expect((await link(id)).userErrors).toEqual([]);
      const browser = newBrowser();
      expect((await visit(browser, await goThere(browser))).status).toBe(302);
      expect(await browser.me()).toBe(name);
    } finally {
      await registry.close();
      registry = spelled;
    }
  });

  it('refuses a callback with a wrong state, nonce or issuer, without its flow, or repeated: one message, one line in the log', async () => {
    subject = 'can-bo-khac';
    const { id, name } = await givenAccount(registry);
    await link(id);
    const changed = (path: string, key: string, value: string): string => {
      const url = new URL(path, PUBLIC);
      url.searchParams.set(key, value);
      return url.pathname + url.search;
    };
    const browser = newBrowser();
    const state = changed(await goThere(browser), 'state', 'khac');
    expect((await refusal(browser, state)).slice(0, 2)).toEqual([401, 'OIDC_REFUSED']);
    const iss = changed(await goThere(browser), 'iss', 'https://noi-khac.example');
    expect((await refusal(browser, iss)).slice(0, 2)).toEqual([401, 'OIDC_REFUSED']);
    const nonce = await goThere(browser, there => there.searchParams.set('nonce', 'khac'));
    expect((await refusal(browser, nonce)).slice(0, 2)).toEqual([401, 'OIDC_REFUSED']);

    const stolen = await goThere(browser);
    expect(await refusal(newBrowser(), stolen)).toEqual([401, 'OIDC_REFUSED', 'no flow under way']);
    const forged = newBrowser();
    forged.cookies.set('__Host-dvk-oidc', 'x'.repeat(100));
    expect(await refusal(forged, stolen)).toEqual([401, 'OIDC_REFUSED', 'no flow under way']);

    const kept = new Map(browser.cookies);
    expect((await visit(browser, stolen)).status).toBe(302);
    expect(await browser.me()).toBe(name);
    const again = newBrowser();
    again.cookies.set('__Host-dvk-oidc', kept.get('__Host-dvk-oidc')!);
    expect((await refusal(again, stolen)).slice(0, 2)).toEqual([401, 'OIDC_REFUSED']);
  });

  it('does not begin over an unencrypted connection', async () => {
    const answer = await fetch(`${registry.url}/sign-in/oidc`, { redirect: 'manual', headers: { 'x-forwarded-proto': 'http' } });
    expect(answer.status).toBe(403);
  });

  it('tells a person so there, because a browser keeps no sentence of an unencrypted connection', async () => {
    const headers = { 'x-forwarded-proto': 'http', accept: 'text/html' };
    const answer = await fetch(`${registry.url}/sign-in/oidc`, { redirect: 'manual', headers });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    expect(((await answer.json()) as any).errors[0].extensions.code).toBe('SIGN_IN_NEEDS_HTTPS');
  });

  it('says to a browser nothing that the address of the callback states', async () => {
    const browser = newBrowser();
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'dan-van.example', accept: 'text/html' };
    const path = '/sign-in/oidc/callback?error=access_denied&error_description=Gọi%20số%20này%0d%0aset-cookie:%20a=b&state=x';
    const answer = await browser.fetch(path, { headers });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
    const said = browser.setCookies.find(cookie => cookie.startsWith('__Host-dvk-refusal='))!;
    expect(browser.setCookies.map(cookie => cookie.split('=')[0])).toEqual(['__Host-dvk-oidc', '__Host-dvk-refusal']);
    expect(said).toMatch(/; Max-Age=60; Path=\/; Secure; SameSite=Strict$/);
    expect(decodeURIComponent(said)).not.toMatch(/Gọi|a=b|access_denied/);
  });
});

it('without a configuration its address does not exist', async () => {
  const without = await openTestRegistry();
  const offered = async ({ as }: TestRegistry): Promise<boolean> => (await as.nobody.get('{ singleSignOn }')).singleSignOn;
  expect([await offered(registry), await offered(without)]).toEqual([true, false]);
  for (const path of ['/sign-in/oidc', '/sign-in/oidc/callback?code=x&state=y'])
    expect((await fetch(without.url + path, { redirect: 'manual' })).status).toBe(404);
  await without.close();
});
