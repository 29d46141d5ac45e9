import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenAccount } from './browser.js';

const HOST = 'dan-van.example';

/** The error code of a refused sign-in; `undefined` after a success. */
async function refusal(registry: TestRegistry, headers: Record<string, string>): Promise<string | undefined> {
  const { name } = await givenAccount(registry);
  const { errors } = await new Browser(registry.url, headers).signIn(name, PASSWORD);
  return errors?.[0]!.extensions.code;
}

describe('without a trusted proxy', () => {
  let registry: TestRegistry;
  beforeAll(async () => (registry = await openTestRegistry()));
  afterAll(() => registry.close());

  it('a person on the same machine signs in without https', async () => {
    expect(await refusal(registry, {})).toBeUndefined();
  });

  it('a forwarded request is refused: the message names TLS and the setting', async () => {
    const { name } = await givenAccount(registry);
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via']) {
      const { errors } = await new Browser(registry.url, { [header]: 'https' }).signIn(name, PASSWORD);
      expect(errors![0]!.extensions.code).toBe('SIGN_IN_NEEDS_HTTPS');
      for (const text of Object.values(errors![0]!.extensions.text)) expect(text).toMatch(/TLS.*TRUSTED_PROXIES/);
    }
  });

  it('headers that claim a local address and https are ignored', async () => {
    expect(await refusal(registry, { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' })).toBe('SIGN_IN_NEEDS_HTTPS');
  });
});

describe('behind a trusted proxy', () => {
  let registry: TestRegistry;
  beforeAll(async () => (registry = await openTestRegistry({ access: { trustedProxies: ['127.0.0.0/8'] } })));
  afterAll(() => registry.close());
  const forwarded = {
    'x-forwarded-for': '198.51.100.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': HOST,
    origin: `https://${HOST}`,
  };

  it('https to the proxy counts as https, and the address is that of the client', async () => {
    const { name } = await givenAccount(registry);
    const browser = new Browser(registry.url, { ...forwarded, 'x-forwarded-for': '10.9.9.9, 198.51.100.7' });
    expect((await browser.signIn(name, PASSWORD)).errors).toBeUndefined();
    expect((await browser.get('{ mySessions { address } }')).mySessions).toEqual([{ address: '198.51.100.7' }]);
  });

  it('plain http to the proxy is refused, and so is a page of another origin', async () => {
    expect(await refusal(registry, { ...forwarded, 'x-forwarded-proto': 'http', origin: `http://${HOST}` })).toBe('SIGN_IN_NEEDS_HTTPS');
    expect(await refusal(registry, { ...forwarded, origin: 'https://noi-khac.example' })).toBe('ORIGIN_FOREIGN');
  });
});
