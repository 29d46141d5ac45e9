import { use } from 'react';
import { useWords, type Language } from './texts.context.js';
import type { TrailTexts } from './vi/trail.js';

/** The words of the trail are many, and most pages need none: they are loaded when the first of them is shown. */
const LOAD: Readonly<Record<Language, () => Promise<TrailTexts>>> = {
  vi: async () => (await import('./vi/trail.js')).trail,
  en: async () => (await import('./en/trail.js')).trail,
};
const loaded = new Map<Language, Promise<TrailTexts>>();

export function useTrailTexts(): TrailTexts {
  const { language } = useWords();
  const known = loaded.get(language) ?? LOAD[language]();
  loaded.set(language, known);
  return use(known);
}
