import { lazyTexts } from './lazy.texts.js';
import type { AppraisalTexts } from './vi/appraisal.js';

/** The words of criteria, councils and appraisal. */
export const useAppraisalTexts = lazyTexts<AppraisalTexts>({
  vi: async () => (await import('./vi/appraisal.js')).appraisal,
  en: async () => (await import('./en/appraisal.js')).appraisal,
});
