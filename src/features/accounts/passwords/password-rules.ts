import type { DomainError } from '../../../platform/errors/domain-error.js';
import { AccountErrors } from '../accounts.errors.js';

const SHORTEST = 12;
const LONGEST = 200;
const FEWEST_SIGNS = 5;

/**
 * What speaks against a new password; `undefined` when nothing does. Length above all (OWASP, NIST SP 800-63B: no rules of composition);
 * of what is easy to guess, what costs nothing to see: few signs repeated, digits only (dates, phone numbers), the person's own sign-in name.
 */
export function passwordTrouble(password: string, name: string): DomainError | undefined {
  const signs = [...password.normalize('NFKC')];
  if (signs.length < SHORTEST || signs.length > LONGEST) return AccountErrors.PASSWORD_LENGTH({ least: SHORTEST, most: LONGEST });
  const lower = password.toLowerCase();
  const easy = new Set(signs).size < FEWEST_SIGNS || /^[\d\s./-]+$/.test(password) || (name.length > 3 && lower.includes(name));
  return easy ? AccountErrors.PASSWORD_EASY() : undefined;
}
