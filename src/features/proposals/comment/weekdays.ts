import { addDays, type LocalDate } from '../../../shared/dates.js';

/**
 * The day on which so many weekdays after `from` are over. Public holidays and swapped days are not known here: where the period contains some, the
 * board counts them and gives more days.
 */
export function weekdayAfter(from: LocalDate, count: number): LocalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return day;
}
