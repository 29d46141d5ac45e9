import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits in base64url, which needs no escaping. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The prefixes let people and secret scanners recognise the secrets. */
export const newToken = (): string => `dvk_${newSecret()}`;
export const newResetSecret = (): string => `dvkr_${newSecret()}`;

/** These secrets are random, so one round of SHA-256 protects them against a reader of the table. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
