import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { Browser, PASSWORD, givenAccount, givenSignedIn } from './browser.js';

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

describe('an account', () => {
  it('may share its e-mail with others, never its name, and an e-mail cannot be used to sign in', async () => {
    const CREATE = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id email } userErrors { code field } } }`;
    const email = 'bandanvan@vi-du.example';
    const account = (name: string): Record<string, unknown> => ({ input: { name, displayName: 'Cán bộ B', email } });
    for (const name of ['hop-thu-1', 'hop-thu-2'])
      expect((await registry.as.administrator.get(CREATE, account(name))).createAccount.account.email).toBe(email);
    expect((await registry.as.administrator.get(CREATE, account('Hop-Thu-1'))).createAccount.userErrors).toEqual([
      { code: 'ACCOUNT_NAME_TAKEN', field: ['input', 'name'] },
    ]);
    expect((await new Browser(registry.url).signIn(email, PASSWORD)).errors![0]!.extensions.code).toBe('SIGN_IN_FAILED');
    const { accounts } = await registry.as.administrator.get(
      `{ accounts(filter: { text: "BANDANVAN", blocked: false }) { totalCount nodes { name } } }`,
    );
    expect(accounts).toEqual({ totalCount: 2, nodes: [{ name: 'hop-thu-1' }, { name: 'hop-thu-2' }] });
  });

  it.each(['khong-phai-thu', 'a\u0000b@xa.example', 'a\u0007b@xa.example'])('is refused with all problems at once (%j)', async email => {
    const { createAccount } = await registry.as.administrator.get(
      `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { code field } } }`,
      { input: { name: 'Nguyễn', displayName: 'A', email } },
    );
    expect(createAccount).toEqual({
      account: null,
      userErrors: [
        { code: 'ACCOUNT_NAME_INVALID', field: ['input', 'name'] },
        { code: 'ACCOUNT_EMAIL_INVALID', field: ['input', 'email'] },
      ],
    });
  });

  it('is shown to administrators only, not even by its id', async () => {
    const { id, name } = await givenAccount(registry);
    expect((await registry.as.reader.ask('{ accounts { totalCount } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    for (const query of ['query ($id: ID!) { node(id: $id) { __typename id } }', 'query ($id: ID!) { node(id: $id) { id } }'])
      expect(await registry.as.administrator.get(query, { id })).toEqual({ node: null });
    expect((await registry.as.administrator.get(`{ accounts(filter: { text: "${name}" }) { nodes { id } } }`)).accounts.nodes).toEqual([
      { id },
    ]);
  });

  it('is blocked with all its sessions at once, and unblocked again', async () => {
    const { browser, id, name } = await givenSignedIn(registry);
    const input = { id, reason: 'Chuyển công tác' };
    await registry.as.administrator.get(`mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code } } }`, {
      input,
    });
    expect(await browser.me()).toBeNull();
    await registry.as.administrator.get(
      `mutation ($input: UnblockAccountInput!) { unblockAccount(input: $input) { userErrors { code } } }`,
      {
        input,
      },
    );
    expect(await browser.me()).toBeNull();
    expect((await browser.signIn(name, PASSWORD)).errors).toBeUndefined();
    const { auditEntries } = await registry.as.auditor.get(
      `query ($id: ID!) { auditEntries(filter: { objectId: $id, action: ["account.blocked", "account.unblocked"] }) {
        nodes { action reason changes { field after } } } }`,
      { id },
    );
    expect(auditEntries.nodes).toEqual([
      { action: 'account.unblocked', reason: 'Chuyển công tác', changes: [{ field: 'blocked', after: 'false' }] },
      {
        action: 'account.blocked',
        reason: 'Chuyển công tác',
        changes: expect.arrayContaining([
          { field: 'blocked', after: 'true' },
          { field: 'sessionsEnded', after: '1' },
        ]),
      },
    ]);
  });

  it('of an administrator cannot be blocked by its own owner', async () => {
    const { browser, id } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    const { blockAccount } = await browser.get(
      `mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code field } } }`,
      { input: { id, reason: 'Thử' } },
    );
    expect(blockAccount.userErrors).toEqual([{ code: 'ACCOUNT_BLOCKS_ITSELF', field: ['input', 'id'] }]);
  });
});
