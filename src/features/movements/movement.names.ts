import { namesOf } from '../../shared/terms.js';
import { movementTerms } from './movement.terms.js';

/** The names of levels within a sentence. */
export const RECOGNITION_LEVEL_NAMES = namesOf(movementTerms.RecognitionLevel, {
  GRASSROOTS: 'grassroots level',
  COMMUNE: 'commune level',
  DISTRICT: 'district level',
  PROVINCE: 'provincial level',
  CENTRAL: 'central level',
});
