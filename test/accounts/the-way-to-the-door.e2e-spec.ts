import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenAccount } from './browser.js';

const HOST = 'dan-van.example';

/** The code of a refusal to sign in, or nothing. */
async function refusal(registry: TestRegistry, headers: Record<string, string>): Promise<string | undefined> {
  const { name } = await givenAccount(registry);
  const { errors } = await new Browser(registry.url, headers).signIn(name, PASSWORD);
  return errors?.[0]!.extensions.code;
}

describe('without a trusted proxy', () => {
  let registry: TestRegistry;
  beforeAll(async () => (registry = await openTestRegistry()));
  afterAll(() => registry.close());

  it('a person at the machine itself signs in without https', async () => {
    expect(await refusal(registry, {})).toBeUndefined();
  });

  it('a request that something has forwarded is refused: the sentence names TLS and the setting', async () => {
    const { name } = await givenAccount(registry);
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via']) {
      const { errors } = await new Browser(registry.url, { [header]: 'https' }).signIn(name, PASSWORD);
      expect(errors![0]!.extensions.code).toBe('SIGN_IN_NEEDS_HTTPS');
      for (const text of Object.values(errors![0]!.extensions.text)) expect(text).toMatch(/TLS.*TRUSTED_PROXIES/);
    }
  });

  it('whoever only says that they come from a good address over https is not believed', async () => {
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

  it('https that ends there is https, and the address is the client’s', async () => {
    const { name } = await givenAccount(registry);
    const browser = new Browser(registry.url, { ...forwarded, 'x-forwarded-for': '10.9.9.9, 198.51.100.7' });
    expect((await browser.signIn(name, PASSWORD)).errors).toBeUndefined();
    expect((await browser.get('{ mySessions { address } }')).mySessions).toEqual([{ address: '198.51.100.7' }]);
  });

  it('plain http that comes there is refused, and so is a page of another origin', async () => {
    expect(await refusal(registry, { ...forwarded, 'x-forwarded-proto': 'http', origin: `http://${HOST}` })).toBe('SIGN_IN_NEEDS_HTTPS');
    expect(await refusal(registry, { ...forwarded, origin: 'https://noi-khac.example' })).toBe('ORIGIN_FOREIGN');
  });
});
