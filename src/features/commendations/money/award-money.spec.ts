import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, moneyOf, paidAtOnce, type MoneyRules, type Rate, type Rewarded } from './award-money.js';
import { formulaOf } from './money-words.js';

const rate = (form: Rate['form'], kind: Rate['recipientKind'], permille: number, more: Partial<Rate> = {}): Rate => ({
  track: 'STATE',
  form,
  issuerClass: null,
  recipientKind: kind,
  permille,
  act: '152/2025/NĐ-CP Điều 54',
  mark: 'SOURCED',
  ...more,
});
const rules = (salary: number, step = 10_000, rates: readonly Rate[] = []): MoneyRules => ({
  rates: [
    rate('GIAY_KHEN', 'INDIVIDUAL', 300, { mark: 'INFERRED' }),
    rate('GIAY_KHEN', 'HOUSEHOLD', 450),
    rate('LAO_DONG_TIEN_TIEN', 'INDIVIDUAL', 300),
    rate('CHIEN_SI_THI_DUA_CO_SO', 'INDIVIDUAL', 1000),
    ...rates,
  ],
  salary: { amount: salary, act: '73/2024/NĐ-CP', mark: 'SOURCED' },
  rounding: { step, act: '152/2025/NĐ-CP Điều 49', mark: 'SOURCED', note: 'Có bản in 702.000 đ' },
});
const one = (form: Rewarded['form'], kind: Rewarded['kind'] = 'INDIVIDUAL'): Rewarded => ({
  track: 'STATE',
  issuerClass: 'COMMUNE_CHAIR',
  form,
  kind,
});

describe('the money of one recipient', () => {
  it('is multiplied first and rounded up once: 0.45 × 2,340,000 is 1,053,000 and then 1,060,000', () => {
    expect(moneyOf(one('GIAY_KHEN', 'HOUSEHOLD'), rules(2_340_000))).toMatchObject({ raw: '1053000', amount: 1_060_000 });
    expect(moneyOf(one('GIAY_KHEN'), rules(2_340_000))).toMatchObject({ raw: '702000', amount: 710_000 });
  });

  it('is what the rule of rounding of the day gives: without rounding, 702,000', () => {
    expect(amountOf(moneyOf(one('GIAY_KHEN'), rules(2_340_000, 1)))).toBe(702_000);
  });

  it('is shown as a formula with its acts, what is inferred, and the dispute about rounding', () => {
    expect(formulaOf(moneyOf(one('GIAY_KHEN'), rules(2_340_000)))).toBe(
      '0,3 (suy ra) × 2.340.000 đ = 702.000 đ, làm tròn lên 10.000 đ: 710.000 đ (hệ số: 152/2025/NĐ-CP Điều 54; lương cơ sở: 73/2024/NĐ-CP; làm tròn: 152/2025/NĐ-CP Điều 49). Có bản in 702.000 đ',
    );
  });

  it('is not known without a salary, a coefficient or a rule of rounding, and never zero instead', () => {
    const known = rules(2_340_000);
    expect(amountOf(moneyOf(one('GIAY_KHEN', 'COLLECTIVE'), known))).toBeNull();
    expect(amountOf(moneyOf({ ...one('GIAY_KHEN'), track: 'PARTY' }, known))).toBeNull();
    expect(moneyOf(one('GIAY_KHEN'), { ...known, salary: null })).toEqual({ is: 'UNKNOWN', missing: 'SALARY' });
    expect(moneyOf(one('GIAY_KHEN'), { ...known, rounding: null })).toEqual({ is: 'UNKNOWN', missing: 'ROUNDING' });
    expect(amountOf(moneyOf(one('BIEU_DUONG'), known))).toBe(0);
  });

  it('takes the coefficient of the very issuer before that of any issuer', () => {
    const special = rules(2_340_000, 10_000, [rate('GIAY_KHEN', 'INDIVIDUAL', 150, { issuerClass: 'COMMUNE_CHAIR' })]);
    expect(moneyOf(one('GIAY_KHEN'), special)).toMatchObject({ permille: 150 });
  });

  it('is the least whole step that is not below the product', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(1, 1_000, 10_000),
        (permille, salary, step) => {
          const basis = moneyOf(one('BANG_KHEN'), rules(salary, step, [rate('BANG_KHEN', 'INDIVIDUAL', permille)]));
          const amount = BigInt(amountOf(basis)!);
          const exact = BigInt(permille) * BigInt(salary);
          expect(amount % BigInt(step)).toBe(0n);
          expect(amount * 1000n >= exact && (amount - BigInt(step)) * 1000n < exact).toBe(true);
        },
      ),
    );
  });
});

const given = (form: Rewarded['form'], year: number): Parameters<typeof paidAtOnce>[0][number] => ({
  form,
  period: { from: `${year}-01-01`, to: `${year}-12-31` },
  basis: moneyOf(one(form), rules(2_340_000)),
});
const amounts = (...all: Parameters<typeof paidAtOnce>[0]): (number | null)[] => paidAtOnce(all).map(amountOf);

describe('several rewards at one time', () => {
  it('of titles for the same time only the highest is paid, in whatever order they are given', () => {
    expect(amounts(given('LAO_DONG_TIEN_TIEN', 2025), given('CHIEN_SI_THI_DUA_CO_SO', 2025))).toEqual([0, 2_340_000]);
    expect(amounts(given('CHIEN_SI_THI_DUA_CO_SO', 2025), given('LAO_DONG_TIEN_TIEN', 2025))).toEqual([2_340_000, 0]);
  });

  it('titles for different times are each paid, and a title and a form are both paid', () => {
    expect(amounts(given('LAO_DONG_TIEN_TIEN', 2024), given('CHIEN_SI_THI_DUA_CO_SO', 2025))).toEqual([710_000, 2_340_000]);
    expect(amounts(given('GIAY_KHEN', 2025), given('CHIEN_SI_THI_DUA_CO_SO', 2025))).toEqual([710_000, 2_340_000]);
  });
});
