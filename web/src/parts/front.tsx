import type { ReactNode } from 'react';
import { chooseLanguage } from '../texts/language.js';
import { useFirstWords } from '../texts/texts.context.js';
import icon from '../ui/icon.svg';

/** The page of those who are not signed in. */
export function Front({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { language, texts } = useFirstWords();
  return (
    <main className="front">
      <div className="front-about">
        <img src={icon} alt="" width="56" height="56" />
        <p className="front-name">{texts.signIn.lead}</p>
        <p>{texts.signIn.about}</p>
      </div>
      <div className="front-card">
        <h1>{title}</h1>
        {children}
        <button
          type="button"
          className="link front-language"
          onClick={() => chooseLanguage(language === 'vi' ? 'en' : 'vi')}
          lang={language === 'vi' ? 'en' : 'vi'}
        >
          {texts.shell.language}
        </button>
      </div>
    </main>
  );
}
