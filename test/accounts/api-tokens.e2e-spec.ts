import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { connect } from '../support/test-server.js';
import { givenUnits } from '../support/given-units.js';
import { asker, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenSignedIn } from './browser.js';

const CREATE = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name expiresAt createdBy { name } lastUsedAt } userErrors { code field } }
}`;
const REVOKE = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { apiToken { revokedAt } userErrors { code } } }`;

let registry: TestRegistry;
beforeAll(async () => (registry = await openTestRegistry()));
afterEach(() => registry.setClock(undefined));
afterAll(() => registry.close());

const given = (more: object = {}): { input: Record<string, unknown> } => ({
  input: { name: 'Bảng điều khiển', lastDay: '2027-06-30', ...more },
});

/** Creates a token as an administrator who is signed in, because programs cannot create tokens. */
async function make(more: object = {}): Promise<{ token: string; id: string; by: string }> {
  const { browser, name } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
  const { createApiToken } = await browser.get(CREATE, given(more));
  return { token: createApiToken.token, id: createApiToken.apiToken.id, by: name };
}

/** The HTTP status and the error code for a token. */
async function answer(token: string): Promise<[number, string | undefined]> {
  const { status, errors } = await asker(registry.url, token).ask('{ units { totalCount } }');
  return [status, errors?.[0]!.extensions.code];
}
const GOOD = [200, undefined];
const BAD = [401, 'TOKEN_INVALID'];

const listed = async (id: string): Promise<any> => {
  const { apiTokens } = await registry.as.administrator.get(
    '{ apiTokens(first: 100) { nodes { id lastUsedAt revokedAt createdBy { name } } } }',
  );
  return apiTokens.nodes.find((node: { id: string }) => node.id === id);
};

describe('a program’s token', () => {
  it('is shown once, is valid until the end of its last day in Việt Nam, and only its hash is stored', async () => {
    registry.setClock('2027-06-01T01:00:00Z');
    const { browser, name } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    const { createApiToken } = await browser.get(CREATE, given());
    expect(createApiToken).toEqual({
      token: expect.stringMatching(/^dvk_[\w-]{43}$/),
      apiToken: {
        id: expect.any(String),
        name: 'Bảng điều khiển',
        expiresAt: '2027-06-30T17:00:00.000Z',
        createdBy: { name },
        lastUsedAt: null,
      },
      userErrors: [],
    });
    const { token } = createApiToken;
    expect(await answer(token)).toEqual(GOOD);
    expect((await asker(registry.url, token).ask('{ apiTokens { totalCount } }')).errors![0]!.extensions.code).toBe('FORBIDDEN');
    registry.setClock('2027-06-30T16:59:59Z');
    expect(await answer(token)).toEqual(GOOD);
    registry.setClock('2027-06-30T17:00:00Z');
    expect(await answer(token)).toEqual(BAD);

    const client = await connect(registry.database.where);
    for (const table of ['api_token', 'audit_entry'])
      expect((await client.query(`select json_agg(t)::text as text from ${table} t`)).rows[0].text).not.toContain(token);
    await client.end();
  });

  it('is created by a person, because a program could give itself any right through a token of its own', async () => {
    const before = (await registry.as.administrator.get('{ apiTokens { totalCount } }')).apiTokens.totalCount;
    const lastDay = addDays(dayInVietnam(new Date()), 1);
    const program = asker(registry.url, registry.tokens.administrator);
    const { errors } = await program.ask(CREATE, given({ lastDay }));
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['ACCOUNT_NEEDED']);
    expect((await registry.as.administrator.get('{ apiTokens { totalCount } }')).apiTokens.totalCount).toBe(before);
  });

  it('reads only, unless its maker names another role; at a unit, on a line and for days where it is narrowed', async () => {
    registry.setClock('2027-06-01T01:00:00Z');
    const units = givenUnits(() => registry);
    const province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
    const [commune, other] = [
      await units.establish({ name: 'Xã A', parentId: province }),
      await units.establish({ name: 'Xã B', parentId: province }),
    ];
    const { browser } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    const made = async (more: object): Promise<any> => (await browser.ask(CREATE, given(more))).data?.createApiToken;
    const person = { name: 'Cá nhân A', unitId: commune };
    await registry.as.boardStaff.get(`mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } } }`, {
      input: person,
    });
    const people = async (token: string): Promise<number> =>
      (await asker(registry.url, token).get('{ people { totalCount } }')).people.totalCount;
    const roles = async (token: string): Promise<string[]> => (await asker(registry.url, token).get('{ me { roles } }')).me.roles;
    const [whole, here, there] = [await made({}), await made({ unitId: commune }), await made({ unitId: other })];
    expect(await Promise.all([whole, here, there].map(({ token }) => roles(token)))).toEqual([
      ['REPORTING_CLIENT'],
      ['REPORTING_CLIENT'],
      ['REPORTING_CLIENT'],
    ]);
    expect(await Promise.all([whole, here, there].map(({ token }) => people(token)))).toEqual([1, 1, 0]);
    expect(await people((await made({ line: 'TERRITORY' })).token)).toBe(1);
    expect(await people((await made({ line: 'PARTY' })).token)).toBe(0);
    expect(await roles((await made({ validFrom: '2027-06-02' })).token)).toEqual([]);
    expect(await roles((await made({ role: 'ADMINISTRATOR' })).token)).toEqual(['ADMINISTRATOR']);
    // What its maker may not do, the program may not either.
    const { errors } = await browser.ask(CREATE, given({ role: 'LEADER' }));
    expect(errors?.[0]?.extensions.code).toBe('GRANT_BEYOND_OWN');
    expect((await made({ validFrom: '2027-07-01' })).userErrors).toEqual([{ code: 'GRANT_DATES', field: ['input', 'lastDay'] }]);
  });

  it('needs a last day, not in the past and at most a year ahead', async () => {
    registry.setClock('2027-06-01T01:00:00Z');
    const { browser } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    for (const lastDay of ['2027-05-31', '2028-06-02', '9998-12-31']) {
      const { createApiToken } = await browser.get(CREATE, given({ lastDay }));
      expect(createApiToken).toEqual({
        token: null,
        apiToken: null,
        userErrors: [{ code: 'TOKEN_LAST_DAY_WRONG', field: ['input', 'lastDay'] }],
      });
    }
    await make({ lastDay: '2027-06-01' });
    await make({ lastDay: '2028-06-01' });
  });

  it('is revoked at once and permanently, with a reason; other tokens are not affected', async () => {
    registry.setClock('2027-06-01T01:00:00Z');
    const [one, other] = [await make(), await make()];
    expect(await answer(one.token)).toEqual(GOOD);
    const input = { id: one.id, reason: 'Lộ mã' };
    await registry.as.administrator.get(REVOKE, { input });
    expect(await answer(one.token)).toEqual(BAD);
    expect(await answer(other.token)).toEqual(GOOD);
    expect((await registry.as.reader.ask(REVOKE, { input })).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(await listed(one.id)).toMatchObject({ revokedAt: '2027-06-01T01:00:00.000Z', createdBy: { name: one.by } });
    registry.setClock('2027-06-02T01:00:00Z');
    await registry.as.administrator.get(REVOKE, { input });
    expect((await listed(one.id)).revokedAt).toBe('2027-06-01T01:00:00.000Z');
  });

  it('shows when it was last used, to some minutes', async () => {
    registry.setClock('2027-06-01T01:00:00Z');
    const { token, id } = await make();
    expect((await listed(id)).lastUsedAt).toBeNull();
    await answer(token);
    expect((await listed(id)).lastUsedAt).toBe('2027-06-01T01:00:00.000Z');
  });

  it('is refused while the account that created it is blocked', async () => {
    const { browser, id } = await givenSignedIn(registry, { role: 'ADMINISTRATOR' });
    await givenSignedIn(registry, { role: 'ADMINISTRATOR' }); // Because the last administrator cannot be blocked.
    const lastDay = addDays(dayInVietnam(new Date()), 7);
    const { token } = (await browser.get(CREATE, given({ lastDay }))).createApiToken;
    const decide = (name: string): Promise<any> =>
      registry.as.administrator.get(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`,
        { input: { id, reason: 'Chuyển công tác' } },
      );
    await decide('blockAccount');
    expect(await answer(token)).toEqual(BAD);
    await decide('unblockAccount');
    expect(await answer(token)).toEqual(GOOD);
  });

  it('is not accepted by its id alone', async () => {
    const { id } = await make({ lastDay: addDays(dayInVietnam(new Date()), 1) });
    expect(await registry.as.administrator.get('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });
});
