import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity.js';
import type { CalendarDay } from './working-days.js';

export type EnteredDay = Pick<CalendarDay, 'day' | 'kind' | 'name'>;

/** The days that people have entered of these years. */
export const enteredDays = (query: QueryRows, years: readonly number[]): Promise<CalendarDay[]> =>
  query<CalendarDay>(
    `select d.day, d.kind, d.name, y.act, y.verified from calendar_day d join calendar_year y on y.id = d.year_id
      where y.year = any($1::int[]) order by d.day`,
    [years],
  );

/** Those of the years that people have entered. */
export const enteredYears = (query: QueryRows, years: readonly number[]): Promise<Omit<CalendarYearEntity, 'id'>[]> =>
  query(`select year, act, verified, version from calendar_year where year = any($1::int[]) order by year`, [years]);

/** The year as it was entered, locked to be changed. */
export const lockYear = (tx: Tx, year: number): Promise<CalendarYearEntity | null> =>
  tx.manager.findOne(CalendarYearEntity, { where: { year }, lock: { mode: 'pessimistic_write' } });

export async function insertYear(tx: Tx, year: Omit<CalendarYearEntity, 'version'>): Promise<void> {
  await tx.manager.insert(CalendarYearEntity, year);
}

export async function updateYear(tx: Tx, id: Id, change: Pick<CalendarYearEntity, 'act' | 'verified'>): Promise<void> {
  await tx.manager.update(CalendarYearEntity, { id }, { ...change, version: () => 'version + 1' });
}

/** Puts these days in the place of those of the year. */
export async function replaceDays(tx: Tx, yearId: Id, days: readonly EnteredDay[]): Promise<void> {
  await tx.manager.delete(CalendarDayEntity, { yearId });
  await tx.manager.insert(
    CalendarDayEntity,
    days.map(day => ({ ...day, yearId })),
  );
}
