import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenCommendations } from '../commendations/given-commendations.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';
import { inTurn, type InTurn } from './in-turn.js';

let registry: TestRegistry;
let turns: InTurn;
let province: string;
let commune: string;
let round: any;
const given = givenProposals(() => registry);
const { tryToGrant } = givenCommendations(() => registry);
const QUOTA = { block: '', form: 'BANG_KHEN', kind: 'COLLECTIVE', most: 1, basis: 'Kế hoạch xét khen' };

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province: unit, communes, registrationIds } = await given.rounds.received(1);
  [province, commune] = [unit, communes[0]!];
  round = await given.closedRound(province, registrationIds);
  turns = await inTurn(registry);
}, 120_000);
afterAll(async () => {
  await turns.close();
  await registry.close();
});

const set = async (lines: readonly object[]): Promise<any> => {
  const query = 'query ($id: ID!) { appraisalRound(id: $id) { revision } }';
  const { revision } = (await registry.as.reader.get(query, { id: round.id })).appraisalRound;
  return given.send(registry.as.boardStaff, 'setCommendationQuotas', { roundId: round.id, expectedVersion: revision, lines });
};
/** A line about a unit that has a result in the round, and does not name it. */
const grant = async (reason: string): Promise<() => Promise<any>> => {
  const input = { number: `${reason}/QĐ`, issuedOn: TODAY, issuerId: province, kind: 'DECISION' };
  const { decision } = await given.rounds.send(registry.as.boardStaff, 'recordDecision', input, 'decision { id }');
  const line = given.line({ form: 'BANG_KHEN', kind: 'COLLECTIVE', name: null, unitId: commune, reason });
  return () => tryToGrant(province, TODAY, [line], { decisionId: decision.id, receivedOn: TODAY });
};

it('a quota that is being set is waited for by a grant that names no result, which is then refused', async () => {
  expect((await set([])).refused).toEqual([]);
  const [quota, granted] = await turns.run('audit_entry', () => set([QUOTA]), await grant('Sau hạn mức'));
  expect(quota.refused).toEqual([]);
  expect(codes(granted)).toEqual([['COMMENDATION_RESULT_NOT_NAMED', 'recipients.0.evaluationId']]);
});

it('a grant that names no result and is being written is waited for by who sets the quota', async () => {
  expect((await set([])).refused).toEqual([]);
  const [granted, quota] = await turns.run('commendation', await grant('Trước hạn mức'), () => set([QUOTA]));
  expect([granted.refused, quota.refused]).toEqual([[], []]);
  // Asked of the trail, whose ids ascend as entries are made: the answers of both may arrive in either order.
  const { rows } = await turns.client.query('select action from audit_entry order by id desc limit 1');
  expect(rows).toEqual([{ action: 'appraisalRound.quotasSet' }]);
});

it('two grants that name no result do not wait for each other', async () => {
  expect((await set([])).refused).toEqual([]);
  const [one, other] = [await grant('Một'), await grant('Hai')];
  await turns.client.query('begin');
  await turns.client.query('select from appraisal_round for share');
  const answers = await Promise.all([one(), other()]);
  await turns.client.query('rollback');
  expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
});

it('a round whose quota binds a recipient is named to those alone who see it', async () => {
  expect((await set([{ ...QUOTA, form: 'GIAY_KHEN' }])).refused).toEqual([]);
  const other = await given.rounds.units.establish({ name: 'Xã khác' });
  const stranger = await askerWith(registry, 'lãnh đạo Xã khác', { role: 'leader', unitId: fromGlobalId(other)!.id });
  const line = given.line({ kind: 'COLLECTIVE', name: null, unitId: commune, reason: 'Thành tích chung' });
  const said = async (by: Asker): Promise<string> => {
    const answer = await tryToGrant(other, TODAY, [line], { by, receivedOn: TODAY });
    expect(codes(answer)).toEqual([['COMMENDATION_RESULT_NOT_NAMED', 'recipients.0.evaluationId']]);
    return answer.refused[0].message;
  };
  expect(await said(registry.as.leader)).toContain('kết quả số 1 trong đợt “Đợt minh họa”');
  expect(await said(stranger)).toContain('kết quả trong một đợt thẩm định ngoài phạm vi của bạn');
  expect((await set([])).refused).toEqual([]);
});
