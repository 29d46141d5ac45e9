import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type Answer, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let district: string;
let commune: string;
let elsewhere: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  district = await units.establish({ name: 'Huyện có nhật ký', kind: 'HUYEN' });
  commune = await units.establish({ name: 'Xã có nhật ký', parentId: district });
  elsewhere = await units.establish({ name: 'Xã nơi khác' });
});
afterAll(() => registry.close());

const LINES = `query ($filter: AuditEntryFilter, $orderBy: AuditEntryOrder! = AT_DESC, $first: Int! = 20, $after: String) {
  auditEntries(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id at actorKind actorId actor action objectType objectId unit { name } reason requestId changes { field before after } position hash } } }`;
const lines = async (filter: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<any> =>
  (await registry.as.everyRole.get(LINES, { filter, ...more })).auditEntries;

describe('the audit trail', () => {
  it('shows for an object who did what, when, why and for which unit, field by field', async () => {
    const id = await models.draft(commune, { title: 'Trước', place: 'Thôn 1' });
    const { data, headers } = await registry.as.everyRole.ask<any>(
      `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`,
      { input: { id, expectedVersion: 1, title: 'Sau', reason: 'Đổi tên theo góp ý' } },
    );
    expect(data.editModel.userErrors).toEqual([]);
    await registry.registry.app.get(AuditSealer).sealAll();
    const { nodes } = await lines({ objectId: id });
    expect(nodes).toMatchObject([
      {
        actorKind: 'ACCOUNT',
        actor: 'everyRole',
        action: 'model.edited',
        objectType: 'EmulationModel',
        objectId: id,
        unit: { name: 'Xã có nhật ký' },
        reason: 'Đổi tên theo góp ý',
        requestId: headers.get('x-request-id'),
        changes: [{ field: 'title', before: 'Trước', after: 'Sau' }],
        position: expect.any(Number),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { action: 'model.drafted', changes: expect.arrayContaining([{ field: 'place', before: null, after: 'Thôn 1' }]) },
    ]);
    expect((await lines({ requestId: headers.get('x-request-id') })).totalCount).toBe(1);
  });

  it('omits unchanged fields, also if an entry contains the whole object', async () => {
    const id = await models.decision(commune, { signer: 'Chủ tịch' });
    await registry.as.everyRole.get(`mutation ($input: CorrectDecisionInput!) { correctDecision(input: $input) { userErrors { code } } }`, {
      input: { id, expectedVersion: 1, reason: 'Nhập nhầm', signer: 'Phó Chủ tịch' },
    });
    const { nodes } = await lines({ objectId: id, action: ['decision.corrected'] });
    expect(nodes.map((node: any) => node.changes)).toEqual([[{ field: 'signer', before: 'Chủ tịch', after: 'Phó Chủ tịch' }]]);
  });

  it('is filtered by unit: entries of it and of all units under it, and nothing else', async () => {
    const [here, there] = [await models.draft(commune), await models.draft(elsewhere)];
    const objects = async (unitId: string): Promise<string[]> =>
      (await lines({ unitId, action: ['model.drafted'] }, { first: 100 })).nodes.map((node: any) => node.objectId);
    expect(await objects(district)).toContain(here);
    expect(await objects(commune)).toContain(here);
    expect(await objects(district)).not.toContain(there);
    expect(await objects(elsewhere)).toEqual([there]);
    expect((await lines({ unitId: commune, action: ['unitEvent.applied'] })).nodes).toHaveLength(1);
  });

  it('is filtered by actor, action, type and time', async () => {
    registry.setClock('2026-02-03T10:00:00Z');
    const id = await models.draft(commune);
    registry.setClock(undefined);
    const day = { since: '2026-02-03T00:00:00Z', until: '2026-02-04T00:00:00Z' };
    const { nodes } = await lines(day);
    expect(nodes.map((node: any) => node.objectId)).toEqual([id]);
    expect((await lines({ ...day, actorId: nodes[0].actorId })).totalCount).toBe(1);
    expect((await lines({ ...day, actorId: id })).totalCount).toBe(0);
    expect((await lines({ ...day, actorKind: ['SYSTEM'] })).totalCount).toBe(0);
    expect((await lines({ ...day, objectType: 'Decision' })).totalCount).toBe(0);
    expect((await lines({ ...day, action: ['model.trashed', 'model.drafted'] })).totalCount).toBe(1);
    expect((await lines({ since: day.until, until: day.since })).totalCount).toBe(0);
  });

  it('is paged in both orders, each entry once', async () => {
    const walk = async (orderBy: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const page: any = await lines({ action: ['model.drafted'] }, { orderBy, first: 2, after });
        seen.push(...page.nodes.map((node: any) => node.id));
        if (!page.pageInfo.hasNextPage) return seen;
        after = page.pageInfo.endCursor;
      }
    };
    await models.draft(commune);
    const [down, up] = [await walk('AT_DESC'), await walk('AT')];
    expect(down).toHaveLength((await lines({ action: ['model.drafted'] })).totalCount);
    expect(new Set(down).size).toBe(down.length);
    expect(up).toEqual(down.toReversed());
  });

  it('is refused to callers who may only read the registry, also through `node`', async () => {
    const codes = ({ errors }: Answer): unknown[] => (errors ?? []).map(error => error.extensions.code);
    expect(codes(await registry.as.reader.ask(LINES))).toEqual(['FORBIDDEN']);
    expect(codes(await registry.as.nobody.ask(LINES))).toEqual(['UNAUTHENTICATED']);
    const [{ id }] = (await lines({})).nodes;
    expect((await registry.as.reader.get(`query ($id: ID!) { node(id: $id) { id } }`, { id })).node).toBeNull();
  });

  it('names an invalid id in a filter', async () => {
    const { errors } = await registry.as.everyRole.ask(LINES, { filter: { objectId: 'không phải mã' } });
    expect(errors).toMatchObject([{ extensions: { code: 'ID_INVALID' } }]);
  });
});
