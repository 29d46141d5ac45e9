/** What has to be recovered after a revocation. */
export const Recoverable = { CERTIFICATE: 'CERTIFICATE', MONEY: 'MONEY' } as const;
export type Recoverable = keyof typeof Recoverable;
