import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type Asker, type TestRegistry } from '../support/test-registry.js';
import { inTurn } from '../proposals/in-turn.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'A' });
});
afterAll(() => registry.close());

const RULES = 'moneyRules { kind value track form issuer recipient validFrom validTo act mark }';
const record = (input: object, by: Asker = registry.as.boardStaff): Promise<any> =>
  given.send(by, 'recordMoneyRule', { act: 'Nghị định mới', ...input }, RULES);
const confirm = (input: object): Promise<any> =>
  given.send(registry.as.administrator, 'confirmMoneyRule', { reason: 'Đã đối chiếu Công báo', ...input }, RULES);
const granted = async (on: string, name: string): Promise<any> =>
  (await given.grant(commune, on, [given.line({ kind: 'COLLECTIVE', name, unitId: commune })])).rows[0];

it('a new base salary holds from its day on, not verified until it is confirmed; what was decided, and decisions of older days, keep theirs', async () => {
  const before = await granted('2026-08-03', 'Tập thể A');
  expect(before.money.amount).toBe(1_520_000);
  const salary = { kind: 'BASE_SALARY', validFrom: '2026-08-01' };
  const { moneyRules } = await record({ ...salary, value: 3_000_000 });
  expect(moneyRules.filter(({ kind }: any) => kind === 'BASE_SALARY').slice(0, 2)).toMatchObject([
    { value: 3_000_000, validFrom: '2026-08-01', validTo: null, act: 'Nghị định mới', mark: 'NOT_VERIFIED' },
    { value: 2_530_000, validFrom: '2026-07-01', validTo: '2026-07-31', mark: 'SOURCED' },
  ]);
  expect((await given.one(before.id)).money).toEqual(before.money);
  expect((await granted('2026-07-31', 'Tập thể B')).money.amount).toBe(1_520_000);
  const after = await granted('2026-08-03', 'Tập thể C');
  expect(after.money).toMatchObject({ amount: 1_800_000, formula: expect.stringContaining('3.000.000 đ (chưa xác minh)') });
  expect(given.codes(await record({ ...salary, value: 3_100_000 }))).toEqual([['MONEY_RULE_TAKEN', 'validFrom']]);
  expect(given.codes(await confirm({ ...salary, validFrom: '2026-08-02' }))).toEqual([['MONEY_RULE_UNKNOWN', 'validFrom']]);
  const confirmed = await confirm(salary);
  expect(confirmed.moneyRules.find(({ value }: any) => value === 3_000_000).mark).toBe('SOURCED');
  expect((await given.one(after.id)).money).toEqual(after.money);
});

it('a rule that is entered for days before another ends where that one begins', async () => {
  const { moneyRules } = await record({ kind: 'BASE_SALARY', validFrom: '2015-01-01', value: 1_150_000 });
  expect(moneyRules.find(({ value }: any) => value === 1_150_000)).toMatchObject({ validFrom: '2015-01-01', validTo: '2019-06-30' });
});

it('a coefficient names track, form and recipient, and makes known what was not', async () => {
  const rate = { kind: 'COEFFICIENT', track: 'STATE', form: 'GIAY_KHEN', recipient: 'COLLECTIVE', validFrom: '2025-01-01', value: 500 };
  const before = await granted('2025-06-02', 'Tập thể D');
  expect(before.money.amount).toBeNull();
  expect((await record(rate)).refused).toEqual([]);
  expect((await granted('2025-06-02', 'Tập thể E')).money.amount).toBe(1_170_000);
  expect((await granted('2025-07-02', 'Tập thể F')).money.amount).toBe(1_410_000);
  expect((await given.one(before.id)).money.amount).toBeNull();
  expect(given.codes(await record({ ...rate, form: null }))).toEqual([['MONEY_RULE_OF_WHAT', 'kind']]);
  expect(given.codes(await record({ ...rate, kind: 'ROUNDING' }))).toEqual([['MONEY_RULE_OF_WHAT', 'kind']]);
  expect(given.codes(await record({ ...rate, form: 'KY_NIEM_CHUONG' }))).toEqual([['COMMENDATION_NOT_FOR_KIND', 'recipient']]);
});

it('a rule that was mistyped is corrected until a decision has its money from it', async () => {
  const salary = { kind: 'BASE_SALARY', validFrom: '2026-10-01' };
  const correct = (input: object): Promise<any> =>
    given.send(registry.as.boardStaff, 'replaceMoneyRule', { act: 'Nghị định mới', reason: 'Gõ nhầm', ...salary, ...input }, RULES);
  await record({ ...salary, value: 300_000 });
  await confirm(salary);
  const { moneyRules } = await correct({ value: 3_200_000 });
  expect(moneyRules[0]).toMatchObject({ value: 3_200_000, validFrom: '2026-10-01', act: 'Nghị định mới', mark: 'NOT_VERIFIED' });
  expect(given.codes(await correct({ value: 1, validFrom: '2026-10-02' }))).toEqual([['MONEY_RULE_UNKNOWN', 'validFrom']]);
  await given.grant(commune, '2026-10-05', [given.line({ kind: 'COLLECTIVE', name: 'Tập thể H', unitId: commune })], {
    receivedOn: '2026-10-01',
  });
  const late = await correct({ value: 3_300_000 });
  expect(given.codes(late)).toEqual([['MONEY_RULE_USED', 'validFrom']]);
  expect(late.refused[0].message).toContain('“Tập thể H” theo quyết định ngày');
  // A coefficient of another form is not used by it.
  const rate = { kind: 'COEFFICIENT', track: 'STATE', form: 'GIAY_KHEN', recipient: 'HOUSEHOLD', validFrom: '2026-10-01' };
  await record({ ...rate, value: 45 });
  expect((await correct({ ...rate, value: 460 })).refused).toEqual([]);
});

it('a rule that was entered by mistake is removed with a reason, and all rules are what they were', async () => {
  const rules = async (): Promise<any[]> => (await registry.as.reader.get(`{ ${RULES} }`)).moneyRules;
  const remove = (input: object, by: Asker = registry.as.boardStaff): Promise<any> =>
    given.send(by, 'removeMoneyRule', { reason: 'Nhập nhầm', ...input }, RULES);
  const before = await rules();
  const [first, second] = ['2027-01-01', '2027-03-01'].map(validFrom => ({ kind: 'BASE_SALARY', validFrom }));
  for (const salary of [second, first]) expect((await record({ ...salary, value: 3_500_000 })).refused).toEqual([]);
  expect(given.codes(await remove({ kind: 'BASE_SALARY', validFrom: '2027-02-01' }))).toEqual([['MONEY_RULE_UNKNOWN', 'validFrom']]);
  expect(given.codes(await remove(second!, registry.as.leader))).toEqual([['FORBIDDEN', '']]);
  // The one before goes on as if it had never been entered, whichever goes first.
  expect((await remove(second!)).moneyRules[0]).toMatchObject({ validFrom: '2027-01-01', validTo: null });
  expect((await remove(first!)).moneyRules).toEqual(before);
  // One that was compared with its act is replaced first.
  await record({ ...first, value: 3_500_000 });
  await confirm(first!);
  const confirmed = await remove(first!);
  expect(given.codes(confirmed)).toEqual([['MONEY_RULE_CONFIRMED', 'validFrom']]);
  expect(confirmed.refused[0].message).toContain('hãy đính chính (replaceMoneyRule)');
  const replaced = { ...first, value: 3_600_000, act: 'Nghị định khác', reason: 'Gõ nhầm' };
  expect((await given.send(registry.as.boardStaff, 'replaceMoneyRule', replaced, RULES)).refused).toEqual([]);
  expect((await remove(first!)).moneyRules).toEqual(before);
  const entries = `select before, reason from audit_entry where action = 'moneyRule.removed' order by id desc limit 1`;
  const rows = await registry.registry.app.get(Database).rows(entries);
  expect(rows).toEqual([{ before: expect.objectContaining({ value: 3_600_000, mark: 'NOT_VERIFIED' }), reason: 'Nhập nhầm' }]);
});

it('a rule by which money was paid is not removed', async () => {
  const rounding = { kind: 'ROUNDING', validFrom: '2026-11-01' };
  await record({ ...rounding, value: 1_000 });
  const line = given.line({ kind: 'COLLECTIVE', name: 'Tập thể K', unitId: commune });
  await given.grant(commune, '2026-11-02', [line], { receivedOn: '2026-11-01' });
  const refused = (by: Asker): Promise<any> => given.send(by, 'removeMoneyRule', { ...rounding, reason: 'Nhập nhầm' }, RULES);
  const [staff] = (await refused(registry.as.boardStaff)).refused;
  expect(staff).toMatchObject({ code: 'MONEY_RULE_USED', field: 'validFrom' });
  expect(staff.message).toContain('tiền thưởng của “Tập thể K” theo quyết định ngày 2/11/2026, nên không đính chính hay gỡ được');
});

it('rounding is a rule of its days; rules are entered by the staff of the board and by administrators', async () => {
  const rounding = { kind: 'ROUNDING', validFrom: '2026-09-01', value: 1 };
  expect(given.codes(await record(rounding, registry.as.leader))).toEqual([['FORBIDDEN', '']]);
  expect((await record(rounding, registry.as.administrator)).refused).toEqual([]);
  expect((await granted('2026-09-01', 'Tập thể G')).money.amount).toBe(1_800_000);
  const { moneyRules } = await registry.as.reader.get(`{ ${RULES} }`);
  const entered = moneyRules.find(({ kind, validFrom }: any) => kind === 'ROUNDING' && validFrom === rounding.validFrom);
  expect(entered).toMatchObject({ value: 1 });
});

it.each([
  ['removed', 'removeMoneyRule', {}],
  ['corrected', 'replaceMoneyRule', { value: 2_000, act: 'Nghị định khác' }],
])('a rule is not %s while a decision is given its money from it', async (_, mutation, more) => {
  const rounding = { kind: 'ROUNDING', validFrom: mutation === 'removeMoneyRule' ? '2026-11-10' : '2026-11-20' };
  await record({ ...rounding, value: 1_000 });
  const line = given.line({ kind: 'COLLECTIVE', name: `Tập thể ${mutation}`, unitId: commune });
  const turns = await inTurn(registry);
  const [, changed] = await turns.run(
    'commendation',
    () => given.grant(commune, rounding.validFrom, [line], { receivedOn: '2026-11-01' }),
    () => given.send(registry.as.boardStaff, mutation, { ...rounding, ...more, reason: 'Nhập nhầm' }, RULES),
  );
  await turns.close();
  expect(given.codes(changed)).toEqual([['MONEY_RULE_USED', 'validFrom']]);
});
