import type { Problems } from '../../platform/errors/domain-error.js';
import type { LocalDate } from '../../shared/dates.js';
import { CouncilErrors } from './council.errors.js';
import { includes, type Days } from './council.store.js';

export function refuseBackwards(problems: Problems, { validFrom, validTo }: Days): void {
  if (validTo !== null && validTo < validFrom)
    problems.add(CouncilErrors.COUNCIL_BACKWARDS({ first: validFrom, last: validTo }).at('validTo'));
}

/** A term includes every session in which its member took part. */
export function refuseTookPartOutside(
  problems: Problems,
  person: string,
  term: Days,
  { first, last }: { readonly first: LocalDate | null; readonly last: LocalDate | null },
): void {
  for (const day of new Set([first, last]))
    if (day !== null && !includes(term, day)) problems.add(CouncilErrors.COUNCIL_MEMBER_TOOK_PART({ person, date: day }).at('validTo'));
}
