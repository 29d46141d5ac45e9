import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf, moneyOf, type MoneyRules } from '../../src/features/commendations/money/award-money.js';
import { RulesReader } from '../../src/features/commendations/forms/rules.reader.js';
import { Database } from '../../src/platform/database/database.js';
import { givenUnits } from '../support/given-units.js';
import { openTestRegistry, type TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { givenCommendations } from './given-commendations.js';

let registry: TestRegistry;
let commune: string;
const units = givenUnits(() => registry);
const given = givenCommendations(() => registry);

beforeAll(async () => {
  registry = await openTestRegistry();
  commune = await units.establish({ name: 'Xã A' });
});
afterAll(() => registry.close());

const rulesOf = async (day: string): Promise<MoneyRules> => {
  const { app } = registry.registry;
  return app.get(RulesReader).moneyRules(app.get(Database).rows, day);
};

const ISSUERS = { ANY: null, PROVINCE: 'PROVINCE_CHAIR', PRIME_MINISTER: 'PRIME_MINISTER' } as const;

/** Worked by hand from the sources: form, issuer, kind, then the amounts at 2,340,000 and at 2,530,000. */
const WORKED = [
  ['GIAY_KHEN', 'ANY', 'INDIVIDUAL', 710_000, 760_000],
  ['GIAY_KHEN', 'ANY', 'COLLECTIVE', 1_410_000, 1_520_000],
  ['GIAY_KHEN', 'ANY', 'HOUSEHOLD', 1_060_000, 1_140_000],
  ['BANG_KHEN', 'PROVINCE', 'INDIVIDUAL', 3_510_000, 3_800_000],
  ['BANG_KHEN', 'PROVINCE', 'COLLECTIVE', 7_020_000, 7_590_000],
  ['BANG_KHEN', 'PROVINCE', 'HOUSEHOLD', 5_270_000, 5_700_000],
  ['BANG_KHEN', 'PRIME_MINISTER', 'INDIVIDUAL', 8_190_000, 8_860_000],
  ['BANG_KHEN', 'PRIME_MINISTER', 'COLLECTIVE', 16_380_000, 17_710_000],
  ['BANG_KHEN', 'PRIME_MINISTER', 'HOUSEHOLD', 12_290_000, 13_290_000],
] as const;

it.each(WORKED)(
  '%s of %s for %s is to the đồng what was worked by hand, before and after 1/7/2026',
  async (form, issuer, kind, before, after) => {
    const rewarded = { track: 'STATE', issuerClass: ISSUERS[issuer], form, kind } as const;
    expect(amountOf(moneyOf(rewarded, await rulesOf('2026-06-30')))).toBe(before);
    expect(amountOf(moneyOf(rewarded, await rulesOf('2026-07-01')))).toBe(after);
  },
);

describe('the money of a commendation', () => {
  it('follows the base salary on the day of the decision, and is not known where no coefficient is', async () => {
    const granted = async (on: string, kind: string): Promise<any> =>
      (await given.grant(commune, on, [given.line({ kind, name: `Tên ${on} ${kind}`, unitId: commune })])).rows[0].money;
    expect((await granted('2026-06-30', 'HOUSEHOLD')).amount).toBe(1_060_000);
    expect((await granted('2026-07-01', 'HOUSEHOLD')).amount).toBe(1_140_000);
    expect(await granted('2025-06-30', 'COLLECTIVE')).toEqual({
      amount: null,
      formula: 'chưa biết tiền thưởng: không có hệ số cho hình thức, cấp và đối tượng này vào ngày quyết định',
    });
  });

  it('of a decision is summed, and the recipients whose money is not known are counted', async () => {
    const { decision } = await given.grant(commune, '2025-06-30', [
      given.line({ name: null, count: 3, reason: 'Ba cá nhân' }),
      given.line({ name: null, count: 2, kind: 'COLLECTIVE', reason: 'Hai tập thể' }),
    ]);
    expect(decision.awardMoney).toEqual({ recipients: 5, amount: '1080000', unknown: 2 });
  });

  it('of several titles of one decision is that of the highest, also where the higher one is added later', async () => {
    const title = (form: string): object =>
      given.line({ form, name: 'Cá nhân A', reason: form, periodFrom: '2025-01-01', periodTo: '2025-12-31' });
    const { decision, rows } = await given.grant(commune, '2026-01-15', [title('LAO_DONG_TIEN_TIEN')]);
    expect(rows[0].money.amount).toBe(710_000);
    const later = await given.grant(commune, '2026-01-15', [title('CHIEN_SI_THI_DUA_CO_SO')], { decisionId: decision.id });
    expect(later.rows[0].money.amount).toBe(2_340_000);
    expect((await given.one(rows[0].id)).money).toEqual({
      amount: 0,
      formula: '0 đ: cùng thời gian chỉ chi mức cao nhất, đã chi cho danh hiệu Chiến sĩ thi đua cơ sở',
    });
  });

  const year = { periodFrom: '2025-01-01', periodTo: '2025-12-31' };
  const titled = (name: string, form: string, more: object = {}): object => given.line({ form, name, reason: form, ...year, ...more });
  const grantTitle = async (name: string, form: string, on: string, more: object = {}): Promise<any> =>
    (await given.grant(commune, on, [titled(name, form, more)], { number: `${form} ${name} ${on}${Object.keys(more).length}` })).rows[0];
  const [LOWER, HIGHER] = ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'];

  it('of a lower title by a later decision is nothing, which says what was paid by which decision', async () => {
    expect((await grantTitle('Cá nhân P', HIGHER, '2026-01-15')).money.amount).toBe(2_340_000);
    expect((await grantTitle('Cá nhân P', LOWER, '2026-02-15')).money).toEqual({
      amount: 0,
      formula: `0 đ: cùng thời gian chỉ chi mức cao nhất, đã chi cho danh hiệu Chiến sĩ thi đua cơ sở theo quyết định ${HIGHER} Cá nhân P 2026-01-150, 15/1/2026`,
    });
    // Of another time, and of somebody else of that name elsewhere, it is paid.
    const next = { periodFrom: '2026-01-01', periodTo: '2026-12-31' };
    expect((await grantTitle('Cá nhân P', LOWER, '2026-03-15', next)).money.amount).toBe(710_000);
    expect((await grantTitle('Cá nhân P', LOWER, '2026-03-16', { unitId: commune })).money.amount).toBe(710_000);
  });

  it('of a higher title by a later decision is not known until a person decides; the earlier decision keeps its money', async () => {
    const lower = await grantTitle('Cá nhân Q', LOWER, '2026-01-15');
    const higher = await grantTitle('Cá nhân Q', HIGHER, '2026-02-15');
    expect(higher.money.amount).toBeNull();
    expect(higher.money.formula).toContain(
      `đã chi cho danh hiệu Lao động tiên tiến theo quyết định ${LOWER} Cá nhân Q 2026-01-150, 15/1/2026 710.000 đ; quy định không nói chi đủ hay chi phần chênh lệch`,
    );
    expect((await given.one(lower.id)).money).toEqual(lower.money);
    const decide = (id: string, expectedVersion: number, amount: number): Promise<any> => {
      const input = { id, expectedVersion, amount, reason: 'Chi phần chênh lệch' };
      return given.send(registry.as.leader, 'decideTitleMoney', input, 'commendation { version money { amount formula } }');
    };
    expect(given.codes(await decide(lower.id, 1, 0))).toEqual([['COMMENDATION_MONEY_NOT_OPEN', '']]);
    expect(given.codes(await decide(higher.id, 1, 2_340_001))).toEqual([['COMMENDATION_MONEY_ABOVE_RULE', 'amount']]);
    expect((await decide(higher.id, 1, 1_630_000)).commendation).toEqual({
      version: 2,
      money: { amount: 1_630_000, formula: expect.stringContaining('1.630.000 đ: leader quyết định, Chi phần chênh lệch') },
    });
  });

  it('of titles of several decisions is what it was after a revocation is taken back', async () => {
    const first = await grantTitle('Cá nhân R', HIGHER, '2026-01-15');
    const second = await grantTitle('Cá nhân R', LOWER, '2026-02-15');
    await given.revoke(first.id, 1);
    expect((await given.one(second.id)).money.amount).toBe(710_000);
    expect((await given.takeBack('takeBackRevocation', first.id, 2, registry.as.leader)).commendation.money).toEqual(first.money);
    expect((await given.one(second.id)).money).toEqual(second.money);
  });

  it('of a title that an earlier version of the registry left unpaid is found again by the rules of its day', async () => {
    const both = [titled('Cá nhân S', HIGHER), titled('Cá nhân S', LOWER)];
    const { rows } = await given.grant(commune, '2026-01-15', both, { number: 'Hai danh hiệu' });
    const [higher, lower] = [HIGHER, LOWER].map(reason => rows.find((row: any) => row.reason === reason));
    const client = await connect(registry.database.where);
    try {
      await client.query(`update commendation set money = money - 'alone' where money ->> 'is' = 'LOWER_TITLE'`);
    } finally {
      await client.end();
    }
    await given.revoke(higher.id, 1);
    expect((await given.one(lower.id)).money.amount).toBe(710_000);
  });

  it('of a title follows the name of its recipient when that is corrected', async () => {
    await grantTitle('Cá nhân U', HIGHER, '2026-01-15');
    const { id, money } = await grantTitle('Cá nhân UU', LOWER, '2026-02-15');
    expect(money.amount).toBe(710_000);
    const corrected = async (expectedVersion: number, name: string): Promise<any> => {
      const input = { id, expectedVersion, name, reason: 'In nhầm tên' };
      const answer = await given.send(registry.as.boardStaff, 'correctCommendation', input, 'commendation { version }');
      expect(answer.refused).toEqual([]);
      return given.one(id);
    };
    const same = await corrected(1, 'Cá nhân U');
    expect(same.money.amount).toBe(0);
    expect((await corrected(same.version, 'Cá nhân V')).money.amount).toBe(710_000);
  });

  it('of two titles that two decisions give at one moment is paid once', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Cá nhân ${n} cùng lúc`);
    await Promise.all(names.flatMap(name => [HIGHER, LOWER].map(form => grantTitle(name, form, '2026-01-15'))));
    for (const recipient of names) {
      const amounts = (await given.list({ recipient })).map(({ money }) => money.amount);
      expect([
        [0, 2_340_000],
        [710_000, null],
      ]).toContainEqual(amounts.toSorted((a, b) => (a ?? 1e9) - (b ?? 1e9)));
    }
  });

  it('is rounded by the rule of the day, and a rule of tomorrow changes nothing that was decided', async () => {
    const { rows } = await given.grant(commune, '2026-03-01', [given.line({ name: 'Cá nhân L' })]);
    expect(rows[0].money.formula).toContain('702.000 đ, làm tròn lên 10.000 đ: 710.000 đ');
    expect(rows[0].money.formula).toContain('Có bản tổng quan in 702.000 đ');
    const client = await connect(registry.database.where);
    try {
      await client.query(`update money_rounding set step = 1 where validity @> '2026-03-01'::date`);
      const { rows: unrounded } = await given.grant(commune, '2026-03-01', [given.line({ name: 'Cá nhân M' })]);
      expect(unrounded[0].money.amount).toBe(702_000);
      expect((await given.one(rows[0].id)).money).toEqual(rows[0].money);
    } finally {
      await client.query(`update money_rounding set step = 10000`);
      await client.end();
    }
  });
});

describe('the law that governs', () => {
  const on = '2026-10-15';
  const law = async (more: object): Promise<any> =>
    given.tryToGrant(commune, on, [given.line({ name: `Tên ${JSON.stringify(more)}` })], more);

  it('follows the day the dossier was received, which a decision from 1/10/2026 on has to state', async () => {
    expect(given.codes(await law({}))).toEqual([['COMMENDATION_RECEIVED_NEEDED', 'receivedOn']]);
    expect((await law({ receivedOn: '2026-09-30' })).rows[0].law).toEqual({
      act: '06/2022/QH15',
      reason: 'RECEIVED_BEFORE',
      verified: true,
      explanation: '06/2022/QH15: hồ sơ nhận trước khi luật mới có hiệu lực, hồ sơ nhận ngày 30/9/2026',
      chosenBy: null,
    });
    const { law: newer } = (await law({ receivedOn: '2026-10-01' })).rows[0];
    expect(newer).toMatchObject({ act: '06/2026/QH16', reason: 'IN_FORCE', verified: false });
    expect(newer.explanation).toContain('Chưa xác minh theo Luật 06/2026');
    expect(given.codes(await law({ receivedOn: '2026-10-16' }))).toEqual([['COMMENDATION_RECEIVED_AFTER_DECISION', 'receivedOn']]);
  });

  it('is the newer one for an older dossier only by the stored decision of a person', async () => {
    const { rows } = await law({ receivedOn: '2026-09-30', newerLawReason: 'Mức thưởng cao hơn' });
    expect(rows[0].law).toMatchObject({ act: '06/2026/QH16', reason: 'CHOSEN', verified: false, chosenBy: 'leader' });
    expect(given.codes(await law({ receivedOn: '2026-10-01', newerLawReason: 'Cao hơn' }))).toEqual([
      ['COMMENDATION_NOTHING_TO_CHOOSE', 'newerLawReason'],
    ]);
  });
});

it('the forms of a day are shown with who may grant them, their money, acts and marks', async () => {
  const ask = async (on: string): Promise<any> => {
    const { commendationForms } = await registry.as.reader.get(
      `query ($on: LocalDate) { commendationForms(on: $on) { form title kinds authorities { issuer validFrom validTo act mark } rates { kind amount mark act } } }`,
      { on },
    );
    return commendationForms.find(({ form }: any) => form === 'GIAY_KHEN');
  };
  const before = await ask('2025-06-30');
  expect(before.authorities).toContainEqual({
    issuer: 'DISTRICT_CHAIR',
    validFrom: '2024-01-01',
    validTo: '2025-06-30',
    act: 'Điều 80, 06/2022/QH15',
    mark: 'SOURCED',
  });
  const after = await ask('2025-07-01');
  expect(after.authorities.map(({ issuer }: any) => issuer)).not.toContain('DISTRICT_CHAIR');
  expect(after.rates).toContainEqual({ kind: 'INDIVIDUAL', amount: 710_000, mark: 'INFERRED', act: '152/2025/NĐ-CP Điều 54' });
});
