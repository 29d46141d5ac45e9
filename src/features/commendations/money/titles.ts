import { addDays, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { formFacts } from '../forms/forms.js';
import { amountOf, overlap, paidAtOnce, type GivenAtOnce, type MoneyBasis } from './award-money.js';

/** A title of one recipient with the money of it by itself. */
export interface TitleGiven extends GivenAtOnce {
  readonly id: Id;
  readonly decisionId: Id | null;
}

/**
 * The money of all titles of one recipient, in the order in which they were entered. Of titles for the same time only the highest is paid. Within one
 * decision that is all; where an earlier decision gave one, a lower or an equal one is not paid again, and whether a higher one is paid in full or by the
 * difference the rules do not say: a person decides.
 */
export function paidInAll(titles: readonly TitleGiven[]): MoneyBasis[] {
  const judged: TitleGiven[] = [];
  for (const title of titles) judged.push({ ...title, basis: afterEarlier(title, withinDecisions(judged)) });
  return withinDecisions(judged).map(({ basis }) => basis);
}

function withinDecisions(judged: readonly TitleGiven[]): TitleGiven[] {
  const results = [...judged];
  for (const decisionId of new Set(judged.map(title => title.decisionId))) {
    const of = judged.flatMap((title, index) => (decisionId !== null && title.decisionId === decisionId ? [index] : []));
    for (const [n, basis] of paidAtOnce(of.map(index => judged[index]!)).entries()) results[of[n]!] = { ...judged[of[n]!]!, basis };
  }
  return results;
}

/** What a title counts for, whatever part of it is paid. One that is not paid because of another counts for nothing: the other does. */
const levelOf = (basis: MoneyBasis): number =>
  (basis.is === 'DECIDED' || basis.is === 'PAID_BEFORE' ? basis.alone.amount : amountOf(basis)) ?? 0;

/** What earlier decisions leave of the money of a title. */
function afterEarlier(title: TitleGiven, earlier: readonly TitleGiven[]): MoneyBasis {
  const { basis, period, decisionId } = title;
  // What was decided by a person, or is stated by a paper, is not computed anew.
  if (basis.is !== 'PAID') return basis;
  const [highest] = earlier
    .filter(other => (other.decisionId === null || other.decisionId !== decisionId) && levelOf(other.basis) > 0)
    .filter(other => overlap(other.period, period))
    .toSorted((a, b) => levelOf(b.basis) - levelOf(a.basis));
  if (!highest) return basis;
  const amount = levelOf(highest.basis);
  const before = { paid: highest.form, title: highest.id };
  return amount >= basis.amount ? { is: 'LOWER_TITLE', ...before, alone: basis } : { is: 'PAID_BEFORE', ...before, amount, alone: basis };
}

export const isTitle = (form: TitleGiven['form']): boolean => formFacts(form).title === true;

/** The money of a title by itself, as it was found when it was granted. `undefined`: it was not kept. */
export const aloneOf = (basis: MoneyBasis): MoneyBasis | undefined =>
  basis.is === 'LOWER_TITLE' || basis.is === 'PAID_BEFORE' ? basis.alone : basis;

/** A range of days as PostgreSQL prints it. An upper bound is the first day after: the day before it is the last. */
export function periodAsGiven(period: string | null): { readonly from: LocalDate | null; readonly to: LocalDate | null } | null {
  if (period === null) return null;
  const [from, before] = period.slice(1, -1).split(',');
  return { from: from || null, to: before ? addDays(before, -1) : null };
}
