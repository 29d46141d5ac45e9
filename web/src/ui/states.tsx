import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { UNREACHED, type Problem } from '../api/problem.js';
import type { Read } from '../api/read.js';
import { useFirstTexts } from '../texts/texts.context.js';
import { icons, type IconName } from './icons.js';

const SLOW_MS = 4_000;
const SOON_MS = 250;

/** A sentence with a sign: a warning, a mistake, a hint. */
export function Note({
  kind = 'info',
  title,
  children,
}: {
  kind?: 'info' | 'warn' | 'bad' | 'good';
  title?: string;
  children?: ReactNode;
}): ReactNode {
  const sign: IconName = kind === 'info' ? 'info' : kind === 'good' ? 'check' : 'warn';
  return (
    <div className={`note note-${kind}`} role={kind === 'bad' ? 'alert' : undefined}>
      {icons[sign]}
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Nothing for a quarter of a second, then grey lines, then a sentence. */
export function Loading(): ReactNode {
  const { states } = useFirstTexts();
  const [since, setSince] = useState(0);
  useEffect(() => {
    const timers = [SOON_MS, SLOW_MS].map(ms => setTimeout(() => setSince(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="loading" aria-busy="true">
      <span className="only-read">{states.loading}</span>
      {since >= SOON_MS && [90, 70, 80, 60].map(width => <span key={width} className="loading-line" style={{ width: `${width}%` }} />)}
      {since >= SLOW_MS && <p role="status">{states.slow}</p>}
    </div>
  );
}

/** The words of a problem: the server's own, or that it was not reached. */
export function useProblemText(): (problem: Problem) => string {
  const { states } = useFirstTexts();
  return ({ code, message }) => (code === UNREACHED ? states.unreached : message);
}

export function Failed({ problem, again }: { problem: Problem; again: () => void }): ReactNode {
  const { states, common } = useFirstTexts();
  return (
    <div className="failed">
      <Note kind="bad" title={states.failed}>
        <p>{problem.code === UNREACHED ? states.offline : problem.message}</p>
        <Button size="xs" variant="default" onClick={again}>
          {common.again}
        </Button>
      </Note>
    </div>
  );
}

/** What a query answers, or where it is: loading, failed, or failed to renew what is shown. */
export function Reading<Data>({ of, children }: { of: Read<Data>; children: (data: Data) => ReactNode }): ReactNode {
  const { data, problem, again } = of;
  if (data === undefined) return problem ? <Failed problem={problem} again={again} /> : <Loading />;
  return (
    <>
      {problem && <Failed problem={problem} again={again} />}
      {children(data)}
    </>
  );
}

export function NotFound(): ReactNode {
  const { states } = useFirstTexts();
  return (
    <Empty title={states.notFound}>
      <p>{states.notFoundText}</p>
      <a href="/">{states.toStart}</a>
    </Empty>
  );
}
