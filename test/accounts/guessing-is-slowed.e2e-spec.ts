import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../support/test-server.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenAccount } from './browser.js';

const START = Date.parse('2027-03-01T01:00:00Z');
const WRONG = 'một mật khẩu khác hẳn';

let registry: TestRegistry;
beforeAll(async () => {
  // The test acts as a trusted proxy and states the addresses of its clients.
  registry = await openTestRegistry({ access: { trustedProxies: ['127.0.0.1', '::1'] } });
});
afterEach(() => registry.setClock(undefined));
afterAll(() => registry.close());

let addresses = 0;
const newAddress = (): string => `203.0.113.${++addresses}`;

/** A browser at an address, over https. */
const at = (address: string): Browser =>
  new Browser(registry.url, { 'x-forwarded-for': address, 'x-forwarded-proto': 'https', origin: registry.url.replace('http:', 'https:') });

const after = (seconds: number): void => registry.setClock(new Date(START + seconds * 1_000).toISOString());

/** The error code and the seconds to wait. */
async function refusal(browser: Browser, name: string, password = WRONG): Promise<string | undefined> {
  const { errors, headers } = await browser.signIn(name, password);
  const [error] = errors ?? [];
  if (!error) return undefined;
  const { code, params } = error.extensions;
  expect(headers.get('retry-after')).toBe(params.seconds === undefined ? null : String(params.seconds));
  return params.seconds === undefined ? code : `${code} ${params.seconds}`;
}

async function failTimes(times: number, browser: Browser, name: string): Promise<void> {
  for (let i = 0; i < times; i++) expect(await refusal(browser, name)).toBe('SIGN_IN_FAILED');
}

describe('repeated failures to sign in', () => {
  it('cause longer and longer waits, also with the right password; a success clears them', async () => {
    const { name } = await givenAccount(registry);
    const browser = at(newAddress());
    after(0);
    await failTimes(5, browser, name);
    expect(await refusal(browser, name, PASSWORD)).toBe('SIGN_IN_SLOWED 30');
    after(29);
    expect(await refusal(browser, name, PASSWORD)).toBe('SIGN_IN_SLOWED 1');
    after(30);
    await failTimes(1, browser, name);
    expect(await refusal(browser, name, PASSWORD)).toBe('SIGN_IN_SLOWED 60');
    after(90);
    expect(await refusal(browser, name, PASSWORD)).toBeUndefined();
    await failTimes(5, browser, name);
    expect(await refusal(browser, name)).toBe('SIGN_IN_SLOWED 30');
  });

  it('cause waits of at most a quarter of an hour, and are forgotten after a day', async () => {
    const browser = at(newAddress());
    let second = 0;
    after(second);
    await failTimes(5, browser, 'khong-co-ai');
    for (const wait of [30, 60, 120, 240, 480, 900, 900]) {
      expect(await refusal(browser, 'khong-co-ai')).toBe(`SIGN_IN_SLOWED ${wait}`);
      after((second += wait));
      await failTimes(1, browser, 'khong-co-ai');
    }
    after((second += 2 * 86_400));
    await failTimes(5, browser, 'khong-co-ai');
  });

  it('do not affect a colleague at another address', async () => {
    const { name } = await givenAccount(registry);
    const attacker = at(newAddress());
    after(0);
    await failTimes(5, attacker, name);
    expect(await refusal(attacker, name)).toMatch('SIGN_IN_SLOWED');
    expect(await refusal(at(newAddress()), name, PASSWORD)).toBeUndefined();
  });

  it('from many addresses cause waits, but not for the owner where they have signed in before', async () => {
    const { name } = await givenAccount(registry);
    const owner = at(newAddress());
    after(0);
    expect(await refusal(owner, name, PASSWORD)).toBeUndefined();
    for (let i = 0; i < 10; i++) await failTimes(5, at(newAddress()), name);
    expect(await refusal(at(newAddress()), name, PASSWORD)).toMatch(/SIGN_IN_SLOWED \d+/);
    expect(await refusal(owner, name, PASSWORD)).toBeUndefined();
  });

  it('with many names from one address cause waits, whether the names exist or not', async () => {
    const address = newAddress();
    after(0);
    for (let i = 0; i < 100; i++) await failTimes(1, at(address), `ten-${i}`);
    expect(await refusal(at(address), 'ten-khac')).toMatch(/SIGN_IN_SLOWED \d+/);
  });

  it('from the addresses of one IPv6 subscriber count as one address', async () => {
    const { name } = await givenAccount(registry);
    after(0);
    for (let i = 1; i <= 5; i++) await failTimes(1, at(`2001:db8:0:7::${i}`), name);
    expect(await refusal(at('2001:db8::7:a:b:c:d'), name)).toBe('SIGN_IN_SLOWED 30');
    expect(await refusal(at('2001:db8:0:8::1'), name)).toBe('SIGN_IN_FAILED');
  });
});

describe('many attempts at once', () => {
  it('under aliases of one request end at the first failure', async () => {
    const { name } = await givenAccount(registry);
    const browser = at(newAddress());
    after(0);
    const passwords = [...Array.from({ length: 18 }, (_, i) => `${WRONG} ${i}`), PASSWORD];
    const fields = passwords.map(
      (password, i) => `t${i}: signIn(input: { name: "${name}", password: "${password}" }) { userErrors { code } }`,
    );
    const { data, errors } = await browser.ask(`mutation { ${fields.join(' ')} }`);
    expect(data).toBeNull();
    expect(errors!.map(error => error.extensions.code)).toEqual(['SIGN_IN_FAILED']);
    expect(browser.cookies.size).toBe(0);
    await failTimes(4, browser, name);
    expect(await refusal(browser, name)).toBe('SIGN_IN_SLOWED 30');
  });

  it('under aliases are each counted', async () => {
    const { name } = await givenAccount(registry);
    const browser = at(newAddress());
    after(0);
    const two = `mutation ($a: SignInInput!, $b: SignInInput!) { a: signIn(input: $a) { userErrors { code } } b: signIn(input: $b) { userErrors { code } } }`;
    const { name: own } = await givenAccount(registry);
    // The attacker's own account makes the first succeed, so that the second runs.
    for (let i = 0; i < 5; i++) {
      const { errors } = await browser.ask(two, { a: { name: own, password: PASSWORD }, b: { name, password: WRONG } });
      expect(errors!.map(error => error.extensions.code)).toEqual(['SIGN_IN_FAILED']);
    }
    expect(await refusal(browser, name, PASSWORD)).toBe('SIGN_IN_SLOWED 30');
  });

  it('in simultaneous requests are each counted before any password is verified', async () => {
    const { name } = await givenAccount(registry);
    const address = newAddress();
    after(0);
    const codes = await Promise.all(Array.from({ length: 30 }, () => refusal(at(address), name)));
    expect(codes.filter(code => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codes.filter(code => code === 'SIGN_IN_SLOWED 30')).toHaveLength(25);
  });
});

it('a name with a character that the database cannot store is answered like any unknown name', async () => {
  expect(await refusal(at(newAddress()), 'a\u0000b')).toBe('SIGN_IN_FAILED');
  expect(await refusal(at(newAddress()), '\ud800')).toBe('SIGN_IN_FAILED');
});

it('a text that cannot be a name, such as a password in the wrong field, is not stored in any form', async () => {
  const browser = at(newAddress());
  const other = at(newAddress());
  const client = await connect(registry.database.where);
  await browser.signIn('Mật khẩu của tôi!', WRONG);
  const keys = async (): Promise<unknown> => (await client.query(`select key from sign_in_throttle order by key`)).rows.length;
  const before = await keys();
  await browser.signIn('Một mật khẩu khác?', WRONG);
  expect(await keys()).toBe(before);
  await other.signIn('Một mật khẩu khác?', WRONG);
  expect(await keys()).toBe((before as number) + 2);
  await client.end();
});
