import { use } from 'react';
import { useWords, type Language } from './texts.context.js';
import type { CommendationTexts } from './vi/commendations.js';

/** Loaded with the first page about commendations: most pages need none of them. */
const LOAD: Readonly<Record<Language, () => Promise<CommendationTexts>>> = {
  vi: () => import('./vi/commendations.js'),
  en: () => import('./en/commendations.js'),
};
const loaded = new Map<Language, Promise<CommendationTexts>>();

export function useCommendationTexts(): CommendationTexts {
  const { language } = useWords();
  const known = loaded.get(language) ?? LOAD[language]();
  loaded.set(language, known);
  return use(known);
}
