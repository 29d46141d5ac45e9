import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id with the first configuration that OWASP recommends: 19 MiB, 2 passes, 1 lane. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Keyboards write “ế” as one code point or as three; both are the same password. */
const normalise = (password: string): string => password.normalize('NFKC');

export const newPassword = (): string => randomBytes(15).toString('base64url');

export const passwordHash = (password: string): Promise<string> => hash(normalise(password), COST);

/** A hash that no password matches. It is verified for unknown accounts and accounts without a password, so that the time taken does not reveal them. */
export const DUMMY_HASH = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export const passwordMatches = (stored: string | null | undefined, password: string): Promise<boolean> =>
  verify(stored ?? DUMMY_HASH, normalise(password));

/** Whether the hash was made at a lower cost than new ones; it is then replaced at the next sign-in, when the password is known. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost < COST.memoryCost || timeCost < COST.timeCost || parallelism < COST.parallelism;
}
