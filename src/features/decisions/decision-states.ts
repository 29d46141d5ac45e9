/** What becomes of a decision. One that is entered from its paper is issued. */
export const DecisionState = { DRAFT: 'DRAFT', ISSUED: 'ISSUED', AMENDED: 'AMENDED', REVOKED: 'REVOKED' } as const;
export type DecisionState = keyof typeof DecisionState;

/** Why a decision that commends is revoked: the grounds of the law 06/2022/QH15. */
export const RevocationGround = {
  FALSE_DECLARATION: 'FALSE_DECLARATION',
  FORGED_FILE: 'FORGED_FILE',
  APPRAISAL_AGAINST_RULES: 'APPRAISAL_AGAINST_RULES',
  VIOLATION: 'VIOLATION',
} as const;
export type RevocationGround = keyof typeof RevocationGround;
