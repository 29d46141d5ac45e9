import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
beforeAll(async () => {
  registry = await openTestRegistry();
}, 60_000);
afterAll(() => registry.close());

it('where the rule of the round is to wait, it is closed once every sheet is in, but for those of people in conflict', async () => {
  const { province, registrationIds } = await given.received(2);
  const people = [await given.person(province, 'Ủy viên 1'), await given.person(province, 'Ủy viên 2')];
  const rules = { missing: 'WAIT', abstained: 'WAIT' };
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds, ...rules });
  const [first, second]: string[] = round.entries.nodes.map(({ id }: any) => id);
  const byHand = [first, second].map(evaluationId => ({ evaluationId, personIds: people }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand });

  /** What keeps the round open, as closing it says and as its list of actions does. */
  const awaited = async (): Promise<string[]> => {
    const { appraisalRound } = await registry.as.boardStaff.get(
      'query ($id: ID!) { appraisalRound(id: $id) { actions { name blockedBy { code message } } } }',
      { id: round.id },
    );
    const { blockedBy } = appraisalRound.actions.find(({ name }: any) => name === 'close');
    const { refused } = await given.close(round.id);
    expect(refused.map(({ code, message }: any) => ({ code, message }))).toEqual(blockedBy);
    return blockedBy.map(({ code, message }: any) => `${code} ${message.split(',')[0]}`);
  };
  expect(await awaited()).toEqual(['APPRAISAL_SHEETS_AWAITED Còn chờ 4 phiếu']);
  expect((await given.enter(first!, people[0]!)).refused).toEqual([]);
  // A draft is not in, and neither is a sheet of somebody who abstains.
  const draft = { evaluationId: first, personId: people[1], paper: 'Phiếu đã ký', scores: [{ code: 'I.1', points: '4' }] };
  await given.done(registry.as.boardStaff, 'saveAppraisal', draft);
  const abstention = { evaluationId: second, personId: people[0], paper: 'Phiếu đã ký', reason: 'Vắng' };
  await given.done(registry.as.boardStaff, 'abstainAppraisal', abstention);
  expect(await awaited()).toEqual(['APPRAISAL_SHEETS_AWAITED Còn chờ 3 phiếu']);
  const declared = { evaluationId: first, personId: people[1], reason: 'FAMILY', words: 'Người thân' };
  await given.done(registry.as.boardStaff, 'declareConflict', declared);
  expect(await awaited()).toEqual(['APPRAISAL_SHEETS_AWAITED Còn chờ 2 phiếu']);
  expect((await given.enter(second!, people[1]!)).refused).toEqual([]);
  expect((await given.enter(second!, people[0]!, {}, { expectedVersion: 1 })).refused).toEqual([]);
  expect((await given.close(round.id)).refused).toEqual([]);
});
