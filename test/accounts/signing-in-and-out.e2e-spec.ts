import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { connect } from '../support/test-server.js';
import { asker, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, SIGN_IN, givenAccount, givenSignedIn } from './browser.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

async function sql(text: string, values: unknown[] = []): Promise<any[]> {
  const client = await connect(registry.database.where);
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

describe('a person signs in', () => {
  it('with name and password, with the name in any spelling; the session is a cookie for this host only', async () => {
    const { name } = await givenAccount(registry);
    const browser = new Browser(registry.url);
    const { data } = await browser.signIn(` ${name.toUpperCase()} `, PASSWORD.normalize('NFD'));
    expect(data.signIn).toMatchObject({ account: { name }, session: { current: true }, userErrors: [] });
    expect(browser.setCookies).toEqual([
      expect.stringMatching(/^__Host-dvk-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect(await browser.get('{ me { kind name account { name displayName hasPassword } session { current address } } }')).toEqual({
      me: {
        kind: 'ACCOUNT',
        name,
        account: { name, displayName: 'Cán bộ A', hasPassword: true },
        session: { current: true, address: '127.0.0.1' },
      },
    });
  });

  it('and only the hash of the secret is stored, so that a reader of the table cannot sign in', async () => {
    const { browser, name } = await givenSignedIn(registry);
    const [cookie] = browser.cookies.values();
    const [row] = await sql(`select s.secret_hash from session s join account a on a.id = s.account_id where a.name = $1`, [name]);
    expect(row.secret_hash).toHaveLength(32);
    for (const table of ['session', 'audit_entry']) {
      const [{ text }] = await sql(`select coalesce(json_agg(t)::text, '') as text from ${table} t`);
      expect(text).not.toContain(cookie);
    }
    const thief = new Browser(registry.url);
    thief.cookies.set('__Host-dvk-session', row.secret_hash.toString('base64url'));
    expect(await thief.me()).toBeNull();
  });

  it('and acts by the role, with the name in the audit trail', async () => {
    const { browser, name } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    await browser.get(`mutation { addTheme(input: { name: "Chuyên đề của ${name}" }) { userErrors { code } } }`);
    expect(await sql(`select action from audit_entry where actor_kind = 'ACCOUNT' and actor_name = $1 order by at`, [name])).toEqual([
      { action: 'password.reset' },
      { action: 'session.begun' },
      { action: 'theme.added' },
    ]);
  });

  it('and out again: the cookie is deleted, and a copy of it is refused', async () => {
    const { browser } = await givenSignedIn(registry);
    const copy = new Browser(registry.url);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    await browser.get('mutation { signOut { userErrors { code } } }');
    expect(browser.cookies.size).toBe(0);
    expect(await copy.me()).toBeNull();
    await browser.get('mutation { signOut { userErrors { code } } }');
  });

  it('at the same moment as colleagues in the same office', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => givenAccount(registry)));
    const answers = await Promise.all(people.map(({ name }) => new Browser(registry.url).signIn(name, PASSWORD)));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  });

  it('with a password hashed at a lower cost, which is then hashed again', async () => {
    const { name } = await givenAccount(registry);
    const cheap = await hash(PASSWORD.normalize('NFKC'), { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    await sql(`update account set password_hash = $2 where name = $1`, [name, cheap]);
    expect((await new Browser(registry.url).signIn(name, PASSWORD)).errors).toBeUndefined();
    const [{ password_hash: anew }] = await sql(`select password_hash from account where name = $1`, [name]);
    expect(anew).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await new Browser(registry.url).signIn(name, PASSWORD)).errors).toBeUndefined();
  });
});

describe('sign-in does not reveal who has an account', () => {
  it('an unknown account, a blocked one, one without a password and a wrong password get the same answer', async () => {
    const [right, blocked] = [await givenAccount(registry), await givenAccount(registry)];
    const fresh = `moi-${right.name}`;
    await registry.as.administrator.get(
      `mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { account { blockedAt } userErrors { code } } }`,
      { input: { id: blocked.id, reason: 'Nghỉ việc' } },
    );
    await registry.as.administrator.get(`mutation ($input: CreateAccountInput!) { createAccount(input: $input) { userErrors { code } } }`, {
      input: { name: fresh, displayName: 'Cán bộ mới' },
    });
    const tries = [
      [right.name, 'một mật khẩu khác hẳn'],
      [blocked.name, PASSWORD],
      [fresh, PASSWORD],
      ['khong-co-ai', PASSWORD],
      ['Không phải tên!', PASSWORD],
    ] as const;
    const answers = await Promise.all(
      tries.map(async ([name, password]) => {
        const browser = new Browser(registry.url);
        const { status, data, errors } = await browser.signIn(name, password);
        return { status, data, errors, cookies: browser.setCookies };
      }),
    );
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.errors![0]!.extensions.code).toBe('SIGN_IN_FAILED');
    expect(answers[0]!.cookies).toEqual([]);
  });
});

describe('a session that is not valid', () => {
  it.each([
    ['forged', 'x'.repeat(43)],
    ['empty', ''],
    ['no secret at all', 'a b"c'],
  ])('%s: one message where sign-in is required, and the cookie is deleted', async (_, value) => {
    const browser = new Browser(registry.url);
    browser.cookies.set('__Host-dvk-session', value);
    const { errors, status } = await browser.ask('{ units { totalCount } }');
    expect(status).toBe(401);
    expect(errors![0]!.extensions.code).toBe('SESSION_ENDED');
    expect(browser.cookies.size).toBe(0);
  });

  it('ends after an hour without a request, and after twelve in any case', async () => {
    registry.setClock('2027-01-04T01:00:00Z');
    const { browser: idle, name } = await givenSignedIn(registry);
    const busy = new Browser(registry.url);
    await busy.signIn(name, PASSWORD);
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      registry.setClock(new Date(Date.parse('2027-01-04T01:00:00Z') + minutes * 60_000).toISOString());
      expect(await busy.me()).toBe(name);
    }
    expect(await idle.me()).toBeNull();
    registry.setClock('2027-01-04T12:59:59Z');
    expect(await busy.me()).toBe(name);
    registry.setClock('2027-01-04T13:00:00Z');
    expect(await busy.me()).toBeNull();
    registry.setClock(undefined);
  });

  it('is ended by its owner from another browser, and by no one else', async () => {
    const { browser, name } = await givenSignedIn(registry);
    const other = new Browser(registry.url);
    await other.signIn(name, PASSWORD);
    const { mySessions } = await browser.get('{ mySessions { id current } }');
    expect(mySessions.map((session: any) => session.current).toSorted()).toEqual([false, true]);
    const { id } = mySessions.find((session: any) => !session.current);

    const END = `mutation ($input: EndSessionInput!) { endSession(input: $input) { session { id } userErrors { code } } }`;
    const { browser: stranger } = await givenSignedIn(registry);
    expect((await stranger.ask(END, { input: { id } })).errors![0]!.extensions.code).toBe('SESSION_NOT_FOUND');
    expect(await other.me()).toBe(name);
    await browser.get(END, { input: { id } });
    expect(await other.me()).toBeNull();
    expect(await browser.me()).toBe(name);
  });

  it('is one of at most twenty: a further one ends the least recently used', async () => {
    const { browser: first, name } = await givenSignedIn(registry);
    const rest = Array.from({ length: 20 }, () => new Browser(registry.url));
    for (const browser of rest) await browser.signIn(name, PASSWORD);
    expect(await first.me()).toBeNull();
    expect(await rest[0]!.me()).toBe(name);
    expect((await rest[0]!.get('{ mySessions { id } }')).mySessions).toHaveLength(20);
  });

  it('belongs to a person: a program has none, and cannot use commands for people', async () => {
    const program = asker(registry.url, registry.tokens.administrator);
    expect(await program.get('{ me { kind account { id } session { id } } }')).toEqual({
      me: { kind: 'TOKEN', account: null, session: null },
    });
    expect((await program.ask('{ mySessions { id } }')).errors![0]!.extensions.code).toBe('ACCOUNT_NEEDED');
  });
});

describe('a page of another origin', () => {
  it('is refused, with or without a cookie: it can neither act for a person nor sign one in', async () => {
    const { browser, name } = await givenSignedIn(registry);
    const CHANGE = 'mutation { addTheme(input: { name: "Từ nơi khác" }) { userErrors { code } } }';
    for (const origin of ['https://noi-khac.example', 'null', registry.url.replace('http:', 'https:'), `${registry.url}0`]) {
      const { errors, status } = await browser.ask(CHANGE, {}, { origin });
      expect([status, errors![0]!.extensions.code]).toEqual([403, 'ORIGIN_FOREIGN']);
      const stranger = new Browser(registry.url);
      expect((await stranger.ask(SIGN_IN, { input: { name, password: PASSWORD } }, { origin })).errors![0]!.extensions.code).toBe(
        'ORIGIN_FOREIGN',
      );
      expect(stranger.cookies.size).toBe(0);
    }
  });
});
