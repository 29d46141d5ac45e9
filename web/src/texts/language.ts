import type { FirstWords, Language, Words } from './texts.context.js';

const KEPT = 'dvk.language';

/** The language chosen on this machine; Vietnamese until another is. */
export const chosenLanguage = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi');

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  // Everything that is shown, the server's sentences too, is asked for in the other language.
  location.reload();
}

/** What is shown before the second page. */
export async function firstWordsOf(language: Language): Promise<FirstWords> {
  if (language === 'en') {
    const [{ enFirst }, { firstTermsEn }] = await Promise.all([import('./en/first.js'), import('../../generated/first-terms.en.js')]);
    return { language, texts: enFirst, terms: firstTermsEn };
  }
  const [{ viFirst }, { firstTermsVi }] = await Promise.all([import('./vi/first.js'), import('../../generated/first-terms.vi.js')]);
  return { language, texts: viFirst, terms: firstTermsVi };
}

async function load(language: Language): Promise<Words> {
  if (language === 'en') {
    const [{ en }, { termsEn }] = await Promise.all([import('./en/texts.js'), import('../../generated/terms.en.js')]);
    return { language, texts: en, terms: termsEn };
  }
  const [{ vi }, { termsVi }] = await Promise.all([import('./vi/texts.js'), import('../../generated/terms.vi.js')]);
  return { language, texts: vi, terms: termsVi };
}

let words: Promise<Words> | undefined;

/** All words in the language of this machine, loaded once: choosing another loads the page anew. */
export function allWords(): Promise<Words> {
  words ??= load(chosenLanguage()).catch((error: unknown) => {
    words = undefined;
    throw error;
  });
  return words;
}
