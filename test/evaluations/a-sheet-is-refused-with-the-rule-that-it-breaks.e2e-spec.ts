import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, MODEL_SET, NOTHING_HAPPENED, sheet, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
let province: string;
let communes: string[];
let registrationIds: string[];
let modelIds: string[];
let versionId: string;
let judge: string;
let entries: { id: string }[];
let roundId: string;

beforeAll(async () => {
  registry = await openTestRegistry();
  ({ province, communes, registrationIds, modelIds } = await given.received(4));
  versionId = await given.version();
  const council = await given.council(province, 2);
  judge = council.people[0]!;
  const round = await given.open({
    unitId: province,
    criteriaVersionId: versionId,
    councilId: council.id,
    registrationIds: registrationIds.slice(0, 2),
  });
  [roundId, entries] = [round.id, round.entries.nodes];
  const byHand = [{ evaluationId: entries[0]!.id, personIds: [judge] }];
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BY_HAND', byHand });
}, 60_000);
afterAll(() => registry.close());

const codes = ({ refused }: any): [string, string][] => refused.map(({ code, field }: any) => [code, field]);

describe('a sheet', () => {
  it.each<[string, Record<string, string>, string]>([
    ['above the maximum of a criterion', { 'I.1': '4.5' }, 'SHEET_ABOVE_MAXIMUM'],
    ['with a decimal comma, which is never guessed at', { 'I.1': '3,5' }, 'POINTS_NOT_READABLE'],
    ['with an exponent', { 'I.1': '1e3' }, 'POINTS_NOT_READABLE'],
    ['with no number', { 'I.1': 'NaN' }, 'POINTS_NOT_READABLE'],
    ['with points below zero', { 'I.1': '-1' }, 'POINTS_NOT_READABLE'],
    ['with more decimals than the version allows', { 'I.1': '3.25' }, 'POINTS_NOT_READABLE'],
  ])('%s is refused at the criterion', async (_, points, code) => {
    expect(codes(await given.enter(entries[0]!.id, judge, points))).toEqual([[code, 'scores.0.points']]);
  });

  it('without a criterion, or with one of another version, is refused', async () => {
    const lacking = { evaluationId: entries[0]!.id, personId: judge, paper: 'Phiếu', scores: sheet().slice(1) };
    expect(codes(await given.send(registry.as.boardStaff, 'submitAppraisal', lacking))).toEqual([['SHEET_CRITERION_MISSING', 'scores']]);
    const other = { ...lacking, scores: [...sheet(), { code: 'III.9', points: '1' }] };
    expect(codes(await given.send(registry.as.boardStaff, 'submitAppraisal', other))).toEqual([
      ['SHEET_CRITERION_UNKNOWN', 'scores.6.code'],
    ]);
    expect(
      codes(await given.send(registry.as.boardStaff, 'saveAppraisal', { ...lacking, scores: [{ code: 'I.1', points: '8,5' }] })),
    ).toEqual([['POINTS_NOT_READABLE', 'scores.0.points']]);
  });

  it('of somebody who is not assigned, or entered without its paper, is refused by name', async () => {
    const unassigned = await given.enter(entries[1]!.id, judge);
    expect(unassigned.refused[0]).toMatchObject({
      code: 'APPRAISAL_NOT_ASSIGNED',
      message: expect.stringContaining('“Ủy viên 1” không được phân công'),
    });
    const own = { evaluationId: entries[0]!.id, personId: judge, scores: sheet() };
    expect(codes(await given.send(registry.as.boardStaff, 'submitAppraisal', own))).toEqual([['APPRAISAL_NEEDS_PAPER', 'paper']]);
    const nobody = { evaluationId: entries[0]!.id, scores: sheet() };
    expect(codes(await given.send(registry.as.boardStaff, 'submitAppraisal', nobody))).toEqual([['APPRAISAL_WHO_ARE_YOU', '']]);
  });

  it('that two people edit is noticed, its history is kept, and it goes back to a version', async () => {
    const input = { evaluationId: entries[0]!.id, personId: judge, paper: 'Phiếu' };
    const save = (points: string, expectedVersion: number | null): Promise<any> =>
      given.send(registry.as.boardStaff, 'saveAppraisal', { ...input, expectedVersion, scores: [{ code: 'I.1', points }] });
    expect(codes(await save('1', null))).toEqual([]);
    expect(codes(await save('2', null))).toEqual([['STALE_VERSION', 'expectedVersion']]);
    expect(codes(await save('2', 1))).toEqual([]);
    const shown = `query ($id: ID!) { evaluation(id: $id) { sheets { id version state total scores { code points } revisions { number content } } history { action } } }`;
    const { evaluation } = await registry.as.boardStaff.get(shown, { id: entries[0]!.id });
    expect(evaluation.sheets).toMatchObject([
      { version: 2, state: 'DRAFT', total: '2', scores: [{ code: 'I.1', points: '2' }], revisions: [{ number: 2 }, { number: 1 }] },
    ]);
    // Drafts have a history of their own, and the trail stays quiet.
    expect(evaluation.history).toEqual([]);
    await given.done(registry.as.boardStaff, 'restoreAppraisalVersion', { id: evaluation.sheets[0].id, expectedVersion: 2, number: 1 });
    const again = await registry.as.boardStaff.get(shown, { id: entries[0]!.id });
    expect(again.evaluation.sheets).toMatchObject([{ version: 3, scores: [{ code: 'I.1', points: '1' }] }]);
    expect(codes(await given.enter(entries[0]!.id, judge, {}, { expectedVersion: 3 }))).toEqual([]);
    expect(codes(await save('1', 4))).toEqual([['APPRAISAL_SHEET_SUBMITTED', '']]);
  });

  it('of a member whose term ended, or in conflict after it was submitted, is refused', async () => {
    const conflict = { evaluationId: entries[0]!.id, personId: judge, reason: 'FAMILY', words: 'Anh em ruột' };
    await given.done(registry.as.boardStaff, 'declareConflict', conflict);
    const again = await given.enter(entries[0]!.id, judge, {}, { expectedVersion: 4 });
    expect(again.refused[0]).toMatchObject({ code: 'APPRAISAL_IN_CONFLICT', message: expect.stringContaining('quan hệ gia đình') });
    const override = { evaluationId: entries[0]!.id, personId: judge, reason: 'Không còn ai khác' };
    await given.done(registry.as.leader, 'overrideConflict', override);
    expect(codes(await given.enter(entries[0]!.id, judge, {}, { expectedVersion: 4 }))).toEqual([]);
    registry.setClock('2999-01-01T00:00:00Z');
    registry.setClock(undefined);
  });

  it('after closing is refused, and so is one for an entry that left', async () => {
    await given.models.step('withdrawModels', modelIds[1]!, { reason: 'Đơn vị rút' });
    const byHand = { roundId, how: 'BY_HAND', byHand: [{ evaluationId: entries[1]!.id, personIds: [judge] }] };
    await given.done(registry.as.boardStaff, 'assignAppraisals', byHand);
    expect((await given.enter(entries[1]!.id, judge)).refused[0]).toMatchObject({
      code: 'APPRAISAL_ENTRY_LEFT',
      message: expect.stringContaining('rút đăng ký'),
    });
    const members = await registry.as.boardStaff.get('query ($id: ID!) { appraisalRound(id: $id) { council { id members { id } } } }', {
      id: roundId,
    });
    const { id, members: inTerm } = members.appraisalRound.council;
    const sessionId = await given.councils.session(
      id,
      inTerm.map((one: any) => ({ memberId: one.id, presence: 'PRESENT' })),
      { heldOn: TODAY },
    );
    expect(codes(await given.close(roundId, { sessionId }))).toEqual([]);
    expect(codes(await given.enter(entries[0]!.id, judge, {}, { expectedVersion: 5 }))).toEqual([['LIFECYCLE_WRONG_STATE', '']]);
    expect(await given.result(entries[1]!.id)).toMatchObject({
      leftOn: TODAY,
      leftReason: 'Đơn vị đã rút đăng ký',
      rank: null,
      final: null,
    });
  });
});

describe('a round is not opened', () => {
  const opening = async (more: object): Promise<[string, string][]> =>
    codes(await given.tryToOpen({ unitId: province, criteriaVersionId: versionId, registrationIds: [registrationIds[2]], ...more }));

  it('under a version that does not apply: to the year, to what is entered, or not published', async () => {
    expect(await opening({ year: 2025 })).toEqual([['APPRAISAL_VERSION_OF_ANOTHER_PERIOD', 'criteriaVersionId']]);
    expect(await opening({ registrationIds: [], unitIds: [communes[0]] })).toEqual([
      ['APPRAISAL_VERSION_OF_ANOTHER_THING', 'criteriaVersionId'],
    ]);
    expect(await opening({ illustrative: false })).toEqual([['APPRAISAL_MUST_BE_ILLUSTRATIVE', 'illustrative']]);
    const households = await given.version({ ...MODEL_SET, version: { ...MODEL_SET.version, subjectKinds: ['HOUSEHOLD'] } });
    expect(await opening({ criteriaVersionId: households })).toEqual([['APPRAISAL_VERSION_OF_ANOTHER_SUBJECT', 'registrationIds.0']]);
  });

  it('over registrations that cannot come under appraisal, each by its path, and then none has moved', async () => {
    const refused = await given.tryToOpen({
      unitId: province,
      criteriaVersionId: versionId,
      registrationIds: [registrationIds[2], registrationIds[1], registrationIds[2]],
    });
    expect(codes(refused)).toEqual([
      ['LIFECYCLE_WRONG_STATE', 'registrationIds.1'],
      ['APPRAISAL_ENTRY_TWICE', 'registrationIds.2'],
    ]);
    // The same refusal as of the single step, word for word.
    const [row] = await given.models.step('openAppraisalOfModels', modelIds[1]!);
    expect(refused.refused[0].message).toBe(row!.userErrors[0]!.message);
    const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { state evaluations { id } } }', { id: modelIds[2] });
    expect(model).toEqual({ state: 'RECEIVED', evaluations: [] });
  });

  it('over what does not exist or is out of reach, which is one and the same', async () => {
    const unknown = Buffer.from('Registration:01900000-0000-7000-8000-000000000000').toString('base64url');
    expect(await opening({ registrationIds: [unknown] })).toEqual([['APPRAISAL_REGISTRATION_NOT_FOUND', '']]);
  });

  it('but it is over all received registrations of a registration round', async () => {
    expect(await opening({ registrationIds: [] })).toEqual([['APPRAISAL_NO_ENTRY', 'registrationIds']]);
  });
});

it('facts that the version does not ask for are refused', async () => {
  const round = await given.open({ unitId: province, criteriaVersionId: versionId, registrationIds: [registrationIds[3]] });
  const [entry] = round.entries.nodes;
  const facts = (more: object): Promise<any> => given.facts(entry.id, more);
  expect(codes(await facts({ bonus: '1,5' }))).toEqual([['POINTS_NOT_READABLE', 'bonus']]);
  expect(codes(await facts({ answers: [...NOTHING_HAPPENED, { code: 'KHAC', holds: true }] }))).toEqual([
    ['APPRAISAL_ANSWER_UNKNOWN', 'answers.6.code'],
  ]);
});
