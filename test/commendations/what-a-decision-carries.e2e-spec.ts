import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
  await models.authority(commune, commune);
});
afterAll(() => registry.close());

const FIELDS = 'decision { id version state number issuedOn revokedOn signer signerPost commendations { totalCount } }';
const run = (name: string, input: object, as: 'boardStaff' | 'leader' = 'leader'): Promise<any> =>
  given.send(registry.as[as], name, input, FIELDS);
const preview = async (id: string): Promise<any> =>
  (
    await registry.as.leader.get(
      'query ($id: ID!) { decisionPreview(id: $id) { state approvedBy carries { what count names effect } changes { field before after } } }',
      { id },
    )
  ).decisionPreview;

const draft = async (recipients: readonly object[]): Promise<any> => {
  const input = { kind: 'DECISION', issuerId: commune, signer: 'Người ký A', signerPost: 'Chủ tịch' };
  const { decision } = await run('draftDecision', input, 'boardStaff');
  return (await run('draftCommendations', { decisionId: decision.id, expectedVersion: 1, recipients }, 'boardStaff')).decision;
};

describe('a draft', () => {
  it('lists what it would carry, is approved as it is, and grants it when it is issued', async () => {
    const { id } = await draft([given.line({ name: 'Cá nhân A' }), given.line({ name: null, count: 4, reason: 'Bốn người' })]);
    expect((await preview(id)).carries).toEqual([
      {
        what: 'khen thưởng',
        count: 5,
        names: ['Cá nhân A', 'Bốn người'],
        effect: 'bị thu hồi; phải thu hồi bằng, giấy khen và tiền thưởng',
      },
    ]);
    const issue = { id, expectedVersion: 2, number: '21/QĐ-UBND', issuedOn: '2026-03-03' };
    expect((await run('issueDecision', issue)).refused[0].code).toBe('DECISION_NOT_APPROVED');
    await run('approveDecision', { id, expectedVersion: 2 });
    const { decision } = await run('issueDecision', { ...issue, expectedVersion: 3 });
    expect(decision).toMatchObject({ state: 'ISSUED', number: '21/QĐ-UBND', signerPost: 'Chủ tịch', commendations: { totalCount: 2 } });
    expect(await given.list({ recipient: 'Cá nhân A' })).toMatchObject([
      { decision: { number: '21/QĐ-UBND' }, money: { amount: 710_000 } },
    ]);
  });

  it('that was changed after its approval is not issued: each difference is named, and it is approved again', async () => {
    const { id } = await draft([given.line({ name: 'Cá nhân B' })]);
    await run('approveDecision', { id, expectedVersion: 2 });
    await given.send(registry.as.boardStaff, 'correctDecision', { id, expectedVersion: 3, reason: 'Đổi', signer: 'Người ký B' }, FIELDS);
    await run('draftCommendations', { decisionId: id, expectedVersion: 4, recipients: [given.line({ name: 'Cá nhân C' })] }, 'boardStaff');
    const { changes } = await preview(id);
    expect(changes).toEqual([
      { field: 'signer', before: 'Người ký A', after: 'Người ký B' },
      { field: 'carries', before: expect.stringContaining('name=Cá nhân B'), after: null },
      { field: 'carries', before: null, after: expect.stringContaining('name=Cá nhân C') },
    ]);
    const issue = { id, expectedVersion: 5, number: '22/QĐ-UBND', issuedOn: '2026-03-04' };
    const { refused } = await run('issueDecision', issue);
    expect(refused[0].message).toContain('signer: Người ký A → Người ký B');
    await run('approveDecision', { id, expectedVersion: 5 });
    expect((await run('issueDecision', { ...issue, expectedVersion: 6 })).decision.state).toBe('ISSUED');
  });

  it('takes only lines whose recipients a grant would take', async () => {
    const { decision } = await run('draftDecision', { kind: 'DECISION', issuerId: commune }, 'boardStaff');
    const unknown = Buffer.from('Person:01900000-0000-7000-8000-000000000000').toString('base64url');
    const recipients = [
      given.line({ kind: 'HOUSEHOLD', name: null, unitId: commune }),
      given.line({ personId: unknown }),
      given.line({ name: 'Cá nhân M', count: 2 }),
    ];
    expect(given.codes(await run('draftCommendations', { decisionId: decision.id, expectedVersion: 1, recipients }, 'boardStaff'))).toEqual(
      [
        ['COMMENDATION_HOUSEHOLD_NEEDS_HEAD', 'recipients.0.name'],
        ['COMMENDATION_PERSON_UNKNOWN', 'recipients.1.personId'],
        ['COMMENDATION_NAMED_AND_COUNTED', 'recipients.2.count'],
      ],
    );
  });

  it('is refused whole where one line may not be granted on its day, and stays a draft', async () => {
    const { id } = await draft([given.line({ name: 'Cá nhân D' }), given.line({ name: 'Cá nhân E', form: 'BANG_KHEN' })]);
    await run('approveDecision', { id, expectedVersion: 2 });
    const { refused } = await run('issueDecision', { id, expectedVersion: 3, number: '23/QĐ-UBND', issuedOn: '2026-03-05' });
    expect(given.codes({ refused })).toEqual([['COMMENDATION_ISSUER_OF_NO_POWER', 'recipients.1.form']]);
    expect((await preview(id)).state).toBe('DRAFT');
    expect(await given.list({ recipient: 'Cá nhân D' })).toEqual([]);
  });

  it('is not seen elsewhere, carries nothing yet, and is approved by no board staff', async () => {
    const other = await units.establish({ name: 'Xã B' });
    const { id } = await draft([given.line({ name: 'Cá nhân G' })]);
    expect((await run('approveDecision', { id, expectedVersion: 2 }, 'boardStaff')).refused[0].code).toBe('FORBIDDEN');
    expect(given.codes(await given.tryToGrant(other, '2026-01-01', [given.line()], { decisionId: id }))).toEqual([
      ['DECISION_NOT_IN_FORCE', 'decisionId'],
    ]);
  });
});

it('a draft that one does not see is unknown to every command that names a decision', async () => {
  const elsewhere = await units.establish({ name: 'Xã D' });
  const { id } = await draft([given.line({ name: 'Cá nhân N' })]);
  const at = (role: 'boardStaff' | 'leader'): Promise<Asker> => askerWith(registry, role, { role, unitId: fromGlobalId(elsewhere)!.id });
  const [staff, leader] = [await at('boardStaff'), await at('leader')];
  const paper = { unitId: elsewhere, form: 'GIAY_KHEN', name: 'Cá nhân N', decisionId: id };
  expect(given.codes(await given.past(paper, staff))).toEqual([['COMMENDATION_DECISION_UNKNOWN', 'decisionId']]);
  expect(given.codes(await given.tryToGrant(elsewhere, '2026-01-01', [given.line()], { decisionId: id, by: leader }))).toEqual([
    ['COMMENDATION_DECISION_UNKNOWN', 'decisionId'],
  ]);
  const own = await models.decision(elsewhere);
  const amend = { id: own, expectedVersion: 1, byId: id, reason: 'Bổ sung' };
  expect(given.codes(await given.send(leader, 'amendDecision', amend, FIELDS))).toEqual([['DECISION_UNKNOWN_OTHER', 'byId']]);
  const { errors } = await leader.ask('query ($id: ID!) { decisionPreview(id: $id) { state } }', { id });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['DECISION_NOT_FOUND']);
});

describe('what was drafted', () => {
  it('and struck out again stays with those who reach the issuer; all units read the decision, not who was to be commended', async () => {
    const elsewhere = await units.establish({ name: 'Xã C' });
    const { id } = await draft([given.line({ name: 'Cá nhân L' }), given.line({ name: 'Cá nhân M' })]);
    await run('draftCommendations', { decisionId: id, expectedVersion: 2, recipients: [given.line({ name: 'Cá nhân L' })] }, 'boardStaff');
    await run('approveDecision', { id, expectedVersion: 3 });
    const issue = { id, expectedVersion: 4, number: '41/QĐ-UBND', issuedOn: '2026-03-06' };
    expect((await run('issueDecision', issue)).decision.state).toBe('ISSUED');
    const readBy = async (unitId: string): Promise<any> => {
      const by = await askerWith(registry, 'reader', { role: 'reportingClient', unitId: fromGlobalId(unitId)!.id });
      const shown = 'number history { action changes { before after } }';
      return (await by.get(`query ($id: ID!) { decision(id: $id) { ${shown} } }`, { id })).decision;
    };
    expect(JSON.stringify(await readBy(commune))).toContain('Cá nhân M');
    const read = await readBy(elsewhere);
    expect(read.number).toBe('41/QĐ-UBND');
    expect(JSON.stringify(read)).not.toMatch(/Cá nhân [LM]/);
  });
});

describe('a decision that is revoked', () => {
  it('pulls down the commendations and recognitions that it carries, as was shown before', async () => {
    const modelId = await models.draft(commune, { title: 'Mô hình của quyết định' });
    await models.step('submitModels', modelId);
    await models.step('receiveModels', modelId);
    await models.step('openAppraisalOfModels', modelId);
    const decisionId = await models.decision(commune, { number: '31/QĐ-UBND', issuedOn: '2026-11-01' });
    await models.step('recogniseModels', modelId, { decisionId, level: 'COMMUNE' });
    await given.grant(commune, '2026-11-01', [given.line({ name: 'Cá nhân H' })], { decisionId, receivedOn: '2026-09-01' });
    expect((await preview(decisionId)).carries.map(({ what, count, names }: any) => [what, count, names])).toEqual([
      ['công nhận mô hình', 1, ['Mô hình của quyết định']],
      ['khen thưởng', 1, ['Cá nhân H']],
    ]);
    const today = dayInVietnam(new Date());
    const revoking = await models.decision(commune, { number: '32/QĐ-UBND', issuedOn: today });
    const revoke = { id: decisionId, expectedVersion: 1, on: today, ground: 'APPRAISAL_AGAINST_RULES', reason: 'Thẩm định sai' };
    expect((await run('revokeDecision', revoke)).refused.length).toBeGreaterThan(0);
    expect((await given.list({ recipient: 'Cá nhân H' }))[0].state).toBe('IN_FORCE');
    const { decision } = await run('revokeDecision', { ...revoke, byId: revoking });
    expect(decision).toMatchObject({ state: 'REVOKED', revokedOn: today });
    expect((await given.list({ recipient: 'Cá nhân H' }))[0].state).toBe('REVOKED');
    const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { state } }', { id: modelId });
    expect(model.state).toBe('REVOKED');
    expect((await run('revokeDecision', { ...revoke, expectedVersion: 2, byId: revoking })).refused[0].code).toBe(
      'DECISION_REVOKED_ALREADY',
    );
    const { refused } = await given.tryToGrant(commune, '2026-11-01', [given.line({ name: 'Cá nhân I' })], {
      decisionId,
      receivedOn: '2026-09-01',
    });
    expect(refused[0].code).toBe('DECISION_NOT_IN_FORCE');
    const again = { id: decisionId, expectedVersion: 2, reason: 'Ghi nhầm' };
    expect(await run('takeBackDecisionRevocation', again)).toMatchObject({ refused: [], decision: { state: 'ISSUED', revokedOn: null } });
    expect((await given.list({ recipient: 'Cá nhân H' }))[0].state).toBe('IN_FORCE');
    expect((await registry.as.reader.get('query ($id: ID!) { model(id: $id) { state } }', { id: modelId })).model.state).toBe('RECOGNISED');
  });

  it('stands again also where it recognised one model twice', async () => {
    const modelId = await models.draft(commune, { title: 'Mô hình được công nhận hai lần' });
    const decisionId = await models.decision(commune, { number: '41/QĐ-UBND', issuedOn: '2020-01-01' });
    for (const on of ['2020-03-01', '2021-03-01']) {
      const input = { id: modelId, decisionId, on, state: 'RECOGNISED', level: 'COMMUNE', source: 'Sổ cũ', deviationReason: 'Theo sổ' };
      const read = 'query ($id: ID!) { model(id: $id) { version } }';
      const { version } = (await registry.as.reader.get(read, { id: modelId })).model;
      const answer = await given.send(
        registry.as.boardStaff,
        'recordPastRegistration',
        { ...input, expectedVersion: version },
        'model { id }',
      );
      expect(answer.refused).toEqual([]);
    }
    const today = dayInVietnam(new Date());
    const byId = await models.decision(commune, { number: '42/QĐ-UBND', issuedOn: today });
    const revoke = { id: decisionId, expectedVersion: 1, on: today, ground: 'APPRAISAL_AGAINST_RULES', reason: 'Thẩm định sai', byId };
    expect((await run('revokeDecision', revoke)).refused).toEqual([]);
    const again = { id: decisionId, expectedVersion: 2, reason: 'Ghi nhầm' };
    expect(await run('takeBackDecisionRevocation', again)).toMatchObject({ refused: [], decision: { state: 'ISSUED' } });
    expect((await preview(decisionId)).carries).toMatchObject([{ what: 'công nhận mô hình', count: 2 }]);
  });

  it('is not corrected in its day or issuer while commendations rest on it', async () => {
    const { decision } = await given.grant(commune, '2026-04-01', [given.line({ name: 'Cá nhân K' })]);
    const correct = (more: object): Promise<any> =>
      given.send(registry.as.boardStaff, 'correctDecision', { id: decision.id, expectedVersion: 1, reason: 'Sửa', ...more }, FIELDS);
    expect(given.codes(await correct({ issuedOn: '2025-06-01' }))).toEqual([['COMMENDATION_RESTS_ON_DECISION', 'issuedOn']]);
    expect((await correct({ abstract: 'Về việc khen thưởng' })).refused).toEqual([]);
    const amended = await run('amendDecision', {
      id: decision.id,
      expectedVersion: 2,
      byId: await models.decision(commune, { issuedOn: '2026-04-02' }),
      reason: 'Bổ sung',
    });
    expect(amended.decision.state).toBe('AMENDED');
  });
});
