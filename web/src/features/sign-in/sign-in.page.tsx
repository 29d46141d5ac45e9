import { useEffect, useState, type ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import { useFirstWords, type Language } from '../../texts/texts.context.js';
import { Note } from '../../ui/states.js';
import { Front } from '../../parts/front.js';
import { SignInForm } from './sign-in.form.js';

/** Where the registry says why the single sign-on let nobody in. */
const REFUSAL = '__Host-dvk-refusal';

function refusalOfSignOn(): Readonly<Record<Language, string>> | undefined {
  const kept = document.cookie.split('; ').find(cookie => cookie.startsWith(`${REFUSAL}=`));
  return kept ? (JSON.parse(decodeURIComponent(kept.slice(REFUSAL.length + 1))) as Record<Language, string>) : undefined;
}

export function SignInPage({ onSignedIn, singleSignOn }: { onSignedIn: () => void; singleSignOn: boolean }): ReactNode {
  const { language, texts } = useFirstWords();
  const { signIn, common, shell } = texts;
  const [refusal] = useState(refusalOfSignOn);
  useEffect(() => {
    document.cookie = `${REFUSAL}=; path=/; secure; max-age=0`;
  }, []);
  useEffect(() => {
    document.title = `${signIn.title} · ${common.product}`;
  }, [signIn.title, common.product]);
  return (
    <Front title={signIn.title}>
      {refusal && <Note kind="bad">{refusal[language]}</Note>}
      <SignInForm onSignedIn={onSignedIn} />
      {singleSignOn && (
        <p className="front-help">
          <a className="button" href="/sign-in/oidc">
            {signIn.singleSignOn}
          </a>
        </p>
      )}
      <p className="quiet front-help">
        {signIn.forgot} <a href={`/${addresses.password}`}>{signIn.reset}</a>
      </p>
      <p className="front-help">
        <a href={`/${addresses.certificate}`}>{shell.nav.certificate}</a>
      </p>
    </Front>
  );
}
