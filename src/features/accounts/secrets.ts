import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits, in letters that need no escaping anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The prefixes let scanners and people recognise what they have found. */
export const newToken = (): string => `dvk_${newSecret()}`;
export const newResetSecret = (): string => `dvkr_${newSecret()}`;

/** These secrets are random, so one round of SHA-256 is enough to keep them useless to a reader of the table. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
