/** A calendar day without a time zone, `YYYY-MM-DD`. Laws, decisions and units use days, never instants. */
export type LocalDate = string & { readonly __brand?: 'LocalDate' };

const DAY_MS = 86_400_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_DAY = '1000-01-01';
/** The day after it must have a four-digit year, too, because ranges end with the day after their last: `+010000-01-01` would sort first. */
const LAST_DAY = '9998-12-31';

/** Whether `text` names a day that exists (2025-02-30 does not). Years 1000 to 9998. */
export function isLocalDate(text: string): text is LocalDate {
  const match = DAY.exec(text);
  if (!match || text < FIRST_DAY || text > LAST_DAY) return false;
  const [, year, month, day] = match.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

/** The day `days` after `date` (before it, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day in Việt Nam at `instant`. The country has one time zone, UTC+7, and no summer time. */
export function dayInVietnam(instant: Date): LocalDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * A date as its source gives it: a day, a month, a year, a day between two days, or “on this day or earlier”.
 * The text is stored; the two bounds are only for comparing. A day is never guessed.
 */
export interface PartialDate {
  /** `2025-07-01`, `2025-07`, `2025`, `2025-01-01..2025-06-30` (a day between) or `..2025-06-30` (at the latest). */
  readonly text: string;
  /** The first possible day; `null` when every day up to `latest` is possible. */
  readonly earliest: LocalDate | null;
  readonly latest: LocalDate;
}

/** Parses a partial date; `undefined` when the text is none. */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (isLocalDate(text)) return { text, earliest: text, latest: text };
  const [earliest, latest, more] = text.split('..');
  if (latest !== undefined) {
    const bounded = more === undefined && isLocalDate(latest) && (earliest === '' || (isLocalDate(earliest!) && earliest < latest));
    return bounded ? { text, earliest: earliest === '' ? null : earliest!, latest } : undefined;
  }
  if (/^\d{4}-\d{2}$/.test(text)) return span(text, `${text}-01`, monthEnd(text));
  if (/^\d{4}$/.test(text)) return span(text, `${text}-01-01`, `${text}-12-31`);
  return undefined;
}

function span(text: string, earliest: string, latest: string): PartialDate | undefined {
  return isLocalDate(earliest) && isLocalDate(latest) ? { text, earliest, latest } : undefined;
}

/** The last day of a month such as `2024-02`. */
export function monthEnd(month: string): LocalDate {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

/**
 * The days from `from` up to, but excluding, `to`. `null` means open: an unknown start, or no end yet.
 * Ranges are half-open in storage and arithmetic; `lastDay` is the one conversion to what people read.
 */
export interface DateRange {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** The last day of the range, as the API and files show it. */
export function lastDay(range: DateRange): LocalDate | null {
  return range.to === null ? null : addDays(range.to, -1);
}

/** Whether the range contains `date`. */
export function contains(range: DateRange, date: LocalDate): boolean {
  return (range.from === null || range.from <= date) && (range.to === null || date < range.to);
}

/** The days two ranges share; `undefined` when none. */
export function intersection(first: DateRange, second: DateRange): DateRange | undefined {
  const from = first.from === null ? second.from : second.from === null || first.from > second.from ? first.from : second.from;
  const to = first.to === null ? second.to : second.to === null || first.to < second.to ? first.to : second.to;
  return from !== null && to !== null && from >= to ? undefined : { from, to };
}
