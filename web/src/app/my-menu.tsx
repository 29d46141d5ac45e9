import { useState, type ReactNode } from 'react';
import { SignOut } from '#documents/session';
import addresses from '../api/addresses.json';
import { SIGNED_OUT } from '../api/client.js';
import { useCommand } from '../api/command.js';
import { useMe } from '../api/me.context.js';
import type { Problem } from '../api/problem.js';
import { chooseLanguage } from '../texts/language.js';
import { useFirstWords } from '../texts/texts.context.js';
import { Disclosure } from '../ui/disclosure.js';
import { icons } from '../ui/icons.js';
import { To } from '../ui/link.js';
import { Note, useProblemText } from '../ui/states.js';

export function MyMenu({ onSignedOut }: { onSignedOut: () => void }): ReactNode {
  const { language, texts } = useFirstWords();
  const { name, account } = useMe();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<Problem>();
  const signOut = useCommand(SignOut);
  const leave = async (): Promise<void> => {
    const outcome = await signOut.run(undefined);
    const refused = outcome.done ? undefined : outcome.problems[0];
    // Who leaves a shared machine has to know that it is still signed in.
    if (refused && !SIGNED_OUT.has(refused.code)) setProblem(refused);
    else onSignedOut();
  };
  const shown = account?.displayName ?? name;
  const label = (
    <>
      {icons.user} <span className="top-me-name">{shown}</span>
    </>
  );
  return (
    <Disclosure label={label} name={`${texts.shell.account}: ${shown}`} className="top-me">
      {close => (
        <>
          <To to={`/${addresses.profile}`} className="menu-item" onClick={close}>
            {texts.shell.profile}
          </To>
          <button
            type="button"
            className="menu-item"
            onClick={() => chooseLanguage(language === 'vi' ? 'en' : 'vi')}
            lang={language === 'vi' ? 'en' : 'vi'}
          >
            {texts.shell.language}
          </button>
          <button type="button" className="menu-item" onClick={() => void leave()}>
            {texts.shell.signOut}
          </button>
          {problem && (
            <Note kind="bad" title={texts.shell.signOutFailed}>
              {problemText(problem)}
            </Note>
          )}
        </>
      )}
    </Disclosure>
  );
}
