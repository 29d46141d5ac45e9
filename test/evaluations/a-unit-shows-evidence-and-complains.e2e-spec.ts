import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { addDays } from '../../src/shared/dates.js';
import { givenFiles, PDF } from '../files/given-files.js';
import { rowId } from '../movements/given-movements.js';
import { askerWith, openTestRegistry, tokenWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenRounds, sheet, TODAY } from './given-rounds.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
const files = givenFiles(() => registry);
let roundId: string;
let entry: string;
let person: string;
let units: string[];
/** Officers of the unit of the entry, and of the other one; staff of the province that runs the round. */
let officer: Asker;
let stranger: Asker;
let staff: Asker;

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province, communes, registrationIds } = await given.received(2);
  units = [province, ...communes];
  const criteriaVersionId = await given.version();
  const round = await given.open({ unitId: province, criteriaVersionId, registrationIds, complaintDays: 10 });
  [roundId, entry] = [round.id, round.entries.nodes[0].id];
  officer = await askerWith(registry, 'officer', { role: 'unitOfficer', unitId: rowId(communes[0]!) });
  stranger = await askerWith(registry, 'stranger', { role: 'unitOfficer', unitId: rowId(communes[1]!) });
  staff = await askerWith(registry, 'staff', { role: 'boardStaff', unitId: rowId(province) });
  person = await given.person(province, 'Ủy viên');
  const byHand = round.entries.nodes.map(({ id }: any) => ({ evaluationId: id, personIds: [person] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId, how: 'BY_HAND', byHand });
}, 60_000);
afterAll(() => registry.close());

const SEEN = 'evaluation { version evidence { code file { id name url } } }';
const versionOf = async (id = entry): Promise<number> =>
  (await registry.as.reader.get('query ($id: ID!) { evaluation(id: $id) { version } }', { id })).evaluation.version;
const evidenceSeen = async (by: Asker): Promise<string[] | null> => {
  const { evaluation } = await by.get('query ($id: ID!) { evaluation(id: $id) { evidence { code file { name } } } }', { id: entry });
  return evaluation && evaluation.evidence.map(({ code, file }: any) => `${code} ${file.name}`);
};

describe('evidence of a self-assessment', () => {
  let fileId: string;
  let url: string;

  it('is a file for a criterion of the version, attached by the unit, and for no other criterion and entry', async () => {
    fileId = await files.upload('APPRAISAL_EVIDENCE', entry, 'Biên bản.pdf', PDF);
    const attach = async (more: object): Promise<any> =>
      given.send(officer, 'attachAppraisalEvidence', { id: entry, expectedVersion: await versionOf(), fileId, code: 'I.1', ...more }, SEEN);
    expect((await attach({ code: 'I.9' })).refused).toMatchObject([{ code: 'SHEET_CRITERION_UNKNOWN', field: 'code' }]);
    expect((await attach({ expectedVersion: 99 })).refused).toMatchObject([{ code: 'STALE_VERSION' }]);
    const { evaluation, refused } = await attach({});
    expect(refused).toEqual([]);
    expect(evaluation.evidence).toEqual([{ code: 'I.1', file: expect.objectContaining({ name: 'Biên bản.pdf' }) }]);
    url = evaluation.evidence[0].file.url;
  });

  it('is seen and read by who sees the self-assessment, and by no other unit', async () => {
    const status = async (name: string, role: 'unitOfficer' | 'boardStaff', unitId: string): Promise<number> => {
      const token = await tokenWith(registry, name, { role, unitId: rowId(unitId) });
      return (await files.get(url, 'nobody', { authorization: `Bearer ${token}` })).status;
    };
    expect([await evidenceSeen(officer), await evidenceSeen(staff), await evidenceSeen(stranger)]).toEqual([
      ['I.1 Biên bản.pdf'],
      ['I.1 Biên bản.pdf'],
      null,
    ]);
    expect(await status('officer reads', 'unitOfficer', units[1]!)).toBe(200);
    expect(await status('staff reads', 'boardStaff', units[0]!)).toBe(200);
    expect(await status('stranger reads', 'unitOfficer', units[2]!)).toBe(404);
    expect((await given.send(officer, 'submitSelfAssessment', { evaluationId: entry, scores: sheet() })).refused).toEqual([]);
    expect(await evidenceSeen(staff)).toEqual(['I.1 Biên bản.pdf']);
    expect((await files.get(url, 'nobody')).status).toBe(401);
  });

  it('is detached with a reason, which the trail keeps', async () => {
    const input = { id: entry, expectedVersion: await versionOf(), fileId, reason: 'Nhầm tệp' };
    expect((await given.send(stranger, 'detachAppraisalEvidence', input)).refused[0].code).toBe('EVALUATION_NOT_FOUND');
    expect((await given.send(officer, 'detachAppraisalEvidence', input)).refused).toEqual([]);
    expect(await evidenceSeen(officer)).toEqual([]);
    const { evaluation } = await registry.as.everyRole.get(
      'query ($id: ID!) { evaluation(id: $id) { history { action reason changes { field before } } } }',
      { id: entry },
    );
    expect(evaluation.history[0]).toMatchObject({ action: 'evaluation.evidenceDetached', reason: 'Nhầm tệp' });
    expect(evaluation.history[0].changes).toContainEqual({ field: 'code', before: 'I.1' });
  });
});

const COMPLAINTS = 'evaluation { complaints { id receivedOn words state answeredOn answer } }';
const complain = (by: Asker, more: object = {}): Promise<any> =>
  given.send(by, 'recordAppraisalComplaint', { evaluationId: entry, receivedOn: TODAY, words: 'Tính thiếu điểm', ...more }, COMPLAINTS);
const revision = async (): Promise<number> =>
  (await registry.as.reader.get('query ($id: ID!) { appraisalRound(id: $id) { revision } }', { id: roundId })).appraisalRound.revision;

describe('a complaint about a result', () => {
  let complaints: any[];

  it('needs a result, comes within the days that the round states, and from the unit or the board', async () => {
    expect((await complain(officer)).refused).toMatchObject([{ code: 'APPRAISAL_COMPLAINT_OPEN', field: 'evaluationId' }]);
    expect((await given.enter(entry, person, {})).refused).toEqual([]);
    expect((await given.close(roundId)).refused).toEqual([]);
    for (const receivedOn of [addDays(TODAY, -1), addDays(TODAY, 1)])
      expect((await complain(officer, { receivedOn })).refused).toMatchObject([{ code: 'APPRAISAL_COMPLAINT_DAY', field: 'receivedOn' }]);
    expect((await complain(stranger)).refused[0].code).toBe('EVALUATION_NOT_FOUND');
    expect((await complain(officer)).refused).toEqual([]);
    complaints = (
      await given.done(staff, 'recordAppraisalComplaint', { evaluationId: entry, receivedOn: TODAY, words: 'Kiến nghị khác' }, COMPLAINTS)
    ).evaluation.complaints;
    expect(complaints.map(({ words, state }) => [words, state])).toEqual([
      ['Tính thiếu điểm', 'RECEIVED'],
      ['Kiến nghị khác', 'RECEIVED'],
    ]);
  });

  it('is late by the registry’s clock, whatever earlier day is stated; the board shows an earlier one by a paper', async () => {
    registry.setClock(`${addDays(TODAY, 11)}T03:00:00Z`);
    const paper = { source: 'Sổ văn thư đến (minh họa)' };
    for (const by of [officer, staff])
      expect((await complain(by)).refused).toMatchObject([{ code: 'APPRAISAL_COMPLAINT_LATE', field: 'source' }]);
    expect((await complain(officer, paper)).refused).toMatchObject([{ code: 'OUT_OF_REACH' }]);
    expect((await complain(staff, { ...paper, receivedOn: addDays(TODAY, 11) })).refused).toMatchObject([
      { code: 'APPRAISAL_COMPLAINT_DAY' },
    ]);
    expect((await complain(staff, { ...paper, words: 'Đơn gửi trong hạn' })).refused).toEqual([]);
    registry.setClock(undefined);
    const { auditEntries } = await registry.as.auditor.get(
      '{ auditEntries(filter: { action: "evaluation.complaintRecorded" }, first: 1) { nodes { changes { field after } } } }',
    );
    expect(JSON.stringify(auditEntries)).toContain('Sổ văn thư đến (minh họa)');
  });

  it('is answered by a leader, once', async () => {
    const input = async (): Promise<object> => ({
      evaluationId: entry,
      expectedVersion: await versionOf(),
      complaintId: complaints[1].id,
      answer: 'Điểm đã tính đủ',
    });
    expect((await given.send(registry.as.boardStaff, 'answerAppraisalComplaint', await input())).refused[0].code).toBe('FORBIDDEN');
    const { evaluation } = await given.done(registry.as.leader, 'answerAppraisalComplaint', await input(), COMPLAINTS);
    expect(evaluation.complaints[1]).toMatchObject({ state: 'REJECTED', answeredOn: TODAY, answer: 'Điểm đã tính đủ' });
    expect((await given.send(registry.as.leader, 'answerAppraisalComplaint', await input())).refused).toMatchObject([
      { code: 'APPRAISAL_COMPLAINT_ANSWERED', field: 'complaintId' },
    ]);
  });

  it('opens the round again by its rule: not without a complaint, nor for one that was answered or is of another round', async () => {
    const reopen = async (complaintId?: string): Promise<any> =>
      given.send(
        registry.as.leader,
        'reopenAppraisalRound',
        { id: roundId, expectedVersion: await revision(), reason: 'Theo khiếu nại', complaintId },
        'appraisalRound { state }',
      );
    expect((await reopen()).refused).toMatchObject([{ code: 'APPRAISAL_NEEDS_COMPLAINT', field: 'complaintId' }]);
    expect((await reopen(complaints[1].id)).refused).toMatchObject([{ code: 'APPRAISAL_COMPLAINT_ANSWERED' }]);
    const unknown = Buffer.from('AppraisalComplaint:018f0000-0000-7000-8000-000000000000').toString('base64url');
    expect((await reopen(unknown)).refused).toMatchObject([{ code: 'APPRAISAL_COMPLAINT_NOT_FOUND' }]);
    expect(await reopen(complaints[0].id)).toMatchObject({ refused: [], appraisalRound: { state: 'OPEN' } });
    const { evaluation } = await officer.get(`query ($id: ID!) { ${COMPLAINTS.replace('evaluation', 'evaluation(id: $id)')} }`, {
      id: entry,
    });
    expect(evaluation.complaints.map(({ state, answer }: any) => [state, answer])).toEqual([
      ['UPHELD', 'Theo khiếu nại'],
      ['REJECTED', 'Điểm đã tính đủ'],
      ['RECEIVED', null],
    ]);
    expect(await registry.registry.app.get(Doctor).examine()).toEqual([]);
  });
});
