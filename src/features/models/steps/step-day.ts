import { isLocalDate, type LocalDate, type PartialDate } from '../../../shared/dates.js';

/** The day of a step, with what its paper gives where that is less than a day. */
export interface StepDay {
  /** The day, or the last possible one. It is what steps are ordered and compared by. */
  readonly day: LocalDate;
  /** The first possible day. */
  readonly earliest: LocalDate;
  /** “2022”, “2022-10”; `null` for a day. */
  readonly given: string | null;
}

/** @param on absent: today. The last possible day is never later than today: “2026”, entered in November 2026, is at the latest today. */
export function stepDay(on: PartialDate | undefined, today: LocalDate): StepDay {
  if (on === undefined) return { day: today, earliest: today, given: null };
  const { text, earliest, latest } = on;
  if (isLocalDate(text)) return { day: text, earliest: text, given: null };
  return { day: latest < today ? latest : today, earliest: earliest ?? latest, given: text };
}
