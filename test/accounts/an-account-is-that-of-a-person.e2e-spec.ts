import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Authentication } from '../../src/platform/access/authenticator.port.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenAccount, givenSignedIn } from './browser.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

const LINK = 'account { id person { name } people { id validFrom validTo person { name } } }';
const run = async (name: string, input: object, fields = LINK): Promise<any> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`;
  return (await registry.as.administrator.get(document, { input }))[name];
};
const person = async (name: string): Promise<string> => {
  const { recordPerson } = await registry.as.boardStaff.get(
    'mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } } }',
    { input: { unitId: commune, name } },
  );
  return recordPerson.person.id;
};
const personOf = async (accountId: string): Promise<string | null> =>
  (await registry.registry.app.get(Authentication).actorOf({ kind: 'ACCOUNT', id: fromGlobalId(accountId)!.id, name: '' })).personId;

it('from a day to a day, and a request is sent by the person of its day', async () => {
  registry.setClock('2026-03-10T03:00:00Z');
  const [account, a] = [await givenAccount(registry, { role: 'COUNCIL_MEMBER', unitId: commune }), await person('Cá nhân A')];
  const link = { accountId: account.id, personId: a, validFrom: '2026-03-11', reason: 'Phân công' };
  const { account: linked } = await run('linkAccountToPerson', link);
  expect(linked).toMatchObject({ person: null, people: [{ validFrom: '2026-03-11', validTo: null, person: { name: 'Cá nhân A' } }] });
  expect(await personOf(account.id)).toBeNull();
  registry.setClock('2026-03-11T03:00:00Z');
  expect(await personOf(account.id)).toBe(fromGlobalId(a)!.id);
  await run('endAccountPersonLink', { id: linked.people[0].id, validTo: '2026-03-11', reason: 'Nghỉ hưu' });
  registry.setClock('2026-03-12T03:00:00Z');
  expect(await personOf(account.id)).toBeNull();
  registry.setClock(undefined);
});

it('the person sees in `me` whose account it is, and a program is nobody’s', async () => {
  const { browser, id } = await givenSignedIn(registry, { role: 'COUNCIL_MEMBER', unitId: commune });
  const a = await person('Cá nhân B');
  await run('linkAccountToPerson', { accountId: id, personId: a, validFrom: '2020-01-01', reason: 'Phân công' });
  expect((await browser.get('{ me { person { name } account { person { name } } } }')).me).toEqual({
    person: { name: 'Cá nhân B' },
    account: { person: { name: 'Cá nhân B' } },
  });
  expect((await registry.as.boardStaff.get('{ me { person { name } } }')).me).toEqual({ person: null });
});

it('on a day an account has one person, and a person one account; each refusal names the other', async () => {
  const [one, two] = [await givenAccount(registry), await givenAccount(registry)];
  const [c, d] = [await person('Cá nhân C'), await person('Cá nhân D')];
  const link = { accountId: one.id, personId: c, validFrom: '2026-01-01', validTo: '2026-06-30', reason: 'Phân công' };
  await run('linkAccountToPerson', link);
  const again = await run('linkAccountToPerson', { ...link, personId: d, validFrom: '2026-06-30', validTo: null });
  expect(again.userErrors).toMatchObject([{ code: 'ACCOUNT_HAS_PERSON', field: ['input', 'accountId'] }]);
  expect(again.userErrors[0].message).toContain('“Cá nhân C” (từ 1/1/2026 đến 30/6/2026)');
  const other = await run('linkAccountToPerson', { ...link, accountId: two.id });
  expect(other.userErrors).toMatchObject([{ code: 'PERSON_HAS_ACCOUNT', field: ['input', 'personId'] }]);
  expect(other.userErrors[0].message).toContain(`“${one.name}”`);
  expect((await run('linkAccountToPerson', { ...link, validFrom: '2027-01-01' })).userErrors).toMatchObject([
    { code: 'ACCOUNT_LINK_BACKWARDS', field: ['input', 'validTo'] },
  ]);
  const next = await run('linkAccountToPerson', { ...link, personId: d, validFrom: '2026-07-01', validTo: null });
  expect(next.userErrors).toEqual([]);
  const { id } = next.account.people.find(({ validTo }: any) => validTo === '2026-06-30');
  const longer = await run('endAccountPersonLink', { id, validTo: '2026-07-31', reason: 'Đính chính' });
  expect(longer.userErrors).toMatchObject([{ code: 'ACCOUNT_HAS_PERSON', field: ['input', 'validTo'] }]);
  expect(longer.userErrors[0].message).toContain('“Cá nhân D”');
});

it('a link made by mistake is removed, and until then its person is not', async () => {
  const [account, e] = [await givenAccount(registry), await person('Cá nhân E')];
  const { account: linked } = await run('linkAccountToPerson', {
    accountId: account.id,
    personId: e,
    validFrom: '2026-01-01',
    reason: 'Nhầm',
  });
  const remove = async (): Promise<string[]> =>
    (
      await registry.as.boardStaff.get('mutation ($input: RemoveRecordInput!) { removePerson(input: $input) { userErrors { code } } }', {
        input: { id: e, expectedVersion: 1, reason: 'Nhập nhầm' },
      })
    ).removePerson.userErrors.map(({ code }: any) => code);
  expect(await remove()).toEqual(['RECORD_IN_USE']);
  const { account: unlinked } = await run('removeAccountPersonLink', { id: linked.people[0].id, reason: 'Gắn nhầm' });
  expect(unlinked.people).toEqual([]);
  expect(await remove()).toEqual([]);
  const { auditEntries } = await registry.as.auditor.get('{ auditEntries(first: 10) { nodes { action reason } } }');
  expect(auditEntries.nodes).toContainEqual({ action: 'account.personLinkRemoved', reason: 'Gắn nhầm' });
});

it('only administrators say whose account it is', async () => {
  const [account, f] = [await givenAccount(registry), await person('Cá nhân G')];
  const input = { accountId: account.id, personId: f, validFrom: '2026-01-01', reason: 'Thử' };
  const document = 'mutation ($input: LinkAccountToPersonInput!) { linkAccountToPerson(input: $input) { userErrors { code } } }';
  expect((await registry.as.boardStaff.ask(document, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('who is an account and who is another person is not changed by merging people without the right to manage accounts', async () => {
  const staffAndAdministrator = await personWith(registry, 'both', { role: 'boardStaff' }, { role: 'administrator' });
  const merge = async (by: Asker, id: string, intoId: string): Promise<string[]> => {
    const document = 'mutation ($input: MergeRecordInput!) { mergePerson(input: $input) { userErrors { code } } }';
    const { mergePerson } = await by.get(document, { input: { id, intoId, expectedVersion: 1, reason: 'Nhập hai lần' } });
    return mergePerson.userErrors.map(({ code }: any) => code);
  };
  const account = await givenAccount(registry);
  const [linked, other] = [await person('Cá nhân H'), await person('Cá nhân H')];
  await run('linkAccountToPerson', { accountId: account.id, personId: linked, validFrom: '2026-01-01', reason: 'Phân công' });
  expect(await merge(registry.as.boardStaff, linked, other)).toEqual(['RECORD_RESTS_ELSEWHERE']);
  expect(await merge(registry.as.boardStaff, other, linked)).toEqual(['RECORD_RESTS_ELSEWHERE']);
  const personNow = async (): Promise<string> => {
    const { accounts } = await registry.as.administrator.get('{ accounts(first: 100) { nodes { id person { id } } } }');
    return accounts.nodes.find(({ id }: any) => id === account.id).person.id;
  };
  expect(await personNow()).toBe(linked);
  expect(await merge(staffAndAdministrator, linked, other)).toEqual([]);
  expect(await personNow()).toBe(other);
});
