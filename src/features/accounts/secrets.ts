import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** A secret of 256 bits for a program. The prefix lets scanners and people recognise it. */
export const newToken = (): string => `dvk_${randomBytes(32).toString('base64url')}`;

/** Tokens are random, so one round of SHA-256 is enough to keep them useless to a reader of the table. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

export const newPassword = (): string => randomBytes(15).toString('base64url');

/** Argon2id with OWASP's first choice: 19 MiB, 2 passes, 1 lane. */
export const passwordHash = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export const passwordMatches = (stored: string, password: string): Promise<boolean> => verify(stored, password);
