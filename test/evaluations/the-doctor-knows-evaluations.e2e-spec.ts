import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Doctor } from '../../src/platform/doctor/doctor.js';
import { givenFiles, PDF } from '../files/given-files.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenRounds, TODAY } from './given-rounds.js';

let registry: TestRegistry;
let client: pg.Client;
const given = givenRounds(() => registry);
const files = givenFiles(() => registry);

/** A round that was closed, opened again for a complaint, and closed. */
beforeAll(async () => {
  registry = await openTestRegistry();
  client = await connect(registry.database.where);
  const { province, registrationIds } = await given.received(2);
  const round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds, complaintDays: 10 });
  const person = await given.person(province, 'Ủy viên');
  const entries: string[] = round.entries.nodes.map(({ id }: any) => id);
  const byHand = entries.map(evaluationId => ({ evaluationId, personIds: [person] }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand });
  const fileId = await files.upload('APPRAISAL_EVIDENCE', entries[0]!, 'Biên bản.pdf', PDF);
  const evidence = { id: entries[0]!, expectedVersion: 1, fileId, code: 'I.1' };
  await given.done(registry.as.unitOfficer, 'attachAppraisalEvidence', evidence);
  for (const [i, entry] of entries.entries()) {
    await given.selfAssess(registry.as.unitOfficer, entry);
    await given.facts(entry);
    expect((await given.enter(entry, person, { 'II.3': String(10 + i) })).refused).toEqual([]);
  }
  expect((await given.close(round.id)).refused).toEqual([]);
  const complaint = { evaluationId: entries[0], receivedOn: TODAY, words: 'Tính thiếu điểm' };
  const { evaluation } = await given.done(
    registry.as.boardStaff,
    'recordAppraisalComplaint',
    complaint,
    'evaluation { complaints { id } }',
  );
  const { appraisalRound } = await registry.as.reader.get('query ($id: ID!) { appraisalRound(id: $id) { revision } }', { id: round.id });
  const again = {
    id: round.id,
    expectedVersion: appraisalRound.revision,
    reason: 'Theo khiếu nại',
    complaintId: evaluation.complaints[0].id,
  };
  await given.done(registry.as.leader, 'reopenAppraisalRound', again);
  expect((await given.close(round.id)).refused).toEqual([]);
}, 60_000);
afterAll(async () => {
  await client.end();
  await registry.close();
});

const examine = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await registry.registry.app.get(Doctor).examine()).map(({ check, cases }) => [check, cases[0]!.vi]));

const FIRST = `(select id from evaluation where number = 1)`;

it.each([
  [
    'a total that is not that of its sheets',
    `update evaluation set total = total + 1 where number = 1`,
    `update evaluation set total = total - 1 where number = 1`,
    'evaluations.resultsAreRecomputed',
    /trường hợp số 1 khác kết quả tính lại/,
  ],
  [
    'a sheet of somebody who was not assigned',
    `create table kept as select * from appraisal_assignment where evaluation_id = ${FIRST}; delete from appraisal_assignment where evaluation_id = ${FIRST}`,
    `insert into appraisal_assignment select * from kept; drop table kept`,
    'evaluations.sheetsOfAssignedPeople',
    /số 1 có phiếu của người không được phân công/,
  ],
  [
    'an entry with another last day than its round',
    `update evaluation set closed_on = closed_on + 1 where number = 2`,
    `update evaluation set closed_on = closed_on - 1 where number = 2`,
    'evaluations.daysOfTheirRound',
    /số 2 ghi ngày/,
  ],
  [
    'a number without an entry',
    `update evaluation set number = 3 where number = 2`,
    `update evaluation set number = 2 where number = 3`,
    'evaluations.numberedWithoutGap',
    /số thứ tự đến 3/,
  ],
  [
    'a sheet with another unit than its round',
    `update score_sheet set host_id = (select unit_id from evaluation where number = 1) where evaluation_id = ${FIRST}`,
    `update score_sheet set host_id = (select unit_id from appraisal_round)`,
    'evaluations.partsOfOneHost',
    /số 1 ghi đơn vị tổ chức khác/,
  ],
  [
    'a self-assessment with another total than its sheet',
    `update evaluation set self_total = self_total - 1 where number = 1`,
    `update evaluation set self_total = self_total + 1 where number = 1`,
    'evaluations.selfTotalsOfTheirSheets',
    /điểm tự chấm của trường hợp số 1/,
  ],
  [
    'evidence for a criterion that the version does not have',
    `update appraisal_evidence set code = 'I.9'`,
    `update appraisal_evidence set code = 'I.1'`,
    'evaluations.evidenceForACriterion',
    /minh chứng cho tiêu chí “I.9”/,
  ],
  [
    'evidence whose file was uploaded for another entry',
    `update file set record_id = (select id from evaluation where number = 2)`,
    `update file set record_id = ${FIRST}`,
    'evaluations.evidenceLinksItsFile',
    /“Biên bản.pdf” của trường hợp số 1/,
  ],
  [
    'a file that counts as linked without evidence',
    `create table kept as select * from appraisal_evidence; delete from appraisal_evidence`,
    `insert into appraisal_evidence select * from kept; drop table kept`,
    'evaluations.evidenceLinksItsFile',
    /“Biên bản.pdf” của trường hợp số 1/,
  ],
  [
    'evidence from before its round was opened',
    `update appraisal_evidence set attached_at = attached_at - interval '2 days'`,
    `update appraisal_evidence set attached_at = attached_at + interval '2 days'`,
    'evaluations.evidenceInTheDaysOfItsRound',
    /khi đợt chưa mở hoặc đã khóa/,
  ],
  [
    'a complaint with another unit than its entry',
    `update appraisal_complaint set unit_id = host_id`,
    `update appraisal_complaint set unit_id = (select unit_id from evaluation where number = 1)`,
    'evaluations.complaintsOfTheirEntry',
    /khiếu nại về trường hợp số 1 ghi đơn vị khác/,
  ],
  [
    'a complaint from before its round was opened',
    `update appraisal_complaint set received_on = received_on - 1`,
    `update appraisal_complaint set received_on = received_on + 1`,
    'evaluations.complaintsAfterTheirRoundWasOpened',
    /trước khi mở đợt/,
  ],
  [
    'a round that was opened again without a complaint that was upheld',
    `update appraisal_complaint set state = 'REJECTED'`,
    `update appraisal_complaint set state = 'UPHELD'`,
    'evaluations.openedAgainForAComplaint',
    /không có khiếu nại nào được chấp nhận/,
  ],
  [
    'an upheld complaint whose round was never opened again',
    `create table kept as select reopen_reason from appraisal_round; update appraisal_round set reopen_reason = null`,
    `update appraisal_round set reopen_reason = (select reopen_reason from kept); drop table kept`,
    'evaluations.upheldComplaintsOpenedTheRound',
    /chưa từng mở lại/,
  ],
])('the doctor finds %s', async (_what, damage, undo, check, words) => {
  expect(await examine()).toEqual({});
  await client.query(damage);
  try {
    expect(await examine()).toMatchObject({ [check]: expect.stringMatching(words) });
  } finally {
    await client.query(undo);
  }
});

it('equal ranks that are not flagged are found, as is the result that they differ from', async () => {
  const was = await client.query(`select rank from evaluation where number = 1`);
  try {
    await client.query(`update evaluation set rank = 1`);
    expect(Object.keys(await examine()).toSorted()).toEqual(['evaluations.equalRanksAreFlagged', 'evaluations.resultsAreRecomputed']);
  } finally {
    const first = was.rows[0].rank;
    await client.query(`update evaluation set rank = case number when 1 then ${first} else 3 - ${first} end`);
  }
  expect(await examine()).toEqual({});
});
