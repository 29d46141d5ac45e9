/** What a round appraises. */
export const AppraisedThing = { MODEL_REGISTRATION: 'MODEL_REGISTRATION', UNIT_YEAR: 'UNIT_YEAR' } as const;
export type AppraisedThing = keyof typeof AppraisedThing;

/** What a unit is shown of the scoring, in addition to its result, once the round is closed. */
export const FeedbackPart = { CRITERIA: 'CRITERIA', WORDS: 'WORDS' } as const;
export type FeedbackPart = keyof typeof FeedbackPart;

export const SheetState = { DRAFT: 'DRAFT', SUBMITTED: 'SUBMITTED', ABSTAINED: 'ABSTAINED' } as const;
export type SheetState = keyof typeof SheetState;

export const ComplaintState = { RECEIVED: 'RECEIVED', UPHELD: 'UPHELD', REJECTED: 'REJECTED' } as const;
export type ComplaintState = keyof typeof ComplaintState;

/** How it was chosen who scores what. */
export const AssignedHow = { BY_HAND: 'BY_HAND', RANDOM: 'RANDOM', BALANCED: 'BALANCED' } as const;
export type AssignedHow = keyof typeof AssignedHow;

/** Why a member may not score an entry. The first five are known to the registry; the others are declared. */
export const ConflictReason = {
  OWN_UNIT: 'OWN_UNIT',
  PARENT_UNIT: 'PARENT_UNIT',
  SUCCESSOR_UNIT: 'SUCCESSOR_UNIT',
  JOINT_OWNER: 'JOINT_OWNER',
  SUBJECT: 'SUBJECT',
  FAMILY: 'FAMILY',
  WORK: 'WORK',
  OTHER: 'OTHER',
} as const;
export type ConflictReason = keyof typeof ConflictReason;

/** What is done about a sheet that is not there. */
export const AbsentRule = { LEAVE_OUT: 'LEAVE_OUT', WAIT: 'WAIT' } as const;
export type AbsentRule = keyof typeof AbsentRule;
