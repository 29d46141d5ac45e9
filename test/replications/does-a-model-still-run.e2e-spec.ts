import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenReplications } from './given-replications.js';

let registry: TestRegistry;
let commune: string;
let board: string;
let officer: Asker;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenReplications(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-06-15T02:00:00Z');
  commune = await units.establish({ name: 'Xã A' });
  board = await units.establish({ name: 'Ban Dân vận A', kind: 'PARTY_BOARD', line: 'PARTY' });
  await models.authority(commune, board);
  officer = await askerWith(registry, 'cán bộ xã', { role: 'unitOfficer', unitId: rowId(commune) as never });
});
afterAll(() => registry.close());

/** A model that was recognised on a day. @returns its id */
async function recognised(on: string, unitId = commune, running: string | null = 'ACTIVE'): Promise<string> {
  const input = { title: `Mô hình ${Math.random()}`, unitId, subjectKind: 'COLLECTIVE', attestedOn: '2019-01-01', source: 'Sổ', running };
  const id = await given.made('recordPast', input, 'model');
  const past = { id, expectedVersion: 1, state: 'RECOGNISED', on, level: 'COMMUNE', source: 'QĐ cũ', deviationReason: 'Sổ cũ' };
  expect(await given.refused('recordPastRegistration', past)).toEqual([]);
  return id;
}

const STATE = 'running stillAlive { year askedOn answer silence } stillAliveAnswers { year on answer words figureName figure }';
const stateOf = async (id: string, year?: number): Promise<any> =>
  (
    await registry.as.reader.get(
      `query ($id: ID!, $year: Int) { model(id: $id) { stillAlive(year: $year) { year askedOn answer silence } } }`,
      { id, year },
    )
  ).model.stillAlive;
const answer = (modelId: string, more: object, by: Asker = officer): Promise<[string, string][]> =>
  given.refused('answerStillAlive', { modelId, answer: 'RUNNING', ...more }, by);
const waiting = async (by: Asker): Promise<{ id: string; since: string }[]> => {
  const { waitingForMe } = await by.get(
    `{ waitingForMe(filter: { step: [ANSWER_STILL_ALIVE] }, first: 100) { totalCount edges { since dueOn steps { name label } node { ... on EmulationModel { id } } } } }`,
  );
  expect(waitingForMe.totalCount).toBe(waitingForMe.edges.length);
  return waitingForMe.edges.map(({ since, node }: any) => ({ id: node.id, since }));
};

describe('the yearly question', () => {
  it('is asked of a recognised model on the day of its recognition, from the year after, and waits for its unit', async () => {
    const [asked, later, fresh] = [await recognised('2024-03-10'), await recognised('2024-09-01'), await recognised('2026-02-01')];
    const draft = await models.draft(commune);
    expect(await stateOf(asked)).toEqual({ year: 2026, askedOn: '2026-03-10', answer: null, silence: 'UNANSWERED' });
    expect(await stateOf(later)).toEqual({ year: 2026, askedOn: '2026-09-01', answer: null, silence: 'NOT_ASKED_YET' });
    expect(await stateOf(fresh)).toEqual({ year: 2026, askedOn: null, answer: null, silence: 'NOT_ASKED_YET' });
    expect(await stateOf(draft)).toBeNull();
    expect(await stateOf(asked, 2027)).toBeNull();
    const ids = new Set((await waiting(officer)).map(({ id }) => id));
    expect([asked, later, fresh, draft].map(id => ids.has(id))).toEqual([true, false, false, false]);
    expect(await waiting(officer)).toContainEqual({ id: asked, since: '2026-03-10' });
    const elsewhere = await askerWith(registry, 'cán bộ khác', { role: 'unitOfficer', unitId: rowId(board) as never });
    expect(await waiting(elsewhere)).toEqual([]);
    expect(await waiting(registry.as.boardStaff)).toEqual([]);
  });

  it('is answered once, with one figure; then nothing waits, and it can be taken back', async () => {
    const id = await recognised('2024-03-10');
    const figure = { words: 'Thêm một tổ', figureName: 'Hộ tham gia (hộ)', figure: '42.50', on: '2026-06-01' };
    expect(await answer(id, { answer: 'CHANGED', ...figure })).toEqual([]);
    expect(await given.model(id, STATE)).toEqual({
      running: 'ACTIVE',
      stillAlive: { year: 2026, askedOn: '2026-03-10', answer: 'CHANGED', silence: null },
      stillAliveAnswers: [{ year: 2026, answer: 'CHANGED', ...figure, figure: '42.5' }],
    });
    expect((await waiting(officer)).some(one => one.id === id)).toBe(false);
    expect(await answer(id, {})).toEqual([['STILL_ALIVE_ANSWERED', 'year']]);
    const { model } = await registry.as.everyRole.get(`query ($id: ID!) { model(id: $id) { stillAliveAnswers { id } } }`, { id });
    expect(await given.remove('StillAliveAnswer', model.stillAliveAnswers[0].id)).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ answer: null, silence: 'UNANSWERED' });
  });

  it('may be answered for an earlier year that was missed', async () => {
    const id = await recognised('2023-03-10');
    expect(await stateOf(id, 2025)).toMatchObject({ askedOn: '2025-03-10', silence: 'UNANSWERED' });
    expect(await answer(id, { year: 2025, on: '2025-11-01' })).toEqual([]);
    expect(await stateOf(id, 2025)).toMatchObject({ answer: 'RUNNING', silence: null });
    expect(await stateOf(id)).toMatchObject({ silence: 'UNANSWERED' });
  });

  it('answered at the same moment by two has one answer', async () => {
    const id = await recognised('2024-03-10');
    const both = await Promise.all([answer(id, {}), answer(id, {})]);
    expect(both.toSorted((a, b) => a.length - b.length)).toEqual([[], [['STILL_ALIVE_ANSWERED', 'year']]]);
  });
});

describe('how a model runs is said by its steps alone:', () => {
  const stepsOf = async (id: string): Promise<string[]> =>
    (await given.model(id, 'steps { lifecycle action }')).steps.flatMap((s: any) => (s.lifecycle === 'RUNNING' ? [s.action] : []));

  it('an answer that it stopped takes that step, on that day and for that reason', async () => {
    const id = await recognised('2024-03-10');
    expect(await answer(id, { answer: 'STOPPED', words: 'Hết kinh phí', on: '2026-05-01' })).toEqual([]);
    const { running, steps } = await given.model(id, 'running steps { action on reason }');
    expect([running, steps.at(-1)]).toEqual(['STOPPED', { action: 'stop', on: '2026-05-01', reason: 'Hết kinh phí' }]);
  });

  it('an answer that it runs takes no step where it ran, and the first one where that was not known', async () => {
    const [known, unknown] = [await recognised('2024-03-10'), await recognised('2024-03-10', commune, null)];
    for (const id of [known, unknown]) expect(await answer(id, {})).toEqual([]);
    expect([await stepsOf(known), await stepsOf(unknown)]).toEqual([['recordPast'], ['recordRunning']]);
    expect((await given.model(unknown, 'running')).running).toBe('ACTIVE');
  });

  it('an answer that cannot be, because the steps say otherwise for a later day, changes nothing', async () => {
    const id = await recognised('2024-03-10');
    const stop = `mutation ($input: StepModelsInput!) { stopModels(input: $input) { rows { userErrors { code } } } }`;
    await registry.as.everyRole.get(stop, { input: { models: [{ id }], on: '2026-06-10', reason: 'Dừng' } });
    // It has stopped without an answer, so it is no longer asked.
    expect(await stateOf(id)).toBeNull();
    expect(await answer(id, { on: '2026-06-01' })).toEqual([['STILL_ALIVE_NOT_ASKED', 'year']]);
    expect((await given.model(id, 'running')).running).toBe('STOPPED');
  });
});

describe('an answer is refused', () => {
  it('before the question, for another day, without words or half a figure', async () => {
    const [id, later] = [await recognised('2024-03-10'), await recognised('2024-09-01')];
    expect(await answer(later, {})).toEqual([['STILL_ALIVE_NOT_ASKED_YET', 'year']]);
    expect(await answer(id, { on: '2026-03-09' })).toEqual([['STILL_ALIVE_DAY', 'on']]);
    expect(await answer(id, { on: '2026-06-16' })).toEqual([['STILL_ALIVE_DAY', 'on']]);
    expect(await answer(id, { year: 2027 })).toEqual([['STILL_ALIVE_NOT_ASKED', 'year']]);
    expect(await answer(id, { answer: 'STOPPED', figure: '1' })).toEqual([
      ['STILL_ALIVE_NEEDS_WORDS', 'words'],
      ['STILL_ALIVE_FIGURE_NAMED', 'figureName'],
    ]);
    expect(await answer(await models.draft(commune), {})).toEqual([['STILL_ALIVE_NOT_ASKED', 'year']]);
  });
});

it('silence is counted apart, by its three reasons, and moves when the unit ends', async () => {
  const province = await units.establish({ name: 'Tỉnh đếm', kind: 'TINH' });
  const [manned, empty] = [
    await units.establish({ name: 'Xã có', parentId: province }),
    await units.establish({ name: 'Xã không', parentId: province }),
  ];
  const officerHere = await askerWith(registry, 'cán bộ xã có', { role: 'unitOfficer', unitId: rowId(manned) as never });
  await models.authority(manned, board);
  await models.authority(empty, board);
  const answered = await recognised('2024-03-10', manned);
  await recognised('2024-03-10', manned);
  await recognised('2024-12-10', manned);
  await recognised('2024-03-10', empty);
  expect(await answer(answered, {}, officerHere)).toEqual([]);
  const counts = async (): Promise<any> =>
    (
      await registry.as.reader.get(
        `query ($unitId: ID!) { stillAliveCounts(unitId: $unitId) { running changed stopped notAskedYet unanswered nobodyToAnswer } }`,
        { unitId: province },
      )
    ).stillAliveCounts;
  expect(await counts()).toEqual({ running: 1, changed: 0, stopped: 0, notAskedYet: 1, unanswered: 2, nobodyToAnswer: 0 });
  await endGlobalGrants();
  expect(await counts()).toEqual({ running: 1, changed: 0, stopped: 0, notAskedYet: 1, unanswered: 1, nobodyToAnswer: 1 });
});

/** Ends the rights over the whole registry that the clients of tests have: with them, somebody may answer everywhere. */
async function endGlobalGrants(): Promise<void> {
  const client = await connect(registry.database.where);
  await client.query(
    `update role_grant set ended_at = now(), ended_by = 'thử', end_reason = 'thử' where unit_id is null and role in ('unitOfficer', 'unitHead')`,
  );
  await client.end();
}
