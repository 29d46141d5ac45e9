import { hasForbiddenCharacters } from '../../shared/text.js';

const NAME = /^[a-z0-9][a-z0-9._@-]{1,63}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** A sign-in name as it is kept: typing “Admin ” means “admin”. */
export const signInName = (given: string): string => given.normalize('NFKC').trim().toLowerCase();

export const isSignInName = (name: string): boolean => NAME.test(name);

/** Only so much as tells a slip: whether it arrives is found out by writing to it. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text) && !hasForbiddenCharacters(text);
