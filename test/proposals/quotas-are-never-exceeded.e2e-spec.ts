import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenCommendations } from '../commendations/given-commendations.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { codes, givenProposals } from './given-proposals.js';

const CLIENTS = 64;
const MOST = 10;

let registry: TestRegistry;
const given = givenProposals(() => registry);
const { takeBack } = givenCommendations(() => registry);
let province: string;
let commune: string;
let person: string;
let round: any;
let entries: string[];

const ROUND = 'query ($id: ID!) { appraisalRound(id: $id) { revision commendationQuotas { block form kind most granted basis } } }';
const quotas = async (): Promise<any> => (await registry.as.reader.get(ROUND, { id: round.id })).appraisalRound;
const set = async (input: object): Promise<any> => {
  const { revision } = await quotas();
  return given.send(registry.as.boardStaff, 'setCommendationQuotas', { roundId: round.id, expectedVersion: revision, ...input });
};
const line = (more: object = {}): object => ({
  block: '',
  form: 'BANG_KHEN',
  kind: 'COLLECTIVE',
  most: MOST,
  basis: 'Kế hoạch xét khen',
  ...more,
});
const grant = (i: number, recipients: readonly object[]): Promise<any> =>
  given.send(
    registry.as.leader,
    'grantCommendations',
    { decision: { number: `${i}/QĐ-HM`, issuedOn: TODAY, issuerId: province }, receivedOn: TODAY, recipients },
    'rows { commendation { id version } }',
  );
const reward = (i: number, more: object = {}): object =>
  given.line({ form: 'BANG_KHEN', kind: 'COLLECTIVE', name: `Tập thể ${i}`, evaluationId: entries[i % entries.length], ...more });

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province: unit, communes, registrationIds } = await given.rounds.received(2);
  [province, commune] = [unit, communes[0]!];
  person = await given.rounds.person(commune, 'Cá nhân B');
  const about = await given.rounds.models.draft(commune, { subjectKind: 'INDIVIDUAL', personId: person });
  for (const step of ['submitModels', 'receiveModels']) await given.rounds.models.step(step, about);
  const { node: registered } = await registry.as.reader.get(
    'query ($id: ID!) { node(id: $id) { ... on EmulationModel { registrations { id } } } }',
    {
      id: about,
    },
  );
  round = await given.closedRound(province, [...registrationIds, registered.registrations[0].id]);
  entries = round.entries.nodes.map(({ id }: any) => id);
}, 120_000);
afterAll(() => registry.close());

it('the quotas of an act are taken for the blocks as the act states them', async () => {
  const rule = 'query ($on: LocalDate) { commendationQuotaRules(on: $on) { act block collectives individuals } }';
  const { commendationQuotaRules } = await registry.as.reader.get(rule, { on: '2025-12-01' });
  expect(commendationQuotaRules.map(({ collectives, individuals }: any) => [collectives, individuals])).toEqual([
    [2, 4],
    [3, 6],
    [15, 30],
  ]);
  expect((await registry.as.reader.get(rule, { on: '2025-11-20' })).commendationQuotaRules).toEqual([]);
  expect((await set({ act: commendationQuotaRules[0].act })).refused).toEqual([]);
  expect((await quotas()).commendationQuotas.map(({ kind, most }: any) => [kind, most])).toEqual([
    ['COLLECTIVE', 2],
    ['INDIVIDUAL', 4],
    ['COLLECTIVE', 3],
    ['INDIVIDUAL', 6],
    ['COLLECTIVE', 15],
    ['INDIVIDUAL', 30],
  ]);
});

it('a quota is given once, and by an act that the registry knows', async () => {
  expect(codes(await set({ lines: [line(), line({ most: 2 })] }))).toEqual([['COMMENDATION_QUOTA_TWICE', 'lines']]);
  expect(codes(await set({ act: '1/QĐ-KHÁC' }))).toEqual([['COMMENDATION_QUOTA_ACT_UNKNOWN', 'act']]);
  expect((await set({ lines: [line()] })).refused).toEqual([]);
});

it('sixty-four clients grant from one quota: as many as it has are granted, and every other is refused with the numbers', async () => {
  const answers = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => grant(i, [reward(i)])));
  const granted = answers.filter(({ refused }) => refused.length === 0);
  expect(granted).toHaveLength(MOST);
  const refused = answers.flatMap(answer => answer.refused);
  expect(new Set(refused.map(({ code, field }: any) => `${code} ${field}`))).toEqual(
    new Set(['COMMENDATION_QUOTA_EXCEEDED recipients.0.form']),
  );
  expect(refused[0].message).toContain('Kế hoạch xét khen cho 10, đã tặng ');
  expect((await quotas()).commendationQuotas).toEqual([{ ...line(), granted: MOST }]);
  expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
  // A place comes back with a revocation; other forms and lines that rest on no result take none.
  const { id, version } = granted[0].rows[0].commendation;
  const revocation = { id, expectedVersion: version, on: TODAY, ground: 'FALSE_DECLARATION', reason: 'Kê khai gian dối' };
  await given.rounds.done(registry.as.leader, 'revokeCommendation', revocation);
  expect((await grant(100, [reward(100), reward(101)])).refused.map(({ code }: any) => code)).toEqual(['COMMENDATION_QUOTA_EXCEEDED']);
  expect((await grant(101, [reward(101), reward(102, { evaluationId: null })])).refused).toEqual([]);
  // It is taken then: the revocation is taken back only where a place is left.
  const again = await takeBack('takeBackRevocation', id, version + 1, registry.as.leader);
  expect(codes(again)).toEqual([['COMMENDATION_QUOTA_EXCEEDED', '']]);
}, 120_000);

it('a line about a model of the round is bound by its quota whatever it names, unless the achievement is later', async () => {
  const MODELS = 'query ($id: ID!) { appraisalRound(id: $id) { entries { nodes { model { id } } } } }';
  const { appraisalRound } = await registry.as.reader.get(MODELS, { id: round.id });
  const [{ model }] = appraisalRound.entries.nodes;
  const about = { name: null, modelId: model.id, evaluationId: null, reason: 'Mô hình ấy' };
  const { refused } = await grant(200, [reward(0, about)]);
  expect(codes({ refused })).toEqual([['COMMENDATION_RESULT_NOT_NAMED', 'recipients.0.evaluationId']]);
  expect(refused[0].message).toContain('trong đợt “Đợt minh họa”');
  const later = await grant(201, [reward(0, { ...about, periodFrom: '2099-01-01' })]);
  expect(later.refused).toEqual([]);
  // What was granted by the rules stands again without naming a result.
  const { id, version } = later.rows[0].commendation;
  const revocation = { id, expectedVersion: version, on: TODAY, ground: 'FALSE_DECLARATION', reason: 'Ghi nhầm' };
  await given.rounds.done(registry.as.leader, 'revokeCommendation', revocation);
  expect(codes(await takeBack('takeBackRevocation', id, version + 1, registry.as.leader))).toEqual([]);
});

it('a unit or a person with a result in the round is bound by its quota without a model or a result named', async () => {
  expect((await set({ lines: [line(), line({ kind: 'INDIVIDUAL', most: 1 })] })).refused).toEqual([]);
  const bare = { evaluationId: null, reason: 'Thành tích chung' };
  const unit = { ...bare, name: null, unitId: commune };
  const printed = { ...bare, name: 'xã 1', unitId: commune, unitName: 'Xã 1' };
  const known = { ...bare, kind: 'INDIVIDUAL', name: null, personId: person };
  const named = { ...bare, kind: 'INDIVIDUAL', name: 'CÁ NHÂN B', unitId: commune };
  for (const recipient of [unit, printed, known, named])
    expect(codes(await grant(300, [reward(0, recipient)]))).toEqual([['COMMENDATION_RESULT_NOT_NAMED', 'recipients.0.evaluationId']]);
  // Others of the same unit, another form, and what was achieved after the round take no place.
  const free = [
    { ...printed, name: 'Phòng Một' },
    { ...named, name: 'Cá nhân C' },
    { ...unit, form: 'GIAY_KHEN' },
    { ...known, periodFrom: '2099-01-01' },
  ];
  expect(
    (
      await grant(
        301,
        free.map(one => reward(0, one)),
      )
    ).refused.filter(({ code }: any) => code === 'COMMENDATION_RESULT_NOT_NAMED'),
  ).toEqual([]);
  expect((await set({ lines: [line()] })).refused).toEqual([]);
});

it('what was granted before a quota was set stands again when its revocation is taken back', async () => {
  expect((await set({ lines: [] })).refused.map(({ code }: any) => code)).toEqual([]);
  const { rows, refused } = await grant(302, [reward(0, { name: null, unitId: commune, evaluationId: null, reason: 'Trước hạn mức' })]);
  expect(refused).toEqual([]);
  expect((await set({ lines: [line()] })).refused).toEqual([]);
  const { id, version } = rows[0].commendation;
  const revocation = { id, expectedVersion: version, on: TODAY, ground: 'FALSE_DECLARATION', reason: 'Kê khai gian dối' };
  await given.rounds.done(registry.as.leader, 'revokeCommendation', revocation);
  expect(codes(await takeBack('takeBackRevocation', id, version + 1, registry.as.leader))).toEqual([]);
});

it('a proposal from the round grants no line beside its quota', async () => {
  const items = [
    given.line({ form: 'BANG_KHEN', kind: 'COLLECTIVE', name: 'Tập thể ngoài' }),
    given.line({ form: 'BANG_KHEN', name: 'Cá nhân A' }),
  ];
  const draft = await given.done(given.draft({ proposerId: province, roundId: round.id, items }));
  const sent = await given.done(given.toBody(draft, province));
  const { refused } = await given.decide(sent, province, TODAY);
  expect(codes({ refused }).filter(([code]) => code.startsWith('PROPOSAL'))).toEqual([
    ['PROPOSAL_ITEM_BESIDE_QUOTA', 'items.0.evaluationId'],
  ]);
});

it('no quota is set below what was granted from it', async () => {
  expect(codes(await set({ lines: [line({ most: 9 })] }))).toEqual([['COMMENDATION_QUOTA_BELOW_GRANTED', 'lines']]);
  expect((await quotas()).commendationQuotas).toEqual([{ ...line(), granted: MOST }]);
});
