import { expect, it } from '@jest/globals';
import { amountOf, type PaidBasis } from './award-money.js';
import { paidInAll, type TitleGiven } from './titles.js';

const [LOWER, HIGHER] = ['LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'] as const;
const AMOUNTS = { [LOWER]: 710_000, [HIGHER]: 2_340_000 };

const paid = (amount: number): PaidBasis => ({
  is: 'PAID',
  permille: 1,
  rate: { act: 'Điều 54', mark: 'SOURCED' },
  salary: { act: 'Nghị định', mark: 'SOURCED', amount },
  rounding: { act: 'Điều 49', mark: 'SOURCED', step: 1, note: null },
  raw: String(amount),
  amount,
});
const title = (decisionId: string, form: TitleGiven['form'], first: number, last: number): TitleGiven => ({
  id: `${decisionId} ${form}`,
  form,
  period: { from: `${first}-01-01`, to: `${last}-12-31` },
  basis: paid(AMOUNTS[form as typeof LOWER]),
  decisionId,
});
const amounts = (...titles: readonly TitleGiven[]): (number | null)[] => paidInAll(titles).map(amountOf);

it('a title is not left unpaid because of one that was not paid itself', () => {
  const [first, second, third] = [title('1', HIGHER, 2025, 2025), title('2', LOWER, 2025, 2026), title('3', LOWER, 2026, 2026)];
  expect(amounts(first, second)).toEqual([2_340_000, 0]);
  expect(amounts(first, second, third)).toEqual([2_340_000, 0, 710_000]);
});

it('it does not matter whether the same decision or another one left that title unpaid', () => {
  const [first, second, third] = [title('1', HIGHER, 2025, 2025), title('1', LOWER, 2025, 2026), title('3', LOWER, 2026, 2026)];
  expect(amounts(first, second, third)).toEqual([2_340_000, 0, 710_000]);
});

it('a title that waits for a person to decide its money counts as paid', () => {
  const [first, second, third] = [title('1', LOWER, 2025, 2025), title('2', HIGHER, 2025, 2026), title('3', LOWER, 2026, 2026)];
  expect(amounts(first, second, third)).toEqual([710_000, null, 0]);
});
