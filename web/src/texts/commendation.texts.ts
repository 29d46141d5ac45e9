import { lazyTexts } from './lazy.texts.js';
import type { CommendationTexts } from './vi/commendations.js';

export const useCommendationTexts = lazyTexts<CommendationTexts>({
  vi: () => import('./vi/commendations.js'),
  en: () => import('./en/commendations.js'),
});
