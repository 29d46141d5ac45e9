import { namesOf } from '../../shared/terms.js';
import { sectorTerms } from '../sectors/sector.terms.js';

/** The names of levels within a sentence. */
export const RECOGNITION_LEVEL_NAMES = namesOf(sectorTerms.RecognitionLevel, {
  GRASSROOTS: 'grassroots level',
  COMMUNE: 'commune level',
  DISTRICT: 'district level',
  PROVINCE: 'provincial level',
  CENTRAL: 'central level',
});
