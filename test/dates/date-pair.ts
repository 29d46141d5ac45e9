import type { Done, GivenDates } from './given-dates.js';

/** What a pair of dates that contradict each other is answered with. */
type Answer = 'refused' | 'warned' | 'allowed';

export interface Way {
  /** The command by which the contradiction would come in. */
  readonly by: string;
  readonly code: string;
  readonly answer: Answer;
  readonly attempt: (given: GivenDates) => Promise<Done>;
}

export interface DatePair {
  readonly first: string;
  readonly second: string;
  /** Why the answer is no refusal, or why a side is not tried. */
  readonly because?: string;
  readonly ways: readonly Way[];
  /** The doctor's check, and a contradiction written past the registry; without one, what is warned about is found. */
  readonly check?: { readonly name: string; readonly damage?: string };
}

export const refused = (by: string, code: string, attempt: Way['attempt']): Way => ({ by, code, answer: 'refused', attempt });
export const warned = (by: string, code: string, attempt: Way['attempt']): Way => ({ by, code, answer: 'warned', attempt });
export const allowed = (by: string, attempt: Way['attempt']): Way => ({ by, code: '', answer: 'allowed', attempt });

export const seen = { expectedVersion: 1, reason: 'Thử' };
export const LATE =
  'offices sign papers after a law has ended them, and events are entered months after their day: the event warns, and the doctor lists the records';
export const OUTSIDE = 'UNIT_RECORDS_OUTSIDE_LIFE';
/** The unit ends before the day of its record, by an event or by official lists. */
export const endedAround = (record: (given: GivenDates) => Promise<{ readonly unitId: string }>): readonly Way[] => [
  warned('applyUnitEvent', OUTSIDE, async given => given.end((await record(given)).unitId)),
  warned('reorganiseUnitsByLists', OUTSIDE, async given => given.endByLists((await record(given)).unitId)),
];
/** A unit that ended in 2020. */
export const former = (given: GivenDates): Promise<string> => given.unit({ validTo: '2020-12-31' });
