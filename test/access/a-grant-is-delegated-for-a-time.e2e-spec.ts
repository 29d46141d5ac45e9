import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantsReader } from '../../src/features/accounts/grants/grants.reader.js';
import { fromGlobalId, toGlobalId } from '../../src/shared/ids.js';
import { Browser, PASSWORD } from '../accounts/browser.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, personWith, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { codes, draft, end, givenPeople, delegate, later, run } from './given-people.js';

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
/** Grants are cached for two seconds, so changes by the passing of time take effect after that. */
const forget = (accountId: string): void =>
  registry.registry.app.get(GrantsReader).forget({ kind: 'ACCOUNT', id: fromGlobalId(accountId)!.id });

afterEach(() => registry.setClock(undefined));
afterAll(() => registry.close());

describe('the holder of a grant', () => {
  it('delegates it until a day, unchanged, with reason and paper, with effect at once', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA, { line: 'TERRITORY' });
    expect((await draft(deputy.browser, communeA)).code).toBe('FORBIDDEN');
    const handed = await delegate(head.browser, grant.id, deputy, { paperNumber: '12-UQ/ĐU' });
    expect(handed).toMatchObject({
      grant: {
        role: 'UNIT_HEAD',
        onBehalfOf: head.displayName,
        delegatedFrom: { id: grant.id },
        paperNumber: '12-UQ/ĐU',
        unit: { name: 'Xã A' },
        line: 'TERRITORY',
        validFrom: later(0),
        validTo: later(7),
        inForce: true,
      },
      userErrors: [],
    });
    expect((await draft(deputy.browser, communeA)).model).toBeDefined();
    expect((await draft(deputy.browser, communeB)).code).toBe('OUT_OF_REACH');
    expect((await deputy.browser.get(`{ me { roles may } }`)).me).toMatchObject({
      roles: ['UNIT_HEAD'],
      may: expect.arrayContaining(['model.withdraw']),
    });
  });

  it('or an actor who may give it delegates it on their behalf', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const handed = await delegate(registry.as.administrator, grant.id, deputy);
    expect(handed).toMatchObject({ grant: { onBehalfOf: head.displayName }, userErrors: [] });
    expect((await draft(deputy.browser, communeA)).model).toBeDefined();
  });

  it('and no one else can: for others the grant does not exist', async () => {
    const { deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { head: neighbour } = await headAndDeputy('UNIT_HEAD', communeB);
    const nothing = toGlobalId('RoleGrant', '01900000-0000-7000-8000-000000000000');
    const leader = await personWith(registry, 'lanh.dao', { role: 'leader' });
    for (const by of [neighbour.browser, deputy.browser, leader]) {
      expect(await delegate(by, grant.id, await person())).toEqual({ code: 'GRANT_NOT_FOUND' });
      expect(await delegate(by, nothing, await person())).toEqual({ code: 'GRANT_NOT_FOUND' });
      expect(await end(by, grant)).toEqual({ code: 'GRANT_NOT_FOUND' });
    }
  });

  it('delegates it once with one idempotency key', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const [one, other] = await Promise.all([1, 2].map(() => delegate(head.browser, grant.id, deputy, { idempotencyKey: 'một lần' })));
    expect(one.grant.id).toBe(other.grant.id);
  });
});

describe('a delegation is in force', () => {
  it('on its days only', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { userErrors } = await delegate(head.browser, grant.id, deputy, { validFrom: later(2), validTo: later(3) });
    expect(userErrors).toEqual([]);
    expect((await draft(deputy.browser, communeA)).code).toBe('FORBIDDEN');
    const on = async (day: string): Promise<string | undefined> => {
      registry.setClock(`${day}T03:00:00Z`);
      await registry.as.administrator.get(`{ me { name } }`);
      const browser = new Browser(registry.url);
      await browser.signIn(deputy.name, PASSWORD);
      return (await draft(browser, communeA)).code;
    };
    forget(deputy.id);
    expect(await on(later(3))).toBeUndefined();
    forget(deputy.id);
    expect(await on(later(4))).toBe('FORBIDDEN');
  });

  it('until the person who delegated it ends it; the deputy cannot', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { grant: handed } = await delegate(head.browser, grant.id, deputy);
    expect(await end(deputy.browser, handed)).toEqual({ code: 'GRANT_NOT_FOUND' });
    expect(await end(head.browser, handed)).toEqual({ grant: { inForce: false }, userErrors: [] });
    expect((await draft(deputy.browser, communeA)).code).toBe('FORBIDDEN');
    expect(codes(await end(head.browser, { ...handed, version: 2 }))).toEqual(['GRANT_ENDED ']);
  });

  it('no longer than the grant: both are ended, and the audit trail records both', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { grant: handed } = await delegate(head.browser, grant.id, deputy);
    await end(registry.as.administrator, grant);
    expect((await draft(deputy.browser, communeA)).code).toBe('FORBIDDEN');
    for (const objectId of [grant.id, handed.id]) {
      const { auditEntries } = await registry.as.auditor.get(
        `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter, first: 1) { nodes { action reason } } }`,
        { filter: { objectId } },
      );
      expect(auditEntries.nodes).toEqual([{ action: 'grant.ended', reason: 'Đã về' }]);
    }
    expect(codes(await delegate(registry.as.administrator, grant.id, deputy))).toEqual(['GRANT_ENDED grantId']);
  });

  it('no longer than its unit', async () => {
    const unit = await units.establish({ name: 'Xã Tạm', parentId: province });
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', unit);
    await delegate(head.browser, grant.id, deputy);
    expect((await draft(deputy.browser, unit)).model).toBeDefined();
    await units.apply({ effective: later(0), changes: [{ dissolve: { unitId: unit } }] });
    expect((await draft(deputy.browser, unit)).code).toBe('OUT_OF_REACH');
  });

  it('not while the account on whose behalf it is used is blocked', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { grant: handed } = await delegate(head.browser, grant.id, deputy);
    await run(registry.as.administrator, 'blockAccount', 'BlockAccountInput', { id: head.id, reason: 'Nghỉ việc' });
    forget(deputy.id);
    expect((await draft(deputy.browser, communeA)).code).toBe('FORBIDDEN');
    const { grants } = await registry.as.auditor.get(
      `query ($filter: RoleGrantFilter) { grants(filter: $filter) { nodes { id inForce } } }`,
      { filter: { delegatedFromId: grant.id } },
    );
    expect(grants.nodes).toEqual([{ id: handed.id, inForce: false }]);
  });
});

describe('it is refused', () => {
  it('beyond the days of the grant, in the past, without an end', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA, { validFrom: later(-5), validTo: later(5) });
    expect(codes(await delegate(head.browser, grant.id, deputy, { validTo: later(6) }))).toEqual(['GRANT_BEYOND_ORIGINAL validTo']);
    expect(codes(await delegate(head.browser, grant.id, deputy, { validFrom: later(-6), validTo: later(5) }))).toEqual([
      'GRANT_BEYOND_ORIGINAL validTo',
    ]);
    expect(codes(await delegate(head.browser, grant.id, deputy, { validFrom: later(3), validTo: later(2) }))).toEqual([
      'GRANT_DATES validTo',
    ]);
    expect(codes(await delegate(head.browser, grant.id, deputy, { validFrom: later(-3), validTo: later(-2) }))).toEqual([
      'GRANT_DATES validTo',
    ]);
    expect(await delegate(head.browser, grant.id, deputy, { validTo: null })).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('to oneself, to its holder, to an account that does not exist or is blocked, to a program', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    expect(await delegate(head.browser, grant.id, head)).toEqual({ code: 'GRANT_TO_ONESELF' });
    expect(codes(await delegate(registry.as.administrator, grant.id, head))).toEqual(['GRANT_DELEGATE_IS_HOLDER toAccountId']);
    await run(registry.as.administrator, 'blockAccount', 'BlockAccountInput', { id: deputy.id, reason: 'Thử' });
    const missing = toGlobalId('Account', '01900000-0000-7000-8000-000000000000');
    const [blocked, unknown] = [await delegate(head.browser, grant.id, deputy), await delegate(head.browser, grant.id, missing)];
    expect(codes(unknown)).toEqual(['GRANT_HOLDER_UNKNOWN toAccountId']);
    expect(blocked).toEqual(unknown);
    const program = toGlobalId('ApiToken', '01900000-0000-7000-8000-000000000000');
    expect(codes(await delegate(head.browser, grant.id, program))).toEqual(['ID_INVALID toAccountId']);
  });

  it('for a grant that is a delegation itself, and for a grant of a program', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { grant: handed } = await delegate(head.browser, grant.id, deputy);
    for (const by of [deputy.browser, registry.as.administrator])
      expect(codes(await delegate(by, handed.id, await person()))).toEqual(['GRANT_DELEGATED_ALREADY grantId']);
    const { grants } = await registry.as.auditor.get(`{ grants(filter: { role: [LEADER] }) { nodes { id holderName } } }`);
    const ofProgram = grants.nodes.find((one: { holderName: string }) => one.holderName === 'leader');
    expect(codes(await delegate(registry.as.administrator, ofProgram.id, deputy))).toEqual(['GRANT_OF_PROGRAM grantId']);
  });

  it('for a time beyond the grant of the actor, and for a role that the actor may not give', async () => {
    const { deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const short = await person();
    await give(short, 'ADMINISTRATOR', { validTo: later(3) });
    expect(await delegate(short.browser, grant.id, deputy)).toEqual({ code: 'GRANT_BEYOND_OWN' });
    expect((await delegate(short.browser, grant.id, deputy, { validTo: later(3) })).userErrors).toEqual([]);
    // An actor cannot obtain a right by delegating it to themselves.
    expect(await delegate(short.browser, grant.id, short)).toEqual({ code: 'GRANT_TO_ONESELF' });
  });

  it('by the database, too', async () => {
    const { head, deputy, grant } = await headAndDeputy('UNIT_HEAD', communeA);
    const { grant: handed } = await delegate(head.browser, grant.id, deputy);
    const client = await connect(registry.database.where);
    const copied = (columns: string): Promise<unknown> =>
      client.query(
        `insert into role_grant (id, account_id, role, unit_id, line, validity, reason, given_by, given_at, delegated_from)
         select gen_random_uuid(), account_id, role, unit_id, line, validity, reason, given_by, given_at, delegated_from
           from (select account_id, reason, given_by, given_at, line, ${columns} from role_grant where id = $1) g`,
        [fromGlobalId(handed.id)!.id],
      );
    const refused = { constraint: 'role_grant_within_original' };
    try {
      await expect(copied(`'leader' as role, unit_id, validity, delegated_from`)).rejects.toMatchObject(refused);
      await expect(copied(`role, null::uuid as unit_id, validity, delegated_from`)).rejects.toMatchObject(refused);
      await expect(copied(`role, unit_id, validity, id as delegated_from`)).rejects.toMatchObject(refused);
      await copied(`role, unit_id, validity, delegated_from`);
    } finally {
      await client.end();
    }
  });
});
