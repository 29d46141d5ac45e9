import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { AuditVerifier } from '../../src/platform/audit/audit-verifier.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { draft, end, givenPeople, delegate, onServer, run, setTestAdministrator } from './given-people.js';

let registry: TestRegistry;
let province: string;
let communeA: string;
let communeB: string;
const units = givenUnits(() => registry);
const { person, give, headAndDeputy } = givenPeople(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
});
afterAll(() => registry.close());

describe('a person who acts for another', () => {
  it('gives no grants and manages no accounts, whatever the role', async () => {
    const { head: administrator, deputy, grant } = await headAndDeputy('ADMINISTRATOR', null);
    await delegate(administrator.browser, grant.id, deputy);
    const { may } = (await deputy.browser.get(`{ me { may } }`)).me;
    expect(may).toContain('sector.edit');
    expect(may.filter((action: string) => /^(grant\.(?!read|delegate)|account\.manage|apiToken)/.test(action))).toEqual([]);
    const given = { holderId: deputy.id, role: 'LEADER', reason: 'Thử' };
    expect(await run(deputy.browser, 'giveGrant', 'GiveGrantInput', given)).toEqual({ code: 'FORBIDDEN' });
    expect(await run(deputy.browser, 'issuePasswordReset', 'IssuePasswordResetInput', { accountId: administrator.id })).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await end(deputy.browser, grant)).toEqual({ code: 'GRANT_NOT_FOUND' });
  });

  it('does not count as the last administrator', async () => {
    const { head: administrator, deputy, grant } = await headAndDeputy('ADMINISTRATOR', null);
    await delegate(administrator.browser, grant.id, deputy);
    const { grants } = await registry.as.auditor.get(
      `{ grants(filter: { role: [ADMINISTRATOR], inForce: true }, first: 100) { nodes { id version holderKind holderName delegatedFrom { id } } } }`,
    );
    const others = grants.nodes.filter((one: any) => one.holderKind === 'ACCOUNT' && !one.delegatedFrom && one.id !== grant.id);
    await setTestAdministrator(registry, false);
    for (const other of others.filter(({ holderName }: any) => holderName !== 'administrator'))
      expect(await onServer(registry).end(other)).toBe('DONE');
    expect(await onServer(registry).end(grant)).toBe('GRANT_LAST_ADMINISTRATOR');
    await setTestAdministrator(registry, true);
  });

  it('is shown in the audit trail and in the history with the person they act for, by whom entries are found', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    await delegate(head.browser, grant.id, deputy);
    const { model } = await draft(deputy.browser, communeA);
    expect(model!.history).toEqual([{ actor: deputy.displayName, onBehalfOf: head.displayName }]);
    const { auditEntries } = await registry.as.auditor.get(
      `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { totalCount nodes { action actor actorId onBehalfOf onBehalfOfId } } }`,
      { filter: { onBehalfOfId: head.id } },
    );
    expect(auditEntries).toEqual({
      totalCount: 1,
      nodes: [
        { action: 'model.drafted', actor: deputy.displayName, actorId: deputy.id, onBehalfOf: head.displayName, onBehalfOfId: head.id },
      ],
    });
  });

  it('acts by their own right if that suffices', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    await delegate(head.browser, grant.id, deputy);
    await give(deputy, 'UNIT_OFFICER', { unitId: communeA });
    const { model } = await draft(deputy.browser, communeA);
    expect(model!.history).toEqual([{ actor: deputy.displayName, onBehalfOf: null }]);
    const withdrawn = await run(
      deputy.browser,
      'withdrawModels',
      'StepModelsInput',
      { models: [{ id: model!.id }], reason: 'Rút' },
      'rows { model { history { action onBehalfOf } } }',
    );
    expect(withdrawn.rows[0].model.history[0]).toEqual({ action: 'model.withdraw', onBehalfOf: head.displayName });
  });

  it('acts for one person at a time: a command that needs the rights of two is out of reach', async () => {
    const deputy = await person();
    const heads = [];
    for (const unitId of [communeA, communeB]) {
      const head = await person();
      const grant = await give(head, 'UNIT_HEAD', { unitId });
      await delegate(head.browser, grant.id, deputy);
      heads.push(head);
    }
    const { model } = await draft(deputy.browser, communeA);
    const move = { id: model!.id, expectedVersion: 1, unitId: communeB };
    expect(await run(deputy.browser, 'editModel', 'EditModelInput', move)).toEqual({ code: 'OUT_OF_REACH' });
    await give(deputy, 'UNIT_OFFICER', { unitId: communeA });
    const moved = await run(deputy.browser, 'editModel', 'EditModelInput', move, 'model { unit { name } history { onBehalfOf } }');
    expect(moved.model).toMatchObject({ unit: { name: 'Xã B' } });
    expect(moved.model.history[0]).toEqual({ onBehalfOf: heads[1]!.displayName });
  });

  it('is recorded also for a command that concerns no unit', async () => {
    const { head, deputy, grant } = await headAndDeputy('BOARD_STAFF', null);
    await delegate(head.browser, grant.id, deputy);
    await run(deputy.browser, 'addTheme', 'AddThemeInput', { name: 'Chuyên đề thay mặt' });
    const post = { unitId: communeA, title: 'Chủ tịch' };
    const { person: recorded } = await run(
      deputy.browser,
      'recordPerson',
      'RecordPersonInput',
      { name: 'Cá nhân A', post },
      'person { id }',
    );
    await run(deputy.browser, 'revealPersonalData', 'RevealPersonalDataInput', { id: recorded.id, fields: ['PHONE'], purpose: 'Liên hệ' });
    const { auditEntries } = await registry.as.auditor.get(
      `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter, orderBy: AT) { nodes { action } } }`,
      { filter: { onBehalfOfId: head.id } },
    );
    expect(auditEntries.nodes.map((entry: { action: string }) => entry.action)).toEqual([
      'theme.added',
      'person.recorded',
      'personalData.read',
    ]);
  });
});

it('the hash chain covers entries with and without `onBehalfOf`, and a forged one is detected', async () => {
  const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
  await delegate(head.browser, grant.id, deputy);
  await draft(deputy.browser, communeA);
  await registry.registry.app.get(AuditSealer).sealAll();
  const verify = (): ReturnType<AuditVerifier['verify']> => registry.registry.app.get(AuditVerifier).verify();
  expect((await verify()).broken).toBeUndefined();
  const client = await connect(registry.database.where);
  try {
    await client.query(`alter table audit_entry disable trigger user`);
    await client.query(`update audit_entry set on_behalf_of_name = 'ai đó' where on_behalf_of_name = $1`, [head.name]);
    expect((await verify()).broken).toMatchObject({ how: 'altered', entry: { action: 'model.drafted' } });
  } finally {
    await client.end();
  }
});
