import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { at } from '../councils/given-councils.js';
import { givenMovements } from '../movements/given-movements.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, MODEL_SET, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
const { made } = givenMovements(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

/** A round of so many entries, each with one sheet of all points but for those given, assessed and with facts. */
async function scored(
  n: number,
  points: (i: number) => Record<string, string>,
  more: object = {},
): Promise<{ id: string; entries: string[] }> {
  const { province, registrationIds } = await given.received(n);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds, ...more });
  const person = await given.person(province, 'Người chấm');
  const entries: string[] = round.entries.nodes.map(({ id }: any) => id);
  const byHand = entries.map(evaluationId => ({ evaluationId, personIds: [person] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand });
  for (const [i, id] of entries.entries()) {
    await given.selfAssess(registry.as.unitOfficer, id);
    await given.facts(id);
    expect((await given.enter(id, person, points(i))).refused).toEqual([]);
  }
  return { id: round.id, entries };
}

it('a round is opened over all that a registration round received, and over nothing else of it', async () => {
  const province = await given.units.establish({ name: 'Tỉnh Một', kind: 'TINH' });
  await given.models.authority(province, province);
  const movementId = await made('launchMovement', { name: 'Phong trào', launcherId: province });
  const days = { opensOn: '2026-01-01', closesOn: '2099-12-31' };
  const registrationRoundId = await made('openRegistrationRound', { movementId, name: 'Đợt', unitId: province, ...days });
  const communes = await Promise.all([1, 2, 3].map(i => given.units.establish({ name: `Xã ${i}`, parentId: province })));
  const modelIds: string[] = [];
  for (const commune of communes) modelIds.push(await given.models.draft(commune, { roundId: registrationRoundId }));
  const elsewhere = await given.models.draft(communes[0]!);
  await given.models.step('submitModels', [...modelIds, elsewhere]);
  await given.models.step('receiveModels', [modelIds[0]!, modelIds[2]!, elsewhere]);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationRoundId });
  expect(round.entries.nodes.map(({ number, model }: any) => [number, model.id, model.state])).toEqual([
    [1, modelIds[0], 'UNDER_APPRAISAL'],
    [2, modelIds[2], 'UNDER_APPRAISAL'],
  ]);
  const again = await given.tryToOpen({ unitId: province, criteriaVersionId: await given.version(), registrationRoundId });
  expect(again.refused).toMatchObject([{ code: 'APPRAISAL_NO_ENTRY' }]);
});

it('what the chain leaves equal shares a rank until a leader decides the order, with a reason', async () => {
  const { id, entries } = await scored(4, i => ({ 'II.3': ['18', '15', '15', '15'][i]! }));
  expect((await given.close(id)).refused).toEqual([]);
  const ranks = async (): Promise<[number, boolean][]> =>
    (await Promise.all(entries.map(entry => given.result(entry)))).map(({ rank, tied }) => [rank, tied]);
  expect(await ranks()).toEqual([[1, false], [2, true], [2, true], [2, true]]); // prettier-ignore
  const decide = async (evaluationIds: (string | undefined)[], by = registry.as.leader): Promise<any> =>
    (await given.send(by, 'decideTie', { roundId: id, evaluationIds, reason: 'Tỷ lệ nữ cao hơn' })).refused.map(({ code }: any) => code);
  const [first, ...tied] = entries;
  expect(await decide(tied, registry.as.boardStaff)).toEqual(['FORBIDDEN']);
  expect(await decide(tied.slice(0, 2))).toEqual(['APPRAISAL_NOT_TIED']);
  expect(await decide([first, ...tied])).toEqual(['APPRAISAL_NOT_TIED']);
  expect(await decide([tied[2], tied[0], tied[1]])).toEqual([]);
  expect(await ranks()).toEqual([[1, false], [3, false], [4, false], [2, false]]); // prettier-ignore
  expect(await decide(tied)).toEqual(['APPRAISAL_NOT_TIED']);
  expect((await given.result(tied[0]!)).explanation.text).toContain('Tỷ lệ nữ cao hơn');
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('a session of another council closes no round', async () => {
  const { province, registrationIds } = await given.received(1);
  const council = await given.council(province, 2);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), councilId: council.id, registrationIds });
  const other = await given.units.establish({ name: 'Tỉnh Khác', kind: 'TINH' });
  const others = await given.council(other, 2);
  const sessionId = await given.councils.session(others.id, at('PRESENT', ...others.members), { heldOn: TODAY });
  expect((await given.close(round.id, { sessionId })).refused).toMatchObject([
    { code: 'APPRAISAL_SESSION_OF_ANOTHER_COUNCIL', field: 'sessionId' },
  ]);
  const own = await given.councils.session(council.id, at('PRESENT', ...council.members), { heldOn: '2025-12-10' });
  expect((await given.close(round.id, { sessionId: own })).refused).toMatchObject([
    { code: 'APPRAISAL_SESSION_EARLIER', field: 'sessionId' },
  ]);
});

it('quotas are counted block by block, from the list of units that the round was opened with', async () => {
  const quotas = [{ gradeCode: 'XUAT_SAC', baseGradeCode: 'TOT', percent: '50', raisedPercent: null, floor: 0 }];
  const criteriaVersionId = await given.version({ ...MODEL_SET, version: { ...MODEL_SET.version, quotas } });
  const { province, communes, registrationIds } = await given.received(6);
  const blocks = [
    { name: 'Khối một', unitIds: communes.slice(0, 3) },
    { name: 'Khối hai', unitIds: communes.slice(3) },
  ];
  const round = await given.open({ unitId: province, criteriaVersionId, registrationIds, blocks });
  const person = await given.person(province, 'Người chấm');
  const entries: string[] = round.entries.nodes.map(({ id }: any) => id);
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'RANDOM', personIds: [person], seed: 'a' });
  // In the first block two are good and one excellent: one of them may be. In the second, one is good and two are excellent: none may be.
  const points = ['20', '8', '7', '19', '18', '9'];
  for (const [i, id] of entries.entries()) {
    await given.selfAssess(registry.as.unitOfficer, id);
    await given.facts(id);
    expect((await given.enter(id, person, { 'II.3': points[i]! })).refused).toEqual([]);
  }
  expect((await given.close(round.id)).refused).toEqual([]);
  const grades = (await Promise.all(entries.map(id => given.result(id)))).map(({ gradeCode }) => gradeCode);
  expect(grades).toEqual(['XUAT_SAC', 'TOT', 'TOT', 'TOT', 'TOT', 'TOT']);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});

it('a version that supersedes another changes no finished result, and a running round keeps its version', async () => {
  const { id, entries } = await scored(2, i => ({ 'II.3': String(10 + i) }));
  const running = await scored(1, () => ({}));
  expect((await given.close(id)).refused).toEqual([]);
  const before = await Promise.all(entries.map(entry => given.result(entry)));
  const versionOf = async (roundId: string): Promise<any> =>
    (await registry.as.leader.get('query ($id: ID!) { appraisalRound(id: $id) { version { id number state version } } }', { id: roundId }))
      .appraisalRound.version;
  for (const roundId of [id, running.id]) {
    const own = await versionOf(roundId);
    const { criteriaSetVersion } = await given.done(
      registry.as.boardStaff,
      'copyCriteriaSetVersion',
      { id: own.id },
      'criteriaSetVersion { id version validFrom document }',
    );
    const { version } = JSON.parse(criteriaSetVersion.document);
    const says = { ...version, validFrom: '2026-06-01', rounding: 0 };
    const { registry: { app } } = registry; // prettier-ignore
    const { CriteriaSetsService } = await import('../../src/features/criteria/criteria-sets.service.js');
    const { systemActor } = await import('../../src/platform/access/actor.js');
    const { fromGlobalId } = await import('../../src/shared/ids.js');
    const draft = { id: fromGlobalId(criteriaSetVersion.id)!.id, expectedVersion: 1 };
    await app.get(CriteriaSetsService).edit(systemActor('test'), draft, says);
    await app.get(CriteriaSetsService).publish(systemActor('test'), { ...draft, expectedVersion: 2 }, 'Sửa đổi');
    expect(await versionOf(roundId)).toMatchObject({ id: own.id, state: 'SUPERSEDED' });
  }
  expect(await Promise.all(entries.map(entry => given.result(entry)))).toEqual(before);
  expect((await given.close(running.id)).refused).toEqual([]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
