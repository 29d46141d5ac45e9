import type { Language, Words } from './texts.context.js';

const KEPT = 'dvk.language';

/** The language chosen on this machine; Vietnamese until another is. */
export const chosenLanguage = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi');

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  // Everything that is shown, the server's sentences too, is asked for in the other language.
  location.reload();
}

export async function wordsOf(language: Language): Promise<Words> {
  if (language === 'en') {
    const [{ en }, { termsEn }] = await Promise.all([import('./en/texts.js'), import('../../generated/terms.en.js')]);
    return { language, texts: en, terms: termsEn };
  }
  const [{ vi }, { termsVi }] = await Promise.all([import('./vi/texts.js'), import('../../generated/terms.vi.js')]);
  return { language, texts: vi, terms: termsVi };
}
