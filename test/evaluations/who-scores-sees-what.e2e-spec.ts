import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run, givenPeople, type Person } from '../access/given-people.js';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, sheet } from './given-rounds.js';

const CLIENTS = 64;

let registry: TestRegistry;
const given = givenRounds(() => registry);
const people = givenPeople(() => registry);
let entries: { id: string; model: { id: string } }[];
let roundId: string;
let judges: { personId: string; account: Person }[];

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province, registrationIds } = await given.received(2);
  // Two members whose accounts have their role at another unit.
  const elsewhere = await given.units.establish({ name: 'Tỉnh khác', kind: 'TINH' });
  judges = [];
  for (let i = 0; i < 2; i++) {
    const account = await people.person();
    await people.give(account, 'COUNCIL_MEMBER', { unitId: elsewhere });
    const personId = await given.person(province, `Ủy viên ${i + 1}`);
    const link = { accountId: account.id, personId, validFrom: '2025-01-01', reason: 'Phân công' };
    expect((await run(registry.as.administrator, 'linkAccountToPerson', 'LinkAccountToPersonInput', link)).userErrors).toEqual([]);
    judges.push({ personId, account });
  }
  const round = await given.open({
    unitId: province,
    criteriaVersionId: await given.version(),
    registrationIds,
    feedback: ['CRITERIA', 'WORDS'],
  });
  [roundId, entries] = [round.id, round.entries.nodes];
  const byHand = [{ evaluationId: entries[0]!.id, personIds: judges.map(({ personId }) => personId) }];
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BY_HAND', byHand });
}, 60_000);
afterAll(() => registry.close());

const seen = async (by: Pick<Asker, 'get'>): Promise<any> =>
  by.get(
    `query ($round: ID!, $first: ID!, $second: ID!, $model: ID!, $other: ID!) {
      appraisalRound(id: $round) { name entries { totalCount nodes { number } } }
      first: evaluation(id: $first) { number final sheets { total } judges { how } } second: evaluation(id: $second) { number }
      model(id: $model) { id } other: model(id: $other) { id } }`,
    { round: roundId, first: entries[0]!.id, second: entries[1]!.id, model: entries[0]!.model.id, other: entries[1]!.model.id },
  );

it('an assignment gives sight of the entry, its round and its model outside one’s units, and of nothing else', async () => {
  expect(await seen(judges[0]!.account.browser)).toEqual({
    appraisalRound: { name: 'Đợt minh họa', entries: { totalCount: 1, nodes: [{ number: 1 }] } },
    first: { number: 1, final: null, sheets: [], judges: [{ how: 'BY_HAND' }] },
    second: null,
    model: { id: entries[0]!.model.id },
    other: null,
  });
});

it('a member finds their own record and the entries that they score; nobody finds out by that filter who else scores what', async () => {
  const assigned = async (by: Pick<Asker, 'get'>, judgeId: string): Promise<unknown> =>
    (await by.get('query ($judgeId: ID!) { evaluations(filter: { judgeId: $judgeId }) { totalCount nodes { number } } }', { judgeId }))
      .evaluations;
  const [first, second] = judges;
  const { me } = await first!.account.browser.get('{ me { person { id name } } }');
  expect(me.person).toEqual({ id: first!.personId, name: 'Ủy viên 1' });
  const [one, none] = [
    { totalCount: 1, nodes: [{ number: 1 }] },
    { totalCount: 0, nodes: [] },
  ];
  expect(await assigned(first!.account.browser, first!.personId)).toEqual(one);
  expect(await assigned(first!.account.browser, second!.personId)).toEqual(none);
  expect(await assigned(registry.as.unitOfficer, first!.personId)).toEqual(none);
  expect(await assigned(registry.as.boardStaff, second!.personId)).toEqual(one);
  const other = await given.person(await given.units.establish({ name: 'Xã khác' }), 'Người khác');
  expect(await assigned(registry.as.boardStaff, other)).toEqual(none);
  const { person } = await first!.account.browser.get('query ($id: ID!) { person(id: $id) { id } }', { id: other });
  expect(person).toBeNull();
});

it('a member scores by their own account, and sees no sheet of a colleague while the round is open', async () => {
  for (const [i, { account }] of judges.entries()) {
    const input = { evaluationId: entries[0]!.id, scores: sheet({ 'I.1': String(i + 1) }) };
    expect((await given.send(account.browser as unknown as Asker, 'submitAppraisal', input)).refused).toEqual([]);
  }
  expect((await seen(judges[0]!.account.browser)).first.sheets).toEqual([{ total: '97' }]);
  expect((await seen(judges[1]!.account.browser)).first.sheets).toEqual([{ total: '98' }]);
  expect((await seen(registry.as.boardStaff)).first.sheets).toHaveLength(2);
  expect((await seen(registry.as.unitOfficer)).first).toMatchObject({ final: null, sheets: [], judges: [] });
});

it('the second member declares a conflict: their sheet is left out, and a leader who declared nothing overrides it', async () => {
  const conflict = { evaluationId: entries[0]!.id, reason: 'WORK', words: 'Cùng làm đề án' };
  await given.done(judges[1]!.account.browser as unknown as Asker, 'declareConflict', conflict);
  expect((await given.close(roundId)).refused).toEqual([]);
  const closed = await given.result(entries[0]!.id);
  expect(closed).toMatchObject({ final: '97', grade: 'Không hoàn thành', rank: null, needsDecision: false });
  expect(closed.explanation.steps[0]).toBe('1 thành viên có xung đột lợi ích: không chấm, phiếu không tính.');
  const { evaluation } = await registry.as.unitOfficer.get('query ($id: ID!) { evaluation(id: $id) { feedback { code points words } } }', {
    id: entries[0]!.id,
  });
  expect(evaluation.feedback[0]).toEqual({ code: 'I.1', points: '1', words: [] });
});

it('sixty-four clients submit a sheet each at once: none is lost, none fails, and equal ranks are flagged ties', async () => {
  const { province, registrationIds } = await given.received(8);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds });
  const members: string[] = [];
  for (let i = 0; i < 8; i++) members.push(await given.person(province, `Người chấm ${i}`));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'RANDOM', personIds: members, seed: 'một' });
  const sheets = round.entries.nodes.flatMap(({ id }: any, i: number) =>
    members.map((personId, j) => ({ id, personId, points: String((i + j) % 5) })),
  );
  expect(sheets).toHaveLength(CLIENTS);
  const answers = await Promise.all(sheets.map(({ id, personId, points }: any) => given.enter(id, personId, { 'I.1': points })));
  expect(answers.filter(({ refused }) => refused.length > 0)).toEqual([]);
  for (const { id } of round.entries.nodes) {
    expect((await given.selfAssess(registry.as.unitOfficer, id)).refused).toEqual([]);
    expect((await given.facts(id)).refused).toEqual([]);
  }
  expect((await given.close(round.id)).refused).toEqual([]);
  const { appraisalRound } = await registry.as.reader.get(
    'query ($id: ID!) { appraisalRound(id: $id) { progress { submitted } ranking(first: 100) { nodes { number rank tied final } } } }',
    { id: round.id },
  );
  expect(appraisalRound.progress.submitted).toBe(CLIENTS);
  const ranked: { rank: number; tied: boolean; final: string }[] = appraisalRound.ranking.nodes;
  expect(ranked).toHaveLength(8);
  // Each rank is one more than how many are better, and is shared only where that is flagged.
  for (const { rank, tied, final } of ranked) {
    expect(rank).toBe(ranked.filter(other => Number(other.final) > Number(final)).length + 1);
    expect(tied).toBe(ranked.filter(other => other.rank === rank).length > 1);
  }
  expect(ranked.some(({ tied }) => tied)).toBe(true);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
}, 120_000);
