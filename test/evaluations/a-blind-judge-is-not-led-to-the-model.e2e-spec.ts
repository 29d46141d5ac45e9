import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { givenPeople, run, type Person } from '../access/given-people.js';
import { givenRounds, sheet, TODAY } from './given-rounds.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';

let registry: TestRegistry;
const given = givenRounds(() => registry);
const people = givenPeople(() => registry);
let judge: Person;
/** One whose rights as an officer reach units that have nothing to do with the round. */
let officer: Person;
let round: any;

beforeAll(async () => {
  registry = await openTestRegistry();
  const { province, registrationIds } = await given.received(2);
  judge = await people.person();
  for (const role of ['BOARD_STAFF', 'UNIT_OFFICER']) await people.give(judge, role, { unitId: province });
  officer = await people.person();
  const elsewhere = await given.units.establish({ name: 'Tỉnh khác', kind: 'TINH' });
  for (const role of ['BOARD_STAFF', 'UNIT_OFFICER']) await people.give(officer, role, { unitId: elsewhere });
  const personIds = [await given.person(province, 'Ủy viên'), await given.person(province, 'Ủy viên khác')];
  for (const [i, { id: accountId }] of [judge, officer].entries()) {
    const link = { accountId, personId: personIds[i], validFrom: '2025-01-01', reason: 'Phân công' };
    expect((await run(registry.as.administrator, 'linkAccountToPerson', 'LinkAccountToPersonInput', link)).userErrors).toEqual([]);
  }
  round = await given.open({ unitId: province, criteriaVersionId: await given.version(), registrationIds, blind: true });
  const byHand = round.entries.nodes.map(({ id }: any) => ({ evaluationId: id, personIds }));
  await given.done(registry.as.boardStaff, 'assignAppraisals', { roundId: round.id, how: 'BY_HAND', byHand });
}, 120_000);
afterAll(() => registry.close());

const changes = async (after?: string): Promise<any> => {
  await registry.registry.app.get(AuditSealer).sealAll();
  const asked = await judge.browser.get(
    'query ($after: String) { changes(after: $after, first: 100) { changes { kind type id } cursor hasMore } }',
    { after },
  );
  return asked.changes.hasMore ? changes(asked.changes.cursor) : asked.changes;
};
const correct = async ({ id }: any, title: string): Promise<void> => {
  const { model } = await registry.as.boardStaff.get('query ($id: ID!) { model(id: $id) { version } }', { id });
  await given.done(registry.as.boardStaff, 'editModel', { id, expectedVersion: model.version, title, reason: 'Sửa tên' });
};

it('whose model was changed while a judge scores it blind, its entry is not named with it', async () => {
  const { cursor } = await changes();
  const [{ id: entry, model }] = round.entries.nodes;
  await correct(model, 'Mô hình có tên mới');
  const { changes: found } = await changes(cursor);
  expect(found.map(({ id }: any) => id)).not.toContain(entry);
});

it('a model that is asked whether it still runs does not wait for who scores it blind', async () => {
  const [{ model, unit }] = round.entries.nodes;
  const decision = await given.models.decision(unit.id);
  const db = await connect(registry.database.where);
  await db.query(
    `insert into recognition (id, model_id, registration_id, decision_id, level, recognised_on)
     select gen_random_uuid(), r.model_id, r.id, $2, 'COMMUNE', '2020-01-01' from registration r where r.model_id = $1`,
    [fromGlobalId(model.id)!.id, fromGlobalId(decision)!.id],
  );
  await db.end();
  const asked = `{ waitingForMe(filter: { step: [ANSWER_STILL_ALIVE] }) { totalCount } }`;
  const waiting = async (by: { get(query: string): Promise<any> }): Promise<number> => (await by.get(asked)).waitingForMe.totalCount;
  expect(await waiting(registry.as.unitOfficer)).toBe(1);
  expect(await waiting(judge.browser)).toBe(0);
});

it.each(['officer', 'staff'])('what a judge may not do for the unit of an entry does not say which unit that is: %s', async who => {
  const by = (who === 'officer' ? officer : judge).browser as never;
  const [{ id: evaluationId, unit }] = round.entries.nodes;
  const { unit: named } = await registry.as.reader.get('query ($id: ID!) { unit(id: $id) { name } }', { id: unit.id });
  const complaint = { evaluationId, receivedOn: TODAY, words: 'Kiến nghị' };
  const refused = [
    ...(await given.send(by, 'saveSelfAssessment', { evaluationId, scores: sheet() })).refused,
    ...(await given.send(by, 'recordAppraisalComplaint', complaint)).refused,
  ];
  expect(refused).toHaveLength(2);
  for (const { message } of refused) expect(message).not.toContain(named.name);
  expect(refused[0].code).toBe('APPRAISAL_UNIT_WITHHELD');
});
