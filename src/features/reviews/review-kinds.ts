/** Whether a period goes on (sơ kết) or has ended (tổng kết). */
export const ReviewKind = { INTERIM: 'INTERIM', FINAL: 'FINAL' } as const;
export type ReviewKind = keyof typeof ReviewKind;

export const ReviewTaskState = { OPEN: 'OPEN', DONE: 'DONE', DROPPED: 'DROPPED' } as const;
export type ReviewTaskState = keyof typeof ReviewTaskState;

/** Whether a unit has sent in its figures. */
export const SubmissionState = {
  AWAITED: 'AWAITED',
  EXTENDED: 'EXTENDED',
  OVERDUE: 'OVERDUE',
  SUBMITTED: 'SUBMITTED',
  LATE: 'LATE',
} as const;
export type SubmissionState = keyof typeof SubmissionState;

/** By the units of which day the statistics of a review are counted. */
export const ReviewBasis = { AS_REPORTED: 'AS_REPORTED', RESTATED: 'RESTATED' } as const;
export type ReviewBasis = keyof typeof ReviewBasis;
