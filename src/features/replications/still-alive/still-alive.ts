/** How a unit answers whether its model still runs. */
export const StillAliveAnswerKind = { RUNNING: 'RUNNING', CHANGED: 'CHANGED', STOPPED: 'STOPPED' } as const;
export type StillAliveAnswerKind = keyof typeof StillAliveAnswerKind;

/** Why there is no answer. */
export const StillAliveSilence = {
  NOT_ASKED_YET: 'NOT_ASKED_YET',
  UNANSWERED: 'UNANSWERED',
  NOBODY_TO_ANSWER: 'NOBODY_TO_ANSWER',
} as const;
export type StillAliveSilence = keyof typeof StillAliveSilence;

/** The right to answer, which the unit has. */
export const ANSWER = 'stillAlive.answer';
