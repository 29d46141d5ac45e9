import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import { formFacts, type CommendationForm, type CommendationIssuer, type CommendationTrack, type RuleMark } from '../forms/forms.js';

/** A rule with its act, for the formula. */
interface Sourced {
  readonly act: string;
  readonly mark: RuleMark;
}

export interface Rate extends Sourced {
  readonly track: CommendationTrack;
  readonly form: CommendationForm;
  readonly issuerClass: CommendationIssuer | null;
  readonly recipientKind: SubjectKind | null;
  readonly permille: number;
}

/** The rules of money on the day of a decision. `null`: none is known for that day. */
export interface MoneyRules {
  readonly rates: readonly Rate[];
  readonly salary: (Sourced & { readonly amount: number }) | null;
  readonly rounding: (Sourced & { readonly step: number; readonly note: string | null }) | null;
}

/** What is not known, so that the money is not. */
export const MoneyUnknown = {
  RATE: 'RATE',
  SALARY: 'SALARY',
  ROUNDING: 'ROUNDING',
} as const;
export type MoneyUnknown = keyof typeof MoneyUnknown;

export interface PaidBasis {
  readonly is: 'PAID';
  readonly permille: number;
  readonly rate: Sourced;
  readonly salary: Sourced & { readonly amount: number };
  readonly rounding: Sourced & { readonly step: number; readonly note: string | null };
  readonly raw: string;
  readonly amount: number;
}

interface PaidBefore {
  readonly is: 'PAID_BEFORE';
  readonly paid: CommendationForm;
  readonly title: Id | null;
  readonly amount: number;
  readonly alone: PaidBasis;
}

/** How an amount of money came about; kept with the commendation, so that rules of tomorrow change nothing. */
export type MoneyBasis =
  | PaidBasis
  | { readonly is: 'NO_MONEY' }
  /**
   * A title for a time for which another is paid. `title`: that one, where another decision gave it; null where it is not known any more. `alone`: its money
   * by itself, which earlier versions did not keep.
   */
  | { readonly is: 'LOWER_TITLE'; readonly paid: CommendationForm; readonly title?: Id | null; readonly alone?: PaidBasis }
  /** A title for a time for which another decision paid a lower one: `amount` was paid, and a person decides about the rest. */
  | PaidBefore
  | (Omit<PaidBefore, 'is' | 'amount'> & {
      readonly is: 'DECIDED';
      readonly amount: number;
      readonly before: number;
      readonly reason: string;
      readonly by: string;
    })
  /** As its paper states; such a row keeps its amount alone. */
  | { readonly is: 'STATED'; readonly amount: number }
  | { readonly is: 'UNKNOWN'; readonly missing: MoneyUnknown };

/** What is rewarded, as far as money depends on it. */
export interface Rewarded {
  readonly track: CommendationTrack;
  readonly issuerClass: CommendationIssuer | null;
  readonly form: CommendationForm;
  readonly kind: SubjectKind;
}

/** The rate of the very issuer goes before that of any issuer of the track. */
const rateFor = (rates: readonly Rate[], { track, issuerClass, form, kind }: Rewarded): Rate | undefined => {
  const fitting = rates.filter(rate => rate.track === track && rate.form === form && rate.recipientKind === kind);
  return (
    fitting.find(rate => rate.issuerClass !== null && rate.issuerClass === issuerClass) ?? fitting.find(rate => rate.issuerClass === null)
  );
};

const sourced = ({ act, mark }: Sourced): Sourced => ({ act, mark });

/**
 * The money of one recipient: thousandths × salary, rounded up once to whole steps. Whole numbers only: thousandths of a đồng until the one
 * rounding, so 0.45 × 2,340,000 is 1,053,000 and then 1,060,000.
 */
export function moneyOf(rewarded: Rewarded, { rates, salary, rounding }: MoneyRules): MoneyBasis {
  if (formFacts(rewarded.form).free) return { is: 'NO_MONEY' };
  const rate = rateFor(rates, rewarded);
  if (!rate) return { is: 'UNKNOWN', missing: 'RATE' };
  if (!salary) return { is: 'UNKNOWN', missing: 'SALARY' };
  if (!rounding) return { is: 'UNKNOWN', missing: 'ROUNDING' };
  const thousandths = BigInt(rate.permille) * BigInt(salary.amount);
  const step = BigInt(rounding.step) * 1000n;
  const amount = Number(((thousandths + step - 1n) / step) * BigInt(rounding.step));
  return {
    is: 'PAID',
    permille: rate.permille,
    rate: sourced(rate),
    salary: { ...sourced(salary), amount: salary.amount },
    rounding: { ...sourced(rounding), step: rounding.step, note: rounding.note },
    raw: decimal(thousandths),
    amount,
  };
}

/** Thousandths of a đồng as a decimal number without needless zeros. */
function decimal(thousandths: bigint): string {
  const rest = thousandths % 1000n;
  const whole = (thousandths / 1000n).toString();
  return rest === 0n ? whole : `${whole}.${rest.toString().padStart(3, '0').replace(/0+$/, '')}`;
}

/** The amount that is paid; `null`: not known. */
export function amountOf(basis: MoneyBasis): number | null {
  if (basis.is === 'UNKNOWN' || basis.is === 'PAID_BEFORE') return null;
  return 'amount' in basis ? basis.amount : 0;
}

/** One reward among those that a recipient is given at one time. */
export interface GivenAtOnce {
  readonly form: CommendationForm;
  readonly period: { readonly from: LocalDate | null; readonly to: LocalDate | null } | null;
  readonly basis: MoneyBasis;
}

export const overlap = (one: GivenAtOnce['period'], other: GivenAtOnce['period']): boolean =>
  one === null || other === null || ((one.from ?? '') <= (other.to ?? '9999-12-31') && (other.from ?? '') <= (one.to ?? '9999-12-31'));

/**
 * Of several titles for the same time only the highest is paid; titles for other times, and forms that are no titles, are paid as well. A title
 * whose money is not known leaves open which is the highest, so that no lower one can be refused its money on that account.
 */
export function paidAtOnce(given: readonly GivenAtOnce[]): MoneyBasis[] {
  const rank = (one: GivenAtOnce): number => (one.basis.is === 'PAID' ? one.basis.amount : 0);
  const order = given.map((_, index) => index).toSorted((a, b) => rank(given[b]!) - rank(given[a]!) || a - b);
  const paid: number[] = [];
  const results = given.map(({ basis }) => basis);
  for (const index of order) {
    const own = given[index]!;
    if (!formFacts(own.form).title || own.basis.is !== 'PAID') continue;
    const higher = paid.find(other => overlap(given[other]!.period, own.period));
    if (higher === undefined) paid.push(index);
    else results[index] = { is: 'LOWER_TITLE', paid: given[higher]!.form, alone: own.basis };
  }
  return results;
}
