import type { LocalDate, PartialDate } from '../../shared/dates.js';

/** The days from `first` to `last`, both included. `null`: not known or unbounded. */
export interface Period {
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

export const isBackwards = ({ first, last }: Period): boolean => first !== null && last !== null && first > last;

/** The period as a literal of PostgreSQL’s `daterange`, which stores it half-open. */
export const rangeLiteral = ({ first, last }: Period): string => `[${first ?? ''},${last ?? ''}]`;

/** The longest period between two partial dates: a date known only to the year counts as the whole year. For comparisons only, never shown. */
export const widestPeriod = (starts: PartialDate | null, ends: PartialDate | null): Period => ({
  first: starts?.earliest ?? null,
  last: ends?.latest ?? null,
});

export function nearestDayIn({ first, last }: Period, day: LocalDate): LocalDate {
  if (last !== null && day > last) return last;
  return first !== null && day < first ? first : day;
}
