import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useFirstTexts } from '../texts/texts.context.js';
import { icons } from './icons.js';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 6_000;
const Say = createContext<(text: string) => void>(() => undefined);

/** Says for some seconds that something was done; read out by screen readers. */
export const useSay = (): ((text: string) => void) => useContext(Say);

let last = 0;

export function Toasts({ children }: { children: ReactNode }): ReactNode {
  const { common } = useFirstTexts();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts(all => all.filter(toast => toast.id !== id)), []);
  const say = useCallback(
    (text: string) => {
      const id = ++last;
      setToasts(all => [...all, { id, text }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  return (
    <Say value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text }) => (
          <div key={id} className="toast">
            {icons.check}
            <span>{text}</span>
            <button type="button" className="bare" onClick={() => drop(id)} aria-label={common.close}>
              {icons.close}
            </button>
          </div>
        ))}
      </div>
    </Say>
  );
}
