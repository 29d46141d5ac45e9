import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegistryClient } from '../../clients/typescript/src/client.js';
import { Copy } from '../../clients/typescript/src/sync.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { asker, openTestRegistry, tokenWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { MemoryStore } from './memory.store.js';

let registry: TestRegistry;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const rowId = (id: string): string => fromGlobalId(id)!.id;
let province: string;
let communeA: string;
let communeB: string;
/** A model of each commune, and one of B that A owns jointly. */
let own: string;
let other: string;
let joint: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  province = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  communeA = await units.establish({ name: 'Xã A', parentId: province });
  communeB = await units.establish({ name: 'Xã B', parentId: province });
  own = await models.draft(communeA);
  other = await models.draft(communeB);
  joint = await models.draft(communeB, { jointOwnerIds: [communeA] });
});
afterAll(() => registry.close());

const TYPES = { EmulationModel: 'title version', Registration: 'state', Unit: 'version name', Person: 'version name' };
const ASK = `query ($after: String, $types: [String!]) { changes(after: $after, types: $types) { changes { kind type id version types unitId } cursor hasMore head } }`;

interface Follower {
  readonly asker: Asker;
  readonly store: MemoryStore;
  copied(): Promise<string[]>;
}

async function follower(...unitIds: string[]): Promise<Follower> {
  const token = await tokenWith(
    registry,
    'follower',
    ...unitIds.map(unitId => ({ role: 'reportingClient' as const, unitId: rowId(unitId) })),
  );
  const store = new MemoryStore();
  const copy = new Copy(new RegistryClient({ url: registry.url, token }), store, TYPES);
  return {
    asker: asker(registry.url, token),
    store,
    copied: async () => {
      await registry.registry.app.get(AuditSealer).sealAll();
      await copy.catchUp();
      return Object.keys(store.of('EmulationModel'));
    },
  };
}

const ANOTHER_TRAIL = `do $$ begin
  alter table audit_seal disable trigger user;
  update audit_seal set hash = sha256(hash) where position = (select max(position) from audit_seal);
  alter table audit_seal enable trigger user;
end $$`;

async function endLastGrant(): Promise<void> {
  const { grants } = await registry.as.administrator.get('{ grants(first: 100) { nodes { id version holderName } } }');
  const [last] = grants.nodes
    .filter(({ holderName }: { holderName: string }) => holderName === 'follower')
    .toSorted((a: { id: string }, b: { id: string }) => (rowId(a.id) < rowId(b.id) ? 1 : -1));
  const { endGrant } = await registry.as.administrator.get(
    `mutation ($input: EndGrantInput!) { endGrant(input: $input) { userErrors { code } } }`,
    {
      input: { id: last.id, expectedVersion: last.version, reason: 'Kiểm thử' },
    },
  );
  expect(endGrant.userErrors).toEqual([]);
}

describe('one who may read a commune', () => {
  it('is shown its models and those it owns jointly, and no others', async () => {
    const { copied, asker: client } = await follower(communeA);
    const seen = await copied();
    expect(seen).toEqual(expect.arrayContaining([own, joint]));
    expect(seen).not.toContain(other);
    const { changes } = await client.get(ASK, { types: ['EmulationModel', 'Registration'] });
    expect(JSON.stringify(changes)).not.toContain(other);
    expect(changes.changes.every(({ kind }: { kind: string }) => kind === 'CHANGED')).toBe(true);
  });

  it('is shown that a model is removed when it is no longer theirs, and others hear nothing of it', async () => {
    const [inA, inB] = [await follower(communeA), await follower(communeB)];
    const shared = await models.draft(communeB, { jointOwnerIds: [communeA] });
    expect(await inA.copied()).toContain(shared);
    const before = (await inA.asker.get(ASK, { types: ['EmulationModel'] })).changes.cursor;
    await registry.as.everyRole.get(`mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code } } }`, {
      input: { id: shared, expectedVersion: 1, jointOwnerIds: [] },
    });
    expect(await inA.copied()).not.toContain(shared);
    expect(await inB.copied()).toContain(shared);
    const { changes } = (await inA.asker.get(ASK, { types: ['EmulationModel'], after: before })).changes;
    expect(changes).toEqual([{ kind: 'REMOVED', type: 'EmulationModel', id: shared, version: null, types: [], unitId: null }]);
    expect((await (await follower(province)).copied()).includes(shared)).toBe(true);
  });

  it('is shown a person of another unit as soon as a model of theirs names them, and when it no longer does', async () => {
    const { recordPerson } = await registry.as.everyRole.get(
      `mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } userErrors { code message } } }`,
      { input: { name: 'Cá nhân A', unitId: communeB } },
    );
    const { id: personId } = recordPerson.person;
    const { copied, store } = await follower(communeA);
    await copied();
    expect(Object.keys(store.of('Person'))).toEqual([]);
    const named = await models.draft(communeA, { subjectKind: 'INDIVIDUAL', personId });
    await copied();
    expect(Object.keys(store.of('Person'))).toEqual([personId]);
    const { editModel } = await registry.as.everyRole.get(
      `mutation ($input: EditModelInput!) { editModel(input: $input) { userErrors { code message } } }`,
      { input: { id: named, expectedVersion: 1, subjectKind: 'COLLECTIVE', personId: null } },
    );
    expect(editModel.userErrors).toEqual([]);
    await copied();
    expect(Object.keys(store.of('Person'))).toEqual([]);
  });

  it('has to read again when a grant is ended, and keeps nothing of the unit', async () => {
    const { copied, store, asker: client } = await follower(communeA, communeB);
    expect(await copied()).toContain(other);
    const { cursor } = (await client.get(ASK, { types: ['EmulationModel', 'Unit'] })).changes;
    await endLastGrant();
    const { changes } = (await client.get(ASK, { types: ['EmulationModel', 'Unit'], after: cursor })).changes;
    expect(changes).toEqual([{ kind: 'RESYNC', type: null, id: null, version: null, types: ['EmulationModel'], unitId: communeB }]);
    const left = await copied();
    expect(left).toEqual(expect.arrayContaining([own, joint]));
    expect(left).not.toContain(other);
    expect(Object.keys(store.of('Registration'))).toHaveLength(left.length);
    expect(Object.keys(store.of('Unit')).length).toBeGreaterThan(2);
  });

  it('has to read again when another unit passes into theirs', async () => {
    const gone = await units.establish({ name: 'Xã C', parentId: province });
    const passed = await models.draft(gone);
    const { copied } = await follower(communeA);
    expect(await copied()).not.toContain(passed);
    await units.apply({ effective: '2026-01-01', changes: [{ merge: { unitIds: [gone], intoId: communeA } }] });
    expect(await copied()).toContain(passed);
  });
});

describe('a cursor', () => {
  it('of other types, of another list, forged, or of a trail that a restored backup replaced', async () => {
    const { cursor } = (await registry.as.reader.get(ASK, { types: ['Theme', 'Unit'] })).changes;
    const refusal = async (after: string, types: string[]): Promise<string> =>
      (await registry.as.reader.ask(ASK, { after, types })).errors![0]!.extensions.code;
    expect((await registry.as.reader.get(ASK, { after: cursor, types: ['Unit', 'Theme'] })).changes.hasMore).toBe(false);
    expect(await refusal(cursor, ['Unit'])).toBe('CHANGES_CURSOR_INVALID');
    expect(await refusal(`x${cursor}`, ['Theme', 'Unit'])).toBe('CHANGES_CURSOR_INVALID');
    const { units: page } = await registry.as.reader.get('{ units(first: 1) { pageInfo { endCursor } } }');
    expect(await refusal(page.pageInfo.endCursor, ['Theme', 'Unit'])).toBe('CHANGES_CURSOR_INVALID');
    expect(await refusal(cursor, ['Account'])).toBe('CHANGES_TYPE_UNKNOWN');
    await registry.registry.app.get(Database).rows(ANOTHER_TRAIL);
    const { changes } = (await registry.as.reader.get(ASK, { after: cursor, types: ['Theme', 'Unit'] })).changes;
    expect(changes).toEqual([{ kind: 'RESYNC', type: null, id: null, version: null, types: ['Theme', 'Unit'], unitId: null }]);
  });
});
