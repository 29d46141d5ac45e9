import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RoundExports } from '../../src/features/evaluations/results/round-export.reader.js';
import { differingEntries } from '../../src/features/evaluations/results/round-export.js';
import { roundOf } from '../../src/features/evaluations/evaluation.store.js';
import { renewRunning } from '../../src/features/evaluations/results/running-result.js';
import { VersionContents } from '../../src/features/evaluations/version-contents.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { at } from '../councils/given-councils.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
let roundId: string;
let entries: string[];
let modelIds: string[];
let people: string[];
let council: { id: string; people: string[]; members: string[] };

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province, communes, registrationIds, modelIds: models } = await given.received(2);
  modelIds = models;
  council = await given.council(province, 4);
  const inConflict = await given.person(province, 'Ủy viên 5', { unitId: communes[0]! });
  council.members.push(await given.councils.member(council.id, inConflict));
  people = [...council.people, inConflict];
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), councilId: council.id, registrationIds });
  roundId = round.id;
  entries = round.entries.nodes.map(({ id }: { id: string }) => id);
}, 60_000);
afterAll(() => registry.close());

it('opening a round brings received registrations under appraisal', async () => {
  const { nodes } = await registry.as.reader.get('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on EmulationModel { state evaluations { number round { state } } latestEvaluation { id } } } }', { ids: modelIds }); // prettier-ignore
  expect(nodes).toEqual(
    [1, 2].map(number => ({ state: 'UNDER_APPRAISAL', evaluations: [{ number, round: { state: 'OPEN' } }], latestEvaluation: null })),
  );
});

it('a member who works in the unit of an entry is refused by hand, and passed over in a drawing', async () => {
  const byHand = { roundId, how: 'BY_HAND', byHand: [{ evaluationId: entries[0], personIds: people }] };
  const { refused } = await given.send(registry.as.boardStaff, 'assignAppraisals', byHand);
  expect(refused).toEqual([
    { code: 'APPRAISAL_IN_CONFLICT', field: 'byHand.0.personIds.4', message: expect.stringContaining('đơn vị đang công tác') },
  ]);
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BALANCED' });
  const [first, second] = await Promise.all(entries.map(id => given.result(id, registry.as.boardStaff)));
  const assigned = (one: any): string[] => one.judges.filter(({ how }: any) => how !== null).map(({ person }: any) => person.id);
  expect(assigned(first).toSorted()).toEqual(people.slice(0, 4).toSorted());
  expect(assigned(second).toSorted()).toEqual(people.toSorted());
  expect(first.judges.find(({ how }: any) => how === null)).toMatchObject({
    person: { id: people[4] },
    conflicts: [{ reason: 'OWN_UNIT', overrideReason: null }],
  });
});

it('sheets are counted, and a round is closed by a session with a quorum only', async () => {
  for (const id of entries) {
    expect((await given.selfAssess(registry.as.unitOfficer, id)).refused).toEqual([]);
    expect((await given.facts(id)).refused).toEqual([]);
  }
  // 85 + 1/3 and so on: the mean has no finite decimal until it is rounded.
  const given1 = ['19', '18.5', '19', '20'];
  for (const [i, points] of given1.entries())
    expect((await given.enter(entries[0]!, people[i]!, { 'II.3': points, 'II.1': '25' })).refused).toEqual([]);
  // 96 points, and one criterion at zero on every sheet: no grade by the text.
  for (const personId of people) expect((await given.enter(entries[1]!, personId, { 'I.1': '0' })).refused).toEqual([]);
  const few = await given.councils.session(council.id, at('PRESENT', ...council.members.slice(0, 3)), {
    heldOn: TODAY,
    subject: 'Thông qua kết quả, buổi sáng',
  });
  const { refused } = await given.close(roundId, { sessionId: few });
  expect(refused).toEqual([{ code: 'APPRAISAL_NO_QUORUM', field: 'sessionId', message: expect.stringContaining('ít nhất 2/3, tức 4') }]);
  expect((await given.close(roundId)).refused.map(({ code }: any) => code)).toEqual(['APPRAISAL_NEEDS_SESSION']);
  const enough = await given.councils.session(council.id, at('PRESENT', ...council.members.slice(0, 4)), {
    heldOn: TODAY,
    subject: 'Thông qua kết quả, buổi chiều',
  });
  expect(await given.close(roundId, { sessionId: enough })).toMatchObject({ refused: [], appraisalRound: { state: 'CLOSED' } });
});

it('the results explain themselves, and what fits no grade by the text waits for a decision', async () => {
  const [first, second] = await Promise.all(entries.map(id => given.result(id)));
  expect(first).toMatchObject({
    self: '100',
    final: '94.13',
    grade: 'Hoàn thành tốt',
    rank: 2,
    tied: false,
    needsDecision: false,
    sheets: [],
  });
  expect(second).toMatchObject({ final: '96', grade: null, rank: 1, needsDecision: true });
  expect(first.explanation.steps).toEqual(
    expect.arrayContaining(['Tính 4 phiếu.', 'Tổng điểm 94,125, làm tròn một lần đến 2 chữ số thập phân: 94,13.', 'Xếp hạng 2.']),
  );
  expect(second.explanation.text).toContain('96 điểm, nhưng không thỏa “không có tiêu chí nào 0 điểm”');
  expect(second.explanation.text).toContain('không thuộc loại nào theo văn bản, cần quyết định');
  const decide = (id: string, version: number, by = registry.as.leader): Promise<any> =>
    given.send(by, 'decideGrade', { id, expectedVersion: version, grade: 'TOT', reason: 'Tờ trình của Hội đồng' });
  expect((await decide(first.id, first.version)).refused[0]).toMatchObject({ code: 'APPRAISAL_TEXT_DECIDES', field: 'id' });
  expect((await decide(second.id, second.version)).refused).toEqual([]);
  const decided = await given.result(second.id);
  expect(decided).toMatchObject({
    grade: 'Hoàn thành tốt',
    needsDecision: false,
    decidedBy: 'leader',
    decidedReason: 'Tờ trình của Hội đồng',
  });
  expect(decided.explanation.steps.at(-1)).toBe('Xếp loại “Hoàn thành tốt” do leader quyết định: Tờ trình của Hội đồng');
});

it('the ranking lists the best first, and the latest evaluation of a model is that of a closed round', async () => {
  const { appraisalRound, model } = await registry.as.reader.get(
    `query ($id: ID!, $model: ID!) { appraisalRound(id: $id) { progress { entries assigned submitted undecided } ranking(first: 1) { totalCount nodes { rank final } } }
      model(id: $model) { latestEvaluation { id final } } }`,
    { id: roundId, model: modelIds[0] },
  );
  expect(appraisalRound).toEqual({
    progress: { entries: 2, assigned: 9, submitted: 9, undecided: 0 },
    ranking: { totalCount: 2, nodes: [{ rank: 1, final: '96' }] },
  });
  expect(model.latestEvaluation).toEqual({ id: entries[0], final: '94.13' });
});

it('a program that shares no code with the registry finds no difference in the exported round, and finds one that is made', async () => {
  const file = (await registry.registry.app.get(RoundExports).of(fromGlobalId(roundId)!.id))!;
  expect(differingEntries(file)).toEqual([]);
  const path = join(mkdtempSync(join(tmpdir(), 'dvk-round-')), 'round.json');
  const script = resolve(import.meta.dirname, '../../scripts/recompute-appraisal.mjs');
  const run = (document: object): string => {
    writeFileSync(path, JSON.stringify(document));
    try {
      return execFileSync(process.execPath, [script, path], { encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  expect(run(file)).toBe('2 entries, 0 differences\n');
  const [first, second] = file.entries;
  const altered = { ...file, entries: [{ ...first!, result: { ...first!.result, total: '94.12' } }, second] };
  expect(run(altered)).toContain('Entry 1: the total is 94.12 in the file and 9413/100 when made again.');
  expect(differingEntries(altered as typeof file)).toEqual([1]);
});

it('the doctor finds nothing', async () => {
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('after a complaint a leader opens the round again, what was decided stays in its history, and nothing is shown until it is closed anew', async () => {
  const { appraisalRound } = await registry.as.reader.get('query ($id: ID!) { appraisalRound(id: $id) { revision } }', { id: roundId });
  const input = { id: roundId, expectedVersion: appraisalRound.revision, reason: 'Khiếu nại ngày 1/12' };
  expect((await given.send(registry.as.boardStaff, 'reopenAppraisalRound', input)).refused[0].code).toBe('FORBIDDEN');
  const reopened = await given.done(
    registry.as.leader,
    'reopenAppraisalRound',
    input,
    'appraisalRound { state reopenReason history { action changes { field before } } }',
  );
  expect(reopened.appraisalRound).toMatchObject({ state: 'OPEN', reopenReason: 'Khiếu nại ngày 1/12' });
  const { changes } = reopened.appraisalRound.history.find(({ action }: any) => action === 'appraisalRound.reopened');
  expect(changes.find(({ field }: any) => field === 'results').before).toContain('Tờ trình của Hội đồng');
  expect(await given.result(entries[0]!)).toMatchObject({ final: null, grade: null, rank: null, explanation: null });
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
  const results = async (): Promise<unknown> =>
    registry.registry.app.get(Database).rows('select id, total, grade, derivation, rank, inputs from evaluation order by id');
  const together = await results();
  await renewEachAlone();
  expect(await results()).toEqual(together);
});

/** The running result of every entry, made anew one by one. */
async function renewEachAlone(): Promise<void> {
  const { app } = registry.registry;
  await app.get(Database).tx(systemActor('test'), async tx => {
    const round = (await roundOf(tx.query, fromGlobalId(roundId)!.id))!;
    const content = await app.get(VersionContents).of(tx.query, round.criteriaVersionId);
    for (const entry of entries) await renewRunning(tx, content, round, fromGlobalId(entry)!.id);
    return tx.keptApart(undefined);
  });
}
