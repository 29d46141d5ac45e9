/** Why a commendation is revoked: the grounds of the law 06/2022/QH15. */
export const RevocationGround = {
  FALSE_DECLARATION: 'FALSE_DECLARATION',
  FORGED_FILE: 'FORGED_FILE',
  APPRAISAL_AGAINST_RULES: 'APPRAISAL_AGAINST_RULES',
  VIOLATION: 'VIOLATION',
} as const;
export type RevocationGround = keyof typeof RevocationGround;

/** What has to be recovered after a revocation. */
export const Recoverable = { CERTIFICATE: 'CERTIFICATE', MONEY: 'MONEY' } as const;
export type Recoverable = keyof typeof Recoverable;
