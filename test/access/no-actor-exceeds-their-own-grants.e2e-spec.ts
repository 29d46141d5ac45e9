import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiTokensService } from '../../src/features/accounts/tokens/api-tokens.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { asker, askerWith, openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenPeople, onServer, setTestAdministrator } from './given-people.js';

let registry: TestRegistry;
let province: string;
let commune: string;
let elsewhere: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  commune = await units.establish({ name: 'Xã A', parentId: province });
  elsewhere = await units.establish({ name: 'Tỉnh Q', kind: 'TINH' });
});
afterAll(() => registry.close());

const rowId = (id: string): string => fromGlobalId(id)!.id;

const { person } = givenPeople(() => registry);

/** A person without grants. */
async function somebodyYet(): Promise<{ id: string; asker: Pick<Asker, 'ask'> }> {
  const { id, browser } = await person();
  return { id, asker: browser };
}

/** A token without grants. */
async function nobodyYet(): Promise<{ id: string; asker: Asker }> {
  const { app } = registry.registry;
  const token = await app.get(ApiTokensService).createToken(systemActor('test'), { name: 'mới' });
  const [row] = await app.get(Database).rows<{ id: string }>(`select id from api_token order by id desc limit 1`);
  return { id: toGlobalId('ApiToken', row!.id), asker: asker(registry.url, token) };
}

const GIVE = `mutation ($input: GiveGrantInput!) { giveGrant(input: $input) {
  grant { id version role holderName unit { name } line validTo inForce givenBy reason } userErrors { code field message } } }`;
const give = async (by: Pick<Asker, 'ask'>, input: object): Promise<any> => {
  const { data, errors } = await by.ask(GIVE, { input: { reason: 'Phân công', ...input } });
  return errors ? { code: errors[0]!.extensions.code } : data.giveGrant;
};

describe('a grant', () => {
  it('shows who has which role where, for how long, by whom and why, and takes effect at once', async () => {
    const { id, asker: officer } = await nobodyYet();
    expect((await officer.ask(`{ sectors { totalCount } }`)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    const { grant } = await give(registry.as.administrator, { holderId: id, role: 'UNIT_OFFICER', unitId: commune, validTo: '2999-12-31' });
    expect(grant).toMatchObject({
      role: 'UNIT_OFFICER',
      holderName: 'mới',
      unit: { name: 'Xã A' },
      line: null,
      validTo: '2999-12-31',
      inForce: true,
      givenBy: 'administrator',
      reason: 'Phân công',
    });
    expect((await officer.get(`{ me { roles may } }`)).me).toMatchObject({
      roles: ['UNIT_OFFICER'],
      may: expect.arrayContaining(['model.draft', 'registry.read']),
    });
  });

  it('is ended at once, with a reason, and only once', async () => {
    const { id, asker: officer } = await nobodyYet();
    const { grant } = await give(registry.as.administrator, { holderId: id, role: 'REPORTING_CLIENT' });
    await officer.get(`{ sectors { totalCount } }`);
    const END = `mutation ($input: EndGrantInput!) { endGrant(input: $input) { grant { inForce endReason version } userErrors { code } } }`;
    const input = { id: grant.id, expectedVersion: 1, reason: 'Hết nhiệm vụ' };
    expect((await registry.as.administrator.get(END, { input })).endGrant).toEqual({
      grant: { inForce: false, endReason: 'Hết nhiệm vụ', version: 2 },
      userErrors: [],
    });
    expect((await officer.ask(`{ sectors { totalCount } }`)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    const again = await registry.as.administrator.get(END, { input: { ...input, expectedVersion: 2 } });
    expect(again.endGrant.userErrors).toEqual([{ code: 'GRANT_ENDED' }]);
  });

  it('is given once: the same again would survive its end', async () => {
    const { id: holderId } = await nobodyYet();
    const right = { holderId, role: 'UNIT_OFFICER', unitId: commune };
    const codesOf = async (more: object): Promise<string[]> =>
      (await give(registry.as.administrator, { ...right, ...more })).userErrors.map(({ code }: any) => code);
    expect(await codesOf({ validTo: '2998-12-31' })).toEqual([]);
    for (const more of [{}, { validTo: '2998-06-30' }, { validFrom: '2998-12-31' }]) expect(await codesOf(more)).toEqual(['GRANT_HELD']);
    expect(await codesOf({ validFrom: '2999-01-01' })).toEqual([]);
    expect(await codesOf({ line: 'TERRITORY' })).toEqual([]);
  });

  it('is in force on its days only', async () => {
    const { id, asker: officer } = await nobodyYet();
    await give(registry.as.administrator, { holderId: id, role: 'REPORTING_CLIENT', validFrom: '2999-01-01' });
    expect((await officer.ask(`{ sectors { totalCount } }`)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('is listed for callers who may give or check grants, and otherwise for its holder', async () => {
    const { grants } = await registry.as.auditor.get(`{ grants(filter: { inForce: true, role: [AUDITOR] }) { nodes { holderName } } }`);
    expect(grants.nodes.map((grant: any) => grant.holderName)).toContain('auditor');
    expect((await registry.as.leader.get(`{ grants { nodes { holderName } } }`)).grants.nodes).toEqual([{ holderName: 'leader' }]);
  });
});

describe('giving', () => {
  it('to oneself is refused', async () => {
    const { id, asker: somebody } = await somebodyYet();
    await give(registry.as.administrator, { holderId: id, role: 'ADMINISTRATOR' });
    expect(await give(somebody, { holderId: id, role: 'LEADER' })).toEqual({ code: 'GRANT_TO_ONESELF' });
  });

  it('cannot exceed one’s own grants: in units, line, time and roles', async () => {
    const own = await somebodyYet();
    await give(registry.as.administrator, {
      holderId: own.id,
      role: 'ADMINISTRATOR',
      unitId: province,
      line: 'TERRITORY',
      validTo: '2998-12-31',
    });
    const { id: holderId } = await nobodyYet();
    const within = { holderId, role: 'LEADER', unitId: commune, line: 'TERRITORY', validTo: '2998-12-31' };
    const beyond = { code: 'GRANT_BEYOND_OWN' };
    expect(await give(own.asker, { ...within, unitId: elsewhere })).toEqual(beyond);
    expect(await give(own.asker, { ...within, unitId: null })).toEqual(beyond);
    expect(await give(own.asker, { ...within, line: null })).toEqual(beyond);
    expect(await give(own.asker, { ...within, line: 'PARTY' })).toEqual(beyond);
    expect(await give(own.asker, { ...within, validTo: null })).toEqual(beyond);
    expect(await give(own.asker, { ...within, validTo: '2999-01-01' })).toEqual(beyond);
    expect((await give(own.asker, within)).userErrors).toEqual([]);
    const head = await personWith(registry, 'head', { role: 'unitHead', unitId: rowId(commune) });
    expect((await give(head, { holderId, role: 'UNIT_OFFICER', unitId: commune })).userErrors).toEqual([]);
    expect(await give(head, { holderId, role: 'UNIT_HEAD', unitId: commune })).toEqual(beyond);
    expect(await give(registry.as.leader, { holderId, role: 'UNIT_OFFICER', unitId: commune })).toEqual({ code: 'FORBIDDEN' });
    const program = await askerWith(registry, 'program', { role: 'administrator' });
    expect(await give(program, { holderId, role: 'UNIT_OFFICER', unitId: commune })).toEqual({ code: 'ACCOUNT_NEEDED' });
  });

  it('is refused with all problems of the input at once', async () => {
    const before = (await registry.as.administrator.get(`{ grants { totalCount } }`)).grants.totalCount;
    const holderId = toGlobalId('Account', '01900000-0000-7000-8000-000000000000');
    const { userErrors } = await give(registry.as.administrator, {
      holderId,
      role: 'LEADER',
      unitId: commune,
      validTo: '2000-01-01',
    });
    expect(userErrors.map((error: any) => [error.code, error.field.join('.')])).toEqual([
      ['GRANT_HOLDER_UNKNOWN', 'input.holderId'],
      ['GRANT_DATES', 'input.validTo'],
    ]);
    expect((await registry.as.administrator.get(`{ grants { totalCount } }`)).grants.totalCount).toBe(before);
  });

  it('and ending never leave the registry without an administrator: a blocked one does not count, and of two ended at once one remains', async () => {
    const by = registry.as.administrator;
    const run = async (name: string, type: string, input: object, shown = ''): Promise<any> =>
      (await by.get(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} userErrors { code } } }`, { input }))[name];
    const administrator = async (name: string): Promise<{ holderId: string; id: string; version: number }> => {
      const { account } = await run('createAccount', 'CreateAccountInput', { name, displayName: name }, 'account { id }');
      const { grant } = await give(registry.as.administrator, { holderId: account.id, role: 'ADMINISTRATOR' });
      return { holderId: account.id, id: grant.id, version: grant.version };
    };
    const server = onServer(registry);
    const [one, other] = [await administrator('quan.tri.1'), await administrator('quan.tri.2')];
    await setTestAdministrator(registry, false);
    // Those of earlier tests.
    const earlier = (
      await registry.as.auditor.get(
        `{ grants(filter: { role: [ADMINISTRATOR], inForce: true }, first: 100) { nodes { id version holderKind holderName } } }`,
      )
    ).grants.nodes.filter(
      (grant: any) => grant.holderKind === 'ACCOUNT' && !['administrator', 'quan.tri.1', 'quan.tri.2'].includes(grant.holderName),
    );
    for (const grant of earlier) expect(await server.end(grant)).toBe('DONE');
    await server.block(one.holderId);
    expect(await server.end(other)).toBe('GRANT_LAST_ADMINISTRATOR');
    await server.unblock(one.holderId);
    expect((await Promise.all([server.end(one), server.end(other)])).toSorted()).toEqual(['DONE', 'GRANT_LAST_ADMINISTRATOR']);
    await setTestAdministrator(registry, true);
  });
});

it('the preview of a unit event states how many grants it affects and how', async () => {
  const unit = await units.establish({ name: 'Xã Z', parentId: province });
  const { id: holderId } = await nobodyYet();
  await give(registry.as.administrator, { holderId, role: 'UNIT_OFFICER', unitId: unit });
  const { previewUnitEvent } = await registry.as.administrator.get(
    `query ($input: UnitEventInput!) { previewUnitEvent(input: $input) { dependents { label count effect } } }`,
    { input: { effective: '2020-01-01', changes: [{ dissolve: { unitId: unit } }] } },
  );
  expect(previewUnitEvent.dependents).toContainEqual({
    label: 'quyền được cấp',
    count: 1,
    effect: expect.stringContaining('hết tác dụng'),
  });
});
