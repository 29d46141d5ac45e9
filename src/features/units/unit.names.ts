import type { Bilingual } from '../../shared/language.js';
import { namesOf } from '../../shared/terms.js';
import type { AdministrativeLevel } from './unit-kinds.js';
import { unitTerms } from './unit.terms.js';

/** The names of lines and kinds within a sentence. Before the name of a unit, the official label is written: `fullName`. */
export const UNIT_LINE_NAMES = namesOf(unitTerms.UnitLine, {
  TERRITORY: 'the administrative units',
  STATE: 'the line of the State',
  PARTY: 'the line of the Party',
  FRONT: 'the line of the Front and mass organisations',
  FORCES: 'the line of the armed forces',
  OTHER: 'the line of others',
});

export const UNIT_KIND_NAMES = namesOf(unitTerms.UnitKind, {
  THANH_PHO_TW: 'centrally run city',
  TINH: 'province',
  QUAN: 'urban district',
  HUYEN: 'rural district',
  THI_XA: 'district-level town',
  THANH_PHO: 'district-level city',
  PHUONG: 'ward',
  XA: 'commune',
  THI_TRAN: 'township',
  DAC_KHU: 'special zone',
  UBND: 'people’s committee',
  HDND: 'people’s council',
  STATE_OFFICE: 'office of the State',
  INSPECTORATE: 'inspectorate',
  SCHOOL: 'school',
  PARTY_COMMITTEE: 'Party committee',
  PARTY_BOARD: 'Party board',
  PARTY_CELL: 'Party cell',
  FRONT_COMMITTEE: 'committee of the Fatherland Front',
  MASS_ORGANISATION: 'mass organisation',
  POLICE: 'police',
  MILITARY: 'military',
  BORDER_GUARD: 'border guard',
  OTHER: 'another kind',
});

/** Levels of administrative units within a sentence. */
export const UNIT_LEVEL_NAMES: Readonly<Record<AdministrativeLevel, Bilingual>> = {
  PROVINCE: { vi: 'cấp tỉnh', en: 'province level' },
  DISTRICT: { vi: 'cấp huyện', en: 'district level' },
  COMMUNE: { vi: 'cấp xã', en: 'commune level' },
};
