import { randomBytes } from 'node:crypto';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** A code of 130 random bits, in signs that are not mistaken for each other: nobody guesses one. */
export const newCertificateCode = (): string => Array.from(randomBytes(LENGTH), byte => SIGNS[byte % SIGNS.length]).join('');

/** The code as people type it: without blanks and dashes, in capitals; letters that look like digits as the digits. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
