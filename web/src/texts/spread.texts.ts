import { lazyTexts } from './lazy.texts.js';
import type { SpreadTexts } from './vi/spread.js';

/** How a model goes on after it was recognised. */
export const useSpreadTexts = lazyTexts<SpreadTexts>({
  vi: async () => (await import('./vi/spread.js')).spread,
  en: async () => (await import('./en/spread.js')).spread,
});
