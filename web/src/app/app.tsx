import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Provider } from 'urql';
import { apiClient } from '../api/client.js';
import { MeContext } from '../api/me.context.js';
import { useRead } from '../api/read.js';
import { Me } from '#documents/session';
import { useFirstWords } from '../texts/texts.context.js';
import { Failed, Loading } from '../ui/states.js';
import { Toasts } from '../ui/toast.js';
import addresses from '../api/addresses.json';
import { Broken } from './broken.js';
import { pageWithWords } from './page-with-words.js';
import { prepareFirstPage } from './routes.js';
import { Shell } from './shell.js';

const SignInPage = lazy(() => import('../features/sign-in/sign-in.page.js').then(({ SignInPage: page }) => ({ default: page })));
const SignInAgain = lazy(() => import('./sign-in-again.js').then(({ SignInAgain: window }) => ({ default: window })));
const certificate = pageWithWords(async () => (await import('../features/certificate/certificate.page.js')).CertificatePage);
const firstPassword = pageWithWords(async () => (await import('../features/profile/first-password.page.js')).FirstPasswordPage);
const ResetPage = lazy(() => import('../features/sign-in/reset.page.js').then(({ ResetPage: page }) => ({ default: page })));

export function App(): ReactNode {
  const { language } = useFirstWords();
  const [ended, setEnded] = useState(false);
  const onSignedOut = useCallback(() => setEnded(true), []);
  const [round, setRound] = useState(0);
  // A new client for each person: nothing that one has read is shown to the next.
  const client = useMemo(() => ({ round, api: apiClient(language, { onSignedOut }) }), [language, onSignedOut, round]);
  return (
    <Broken>
      <Provider value={client.api}>
        <Toasts>
          <Open>
            <Session key={round} ended={ended} onRenewed={() => setEnded(false)} onChanged={() => setRound(round + 1)} />
          </Open>
        </Toasts>
      </Provider>
    </Broken>
  );
}

function Open({ children }: { children: ReactNode }): ReactNode {
  const page = OPEN[useLocation().pathname];
  return page ? <Suspense fallback={<Loading />}>{page}</Suspense> : children;
}

interface SessionProps {
  readonly ended: boolean;
  onRenewed(): void;
  onChanged(): void;
}

/** Pages that need no session. */
const OPEN: Readonly<Record<string, ReactNode>> = {
  [`/${addresses.password}`]: <ResetPage />,
  [`/${addresses.certificate}`]: certificate,
};

/** Who is signed in: nobody sees the sign-in page. When a session ends, the page stays under a window to sign in again. */
function Session({ ended, onRenewed, onChanged }: SessionProps): ReactNode {
  const read = useRead(Me, {});
  const [last, setLast] = useState<NonNullable<typeof read.data>['me']>(null);
  const me = read.data?.me ?? null;
  const isNobody = read.data !== undefined && me === null;
  useEffect(() => {
    if (isNobody) prepareFirstPage();
  }, [isNobody]);
  if (me && me !== last) setLast(me);
  if (!read.data && !last) return read.problem ? <Failed problem={read.problem} again={read.again} /> : <Loading />;
  const shown = me ?? (ended ? last : null);
  if (!shown) {
    return (
      <Suspense fallback={<Loading />}>
        {/* The command itself makes everything be asked anew, who I am first. */}
        <SignInPage onSignedIn={onRenewed} singleSignOn={read.data?.singleSignOn ?? false} />
      </Suspense>
    );
  }
  if (shown.mustChangePassword) {
    return <Suspense fallback={<Loading />}>{firstPassword}</Suspense>;
  }
  return (
    <MeContext value={shown}>
      {/* Another person over the page of the one before begins anew. */}
      <Shell
        key={shown.name}
        onSignedOut={() => {
          onRenewed();
          onChanged();
        }}
      />
      {ended && (
        <Suspense>
          <SignInAgain onSignedIn={onRenewed} />
        </Suspense>
      )}
    </MeContext>
  );
}
