import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, toGlobalId } from '../../src/shared/ids.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenAccount, givenSignedIn } from './browser.js';

const CHANGE = `mutation ($input: ChangeAccountInput!) {
  changeAccount(input: $input) { account { name displayName email } userErrors { code field } }
}`;
const MY_NAME = `mutation ($input: ChangeMyNameInput!) { changeMyName(input: $input) { account { displayName email } userErrors { code field } } }`;
const TRAIL = `query ($id: ID!) {
  auditEntries(first: 3, filter: { objectId: $id, action: ["account.changed"] }) { nodes { actor reason changes { field before after } } }
}`;

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterAll(() => registry.close());

const change = async (input: object): Promise<any> => (await registry.as.administrator.get(CHANGE, { input })).changeAccount;
const trailOf = async (id: string): Promise<any[]> => (await registry.as.auditor.get(TRAIL, { id })).auditEntries.nodes;

describe('an administrator', () => {
  it('corrects a name and an e-mail, with a reason; a field left out is kept', async () => {
    const { id, name } = await givenAccount(registry);
    const email = 'van.thu@xa.example';
    expect(await change({ id, displayName: ' Cán bộ B ', email, reason: 'Viết nhầm' })).toEqual({
      account: { name, displayName: 'Cán bộ B', email },
      userErrors: [],
    });
    expect((await change({ id, displayName: 'Cán bộ C', reason: 'Nhầm lại' })).account).toMatchObject({ displayName: 'Cán bộ C', email });
    expect((await change({ id, email: null, reason: 'Hộp thư đã đóng' })).account).toMatchObject({ displayName: 'Cán bộ C', email: null });
    const [last, , first] = await trailOf(id);
    expect(last).toMatchObject({ reason: 'Hộp thư đã đóng', changes: [{ field: 'email', before: email, after: null }] });
    expect(first).toMatchObject({ reason: 'Viết nhầm', changes: expect.arrayContaining([{ field: 'email', before: null, after: email }]) });
  });

  it('is refused for an invalid e-mail and an unknown account, and nothing is changed', async () => {
    const { id } = await givenAccount(registry);
    for (const email of ['không có', 'a\u0000b@xa.example', 'a\u0007b@xa.example', 'a\ud800b@xa.example']) {
      const { account, userErrors } = await change({ id, displayName: 'Cán bộ B', email, reason: 'Thử' });
      expect([account, userErrors]).toEqual([null, [{ code: 'ACCOUNT_EMAIL_INVALID', field: ['input', 'email'] }]]);
    }
    const unknown = await registry.as.administrator.ask(CHANGE, {
      input: { id: toGlobalId('Account', newId()), email: null, reason: 'Thử' },
    });
    expect(unknown.errors![0]!.extensions.code).toBe('ACCOUNT_NOT_FOUND');
    expect(await trailOf(id)).toEqual([]);
  });
});

describe('a person', () => {
  it('changes their display name, and nothing else of the account', async () => {
    const { browser, id } = await givenSignedIn(registry);
    const input = { displayName: 'Cán bộ A, văn phòng' };
    expect((await browser.get(MY_NAME, { input })).changeMyName).toEqual({ account: { ...input, email: null }, userErrors: [] });
    expect(await trailOf(id)).toMatchObject([
      { actor: input.displayName, changes: [{ field: 'displayName', before: 'Cán bộ A', after: input.displayName }] },
    ]);
    const { errors } = await browser.ask(CHANGE, { input: { id, email: 'toi@xa.example', reason: 'Của tôi' } });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await browser.get(MY_NAME, { input: { displayName: ' . ' } })).changeMyName.userErrors).toHaveLength(1);
  });

  it('has a display name to change; a program has none', async () => {
    const { errors, data } = await registry.as.reader.ask(MY_NAME, { input: { displayName: 'Máy' } });
    expect(JSON.stringify([errors, data])).toContain('ACCOUNT_NEEDED');
  });
});
