import { use } from 'react';
import { useWords, type Language } from './texts.context.js';
import type { AppraisalTexts } from './vi/appraisal.js';

/** The words of criteria, councils and appraisal are loaded with the first page that shows them. */
const LOAD: Readonly<Record<Language, () => Promise<AppraisalTexts>>> = {
  vi: async () => (await import('./vi/appraisal.js')).appraisal,
  en: async () => (await import('./en/appraisal.js')).appraisal,
};
const loaded = new Map<Language, Promise<AppraisalTexts>>();

export function useAppraisalTexts(): AppraisalTexts {
  const { language } = useWords();
  const known = loaded.get(language) ?? LOAD[language]();
  loaded.set(language, known);
  return use(known);
}
