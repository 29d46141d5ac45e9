import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let head: Asker;
const at: Record<string, string> = {};
const units = givenUnits(() => registry);
const idOf = (unit: string): string => fromGlobalId(at[unit]!)!.id;

beforeAll(async () => {
  registry = await openTestRegistry();
  at.province = await units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  for (const name of ['A', 'B']) at[name] = await units.establish({ name, parentId: at.province });
  head = await personWith(registry, 'Thủ trưởng xã A', { role: 'unitHead', unitId: idOf('A') });
  await personWith(registry, 'Cán bộ xã A', { role: 'unitOfficer', unitId: idOf('A') });
  await personWith(registry, 'Cán bộ xã B', { role: 'unitOfficer', unitId: idOf('B') });
  await personWith(registry, 'Người mới');
  // The newcomer has no right yet, but a post.
  const { recordPerson } = await registry.as.everyRole.get(
    `mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } userErrors { code message } } }`,
    { input: { name: 'Cá nhân A', unitId: at.A } },
  );
  const { accounts } = await registry.as.administrator.get(`{ accounts(filter: { text: "người mới" }) { nodes { id } } }`);
  const input = { accountId: accounts.nodes[0].id, personId: recordPerson.person.id, validFrom: '2026-01-01', reason: 'Thử' };
  const { linkAccountToPerson } = await registry.as.administrator.get(
    `mutation ($input: LinkAccountToPersonInput!) { linkAccountToPerson(input: $input) { userErrors { code message } } }`,
    { input },
  );
  expect([recordPerson.userErrors, linkAccountToPerson.userErrors]).toEqual([[], []]);
});
afterAll(() => registry.close());

const found = async (asker: Asker, text?: string): Promise<any[]> =>
  (
    await asker.get(
      `query ($text: String) { colleagues(filter: { text: $text }) { totalCount nodes { id displayName person { name } } } }`,
      { text },
    )
  ).colleagues.nodes;

it('by name, in the order of given names: those with a right or a post at units that one reads, and nobody else', async () => {
  expect((await found(head)).map(one => one.displayName)).toEqual(['Cán bộ xã A', 'Thủ trưởng xã A', 'Người mới']);
  expect((await found(head, 'moi')).map(one => [one.displayName, one.person.name])).toEqual([['Người mới', 'Cá nhân A']]);
  expect(await found(head, 'xã B')).toEqual([]);
});

it('the head of a unit gives a colleague who was found a right, and delegates one', async () => {
  const [newcomer] = await found(head, 'Người mới');
  const given = { holderId: newcomer.id, role: 'UNIT_OFFICER', unitId: at.A, reason: 'Phân công' };
  const { giveGrant } = await head.get(
    `mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { grant { holderName } userErrors { code message } } }`,
    { input: given },
  );
  expect(giveGrant).toEqual({ grant: { holderName: 'Người mới' }, userErrors: [] });
  const { grants } = await head.get(`{ grants(filter: { role: [UNIT_HEAD] }) { nodes { id } } }`);
  const input = { grantId: grants.nodes[0].id, toAccountId: newcomer.id, validTo: '2990-01-01', reason: 'Đi công tác' };
  const { delegateGrant } = await head.get(
    `mutation ($input: DelegateGrantInput!) { delegateGrant(input: $input) { grant { onBehalfOf } userErrors { code message } } }`,
    { input },
  );
  expect(delegateGrant).toEqual({ grant: { onBehalfOf: 'Thủ trưởng xã A' }, userErrors: [] });
});

it('whose right, post or link to a person is over, or is still to come, is no colleague', async () => {
  await personWith(registry, 'Cán bộ cũ', { role: 'unitOfficer', unitId: idOf('A') });
  await personWith(registry, 'Cán bộ sắp đến', { role: 'unitOfficer', unitId: idOf('A') });
  await personWith(registry, 'Người chuyển đi');
  const db = registry.registry.app.get(Database);
  const account = async (name: string): Promise<string> =>
    (await db.rows<{ id: string }>(`select id from account where display_name = $1`, [name]))[0]!.id;
  const [former, coming, mover] = [await account('Cán bộ cũ'), await account('Cán bộ sắp đến'), await account('Người chuyển đi')];
  await db.rows(`update role_grant set validity = '[2020-01-01,2021-01-01)' where account_id = $1`, [former]);
  await db.rows(`update role_grant set validity = '[2990-01-01,)' where account_id = $1`, [coming]);
  const { recordPerson } = await registry.as.everyRole.get(
    `mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } userErrors { code message } } }`,
    {
      input: {
        name: 'Cá nhân B',
        unitId: at.B,
        post: { title: 'Công chức', unitId: at.A, validFrom: '2020-01-01', validTo: '2020-12-31' },
      },
    },
  );
  const link = { accountId: toGlobalId('Account', mover), personId: recordPerson.person.id, validFrom: '2026-01-01', reason: 'Thử' };
  await registry.as.administrator.get(
    `mutation ($input: LinkAccountToPersonInput!) { linkAccountToPerson(input: $input) { userErrors { code message } } }`,
    { input: link },
  );
  for (const name of ['Cán bộ cũ', 'Cán bộ sắp đến', 'Người chuyển đi']) expect([name, await found(head, name)]).toEqual([name, []]);
  await db.rows(`update person_post set validity = '[2020-01-01,)'`);
  expect(await found(head, 'Người chuyển đi')).toHaveLength(1);
  await db.rows(`update account_person set validity = '[2020-01-01,2021-01-01)' where account_id = $1`, [mover]);
  expect(await found(head, 'Người chuyển đi')).toEqual([]);
});

it('a blocked account is no colleague, and a program asks in vain', async () => {
  const [officer] = await found(head, 'cán bộ');
  await registry.as.administrator.get(`mutation ($input: BlockAccountInput!) { blockAccount(input: $input) { userErrors { code } } }`, {
    input: { id: officer.id, reason: 'Nghỉ việc' },
  });
  expect(await found(head, 'cán bộ')).toEqual([]);
  const { errors } = await registry.as.unitHead.ask(`{ colleagues { totalCount } }`);
  expect(errors![0]!.extensions.code).toBe('ACCOUNT_NEEDED');
});
