import type { LocalDate, PartialDate } from '../../shared/dates.js';

/** Days from `first` to `last`, both in it. `null`: not known, or it goes on. */
export interface Period {
  readonly first: LocalDate | null;
  readonly last: LocalDate | null;
}

export const isBackwards = ({ first, last }: Period): boolean => first !== null && last !== null && first > last;

/** As PostgreSQL reads a range of days; it keeps it half-open. */
export const toRange = ({ first, last }: Period): string => `[${first ?? ''},${last ?? ''}]`;

/** The days between two dates as sources give them, at the widest: what is only known to the year counts whole. Only for comparing, never shown. */
export const widest = (starts: PartialDate | null, ends: PartialDate | null): Period => ({
  first: starts?.earliest ?? null,
  last: ends?.latest ?? null,
});

/** The day of a period that is nearest to `day`. */
export function nearestIn({ first, last }: Period, day: LocalDate): LocalDate {
  if (last !== null && day > last) return last;
  return first !== null && day < first ? first : day;
}
