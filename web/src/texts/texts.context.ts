import { createContext, useContext } from 'react';
import type { Terms } from '../../generated/terms.vi.js';
import type { Texts } from './vi/texts.js';

export type Language = 'vi' | 'en';

export interface Words {
  readonly language: Language;
  readonly texts: Texts;
  /** The schema's words for the values of its enums. */
  readonly terms: Terms;
}

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words here.');
  return words;
}

/** The word for a name that the API gives; the name itself where the catalogue is older than the API. */
export const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

export const useTexts = (): Texts => useWords().texts;
export const useTerms = (): Terms => useWords().terms;
