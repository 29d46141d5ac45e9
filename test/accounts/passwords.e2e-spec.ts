import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type Answer, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenAccount, givenReset, givenSignedIn } from './browser.js';

const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code field } } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code field message } } }`;
const ANOTHER = 'một câu khác hẳn câu trước';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterEach(() => registry.setClock(undefined));
afterAll(() => registry.close());

const reset = async (secret: string, newPassword: string): Promise<any[]> =>
  (await registry.as.nobody.get(RESET, { input: { secret, newPassword } })).resetPassword.userErrors;

describe('a person changes their password', () => {
  it('and all sessions end except the new one of this browser; the old password is refused', async () => {
    const { browser, name } = await givenSignedIn(registry);
    const other = new Browser(registry.url);
    await other.signIn(name, PASSWORD);
    const before = [...browser.cookies.values()];
    expect((await browser.get(CHANGE, { input: { currentPassword: PASSWORD, newPassword: ANOTHER } })).changePassword.userErrors).toEqual(
      [],
    );
    expect(await other.me()).toBeNull();
    expect(await browser.me()).toBe(name);
    expect([...browser.cookies.values()]).not.toEqual(before);
    expect((await other.signIn(name, PASSWORD)).errors![0]!.extensions.code).toBe('SIGN_IN_FAILED');
    expect((await other.signIn(name, ANOTHER)).errors).toBeUndefined();
  });

  it('only with the present one, and guessing it from an open session is slowed down like signing in', async () => {
    const { browser, name } = await givenSignedIn(registry);
    const change = (currentPassword: string): Promise<Answer> => browser.ask(CHANGE, { input: { currentPassword, newPassword: ANOTHER } });
    for (let i = 0; i < 5; i++)
      expect((await change(`sai ${i}`)).data.changePassword.userErrors).toEqual([
        { code: 'PASSWORD_WRONG', field: ['input', 'currentPassword'] },
      ]);
    const { errors, headers } = await change(PASSWORD);
    expect(errors![0]!.extensions.code).toBe('SIGN_IN_SLOWED');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await browser.me()).toBe(name);
  });

  it.each([
    [PASSWORD, 'PASSWORD_SAME'],
    ['ngắn quá', 'PASSWORD_LENGTH'],
    ['dài'.repeat(70), 'PASSWORD_LENGTH'],
    ['19/05/1990 12345', 'PASSWORD_EASY'],
    ['abababababababab', 'PASSWORD_EASY'],
  ])('but not to “%s”', async (newPassword, code) => {
    const { browser, name } = await givenSignedIn(registry);
    const change = async (to: string): Promise<any> =>
      (await browser.get(CHANGE, { input: { currentPassword: PASSWORD, newPassword: to } })).changePassword;
    expect((await change(newPassword)).userErrors).toEqual([{ code, field: ['input', 'newPassword'] }]);
    expect((await change(`xin chào ${name}`)).userErrors).toEqual([{ code: 'PASSWORD_EASY', field: ['input', 'newPassword'] }]);
    expect(await browser.me()).toBe(name);
  });
});

describe('an administrator issues a one-time secret', () => {
  it('with which the person chooses a password; every session ends', async () => {
    const { browser, id, name } = await givenSignedIn(registry);
    const secret = await givenReset(registry, id);
    expect(await browser.me()).toBe(name);
    expect(await reset(secret, ANOTHER)).toEqual([]);
    expect(await browser.me()).toBeNull();
    expect((await browser.signIn(name, ANOTHER)).errors).toBeUndefined();
  });

  it('which used, replaced, expired, invented or of a blocked account gets one message and changes nothing', async () => {
    const { id, name } = await givenAccount(registry);
    const used = await givenReset(registry, id);
    const kept = 'mật khẩu được giữ nguyên';
    await reset(used, kept);
    const replaced = await givenReset(registry, id);
    registry.setClock('2027-02-01T00:00:00Z');
    const expired = await givenReset(registry, id);
    registry.setClock('2027-02-04T00:00:00Z');
    const blocked = await givenAccount(registry);
    const ofBlocked = await givenReset(registry, blocked.id);
    await registry.as.administrator.get(`mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code } } }`, {
      input: { id: blocked.id, reason: 'Nghỉ việc' },
    });
    const answers = new Set<string>();
    for (const secret of [used, replaced, expired, ofBlocked, `dvkr_${'x'.repeat(43)}`, 'dvkr_', ''])
      answers.add(JSON.stringify(await reset(secret, ANOTHER)));
    expect([...answers].map(answer => JSON.parse(answer))).toEqual([
      [{ code: 'PASSWORD_RESET_INVALID', field: ['input', 'secret'], message: expect.stringContaining('xin quản trị viên') }],
    ]);
    expect((await new Browser(registry.url).signIn(name, kept)).errors).toBeUndefined();
  });

  it('which was issued before a block is void, also after the account is unblocked', async () => {
    const { id } = await givenAccount(registry);
    const secret = await givenReset(registry, id);
    for (const name of ['blockAccount', 'unblockAccount'])
      await registry.as.administrator.get(`mutation ($id: ID!) { ${name}(input: { id: $id, reason: "Thử" }) { userErrors { code } } }`, {
        id,
      });
    const { resetPassword } = await registry.as.nobody.get(
      `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }`,
      { input: { secret, newPassword: 'một câu khác hẳn câu trước' } },
    );
    expect(resetPassword.userErrors).toEqual([{ code: 'PASSWORD_RESET_INVALID' }]);
  });

  it('which used twice at the same moment works once', async () => {
    const { id } = await givenAccount(registry);
    const secret = await givenReset(registry, id);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => reset(secret, `${ANOTHER} ${i}`)));
    expect(answers.filter(errors => errors.length === 0)).toHaveLength(1);
  });

  it('which is not used up by a password that is too easy', async () => {
    const { id } = await givenAccount(registry);
    const secret = await givenReset(registry, id);
    expect((await reset(secret, '123456789012')).map((error: any) => error.code)).toEqual(['PASSWORD_EASY']);
    expect(await reset(secret, ANOTHER)).toEqual([]);
  });

  it('and no one else can, nor for a blocked account', async () => {
    const { id } = await givenAccount(registry);
    const ISSUE = `mutation ($input: IssuePasswordResetInput!) { issuePasswordReset(input: $input) { secret userErrors { code field } } }`;
    const { browser } = await givenSignedIn(registry);
    expect((await browser.ask(ISSUE, { input: { accountId: id } })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    await registry.as.administrator.get(`mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code } } }`, {
      input: { id, reason: 'Nghỉ việc' },
    });
    expect((await registry.as.administrator.get(ISSUE, { input: { accountId: id } })).issuePasswordReset).toEqual({
      secret: null,
      userErrors: [{ code: 'ACCOUNT_BLOCKED', field: ['input', 'accountId'] }],
    });
  });
});
