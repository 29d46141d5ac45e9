import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { MoneyOfOtherTitles1700000000099 } from '../../src/app/migrations/1700000000099-money-of-other-titles.js';
import { dayInVietnam } from '../../src/shared/dates.js';
import { fromGlobalId } from '../../src/shared/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { askerWith, openTestRegistry, personWith, type Asker, type TestRegistry } from '../support/test-registry.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let here: string;
let there: string;
/** Somebody who sees what belongs to the one unit alone. */
let local: Asker;
const units = givenUnits(() => registry);
const models = givenModels(() => registry);
const given = givenCommendations(() => registry);
const [LOWER, HIGHER] = ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'];

beforeAll(async () => {
  registry = await openTestRegistry();
  [here, there] = [await units.establish({ name: 'Xã A' }), await units.establish({ name: 'Xã B' })];
  for (const unit of [here, there]) await models.authority(unit, unit);
  local = await askerWith(registry, 'cán bộ Xã A', { role: 'boardStaff', unitId: fromGlobalId(here)!.id });
});
afterAll(() => registry.close());

const person = async (name: string): Promise<string> =>
  (await given.send(registry.as.boardStaff, 'recordPerson', { unitId: there, name }, 'person { id }')).person.id;
const title = (form: string, personId: string): object =>
  given.line({ form, name: null, personId, reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
const grant = async (issuerId: string, form: string, personId: string, number: string, more: object = {}): Promise<any> =>
  (await given.grant(issuerId, form === HIGHER ? '2026-01-15' : '2026-02-15', [title(form, personId)], { number, ...more })).rows[0];
const historyOf = async (id: string, by: Asker): Promise<string> =>
  JSON.stringify(await by.get('query ($id: ID!) { commendation(id: $id) { history { action changes { field before after } } } }', { id }));

it('the money of a title names the decision that paid for another one only to those who see that one', async () => {
  const personId = await person('Cá nhân A');
  await grant(there, HIGHER, personId, '1111/QĐ-UBND');
  const { id } = await grant(here, LOWER, personId, '2222/QĐ-UBND');
  const formula = '0 đ: cùng thời gian chỉ chi mức cao nhất, đã chi cho danh hiệu Chiến sĩ thi đua cơ sở theo quyết định';
  expect((await given.one(id)).money.formula).toBe(`${formula} 1111/QĐ-UBND, 15/1/2026`);
  expect((await given.one(id, local)).money).toEqual({ amount: 0, formula: `${formula} khác` });
  expect((await given.list({ form: [LOWER] }, local)).map(({ money }) => money.formula)).toEqual([`${formula} khác`]);
  expect(await historyOf(id, local)).not.toContain('1111/QĐ-UBND');
});

it('what a person decided about the money of a title is shown with their display name, and without a decision out of reach', async () => {
  const personId = await person('Cá nhân B');
  const leader = await personWith(registry, 'ldb.nguyen', { role: 'leader' });
  await registry.registry.app.get(Database).rows(`update account set display_name = 'Lãnh đạo Ban' where name = 'ldb.nguyen'`);
  await given.grant(there, '2026-01-15', [title(LOWER, personId)], { number: '3333/QĐ-UBND' });
  const { id } = (await given.grant(here, '2026-02-15', [title(HIGHER, personId)], { number: '4444/QĐ-UBND' })).rows[0];
  expect((await given.one(id, local)).money.formula).toMatch(/Lao động tiên tiến theo quyết định khác 710\.000 đ; quy định không nói/);
  const decided = { id, expectedVersion: 1, amount: 1_630_000, reason: 'Chi phần chênh lệch' };
  const answer = await given.send(leader, 'decideTitleMoney', decided, 'commendation { money { formula } }');
  const said = (decision: string): string =>
    `1.630.000 đ: Lãnh đạo Ban quyết định, Chi phần chênh lệch (cùng thời gian đã chi cho danh hiệu Lao động tiên tiến theo quyết định ${decision} 710.000 đ; mức riêng: 2.340.000 đ)`;
  expect(answer.commendation.money.formula).toBe(said('3333/QĐ-UBND, 15/1/2026'));
  expect((await given.one(id, local)).money.formula).toBe(said('khác'));
});

it('who approved a draft is shown with their display name', async () => {
  const leader = await personWith(registry, 'ldc.tran', { role: 'leader' });
  await registry.registry.app.get(Database).rows(`update account set display_name = 'Trưởng ban' where name = 'ldc.tran'`);
  const drafted = { kind: 'DECISION', issuerId: here };
  const { decision } = await given.send(registry.as.boardStaff, 'draftDecision', drafted, 'decision { id version }');
  const seen = { id: decision.id, expectedVersion: decision.version };
  expect((await given.send(leader, 'approveDecision', seen, 'decision { id }')).refused).toEqual([]);
  const { decisionPreview } = await leader.get('query ($id: ID!) { decisionPreview(id: $id) { approvedBy } }', { id: decision.id });
  expect(decisionPreview.approvedBy).toBe('Trưởng ban');
});

it('the other title of what an earlier version kept is found by its decision', async () => {
  const personId = await person('Cá nhân C');
  const paid = await grant(there, HIGHER, personId, '5555/QĐ-UBND');
  const { id } = await grant(here, LOWER, personId, '6666/QĐ-UBND');
  const { app } = registry.registry;
  const kept = async (): Promise<any> =>
    (await app.get(Database).rows<{ money: any }>(`select money from commendation where id = $1`, [fromGlobalId(id)!.id]))[0]!.money;
  const before = await kept();
  expect(before.title).toBe(fromGlobalId(paid.id)!.id);
  const [migration, runner] = [new MoneyOfOtherTitles1700000000099(), app.get(DataSource).createQueryRunner()];
  await migration.down(runner);
  expect((await kept()).decision).toBe('5555/QĐ-UBND, 15/1/2026');
  await migration.up(runner);
  expect(await kept()).toEqual(before);
  await runner.release();
});

it('a model is not named to those who do not see it as a copy of theirs', async () => {
  const origin = await models.draft(here, { title: 'Mô hình gốc', starts: '2020-01' });
  await models.draft(there, { title: 'Mô hình kín', starts: '2021-01', copyOfId: origin });
  const edit = async (by: Asker): Promise<any> => {
    const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id: origin });
    const input = { id: origin, expectedVersion: model.version, starts: '2022-01', reason: 'Đính chính' };
    return (await given.send(by, 'editModel', input, 'model { id }')).refused;
  };
  const officer = await askerWith(registry, 'cán bộ đơn vị', { role: 'unitOfficer', unitId: fromGlobalId(here)!.id });
  const [seen] = await edit(registry.as.unitOfficer);
  expect(seen).toMatchObject({ code: 'MODEL_AFTER_ITS_COPY', message: expect.stringContaining('“Mô hình kín”') });
  const [unseen] = await edit(officer);
  expect(unseen).toMatchObject({ code: 'MODEL_AFTER_ITS_COPY', message: expect.stringContaining('(ngoài phạm vi của bạn)') });
  expect(unseen.message).not.toContain('kín');
  // Nor the day on which it starts.
  expect(seen.message).toContain('2021');
  expect(unseen.message).not.toContain('2021');
});

it('a decision about a model that one does not see is neither revoked nor its revocation taken back, and the model is not named', async () => {
  const modelId = await models.draft(there, { title: 'Mô hình của Xã B' });
  const decisionId = await models.decision(here, { number: '55/QĐ-UBND', issuedOn: '2020-01-01' });
  const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { version } }', { id: modelId });
  const recognised = { id: modelId, expectedVersion: model.version, decisionId, on: '2020-03-01', state: 'RECOGNISED', level: 'COMMUNE' };
  const entered = { ...recognised, source: 'Sổ cũ', deviationReason: 'Theo sổ' };
  expect((await given.send(registry.as.boardStaff, 'recordPastRegistration', entered, 'model { id }')).refused).toEqual([]);
  const leader = await askerWith(registry, 'lãnh đạo Xã A', { role: 'leader', unitId: fromGlobalId(here)!.id });
  const today = dayInVietnam(new Date());
  const byId = await models.decision(here, { number: '56/QĐ-UBND', issuedOn: today });
  const fall = { on: today, ground: 'APPRAISAL_AGAINST_RULES', byId };
  const run = (by: Asker, name: string, expectedVersion: number, more: object = {}): Promise<any> =>
    given.send(by, name, { id: decisionId, expectedVersion, reason: 'Thẩm định sai', ...more }, 'decision { state }');
  const carried = async (by: Asker): Promise<any> =>
    (await by.get('query ($id: ID!) { decisionPreview(id: $id) { carries { count names } } }', { id: decisionId })).decisionPreview.carries;
  expect(await carried(registry.as.leader)).toEqual([{ count: 1, names: ['Mô hình của Xã B'] }]);
  expect(await carried(leader)).toEqual([{ count: 1, names: [] }]);
  expect(given.codes(await run(leader, 'revokeDecision', 1, fall))).toEqual([['OUT_OF_REACH', '']]);
  expect((await run(registry.as.leader, 'revokeDecision', 1, fall)).refused).toEqual([]);
  const answer = await run(leader, 'takeBackDecisionRevocation', 2);
  expect(given.codes(answer)).toEqual([['OUT_OF_REACH', '']]);
  expect(answer.refused[0].message).not.toMatch(/Xã B|mô hình/);
  expect((await run(registry.as.leader, 'takeBackDecisionRevocation', 2)).decision).toEqual({ state: 'ISSUED' });
});
