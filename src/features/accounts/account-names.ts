import { hasForbiddenCharacters } from '../../shared/text.js';

const NAME_PATTERN = /^[a-z0-9][a-z0-9._@-]{1,63}$/;
const EMAIL_PATTERN = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** Normalises a sign-in name: “Admin ” is stored and compared as “admin”. */
export const signInName = (given: string): string => given.normalize('NFKC').trim().toLowerCase();

export const isSignInName = (name: string): boolean => NAME_PATTERN.test(name);

/** Detects typing errors only; whether the address exists can only be found out by writing to it. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL_PATTERN.test(text) && !hasForbiddenCharacters(text);
