import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenCommendations } from '../commendations/given-commendations.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);
const DAY = '2026-01-15';

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

let numbers = 0;
const run = (name: string, input: object, as: 'boardStaff' | 'leader' = 'leader', type?: string): Promise<any> =>
  given.send(registry.as[as], name, input, 'decision { id version state }', type);
const record = async (issuedOn = DAY): Promise<any> => {
  const input = { number: `${++numbers}/QĐ-UBND`, issuedOn, issuerId: commune, kind: 'DECISION' };
  return (await run('recordDecision', input, 'boardStaff')).decision;
};
const draft = async (): Promise<any> => (await run('draftDecision', { kind: 'DECISION', issuerId: commune }, 'boardStaff')).decision;
const revoke = ({ id, version }: any, more: object = {}): Promise<any> =>
  run('revokeDecision', { id, expectedVersion: version, on: '2026-05-05', ground: 'VIOLATION', reason: 'Sai quy định', ...more });
const revoked = async (): Promise<any> => (await revoke(await record())).decision;
const merge = async ({ id, version }: any, into: any): Promise<[string, string][]> => {
  const input = { id, intoId: into.id, expectedVersion: version, reason: 'Nhập hai lần' };
  return given.codes(await run('mergeDecision', input, 'boardStaff', 'MergeRecordInput'));
};

describe('two decisions are not one', () => {
  it('where the one was revoked: what the other grants would stand without a basis', async () => {
    const { decision } = await given.grant(commune, DAY, [given.line()]);
    expect(await merge({ ...decision, version: 1 }, await revoked())).toEqual([['RECORDS_DIFFER', 'intoId']]);
  });

  it('where the one is a draft and the other was issued', async () => {
    expect(await merge(await record(), await draft())).toEqual([['RECORDS_DIFFER', 'intoId']]);
    expect(await merge(await draft(), await record())).toEqual([['RECORDS_DIFFER', 'intoId']]);
  });
});

it('nothing of the past is entered on a draft or on a revoked decision', async () => {
  for (const { id } of [await draft(), await revoked()]) {
    const answer = await given.past({ decisionId: id, name: 'Cá nhân B', form: 'GIAY_KHEN', kind: 'INDIVIDUAL' });
    expect(given.codes(answer)).toEqual([['DECISION_NOT_IN_FORCE', 'decisionId']]);
  }
});

describe('a decision is revoked or amended', () => {
  it('by one that is in force, and not by a draft', async () => {
    const byId = (await draft()).id;
    expect(given.codes(await revoke(await record(), { byId }))).toEqual([['DECISION_NOT_IN_FORCE', 'byId']]);
    const { id } = await record();
    expect(given.codes(await run('amendDecision', { id, expectedVersion: 1, byId, reason: 'Bổ sung' }))).toEqual([
      ['DECISION_NOT_IN_FORCE', 'byId'],
    ]);
  });

  it('on no day before the other decision was issued, which is then not corrected to a later day either', async () => {
    const later = await record('2026-05-06');
    expect(given.codes(await revoke(await record(), { byId: later.id }))).toEqual([['DECISION_AFTER_EFFECT', 'byId']]);
    const other = await record('2026-05-05');
    expect((await revoke(await record(), { byId: other.id })).refused).toEqual([]);
    const correct = ({ id, version }: any): Promise<any> =>
      run('correctDecision', { id, expectedVersion: version, issuedOn: '2026-05-06', reason: 'Nhập nhầm' }, 'boardStaff');
    expect(given.codes(await correct(other))).toEqual([['DECISION_AFTER_EFFECT', 'issuedOn']]);
    expect(given.codes(await correct(await revoked()))).toEqual([['DECISION_AFTER_EFFECT', 'issuedOn']]);
  });
});

it('a commendation is revoked by a decision that is in force on the day of the revocation', async () => {
  const { rows } = await given.grant(commune, DAY, [given.line({ name: 'Cá nhân C' })]);
  const by = (decisionId: string): Promise<any> => given.revoke(rows[0].id, 1, { decisionId, on: '2026-05-05' });
  expect(given.codes(await by((await draft()).id))).toEqual([['DECISION_NOT_IN_FORCE', 'decisionId']]);
  expect(given.codes(await by((await record('2026-05-06')).id))).toEqual([['DECISION_AFTER_EFFECT', 'decisionId']]);
  expect((await by((await record('2026-05-05')).id)).commendation.state).toBe('REVOKED');
});

describe('a model has nothing by a draft, or by a decision that was revoked', () => {
  const model = async (): Promise<any> =>
    given.send(
      registry.as.boardStaff,
      'recordPast',
      { title: `Mô hình ${++numbers}`, unitId: commune, subjectKind: 'COLLECTIVE', attestedOn: '2026-02-01', source: 'Sổ' },
      'model { id version }',
    );
  const NOT_IN_FORCE = [['DECISION_NOT_IN_FORCE', 'decisionId']];

  it('no fact, and no recognition of the past', async () => {
    for (const { id: decisionId } of [await draft(), await revoked()]) {
      const { model: made } = await model();
      const fact = { id: made.id, expectedVersion: made.version, kind: 'OUTSTANDING', on: '2026-06-01', source: 'Sổ', decisionId };
      expect(given.codes(await given.send(registry.as.boardStaff, 'recordModelFact', fact, 'model { id }'))).toEqual(NOT_IN_FORCE);
      const recognised = { state: 'RECOGNISED', on: '2026-06-01', level: 'COMMUNE', source: 'Sổ', deviationReason: 'Sổ cũ', decisionId };
      const past = { id: made.id, expectedVersion: made.version, ...recognised };
      expect(given.codes(await given.send(registry.as.boardStaff, 'recordPastRegistration', past, 'model { id }'))).toEqual(NOT_IN_FORCE);
    }
  });
});
