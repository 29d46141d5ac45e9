import type { LocalDate } from '../../../shared/dates.js';
import type { DomainError } from '../../../platform/errors/domain-error.js';
import { CommendationErrors } from '../commendation.errors.js';
import { formFacts, type CommendationForm, type CommendationIssuer, type CommendationTrack } from './forms.js';
import { issuerOf, trackOf } from './issuers.js';
import { heldOn, type Authority, type IssuerOnDay } from './rules.reader.js';

export const TRACKS: Readonly<Record<CommendationIssuer, CommendationTrack>> = {
  PRIME_MINISTER: 'STATE',
  MINISTER: 'STATE',
  PROVINCE_CHAIR: 'STATE',
  PROVINCE_AGENCY: 'STATE',
  DISTRICT_CHAIR: 'STATE',
  COMMUNE_CHAIR: 'STATE',
  ENTERPRISE: 'STATE',
  CENTRAL_BOARD: 'PARTY',
  PARTY_PROVINCE: 'PARTY',
  PARTY_DISTRICT: 'PARTY',
  PARTY_COMMUNE: 'PARTY',
  FRONT: 'FRONT',
};

/** As whom the unit may grant the form on the day (`null` where the form needs no power), or why it may not. */
export function authorityFor(
  form: CommendationForm,
  issuer: IssuerOnDay,
  day: LocalDate,
  powers: readonly Authority[],
): { readonly issuerClass: CommendationIssuer | null } | DomainError {
  const issuerClass = issuerOf(issuer);
  if (formFacts(form).free) return { issuerClass };
  const track = trackOf(issuer);
  const own = powers.filter(power => power.form === form);
  const may = own.filter(power => heldOn(power, day)).map(power => power.issuerClass);
  const params = { issuer: issuer.fullName, form, date: day, may };
  if (may.length === 0) return CommendationErrors.COMMENDATION_POWER_UNKNOWN({ form, date: day });
  if (track === null || issuerClass === null || !own.some(power => TRACKS[power.issuerClass] === track))
    return CommendationErrors.COMMENDATION_ISSUER_OF_NO_POWER(params);
  const held = own.find(power => power.issuerClass === issuerClass && heldOn(power, day));
  if (held) return { issuerClass };
  const once = own.findLast(power => power.issuerClass === issuerClass);
  if (once) {
    const { act } = once;
    const inTrack = may.filter(each => TRACKS[each] === track);
    return CommendationErrors.COMMENDATION_POWER_OF_OTHER_DAYS({
      ...params,
      may: inTrack,
      act,
      period: `[${once.validFrom ?? ''},${once.validTo ?? ''}]`,
    });
  }
  return CommendationErrors.COMMENDATION_ISSUER_OF_NO_POWER(params);
}
