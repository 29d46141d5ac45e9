import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromGlobalId } from '../../src/shared/ids.js';
import { TODAY } from '../evaluations/given-rounds.js';
import { codes, givenProposals } from '../proposals/given-proposals.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations, type Refused } from './given-commendations.js';

/*
 * Every wrong input that is named for commendations and replications, each once: its code, its field, and what the sentence says: the rule, the act where
 * there is one, and what can be done. What else these rules mean is in the specs of their own.
 */
const DAY = '2025-08-01';

let registry: TestRegistry;
let commune: string;
let province: string;
/** The results of a round of the province that is closed today. */
let results: string[];
const given = givenCommendations(() => registry);
const proposals = givenProposals(() => registry);
const { units, models } = proposals.rounds;

beforeAll(async () => {
  registry = await openTestRegistry({ example: true });
  commune = await units.establish({ name: 'Xã A' });
  const { province: unit, registrationIds } = await proposals.rounds.received(2);
  province = unit;
  const { id, revision, entries } = await proposals.closedRound(province, registrationIds);
  results = entries.nodes.map((entry: any) => entry.id);
  const quota = { block: '', form: 'BANG_KHEN', kind: 'COLLECTIVE', most: 1, basis: 'Kế hoạch xét khen 12/KH-UBND' };
  await proposals.rounds.done(registry.as.boardStaff, 'setCommendationQuotas', { roundId: id, expectedVersion: revision, lines: [quota] });
}, 120_000);
afterAll(() => registry.close());

/** The one refusal, whose sentence says each of these. */
function expectRefusal(
  { refused }: { readonly refused: readonly Refused[] },
  code: string,
  field: string,
  ...says: readonly string[]
): void {
  expect(codes({ refused: [...refused] })).toEqual([[code, field]]);
  for (const part of says) expect(refused[0]!.message).toContain(part);
}

const granting = (issuerId: string, on: string, line: object, more: object = {}): Promise<any> =>
  given.tryToGrant(issuerId, on, [given.line(line)], more);

it('a second Giấy khen for one achievement', async () => {
  const line = { name: 'Cá nhân A', unitId: commune, reason: 'Vận động hiến đất' };
  await given.grant(commune, DAY, [given.line(line)], { number: '11/QĐ-UBND' });
  const answer = await granting(commune, '2025-08-02', line);
  const rule = 'Một thành tích không được tặng nhiều lần một hình thức (152/2025/NĐ-CP, Điều 4)';
  expectRefusal(answer, 'COMMENDATION_GIVEN_ALREADY', 'recipients.0.form', '(11/QĐ-UBND, 1/8/2025)', rule, 'hãy bỏ dòng này');
  // Also where it comes back by a revocation that is taken back.
  const revoked = (await given.list({ recipient: 'Cá nhân A' }))[0];
  await given.revoke(revoked.id, revoked.version);
  await given.grant(commune, '2025-08-03', [given.line(line)], { number: '12/QĐ-UBND' });
  const again = await given.takeBack('takeBackRevocation', revoked.id, revoked.version + 1, registry.as.leader);
  expectRefusal(again, 'COMMENDATION_GIVEN_ALREADY', '', '“Cá nhân A” đã được tặng Giấy khen', '(12/QĐ-UBND, 3/8/2025)', rule);
});

it('an issuer without authority on that day', async () => {
  const district = await units.establish({ name: 'Huyện còn ghi', kind: 'HUYEN' });
  const says = [
    'theo Điều 80, 06/2022/QH15, thẩm quyền ấy từ 1/1/2024 đến 30/6/2025',
    'hãy trình cấp ấy, hoặc kiểm tra lại ngày quyết định',
  ];
  expectRefusal(await granting(district, '2025-07-01', {}), 'COMMENDATION_POWER_OF_OTHER_DAYS', 'recipients.0.form', ...says);
});

it('an issuer of another track', async () => {
  const board = await units.find('Ban Dân vận Huyện ủy Quế Sơn', '2024-12-31');
  const says = ['không có thẩm quyền tặng Giấy khen (06/2022/QH15, Điều 80', 'hãy trình đúng cấp và đúng tuyến'];
  expectRefusal(await granting(board, '2024-12-31', {}), 'COMMENDATION_ISSUER_OF_NO_POWER', 'recipients.0.form', ...says);
});

it('an issuer that was dissolved by that day, or did not exist yet', async () => {
  const [ended, young] = [await units.find('Quế Hiệp', '2025-06-30'), await units.find('Quế Sơn Trung', '2025-07-01')];
  const says = ['không tồn tại vào ngày', 'Hãy chọn đơn vị có vào ngày đó (đơn vị trước đó hoặc đơn vị kế thừa), hoặc kiểm tra lại ngày'];
  expectRefusal(await granting(ended, '2025-07-01', {}), 'UNIT_NOT_IN_FORCE', 'decision.issuerId', '1/7/2025', ...says);
  expectRefusal(await granting(young, '2025-06-30', {}), 'UNIT_NOT_IN_FORCE', 'decision.issuerId', '30/6/2025', ...says);
});

it.each(['15/QĐ-UBND', '15/QD-UBND', '15/qđ-ubnd', '15 / QĐ-UBND', '015/QĐ-UBND'])('a number that is taken, written %s', async number => {
  await granting(commune, DAY, { name: 'Cá nhân B' }, { number: '15/QĐ-UBND' });
  const says = ['đã có văn bản cùng loại số “15/QĐ-UBND”, ban hành: 1/8/2025', 'Hãy dùng văn bản ấy, hoặc kiểm tra lại số'];
  expectRefusal(
    await granting(commune, '2025-08-05', { name: 'Cá nhân C' }, { number }),
    'DECISION_NUMBER_TAKEN',
    'decision.number',
    ...says,
  );
});

it('a number with a letter that only looks like Đ, which would be another number to every search', async () => {
  const answer = await granting(commune, DAY, { name: 'Cá nhân C' }, { number: '15/Q\u00d0-UBND' });
  expectRefusal(answer, 'INPUT_INVALID', 'decision.number', 'chữ chỉ trông giống Đ (U+0110)');
});

it('a decision of the future', async () => {
  const answer = await granting(commune, '2099-01-01', {}, { receivedOn: TODAY });
  expectRefusal(answer, 'DECISION_IN_FUTURE', 'decision.issuedOn', '1/1/2099 ở tương lai', 'Hãy ghi ngày trên văn bản');
});

it('a decision before its round was closed', async () => {
  const answer = await granting(commune, DAY, { kind: 'COLLECTIVE', name: 'Tập thể A', evaluationId: results[0] });
  const says = ['chưa đóng vào ngày quyết định 1/8/2025, nên kết quả chưa là căn cứ', 'Hãy đóng đợt trước, hoặc kiểm tra lại ngày'];
  expectRefusal(answer, 'COMMENDATION_BEFORE_ROUND_CLOSED', 'recipients.0.evaluationId', ...says);
});

it('a recipient who is held', async () => {
  const personId = await proposals.rounds.person(commune, 'Cá nhân D');
  await proposals.done(proposals.hold({ bodyId: commune, personId }));
  const answer = await granting(commune, TODAY, { name: null, personId }, { receivedOn: TODAY });
  const says = ['“Cá nhân D” đang thuộc diện chưa khen thưởng (152/2025/NĐ-CP, Điều 4), ngày xem lại 1/1/2030', 'liftHold'];
  expectRefusal(answer, 'COMMENDATION_HELD', 'recipients.0.name', ...says);
});

it('a unit that has ended', async () => {
  const unitId = await units.establish({ name: 'Xã đã hết' });
  await units.apply({ effective: '2025-07-01', changes: [{ merge: { unitIds: [unitId], intoId: commune } }] });
  const answer = await granting(commune, DAY, { kind: 'COLLECTIVE', name: null, unitId });
  const says = ['không tồn tại vào ngày quyết định 1/8/2025', 'Hãy chọn đơn vị kế thừa'];
  expectRefusal(answer, 'COMMENDATION_UNIT_ENDED', 'recipients.0.unitId', ...says);
});

it('a household without a head named', async () => {
  const answer = await granting(commune, DAY, { kind: 'HOUSEHOLD', name: null, unitId: commune });
  const says = ['Hộ gia đình cần tên chủ hộ (152/2025/NĐ-CP, Điều 54)', 'Hãy chọn người hoặc ghi tên chủ hộ'];
  expectRefusal(answer, 'COMMENDATION_HOUSEHOLD_NEEDS_HEAD', 'recipients.0.name', ...says);
});

it.each([0, -1])('%i recipients', async count => {
  const answer = await granting(commune, DAY, { name: null, count });
  expectRefusal(answer, 'INPUT_INVALID', 'recipients.0.count', 'nhỏ nhất là 1');
});

it('completion beyond the count', async () => {
  const { rows } = await given.grant(commune, DAY, [given.line({ name: null, count: 2, reason: 'Danh sách' })]);
  const answer = await given.complete(rows[0].id, 1, [{ name: 'A' }, { name: 'B' }, { name: 'C' }]);
  const says = ['Văn bản ghi 2, còn 2 chưa có tên, không thể thêm 3', 'hãy gỡ và nhập lại khen thưởng này'];
  expectRefusal(answer, 'COMMENDATION_BEYOND_COUNT', 'recipients', ...says);
});

it('more than the quota', async () => {
  const lines = results.map((evaluationId, n) => given.line({ form: 'BANG_KHEN', kind: 'COLLECTIVE', name: `Tập thể ${n}`, evaluationId }));
  const answer = await given.tryToGrant(province, TODAY, lines, { receivedOn: TODAY });
  const says = ['Kế hoạch xét khen 12/KH-UBND cho 1, đã tặng 0, quyết định này thêm 2', 'Hãy bỏ bớt dòng', 'setCommendationQuotas'];
  expectRefusal(answer, 'COMMENDATION_QUOTA_EXCEEDED', 'recipients.0.form', ...says);
});

const copy = (originId: string, copyId: string, more: object = {}, by: Asker = registry.as.boardStaff): Promise<any> =>
  given.send(by, 'recordReplication', { originId, copyId, ...more }, 'replication { id }');

it('a copy that closes a circle, and one that starts before its origin', async () => {
  const [first, second] = [await models.draft(commune, { starts: '2020-01' }), await models.draft(commune, { starts: '2021-01' })];
  const before = ['Việc nhân rộng bắt đầu trước khi có mô hình gốc', '(tháng 1/2020)', 'Hãy kiểm tra lại hai ngày'];
  expectRefusal(await copy(first, second, { startedOn: '2019' }), 'REPLICATION_BEFORE_ORIGIN', 'startedOn', ...before);
  const [one, other] = [await models.draft(commune), await models.draft(commune)];
  expect((await copy(one, other)).refused).toEqual([]);
  const circle = ['không thể nhân rộng từ chính nó hoặc từ bản nhân rộng của nó', 'Hãy chọn mô hình gốc khác', 'correctReplicationOrigin'];
  expectRefusal(await copy(other, one), 'MODEL_OWN_COPY', 'originId', ...circle);
});

it('a copy of a model outside one’s reach', async () => {
  const elsewhere = await units.establish({ name: 'Xã C' });
  const [mine, theirs] = [await models.draft(commune), await models.draft(elsewhere, { title: 'Mô hình kín' })];
  const staff = await askerWith(registry, 'cán bộ', { role: 'boardStaff', unitId: fromGlobalId(commune)!.id });
  const answer = await copy(theirs, mine, {}, staff);
  expectRefusal(answer, 'MODEL_ORIGINAL_UNKNOWN', 'originId', 'Không tìm thấy mô hình gốc', 'Hãy chọn mô hình khác mà bạn thấy');
  expect(answer.refused[0].message).not.toContain('kín');
});

it('a revoked decision, and a revoked commendation, revoked again', async () => {
  const { rows, decision } = await given.grant(commune, DAY, [given.line({ name: 'Cá nhân E' })]);
  const revoke = (expectedVersion: number): Promise<any> => {
    const fall = { id: decision.id, expectedVersion, on: '2026-05-05', ground: 'VIOLATION', reason: 'Sai quy định' };
    return given.send(registry.as.leader, 'revokeDecision', fall, 'decision { id }');
  };
  expect((await revoke(1)).refused).toEqual([]);
  const says = ['đã bị thu hồi, hủy bỏ ngày 5/5/2026, nên không thu hồi lần nữa', 'takeBackDecisionRevocation'];
  expectRefusal(await revoke(2), 'DECISION_REVOKED_ALREADY', '', ...says);
  const again = await given.revoke(rows[0].id, 2);
  expectRefusal(again, 'COMMENDATION_REVOKED_ALREADY', '', 'đã bị thu hồi ngày 5/5/2026', 'takeBackRevocation');
});
