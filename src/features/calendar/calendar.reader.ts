import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { addDays, type LocalDate } from '../../shared/dates.js';
import { CalendarErrors } from './calendar.errors.js';
import { enteredDays, enteredYears } from './calendar.store.js';
import { countWorkingDays, exceptionsOf, workingDayAfter, type CalendarDay } from './working-days.js';

/** About ten years. */
const MOST_DAYS = 3_700;
/** More calendar days than one working day takes on average, however many days off there are. */
const DAYS_A_WORKING_DAY = 3;

/** A period in working days. */
export interface Counted {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly count: number;
  readonly exceptions: readonly CalendarDay[];
  /** Years of the period whose movable days nobody has entered. */
  readonly missingYears: readonly number[];
}

export interface KnownYear {
  readonly year: number;
  readonly act: string | null;
  readonly verified: boolean;
  readonly version: number;
  readonly days: readonly CalendarDay[];
}

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
const yearsFrom = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Counts in working days. */
@Injectable()
export class CalendarReader {
  constructor(private readonly db: Database) {}

  /** @throws CALENDAR_PERIOD_BACKWARDS, CALENDAR_PERIOD_TOO_LONG */
  async between(from: LocalDate, to: LocalDate): Promise<Counted> {
    if (to < from) throw CalendarErrors.CALENDAR_PERIOD_BACKWARDS({ to, from }).at('to');
    if (to > addDays(from, MOST_DAYS)) throw CalendarErrors.CALENDAR_PERIOD_TOO_LONG({ max: MOST_DAYS }).at('to');
    const years = yearsFrom(yearOf(from), yearOf(to));
    const exceptions = exceptionsOf(years, await enteredDays(this.db.rows, years));
    return this.shown(from, to, countWorkingDays(from, to, exceptions), [...exceptions.values()]);
  }

  /** The day on which a number of working days are over. */
  async after(from: LocalDate, count: number): Promise<Counted> {
    const years = yearsFrom(yearOf(from), yearOf(addDays(from, count * DAYS_A_WORKING_DAY + 366)));
    const exceptions = exceptionsOf(years, await enteredDays(this.db.rows, years));
    return this.shown(from, workingDayAfter(from, count, exceptions), count, [...exceptions.values()]);
  }

  async year(year: number): Promise<KnownYear> {
    const [known] = await enteredYears(this.db.rows, [year]);
    const entered = await enteredDays(this.db.rows, [year]);
    const days = [...exceptionsOf([year], entered).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
    return { year, act: known?.act ?? null, verified: known?.verified ?? false, version: known?.version ?? 0, days };
  }

  private async shown(from: LocalDate, to: LocalDate, count: number, known: readonly CalendarDay[]): Promise<Counted> {
    const years = yearsFrom(yearOf(addDays(from, 1)), Math.max(yearOf(addDays(from, 1)), yearOf(to)));
    const entered = new Set((await enteredYears(this.db.rows, years)).map(({ year }) => year));
    const exceptions = known.filter(({ day }) => day > from && day <= to).toSorted((a, b) => (a.day < b.day ? -1 : 1));
    return { from, to, count, exceptions, missingYears: years.filter(year => !entered.has(year)) };
  }
}
