import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenCommendations } from '../commendations/given-commendations.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';

let registry: TestRegistry;
const given = givenProposals(() => registry);
const { send } = givenCommendations(() => registry);
let commune: string;
let proposal: any;

beforeAll(async () => {
  registry = await openTestRegistry();
  registry.setClock('2026-03-02T02:00:00Z'); // a Monday
  const province = await given.rounds.units.establish({ name: 'Tỉnh A', kind: 'TINH' });
  commune = await given.rounds.units.establish({ name: 'Xã A', parentId: province });
}, 60_000);
afterAll(() => registry.close());

it('a standard says how near a recipient is and what is missing, and knows its conditions', async () => {
  const met = [
    { code: 'EXEMPLARY', basis: 'Chi bộ xác nhận' },
    { code: 'ACHIEVEMENT.SEVERAL', basis: 'Báo cáo' },
  ];
  const wrong = [given.line({ met: [{ code: 'HEIGHT', basis: 'Có' }] })];
  expect(codes(await given.draft({ proposerId: commune, items: wrong }))).toEqual([['PROPOSAL_CONDITION_UNKNOWN', 'items.0.met']]);
  proposal = await given.done(given.draft({ proposerId: commune, items: [given.line({ met }), given.line({ name: 'Cá nhân B' })] }));
  expect(proposal.items[0].standard).toEqual({
    met: 2,
    of: 3,
    near: true,
    missing: ['hoàn thành tốt nhiệm vụ, nghĩa vụ công dân'],
    text: '2/3 điều kiện; thiếu: hoàn thành tốt nhiệm vụ, nghĩa vụ công dân (theo 86/2025/QĐ-UBND (Bắc Ninh), tham khảo)',
  });
});

it('a line that names somebody without a unit is warned of as in a grant, when it is drafted, edited and decided', async () => {
  const warned = async (name: string, input: object, by = registry.as.boardStaff): Promise<any> => {
    const { warnings, proposal: made } = await send(by, name, input, 'proposal { id version } warnings { code field message }');
    return { warnings, made };
  };
  const lines = [given.line({ name: 'Cá nhân C', unitId: commune }), given.line({ name: 'Cá nhân D' })];
  const warning = {
    code: 'COMMENDATION_WITHOUT_UNIT',
    field: ['input', 'items', '1', 'unitId'],
    message: expect.stringMatching(/“Cá nhân D” không có đơn vị.*sửa tờ trình \(editProposal\)/),
  };
  const drafted = await warned('draftProposal', { proposerId: commune, title: 'Đề nghị', items: lines });
  expect(drafted.warnings).toEqual([warning]);
  const { id, version: expectedVersion } = drafted.made;
  const edited = await warned('editProposal', { id, expectedVersion, items: [lines[1], lines[0]] });
  expect(edited.warnings).toEqual([{ ...warning, field: ['input', 'items', '0', 'unitId'] }]);
  const retitled = await warned('editProposal', { id, expectedVersion: edited.made.version, title: 'Đề nghị khen thưởng' });
  expect(retitled.warnings).toEqual([]);
  const sent = await given.done(given.toBody(retitled.made, commune));
  const decision = { number: '1/QĐ-UBND', issuedOn: '2026-03-02', issuerId: commune };
  const verdict = { id, expectedVersion: sent.version, contentHash: sent.contentHash, decision };
  const decided = await warned('decideProposal', verdict, registry.as.leader);
  expect(decided.warnings).toEqual([{ ...warning, field: ['input', 'items', '0', 'unitId'] }]);
});

it('the conditions that can be stated are known by form, and those of a line are shown as they were stated', async () => {
  const { commendationStandards } = await registry.as.boardStaff.get(
    '{ commendationStandards(on: "2026-01-01") { form act conditions { code text oneOf } } }',
  );
  const conditions = commendationStandards.find(({ form }: any) => form === 'GIAY_KHEN').conditions;
  expect(conditions.map(({ code, oneOf }: any) => [code, oneOf])).toEqual([
    ['EXEMPLARY', null],
    ['DUTY', null],
    ['ACHIEVEMENT.CONSIDERED', 'có thành tích'],
    ['ACHIEVEMENT.SEVERAL', 'có thành tích'],
  ]);
  expect((await registry.as.boardStaff.get('{ commendationStandards(on: "2025-12-02") { form } }')).commendationStandards).toEqual([]);
  const stated = await registry.as.boardStaff.get('query ($id: ID!) { proposal(id: $id) { items { met { code basis } } } }', {
    id: proposal.id,
  });
  expect(stated.proposal.items.map(({ met }: any) => met)).toEqual([
    [
      { code: 'ACHIEVEMENT.SEVERAL', basis: 'Báo cáo' },
      { code: 'EXEMPLARY', basis: 'Chi bộ xác nhận' },
    ],
    [],
  ]);
});

it('what cannot be granted is not proposed, and the sentence says what can be done', async () => {
  const draft = (...items: object[]): Promise<any> => given.draft({ proposerId: commune, items });
  expect(codes(await draft())).toEqual([['PROPOSAL_WITHOUT_ITEMS', 'items']]);
  expect(codes(await draft(given.line({ kind: 'HOUSEHOLD', name: null, unitId: commune })))).toEqual([
    ['COMMENDATION_HOUSEHOLD_NEEDS_HEAD', 'items.0.name'],
  ]);
  expect(codes(await draft(given.line({ form: 'CO_THI_DUA_TINH' })))).toEqual([['COMMENDATION_NOT_FOR_KIND', 'items.0.kind']]);
  for (const count of [0, -1]) expect((await draft(given.line({ name: null, count }))).refused).toHaveLength(1);
});

it('clearances and objections are open until they are answered; a decision all the same takes a reason', async () => {
  proposal = await given.done(given.part('askClearance', proposal, { agency: 'Công an xã', askedOn: '2026-03-01' }));
  expect(codes(await given.part('recordObjection', proposal, { words: 'Ý kiến' }))).toEqual([['PROPOSAL_COMMENT_CLOSED', 'receivedOn']]);
  expect(codes(await given.part('openPublicComment', proposal, { days: 5, from: '2026-02-02' }))).toEqual([
    ['PROPOSAL_COMMENT_FROM_EARLIER', 'source'],
  ]);
  proposal = await given.done(given.part('openPublicComment', proposal, { days: 5 }));
  expect(proposal.commentTo).toBe('2026-03-09');
  // Opened again, it is counted from its first day, and nobody loses time.
  registry.setClock('2026-03-03T02:00:00Z');
  expect(codes(await given.part('openPublicComment', proposal, { days: 4 }))).toEqual([['PROPOSAL_COMMENT_SHORTENED', 'days']]);
  expect(codes(await given.part('openPublicComment', proposal, { days: 5, from: '2026-03-01' }))).toEqual([
    ['PROPOSAL_COMMENT_BEGUN', 'from'],
  ]);
  proposal = await given.done(given.part('openPublicComment', proposal, { days: 5 }));
  expect(proposal.commentTo).toBe('2026-03-09');
  proposal = await given.done(given.part('recordObjection', proposal, { words: 'Chưa xứng đáng' }));
  proposal = await given.done(given.toBody(proposal, commune));
  expect(codes(await given.decide(proposal, commune, '2026-03-02'))).toEqual([
    ['PROPOSAL_COMMENT_STILL_OPEN', ''],
    ['PROPOSAL_OBJECTIONS_OPEN', 'despiteReason'],
    ['PROPOSAL_CLEARANCES_OPEN', 'despiteReason'],
  ]);
  registry.setClock('2026-03-10T02:00:00Z');
  expect(codes(await given.decide(proposal, commune, '2026-03-09', { despiteReason: 'Đã làm rõ' }))).toEqual([
    ['PROPOSAL_COMMENT_STILL_OPEN', ''],
  ]);
  const objectionId = proposal.objections[0].id;
  proposal = await given.done(given.part('answerObjection', proposal, { objectionId, answer: 'Đã kiểm tra' }));
  expect(codes(await given.part('answerObjection', proposal, { objectionId, answer: 'Lần nữa' }))).toEqual([
    ['PROPOSAL_ANSWERED_ALREADY', ''],
  ]);
  expect(codes(await given.decide(proposal, commune, '2026-03-10'))).toEqual([['PROPOSAL_CLEARANCES_OPEN', 'despiteReason']]);
});

it('an answer of an agency changes what is approved; a returned proposal is mended and sent again', async () => {
  const clearanceId = proposal.clearances[0].id;
  const early = { clearanceId, result: 'CLEAR', answeredOn: '2026-02-28' };
  expect(codes(await given.part('answerClearance', proposal, early))).toEqual([['PROPOSAL_ANSWERED_EARLIER', 'answeredOn']]);
  const { contentHash } = proposal;
  proposal = await given.done(given.part('answerClearance', proposal, { clearanceId, result: 'CLEAR' }));
  const { refused } = await given.decide(proposal, commune, '2026-03-10', { contentHash });
  expect(refused[0]).toMatchObject({ code: 'PROPOSAL_CHANGED_SINCE_APPROVAL', field: 'contentHash' });
  expect(refused[0].message).toContain('clearances.0.answeredOn: – → 2026-03-10; clearances.0.result: – → CLEAR');
  expect(codes(await given.decide(proposal, commune, '2026-03-10', { contentHash: 'a'.repeat(64) }))).toEqual([
    ['PROPOSAL_HASH_UNKNOWN', 'contentHash'],
  ]);
  proposal = await given.done(given.back(proposal));
  expect(proposal).toMatchObject({ state: 'RETURNED', returnReason: 'Bổ sung biên bản' });
  expect(codes(await given.decide(proposal, commune, '2026-03-10'))).toEqual([['LIFECYCLE_WRONG_STATE', '']]);
  const later = { sentOn: '2026-03-10', receivedOn: '2026-03-09' };
  expect(codes(await given.toBody(proposal, commune, later))).toEqual([['PROPOSAL_RECEIVED_BEFORE_SENT', 'receivedOn']]);
  proposal = await given.done(given.toBody(proposal, commune));
  expect(
    codes(await given.decide(proposal, commune, '2026-03-10', { leaveOut: [1, 2].map(number => ({ number, reason: 'Chưa' })) })),
  ).toEqual([['PROPOSAL_LEAVES_ALL_OUT', 'leaveOut']]);
  proposal = await given.done(given.decide(proposal, commune, '2026-03-10'));
  expect(proposal.items.map(({ commendation }: any) => commendation.recipient.name)).toEqual(['Cá nhân A', 'Cá nhân B']);
});

it('a draft is removed with its lines, and the trail keeps them; one that was sent is not removed, nor one that somebody else may write', async () => {
  const remove = (one: any, by = registry.as.boardStaff): Promise<any> =>
    send(by, 'removeProposal', { id: one.id, expectedVersion: one.version, reason: 'Lập nhầm' }, 'removedId', 'RemoveRecordInput');
  let draft = await given.done(given.draft({ proposerId: commune, items: [given.line({ name: 'Cá nhân D' })] }));
  draft = await given.done(
    given.part('openPublicComment', draft, { days: 5, from: '2026-03-09', source: 'Thông báo công khai (minh họa)' }),
  );
  draft = await given.done(given.part('recordObjection', draft, { words: 'Lời của người dân' }));
  expect(codes(await remove(draft, registry.as.leader))).toEqual([['FORBIDDEN', '']]);
  expect(codes(await remove({ ...draft, version: 1 }))).toEqual([['STALE_VERSION', 'expectedVersion']]);
  expect((await remove(draft)).refused).toEqual([]);
  expect((await given.one(draft.id)) ?? null).toBeNull();
  const { auditEntries } = await registry.as.auditor.get(
    '{ auditEntries(filter: { action: ["proposal.removed"] }) { nodes { reason changes { field before } } } }',
  );
  expect(auditEntries.nodes).toMatchObject([{ reason: 'Lập nhầm' }]);
  expect(JSON.stringify(auditEntries)).toContain('Cá nhân D');
  expect(JSON.stringify(auditEntries)).not.toContain('Lời của người dân');
  const sent = await given.done(
    given.toBody(await given.done(given.draft({ proposerId: commune, items: [given.line({ name: 'E' })] })), commune),
  );
  expect(codes(await remove(sent))).toEqual([['PROPOSAL_NOT_A_DRAFT', '']]);
  expect(codes(await remove(await given.done(given.back(sent))))).toEqual([['PROPOSAL_NOT_A_DRAFT', '']]);
  expect(codes(await remove(proposal))).toEqual([['PROPOSAL_DECIDED', '']]);
});
