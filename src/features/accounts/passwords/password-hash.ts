import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's first choice: 19 MiB, 2 passes, 1 lane. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Keyboards write “ế” in one sign or in three: a password is what it looks like. */
const normal = (password: string): string => password.normalize('NFKC');

export const newPassword = (): string => randomBytes(15).toString('base64url');

export const passwordHash = (password: string): Promise<string> => hash(normal(password), COST);

/** Of no password: whoever has none, or is not there, is asked for it all the same and takes as long. */
export const NOBODYS_HASH = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export const passwordMatches = (stored: string | null | undefined, password: string): Promise<boolean> =>
  verify(stored ?? NOBODYS_HASH, normal(password));

/** Whether a hash was made more cheaply than new ones are, and should be made again while its password is at hand. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(stored);
  return memoryCost < COST.memoryCost || timeCost < COST.timeCost || parallelism < COST.parallelism;
}
