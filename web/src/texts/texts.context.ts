import { createContext, useContext } from 'react';
import type { FirstTerms } from '../../generated/first-terms.vi.js';
import type { Terms } from '../../generated/terms.vi.js';
import type { FirstTexts } from './vi/first.js';
import type { Texts } from './vi/texts.js';

export type Language = 'vi' | 'en';

/** What surrounds every page and what the first one says: loaded before it. */
export interface FirstWords {
  readonly language: Language;
  readonly texts: FirstTexts;
  readonly terms: FirstTerms;
}

export interface Words extends FirstWords {
  readonly texts: Texts;
  /** The schema's words for the values of its enums. */
  readonly terms: Terms;
}

export const WordsContext = createContext<FirstWords | undefined>(undefined);

/** For what is shown before the second page: in `app/` and `ui/`, and by the first page. */
export function useFirstWords(): FirstWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('There are no words here.');
  return words;
}

const isWhole = (words: FirstWords): words is Words => 'models' in words.texts;

/** All words; a page of `app/routes.tsx` has them. */
export function useWords(): Words {
  const words = useFirstWords();
  if (!isWhole(words)) throw new Error('Only the first words are here.');
  return words;
}

/** The word for a name that the API gives; the name itself where the catalogue is older than the API. */
export const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

export const useFirstTexts = (): FirstTexts => useFirstWords().texts;
export const useTexts = (): Texts => useWords().texts;
export const useTerms = (): Terms => useWords().terms;
