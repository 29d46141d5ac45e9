import { lazyTexts } from './lazy.texts.js';
import type { TrailTexts } from './vi/trail.js';

/** The words of the trail are many, and most pages need none. */
export const useTrailTexts = lazyTexts<TrailTexts>({
  vi: async () => (await import('./vi/trail.js')).trail,
  en: async () => (await import('./en/trail.js')).trail,
});
