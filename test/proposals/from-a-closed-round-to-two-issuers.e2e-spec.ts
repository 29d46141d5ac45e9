import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';

let registry: TestRegistry;
const given = givenProposals(() => registry);
const { rounds } = given;

let district: string;
let oldCommune: string;
let newCommune: string;
let board: string;
let person: string;
let round: any;
let proposal: any;

const REGISTRATIONS = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on EmulationModel { registrations { id } } } }';

/** Models of the old commune that the district has received. */
const received = async (n: number): Promise<{ modelIds: string[]; registrationIds: string[] }> => {
  await rounds.models.authority(oldCommune, district, { validFrom: '2025-01-01', validTo: '2025-06-30' });
  const modelIds: string[] = [];
  for (let i = 0; i < n; i++) modelIds.push(await rounds.models.draft(oldCommune));
  await rounds.models.step('submitModels', modelIds);
  await rounds.models.step('receiveModels', modelIds);
  const { nodes } = await registry.as.reader.get(REGISTRATIONS, { ids: modelIds });
  return { modelIds, registrationIds: nodes.map((node: any) => node.registrations[0].id) };
};

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  registry.setClock('2025-06-20T02:00:00Z');
  const { units } = rounds;
  district = await units.find('Quế Sơn', '2025-06-30');
  oldCommune = await units.find('Quế Hiệp', '2025-06-30');
  newCommune = await units.find('Quế Sơn Trung', '2025-07-01');
  board = await units.find('Ban Tuyên giáo và Dân vận Tỉnh ủy Quảng Nam', '2025-06-01');
  person = await rounds.person(oldCommune, 'Cá nhân H');
  const { modelIds, registrationIds } = await received(3);
  // The third model has a Giấy khen already.
  const earlier = { form: 'GIAY_KHEN', kind: 'COLLECTIVE', modelId: modelIds[2], reason: 'Kết quả năm trước' };
  const decision = { number: '7/QĐ-UBND', issuedOn: '2025-06-10', issuerId: district };
  await rounds.done(registry.as.leader, 'grantCommendations', { decision, recipients: [earlier] });
  round = await given.closedRound(district, registrationIds);
}, 120_000);
afterAll(() => registry.close());

it('the board makes a proposal from the results of the round, and each line says what stands in its way', async () => {
  proposal = await given.done(
    given.draft({
      proposerId: board,
      roundId: round.id,
      form: 'GIAY_KHEN',
      evaluationIds: round.entries.nodes.map(({ id }: any) => id),
      items: [given.line({ personId: person, name: null, reason: 'Người nêu gương' })],
    }),
  );
  expect(proposal).toMatchObject({ state: 'DRAFT', missingParts: ['REQUEST', 'MINUTES', 'ACHIEVEMENT_REPORT'] });
  expect(proposal.items.map(({ number, kind, earlier, hold }: any) => [number, kind, earlier.length, hold])).toEqual([
    [1, 'COLLECTIVE', 0, null],
    [2, 'COLLECTIVE', 0, null],
    [3, 'COLLECTIVE', 1, null],
    [4, 'INDIVIDUAL', 0, null],
  ]);
  expect(proposal.items[0].reason).toMatch(/^Đợt thẩm định “Đợt minh họa”/);
  const hold = await given.done(given.hold({ bodyId: board, personId: person, reviewOn: '2025-12-31' }));
  expect((await given.one(proposal.id)).items[3].hold).toEqual({ id: hold.id });
});

it('it goes across tracks to the body that has the power on that day, and to no other', async () => {
  expect(codes(await given.toBody(proposal, board))).toEqual([['COMMENDATION_ISSUER_OF_NO_POWER', 'issuerId']]);
  expect(codes(await given.toBody(proposal, newCommune))).toEqual([['PROPOSAL_UNIT_NOT_IN_FORCE', 'issuerId']]);
  expect(codes(await given.toBody(proposal, district, { sentOn: '2025-06-19' }))).toEqual([
    ['PROPOSAL_SENT_BEFORE_ROUND_CLOSED', 'sentOn'],
  ]);
  proposal = await given.done(given.toBody(proposal, district));
  expect(proposal).toMatchObject({ state: 'SENT', receivedOn: '2025-06-20' });
});

it('a held person and a model rewarded already are refused, each at its line and with what can be done', async () => {
  registry.setClock('2025-06-30T08:00:00Z');
  const { refused } = await given.decide(proposal, district, '2025-06-30');
  expect(refused.map(({ code, field }: any) => [code, field])).toEqual([['COMMENDATION_HELD', 'items.3.name']]);
  expect(refused[0].message).toBe(
    '“Cá nhân H” đang thuộc diện chưa khen thưởng (152/2025/NĐ-CP, Điều 4), ngày xem lại 31/12/2025. Hãy để dòng này lại, và khen khi đã hết lý do (liftHold).',
  );
  const held = { number: 4, reason: 'Chờ kết luận' };
  const twice = await given.decide(proposal, district, '2025-06-30', { leaveOut: [held] });
  expect(codes(twice)).toEqual([['COMMENDATION_GIVEN_ALREADY', 'items.2.form']]);
  expect(twice.refused[0].message).toContain('7/QĐ-UBND, 10/6/2025');
});

it('the district’s chairman decides on 30/6 and not on 1/7, and nobody decides before the day or for another body', async () => {
  const leaveOut = [
    { number: 3, reason: 'Đã được khen' },
    { number: 4, reason: 'Chờ kết luận' },
  ];
  expect(codes(await given.decide(proposal, newCommune, '2025-06-30', { leaveOut }))).toEqual([['PROPOSAL_ISSUER_DIFFERS', 'decision']]);
  expect(codes(await given.decide(proposal, district, '2025-07-01', { leaveOut }))).toEqual([
    ['DECISION_IN_FUTURE', 'decision.issuedOn'],
    ['UNIT_NOT_IN_FORCE', 'decision.issuerId'],
  ]);
  registry.setClock('2025-07-01T02:00:00Z');
  expect(codes(await given.decide(proposal, district, '2025-07-01', { leaveOut }))).toEqual([['UNIT_NOT_IN_FORCE', 'decision.issuerId']]);
  expect(codes(await given.decide(proposal, district, '2025-06-19', { leaveOut })).map(([code]) => code)).toEqual([
    'COMMENDATION_RECEIVED_AFTER_DECISION',
    'COMMENDATION_BEFORE_ROUND_CLOSED',
    'COMMENDATION_BEFORE_ROUND_CLOSED',
  ]);
  proposal = await given.done(given.decide(proposal, district, '2025-06-30', { leaveOut }));
  expect(proposal).toMatchObject({ state: 'DECIDED', decision: { number: expect.stringContaining('/QĐ-UBND') } });
  expect(proposal.items.map(({ commendation, leftOutReason }: any) => [commendation?.recipient.name ?? null, leftOutReason])).toEqual([
    ['Xã Quế Hiệp', null],
    ['Xã Quế Hiệp', null],
    [null, 'Đã được khen'],
    [null, 'Chờ kết luận'],
  ]);
  expect(codes(await given.edit(proposal, { title: 'Khác' }))).toEqual([['PROPOSAL_DECIDED', '']]);
});

it('once the hold is lifted, the new commune’s chairman decides on 1/7; the unit of the recipient is the one of that day', async () => {
  const second = await given.done(
    given.draft({
      proposerId: await rounds.units.find('Quế Sơn Trung', '2025-07-01'),
      items: [given.line({ personId: person, name: null, unitId: newCommune, reason: 'Người nêu gương' })],
    }),
  );
  expect(codes(await given.toBody(second, district))).toEqual([['PROPOSAL_UNIT_NOT_IN_FORCE', 'issuerId']]);
  const sent = await given.done(given.toBody(second, newCommune));
  expect(codes(await given.decide(sent, newCommune, '2025-07-01'))).toEqual([['COMMENDATION_HELD', 'items.0.name']]);
  const [hold] = await given.holds(registry.as.boardStaff);
  await given.done(given.changeHold('liftHold', { id: hold.id, version: 1 }));
  const changed = await given.done(
    given.edit(sent, { items: [given.line({ personId: person, name: null, unitId: newCommune, reason: 'Nêu gương nhiều năm' })] }),
  );
  const old = await given.decide(changed, newCommune, '2025-07-01', { contentHash: sent.contentHash });
  expect(old.refused).toEqual([
    {
      code: 'PROPOSAL_CHANGED_SINCE_APPROVAL',
      field: 'contentHash',
      message:
        'Nội dung đã đổi sau khi duyệt: items.1.reason: Người nêu gương → Nêu gương nhiều năm. Hãy xem lại và duyệt nội dung hiện tại.',
    },
  ]);
  const decided = await given.done(given.decide(changed, newCommune, '2025-07-01'));
  const { commendation } = await registry.as.reader.get(
    'query ($id: ID!) { commendation(id: $id) { authority reason law { act } recipient { name unit } money { amount } } }',
    { id: decided.items[0].commendation.id },
  );
  expect(commendation).toEqual({
    authority: 'COMMUNE_CHAIR',
    reason: 'Nêu gương nhiều năm',
    law: { act: '06/2022/QH15' },
    recipient: { name: 'Cá nhân H', unit: 'Xã Quế Sơn Trung' },
    money: { amount: 710_000 },
  });
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
});
