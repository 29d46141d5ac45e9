import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type TestRegistry } from '../support/test-registry.js';
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

const SPREAD = 'spread { directCopies copies depth daysToFirstCopy undated survival { years copies alive stopped unknown } }';
const past = (unitId: string, more: object = {}): Promise<string> =>
  given.made(
    'recordPast',
    { title: 'Mô hình cũ', unitId, subjectKind: 'COLLECTIVE', attestedOn: '2019-01-01', source: 'Sổ', ...more },
    'model',
  );
const stepped = async (id: string, mutation: string, on: string): Promise<void> => {
  const document = `mutation ($input: StepModelsInput!) { ${mutation}(input: $input) { rows { userErrors { code } } userErrors { code } } }`;
  const { [mutation]: done } = await registry.as.everyRole.get<any>(document, { input: { models: [{ id }], on, reason: 'Báo cáo' } });
  expect(done.rows.map((row: any) => row.userErrors)).toEqual([[]]);
};

it('a model that nobody has copied has spread nowhere', async () => {
  const survival = [1, 2, 3].map(years => ({ years, copies: 0, alive: 0, stopped: 0, unknown: 0 }));
  expect(await given.model(await past(commune), SPREAD)).toEqual({
    spread: { directCopies: 0, copies: 0, depth: 0, daysToFirstCopy: null, undated: 0, survival },
  });
});

describe('the spread of a model', () => {
  it('counts all generations, and the days to the first copy', async () => {
    const origin = await past(commune, { starts: '2020-01-01' });
    const [first, second, third] = [await past(commune), await past(other), await past(other)];
    await given.record(origin, first, { startedOn: '2020-03-01' });
    await given.record(origin, second, { startedOn: '2020-02-01' });
    await given.record(first, third);
    const { spread } = await given.model(origin, SPREAD);
    expect(spread).toMatchObject({ directCopies: 2, copies: 3, depth: 2, daysToFirstCopy: 31, undated: 1 });
    expect((await given.model(first, SPREAD)).spread).toMatchObject({ directCopies: 1, copies: 1, depth: 1, daysToFirstCopy: null });
  });

  it('separates copies that live after 1, 2 and 3 years from those that stopped, and from those of which nobody knows', async () => {
    const origin = await past(commune);
    const [alive, stopped, silent, young] = [
      await past(commune, { running: 'ACTIVE' }),
      await past(commune, { running: 'ACTIVE' }),
      await past(commune),
      await past(commune),
    ];
    for (const copy of [alive, stopped, silent]) await given.record(origin, copy, { startedOn: '2020-01-01' });
    await given.record(origin, young, { startedOn: `${new Date().getUTCFullYear()}-01-01` });
    await stepped(alive, 'strengthenModels', '2022-06-01');
    await stepped(stopped, 'stopModels', '2021-06-01');
    const { spread } = await given.model(origin, SPREAD);
    expect(spread.survival).toEqual([
      // Both were seen after the first year; one of them stopped before the second was over.
      { years: 1, copies: 3, alive: 2, stopped: 0, unknown: 1 },
      { years: 2, copies: 3, alive: 1, stopped: 1, unknown: 1 },
      { years: 3, copies: 3, alive: 0, stopped: 1, unknown: 2 },
    ]);
  });

  it('as of a day leaves out what came later', async () => {
    const origin = await past(commune);
    await given.record(origin, await past(other, { attestedOn: '2024-01-01' }));
    expect((await given.model(origin, SPREAD, registry.as.reader, '2023-12-31')).spread).toMatchObject({ copies: 0 });
    expect((await given.model(origin, SPREAD, registry.as.reader, '2024-01-01')).spread).toMatchObject({ copies: 1 });
  });

  it('leaves out copies in the trash, and what one does not see with everything that was copied from it', async () => {
    const origin = await past(commune);
    const [seen, hidden, behind, trashed] = [await past(commune), await past(other), await past(commune), await models.draft(commune)];
    await given.record(origin, seen);
    await given.record(origin, hidden);
    await given.record(hidden, behind);
    await given.record(origin, trashed);
    await given.send('trashModel', { id: trashed, expectedVersion: 1, reason: 'Nhầm' });
    const staff = await askerWith(registry, 'cán bộ', { role: 'boardStaff', unitId: rowId(commune) as never });
    expect((await given.model(origin, SPREAD)).spread).toMatchObject({ directCopies: 2, copies: 3, depth: 2 });
    expect((await given.model(origin, SPREAD, staff)).spread).toMatchObject({ directCopies: 1, copies: 1, depth: 1 });
  });

  it('and its replications stay as they are when units are reorganised and the event is undone', async () => {
    const [from, into] = [await units.establish({ name: 'Xã cũ' }), await units.establish({ name: 'Xã mới' })];
    const origin = await past(from);
    const copy = await past(from);
    await given.record(origin, copy, { startedOn: '2020-01-01', kept: 'Cách làm' });
    await given.made('planReplication', { originId: origin, unitId: from, dueOn: '2027-01-01', basis: 'KH 1' }, 'replicationPlan');
    const EDGE = 'id version kept startedOn origin { id } copy { id unit { name } }';
    const all = async (): Promise<any[]> => [await given.edgeOf(copy, EDGE), await given.model(origin, SPREAD)];
    const before = await all();
    const { unitEvent } = await units.apply({ effective: '2025-07-01', changes: [{ merge: { unitIds: [from], intoId: into } }] });
    const { replications } = await registry.as.reader.get(
      `query ($unitId: ID!) { replications(filter: { unitId: $unitId }) { nodes { copy { id } } } replicationPlans(filter: { unitId: $unitId }) { totalCount } }`,
      { unitId: into },
    );
    expect(replications.nodes).toEqual([{ copy: { id: copy } }]);
    expect(await all()).toEqual(before);
    const undo = `mutation ($input: UndoUnitEventInput!) { undoUnitEvent(input: $input) { userErrors { code } } }`;
    const { undoUnitEvent } = await registry.as.administrator.get(undo, {
      input: { id: unitEvent!.id, expectedVersion: 1, reason: 'Nhầm' },
    });
    expect(undoUnitEvent.userErrors).toEqual([]);
    expect(await all()).toEqual(before);
  });
});

describe('a plan', () => {
  const PLANS = `query ($unitId: ID!, $asOf: LocalDate) { replicationPlans(filter: { unitId: $unitId }, asOf: $asOf) {
    nodes { id state dueOn origin { id } unit { id } replications { totalCount nodes { copy { id } } } } } }`;
  const plansOf = async (unitId: string, asOf?: string): Promise<any[]> =>
    (await registry.as.reader.get(PLANS, { unitId, asOf })).replicationPlans.nodes;

  it('assigns a unit to copy a model by a day, and is done by a copy of that unit', async () => {
    const unitId = await units.establish({ name: 'Xã được giao' });
    const origin = await past(commune);
    const planId = await given.made(
      'planReplication',
      { originId: origin, unitId, dueOn: '2025-12-31', basis: 'KH 12/KH-BDV' },
      'replicationPlan',
    );
    expect(await plansOf(unitId)).toEqual([
      {
        id: planId,
        state: 'OVERDUE',
        dueOn: '2025-12-31',
        origin: { id: origin },
        unit: { id: unitId },
        replications: { totalCount: 0, nodes: [] },
      },
    ]);
    expect((await plansOf(unitId, '2025-06-01'))[0].state).toBe('OPEN');
    const copy = await past(unitId);
    const edge = await given.record(origin, copy, { planId, startedOn: '2026-02-01' });
    expect(await plansOf(unitId)).toMatchObject([{ state: 'DONE', replications: { totalCount: 1, nodes: [{ copy: { id: copy } }] } }]);
    expect((await plansOf(unitId, '2026-01-01'))[0].state).toBe('OVERDUE');
    expect((await given.remove('ReplicationPlan', planId))[0]![0]).toBe('RECORD_IN_USE');
    expect(await given.remove('Replication', edge)).toEqual([]);
    expect(await plansOf(unitId)).toMatchObject([{ state: 'OVERDUE', replications: { totalCount: 0 } }]);
    expect(await given.remove('ReplicationPlan', planId)).toEqual([]);
  });

  it('is refused twice, and does not count for another model or unit', async () => {
    const [origin, another] = [await past(commune), await past(commune)];
    const input = { originId: origin, unitId: other, dueOn: '2027-01-01', basis: 'KH 13' };
    const planId = await given.made('planReplication', input, 'replicationPlan');
    expect(await given.refused('planReplication', input)).toEqual([['REPLICATION_PLANNED', 'dueOn']]);
    const wrong: [string, string][] = [['REPLICATION_PLAN_OF_ANOTHER', 'planId']];
    expect(await given.refused('recordReplication', { originId: another, copyId: await past(other), planId })).toEqual(wrong);
    expect(await given.refused('recordReplication', { originId: origin, copyId: await past(commune), planId })).toEqual(wrong);
    await given.record(origin, await past(other), { planId });
    const correct = { id: planId, expectedVersion: 1, reason: 'Nhầm' };
    expect(await given.refused('correctReplicationPlan', { ...correct, unitId: commune })).toEqual([
      ['REPLICATION_PLAN_FULFILLED', 'unitId'],
    ]);
    expect(await given.refused('correctReplicationPlan', { ...correct, dueOn: '2027-02-01' })).toEqual([]);
  });
});
