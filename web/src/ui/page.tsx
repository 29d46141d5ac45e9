import { useEffect, useRef, type ReactNode } from 'react';
import { numberText } from '../api/format.js';
import { useFirstWords } from '../texts/texts.context.js';

interface Props {
  readonly title: string;
  /** Small words above the title: where this is. */
  readonly above?: ReactNode;
  /** Next to the title: a state. */
  readonly badge?: ReactNode;
  /** Under the title. */
  readonly below?: ReactNode;
  /** Of a list: how many it has, also under the title. Null, undefined: not known yet. */
  readonly total?: number | null | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the client. Its title is the browser's, and is read out first when the page changes. */
export function Page({ title, above, badge, below, total, actions, children }: Props): ReactNode {
  const { language, texts } = useFirstWords();
  const { product } = texts.common;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-name">
          {above && <div className="page-above">{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {badge}
          {below && <div className="page-below">{below}</div>}
          {typeof total === 'number' && <div className="page-below">{texts.lists.total(numberText(total, language))}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Part({
  title,
  actions,
  children,
  id,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  id?: string;
}): ReactNode {
  return (
    <section className="part" id={id}>
      <header className="part-head">
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** Names and values, as a table of facts. What is not known is left out. */
export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }): ReactNode {
  const known = of.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
