import type { ReactNode } from 'react';

export type Tone = 'plain' | 'open' | 'good' | 'warn' | 'bad';
const SIGNS: Readonly<Record<Tone, string>> = { plain: '○', open: '◐', good: '●', warn: '▲', bad: '✕' };

/** A state in a word, with a sign that can be recognised without its colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span> {children}
    </span>
  );
}
