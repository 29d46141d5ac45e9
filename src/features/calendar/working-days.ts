import { addDays, type LocalDate } from '../../shared/dates.js';

/** Why a day is not worked on, or is worked on although the week has it off. */
export const CalendarDayKind = { HOLIDAY: 'HOLIDAY', DAY_OFF_IN_LIEU: 'DAY_OFF_IN_LIEU', MADE_UP: 'MADE_UP' } as const;
export type CalendarDayKind = keyof typeof CalendarDayKind;

export interface CalendarDay {
  readonly day: LocalDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly act: string;
  readonly verified: boolean;
}

/** Days off that have the same date each year. The other public holidays follow the moon, or are chosen each year, and are entered year by year. */
const FIXED: readonly (readonly [monthAndDay: string, name: string])[] = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Ngày Quốc tế lao động'],
  ['09-02', 'Quốc khánh'],
];
/** The text was not compared with the official gazette. */
const LABOUR_CODE = { act: 'Bộ luật Lao động 45/2019/QH14, Điều 112', verified: false } as const;

export const fixedHolidays = (year: number): CalendarDay[] =>
  FIXED.map(([day, name]) => ({ day: `${String(year).padStart(4, '0')}-${day}`, kind: 'HOLIDAY', name, ...LABOUR_CODE }));

/** The days that are known to be exceptions, by day. What people enter of a day has the last word. */
export type Exceptions = ReadonlyMap<LocalDate, CalendarDay>;

export const exceptionsOf = (years: readonly number[], entered: readonly CalendarDay[]): Exceptions =>
  new Map([...years.flatMap(fixedHolidays), ...entered].map(day => [day.day, day]));

/** Saturday and Sunday: the week of state offices. */
export function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function isWorkingDay(day: LocalDate, exceptions: Exceptions): boolean {
  const exception = exceptions.get(day);
  return exception ? exception.kind === 'MADE_UP' : !isWeekend(day);
}

/** The working days after `from`, up to and including `to`: the day on which a period begins is not counted. */
export function countWorkingDays(from: LocalDate, to: LocalDate, exceptions: Exceptions): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, exceptions)) count++;
  return count;
}

/** The working day on which a number of working days after `from` are over. @param count at least 1 */
export function workingDayAfter(from: LocalDate, count: number, exceptions: Exceptions): LocalDate {
  let day = from;
  for (let left = count; left > 0;) if (isWorkingDay((day = addDays(day, 1)), exceptions)) left--;
  return day;
}
