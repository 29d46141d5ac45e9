import type { DomainError } from '../../../platform/errors/domain-error.js';
import { AccountErrors } from '../accounts.errors.js';

const MIN_LENGTH = 12;
const MAX_LENGTH = 200;
const MIN_DISTINCT_CHARACTERS = 5;

/**
 * Why a new password is refused; `undefined` if it is not. Length decides (OWASP, NIST SP 800-63B: no composition rules). Of easily guessed
 * passwords, those are refused that need no dictionary: few different characters, digits only (dates, phone numbers), the sign-in name.
 */
export function passwordProblem(password: string, name: string): DomainError | undefined {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < MIN_LENGTH || characters.length > MAX_LENGTH)
    return AccountErrors.PASSWORD_LENGTH({ least: MIN_LENGTH, most: MAX_LENGTH });
  const lower = password.toLowerCase();
  const easy =
    new Set(characters).size < MIN_DISTINCT_CHARACTERS || /^[\d\s./-]+$/.test(password) || (name.length > 3 && lower.includes(name));
  return easy ? AccountErrors.PASSWORD_EASY() : undefined;
}
