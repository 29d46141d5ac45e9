import { use } from 'react';
import { useFirstWords, type Language } from './texts.context.js';

/** The texts of a chapter that few pages show: loaded with the first of them. */
export function lazyTexts<Texts>(load: Readonly<Record<Language, () => Promise<Texts>>>): () => Texts {
  const loaded = new Map<Language, Promise<Texts>>();
  return function useLazyTexts() {
    const { language } = useFirstWords();
    const known = loaded.get(language) ?? load[language]();
    loaded.set(language, known);
    return use(known);
  };
}
