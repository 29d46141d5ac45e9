import { namesOf } from '../../shared/terms.js';
import { sectorTerms } from '../sectors/sector.terms.js';
import { commendationTerms } from './commendation.terms.js';

/** Who may commend, within a sentence. */
export const ISSUER_NAMES = namesOf(commendationTerms.CommendationIssuer, {
  PRIME_MINISTER: 'the Prime Minister',
  MINISTER: 'a minister',
  PROVINCE_CHAIR: 'the chairman of a provincial People’s Committee',
  PROVINCE_AGENCY: 'the head of a provincial agency',
  DISTRICT_CHAIR: 'the chairman of a district People’s Committee',
  COMMUNE_CHAIR: 'the chairman of a commune People’s Committee',
  ENTERPRISE: 'the head of an enterprise or a co-operative',
  CENTRAL_BOARD: 'the central board',
  PARTY_PROVINCE: 'the standing committee of a provincial Party committee',
  PARTY_DISTRICT: 'the standing committee of a district Party committee',
  PARTY_COMMUNE: 'a grassroots Party committee',
  FRONT: 'the Fatherland Front or a mass organisation',
});

export const SUBJECT_NAMES = namesOf(sectorTerms.SubjectKind, {
  COLLECTIVE: 'a collective',
  INDIVIDUAL: 'a person',
  HOUSEHOLD: 'a household',
});
