import type { LocalDate } from '../../../shared/dates.js';
import type { RunningState } from '../../models/model-states.js';

/** How a model was seen to run on a day: a step of its running, or an answer of its unit. */
export interface Observation {
  readonly on: LocalDate;
  readonly state: RunningState;
}

/** What became of a copy some years after it began; `undefined`: fewer years have passed. */
export type Fate = 'ALIVE' | 'STOPPED' | 'UNKNOWN' | undefined;

/** The same day some years later; of 29 February the 28th, where there is none. */
export function yearsAfter(day: LocalDate, years: number): LocalDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return day.endsWith('-02-29') && !isLeap ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

/**
 * Silence is no sign of life: a copy is alive after some years only if it is known to have run on that day or later, stopped if it is known to
 * have stopped by then, and otherwise not known.
 * @param observed by `today`, in order.
 */
export function fateAfter(years: number, began: LocalDate, observed: readonly Observation[], today: LocalDate): Fate {
  const day = yearsAfter(began, years);
  if (day > today) return undefined;
  if (observed.findLast(({ on }) => on <= day)?.state === 'STOPPED') return 'STOPPED';
  return observed.some(({ on, state }) => on >= day && state !== 'PLANNED') ? 'ALIVE' : 'UNKNOWN';
}
