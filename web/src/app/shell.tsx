import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useFirstTexts } from '../texts/texts.context.js';
import { icons } from '../ui/icons.js';
import { Loading } from '../ui/states.js';
import { DayBanner, DaySwitch } from './day-switch.js';
import { MyMenu } from './my-menu.js';
import { Navigation } from './navigation.js';
import { Pages } from './routes.js';
import { SearchBox } from './search-box.js';

/** What surrounds every page: search, day and account above, the navigation at the side (on a phone behind a button). */
export function Shell({ onSignedOut }: { onSignedOut: () => void }): ReactNode {
  const { shell } = useFirstTexts();
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A new page is read from its top.
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={`shell ${open ? 'is-open' : ''}`}>
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <header className="top">
        <button
          type="button"
          className="bare top-menu"
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpen(!open)}
          aria-label={shell.openMenu}
        >
          {icons.menu}
        </button>
        <SearchBox />
        <DaySwitch />
        <MyMenu onSignedOut={onSignedOut} />
      </header>
      <Navigation id="navigation" onGone={() => setOpen(false)} />
      {open && <button type="button" className="shade" aria-hidden="true" tabIndex={-1} onClick={() => setOpen(false)} />}
      <main id="main" ref={main} tabIndex={-1}>
        <Offline />
        <DayBanner />
        <Suspense fallback={<Loading />}>
          <Pages />
        </Suspense>
      </main>
    </div>
  );
}

function Offline(): ReactNode {
  const { states } = useFirstTexts();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const note = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', note);
    window.addEventListener('offline', note);
    return () => {
      window.removeEventListener('online', note);
      window.removeEventListener('offline', note);
    };
  }, []);
  return online ? null : (
    <p className="banner banner-warn" role="alert">
      {icons.warn} {states.offlineBar}
    </p>
  );
}
