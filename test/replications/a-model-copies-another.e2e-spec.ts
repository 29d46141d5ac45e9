import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { rowId } from '../movements/given-movements.js';
import { givenReplications } from './given-replications.js';

let registry: TestRegistry;
let commune: string;
let other: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenReplications(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  other = await units.establish({ name: 'Xã B' });
});
afterAll(() => registry.close());

const FAMILY = 'copyOf { id } copies { totalCount nodes { id } } replications { totalCount nodes { id } } spread { copies depth }';
const originOf = async (id: string): Promise<string | undefined> => (await given.model(id, 'copyOf { id }')).copyOf?.id;

describe('the origin that a registration declares', () => {
  it('is the first replication of the model, and follows the registration while nobody has touched it', async () => {
    const [first, second] = [await models.draft(commune), await models.draft(commune)];
    const copy = await models.draft(other, { copyOfId: first });
    expect(await given.edgeOf(copy, 'declared startedOn origin { id } copy { id }')).toEqual({
      declared: true,
      startedOn: null,
      origin: { id: first },
      copy: { id: copy },
    });
    expect(await given.edit(copy, { copyOfId: second })).toEqual([]);
    expect(await originOf(copy)).toBe(second);
    expect((await given.model(first, FAMILY)).copies.totalCount).toBe(0);
    expect(await given.edit(copy, { copyOfId: null })).toEqual([]);
    expect([await originOf(copy), await given.edgeOf(copy)]).toEqual([undefined, undefined]);
  });

  it('no longer changes the replication that somebody has corrected, which has the last word', async () => {
    const [declared, actual] = [await models.draft(commune), await models.draft(commune)];
    const copy = await models.draft(other, { copyOfId: declared });
    const edge = await given.edgeOf(copy);
    expect(await given.move(edge.id, actual)).toEqual([]);
    expect(await given.correct(edge.id, { kept: 'Cách làm' })).toEqual([]);
    expect(await originOf(copy)).toBe(actual);
    expect(await given.edit(copy, { copyOfId: null })).toEqual([['REPLICATION_RECORDED', 'copyOfId']]);
    expect(await given.edit(copy, { copyOfId: actual, title: 'Tên khác' })).toEqual([]);
    expect(await given.edgeOf(copy, 'declared kept origin { id }')).toEqual({ declared: false, kept: 'Cách làm', origin: { id: actual } });
  });

  it('does not come back with another edit, once its replication was removed', async () => {
    const origin = await models.draft(commune);
    const copy = await models.draft(other, { copyOfId: origin });
    expect(await given.remove('Replication', (await given.edgeOf(copy)).id)).toEqual([]);
    expect(await given.edit(copy, { title: 'Tên mới' })).toEqual([]);
    expect(await originOf(copy)).toBeUndefined();
  });
});

describe('a recorded replication', () => {
  it('says when, what was kept, changed and dropped, what came of it, and is seen from both models', async () => {
    const [origin, copy] = [await models.draft(commune, { starts: '2023' }), await models.draft(other)];
    const says = {
      startedOn: '2024-05',
      kept: 'Họp dân',
      changed: 'Giờ họp',
      dropped: 'Quỹ',
      originResults: '10 hộ',
      copyResults: '12 hộ',
      conditions: 'Có nhà văn hóa',
      lessons: 'Bắt đầu sớm',
      source: 'Báo cáo 5/BC',
    };
    const id = await given.record(origin, copy, says);
    expect(await given.edgeOf(copy, `id declared version ${Object.keys(says).join(' ')}`)).toEqual({
      id,
      declared: false,
      version: 1,
      ...says,
    });
    expect(await given.model(origin, FAMILY)).toEqual({
      copyOf: null,
      copies: { totalCount: 1, nodes: [{ id: copy }] },
      replications: { totalCount: 1, nodes: [{ id }] },
      spread: { copies: 1, depth: 1 },
    });
    expect((await given.model(copy, 'copyOf { id }')).copyOf).toEqual({ id: origin });
  });

  it('taken back leaves everything as it was', async () => {
    const [origin, copy] = [await models.draft(commune), await models.draft(other)];
    const all = async (): Promise<any[]> => [await given.model(origin, FAMILY), await given.model(copy, FAMILY)];
    const before = await all();
    const id = await given.record(origin, copy);
    expect(await all()).not.toEqual(before);
    expect(await given.remove('Replication', id)).toEqual([]);
    expect(await all()).toEqual(before);
  });

  it('of a duplicate that is merged counts at the model that remains, and at its own again when the merge is undone', async () => {
    const [kept, double, copy] = [await models.draft(commune), await models.draft(commune), await models.draft(other)];
    await given.record(double, copy);
    const merge = { id: double, intoId: kept, expectedVersion: 1, reason: 'Trùng' };
    expect(await given.refused('mergeModel', merge)).toEqual([]);
    expect([await originOf(copy), (await given.model(kept, FAMILY)).replications.totalCount]).toEqual([kept, 1]);
    const unmerge = `mutation ($input: ChangedModelInput!) { unmergeModel(input: $input) { userErrors { code } } }`;
    await registry.as.everyRole.get(unmerge, { input: { id: double, expectedVersion: 2 } });
    expect([await originOf(copy), (await given.model(kept, FAMILY)).replications.totalCount]).toEqual([double, 0]);
  });
});

describe('a replication is refused, and nothing is written,', () => {
  const wrong = (more: object): Promise<[string, string][]> => given.refused('recordReplication', more);

  it('where it would close a circle, or a model would copy itself', async () => {
    const [a, b, c] = [await models.draft(commune), await models.draft(commune), await models.draft(commune)];
    await given.record(a, b);
    await given.record(b, c);
    expect(await wrong({ originId: c, copyId: a })).toEqual([['MODEL_OWN_COPY', 'originId']]);
    expect(await wrong({ originId: a, copyId: a })).toEqual([['MODEL_OWN_COPY', 'originId']]);
    expect(await given.edit(a, { copyOfId: c })).toEqual([['MODEL_OWN_COPY', 'copyOfId']]);
  });

  it('where two models would be one that copies itself', async () => {
    const [a, b, c] = [await models.draft(commune), await models.draft(commune), await models.draft(commune)];
    await given.record(a, b);
    await given.record(b, c);
    expect(await given.refused('mergeModel', { id: b, intoId: c, expectedVersion: 1, reason: 'Trùng' })).toEqual([
      ['REPLICATION_CLOSES_CIRCLE', ''],
    ]);
    expect(await originOf(c)).toBe(b);
  });

  it('where it starts before its origin, or in the future', async () => {
    const [origin, copy] = [await models.draft(commune, { starts: '2024-06' }), await models.draft(other)];
    expect(await wrong({ originId: origin, copyId: copy, startedOn: '2023' })).toEqual([['REPLICATION_BEFORE_ORIGIN', 'startedOn']]);
    expect(await wrong({ originId: origin, copyId: copy, startedOn: '2999-01-01' })).toEqual([['REPLICATION_IN_FUTURE', 'startedOn']]);
    const id = await given.record(origin, copy, { startedOn: '2024' });
    expect(await given.edit(origin, { starts: '2025-01' })).toEqual([['MODEL_AFTER_ITS_COPY', 'starts']]);
    expect(await given.correct(id, { startedOn: '2024-05-31' })).toEqual([['REPLICATION_BEFORE_ORIGIN', 'startedOn']]);
  });

  it('where it is known already, of a model in the trash, or corrected from an old version', async () => {
    const [origin, copy, gone] = [await models.draft(commune), await models.draft(other), await models.draft(other)];
    const id = await given.record(origin, copy);
    expect(await wrong({ originId: origin, copyId: copy })).toEqual([['REPLICATION_KNOWN', 'copyId']]);
    await given.send('trashModel', { id: gone, expectedVersion: 1, reason: 'Nhầm' });
    expect(await wrong({ originId: gone, copyId: origin })).toEqual([['REPLICATION_MODEL_GONE', 'originId']]);
    expect(await wrong({ originId: origin, copyId: gone })).toEqual([['REPLICATION_MODEL_GONE', 'copyId']]);
    expect(await given.refused('correctReplication', { id, expectedVersion: 9, reason: 'Thử', kept: 'x' })).toEqual([
      ['STALE_VERSION', 'expectedVersion'],
    ]);
  });

  it('where a model lies outside one’s reach: it is answered as one that does not exist', async () => {
    const [mine, theirs] = [await models.draft(commune), await models.draft(other)];
    const staff = await askerWith(registry, 'cán bộ', { role: 'boardStaff', unitId: rowId(commune) as never });
    const unknown = Buffer.from('EmulationModel:01900000-0000-7000-8000-000000000000').toString('base64url');
    for (const id of [theirs, unknown]) {
      expect(await given.refused('recordReplication', { originId: id, copyId: mine }, staff)).toEqual([
        ['MODEL_ORIGINAL_UNKNOWN', 'originId'],
      ]);
      const document = `mutation ($input: RecordReplicationInput!) { recordReplication(input: $input) { userErrors { code } } }`;
      const { errors } = await staff.ask(document, { input: { originId: mine, copyId: id } });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['MODEL_NOT_FOUND']);
    }
    const edge = await given.record(theirs, mine);
    expect(await given.edgeOf(mine, 'id origin { id }', staff)).toEqual({ id: edge, origin: null });
    expect(await given.model(mine, 'copyOf { id }', staff)).toEqual({ copyOf: null });
  });
});
