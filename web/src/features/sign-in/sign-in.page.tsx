import { useEffect, type ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import { useFirstTexts } from '../../texts/texts.context.js';
import { Front } from '../../parts/front.js';
import { SignInForm } from './sign-in.form.js';

export function SignInPage({ onSignedIn, singleSignOn }: { onSignedIn: () => void; singleSignOn: boolean }): ReactNode {
  const { signIn, common, shell } = useFirstTexts();
  useEffect(() => {
    document.title = `${signIn.title} · ${common.product}`;
  }, [signIn.title, common.product]);
  return (
    <Front title={signIn.title}>
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
